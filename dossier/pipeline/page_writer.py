"""Renders planned pages, stamps them into their frames and puts them where they are to be published.

Never decides what a page shows or how it looks: it brings the two together.
"""

from collections.abc import Mapping
from pathlib import Path

from dossier.disk import Publication, digest
from dossier.frames import Filling, Frames
from dossier.library import Library
from dossier.library.corpus import Kind
from dossier.linked import address
from dossier.model import Settings
from dossier.pages import FeedLink, Page
from dossier.pipeline.search_index import Indexed
from dossier.render import CONTENT, Renderer

# Pages about one record, which is in one file; what lies below them is about more.
_RECORDS: dict[str, Kind] = {"topics": "topic", "briefs": "brief", "sources": "source"}


class PageWriter:
    """Puts pages of one site. Forks of it may work at the same time, each on its own pages."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        frames: Frames,
        templates: Path,
        cards: Mapping[str, str] | None = None,
    ) -> None:
        """Make a page_writer. `cards` are the addresses of the pictures that pages may show, and what they show."""
        self._library = library
        self._settings = settings
        self._frames = frames
        self._renderer = Renderer(templates, settings, cards)

    def put(self, page: Page, publication: Publication) -> str:
        """Put a page, and return what search may see of it."""
        body = self._renderer.page(page)
        filling = Filling(
            title=page.title,
            description=page.description,
            address=self._settings.url + page.address,
            body=body.html,
            head=body.head,
            toc=body.toc,
            edit=self._edit(page),
            skip=CONTENT,
        )
        publication.put(file_of(page.address), self._frames.of(page.address).stamp(filling).encode())
        return body.html

    def put_written(self, publication: Publication) -> list[Indexed]:
        """Put the hand-written pages, and return them: search may see them all."""
        head = self._renderer.head([FeedLink(address.ALL_FEED, f"{self._settings.name}: all updates")])
        indexed = []
        for where in self._frames.written:
            page = self._frames.page(where, head).encode()
            publication.put(file_of(where), page)
            indexed.append(Indexed(where, digest(page)))
        return indexed

    def _edit(self, page: Page) -> str:
        folder, _, rest = page.address.partition("/")
        if self._settings.edit is None or folder not in _RECORDS:
            return ""
        file = self._library.corpus.files.get((_RECORDS[folder], rest.rstrip("/")))
        return self._settings.edit.replace("{path}", file) if file and rest else ""


def file_of(where: str) -> str:
    """Return the file in which the page at an address is published."""
    return where if where.endswith(".html") else f"{where}index.html"
