"""Products: every file of the site, with the stamp of what it is made from and the way to make it.

Deciding which of them have to be made is left to `write_site`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from dossier.disk import digest
from dossier.exports import Download, claim_parts, downloads
from dossier.feeds import FeedPage, FeedWriter, feed_pages, write_list
from dossier.frames import Frames, SlotValues
from dossier.library import Library
from dossier.library.corpus import RecordKind
from dossier.linked import address
from dossier.linked.subscription import MEDIA_TYPES, feed_title
from dossier.model import Settings
from dossier.pages import FeedLink, PlannedPage
from dossier.pages.jsonld import picture_of
from dossier.pages.sitemap import crawlers
from dossier.pipeline.template_check import naming_template
from dossier.render import CONTENT, Renderer
from dossier.render.feed_content import feed_content

# Pages about one record, which is in one file; what lies below them is about more.
_RECORDS: dict[str, RecordKind] = {"topics": "topic", "briefs": "brief", "sources": "source"}


class Made(NamedTuple):
    """The content of a file. `indexed` is a digest of what search reads there, or empty where it does not look."""

    content: bytes
    indexed: bytes = b""


@dataclass(frozen=True, slots=True)
class Product:
    """One file of the site. Two products of one address and one stamp have the same content."""

    address: str
    stamp: bytes
    make: Callable[[], Made]


Batch = Sequence[Product]
"""Products that one process makes, one after the other, as they share much of the work."""


@dataclass(frozen=True)
class Workshop:
    """What all products of one site are made with.

    `epoch` is a digest of what is in every product: code, templates and settings. `cards` are the addresses of the
    pictures that pages may show, and what they show.
    """

    library: Library
    settings: Settings
    frames: Frames
    templates: tuple[Path, ...]
    cards: Mapping[str, str]
    epoch: bytes

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of pages."""
        return Renderer(self.templates, self.settings, self.cards)

    @cached_property
    def feed_writer(self) -> FeedWriter:
        """The writer of feeds."""
        return FeedWriter(self.settings, feed_content(self.templates, self.settings))

    def page(self, planned: PlannedPage) -> Product:
        """Return a page as a product."""
        edit = self._edit(planned.address)
        picture = picture_of(planned.address, self.cards)
        frame = self.frames.frame_for(planned.address)
        stamp = digest(self.epoch, planned.stamp, frame.digest, edit, picture, self.cards.get(picture, ""))
        return Product(file_of(planned.address), stamp, partial(self._make_page, planned, edit))

    def _make_page(self, planned: PlannedPage, edit: str) -> Made:
        page = planned.page
        with naming_template(self.templates):
            body = self.renderer.page(page)
        values = SlotValues(
            title=page.title,
            description=page.description,
            address=self.settings.url + (page.canonical or page.address),
            body=body.html,
            head=body.head,
            toc=body.toc,
            edit=edit,
            skip=CONTENT,
        )
        content = self.frames.frame_for(page.address).fill(values).encode()
        return Made(content, digest(body.html) if page.searched else b"")

    def _edit(self, where: str) -> str:
        folder, _, rest = where.partition("/")
        if self.settings.edit is None or folder not in _RECORDS:
            return ""
        file = self.library.corpus.files.get((_RECORDS[folder], rest.rstrip("/")))
        return self.settings.edit.replace("{path}", file) if file and rest else ""

    def written_pages(self) -> Iterator[Product]:
        """Yield the hand-written pages. Search reads them all."""
        head = self.renderer.head([FeedLink(address.ALL_FEED, feed_title(self.settings, None))])
        for where in self.frames.handwritten:
            content = self.frames.handwritten_page(where, head).encode()
            yield _ready(file_of(where), content, digest(content))

    def feeds(self) -> Iterator[Product]:
        """Yield the documents of all feeds, and last the list of feeds."""
        for page in feed_pages(self.library):
            stamp = digest(self.epoch, page.stamp)
            for form in MEDIA_TYPES:
                yield Product(page.address(form), stamp, partial(self._make_feed, page, form))
        yield _ready(address.OPML, write_list(self.library))

    def _make_feed(self, page: FeedPage, form: str) -> Made:
        with naming_template(self.templates):
            return Made(self.feed_writer.write(page, form))

    def downloads(self) -> Iterator[Product]:
        """Yield the downloads and their schemas, and what the page of all claims loads."""
        for download in (*downloads(self.library), *claim_parts(self.library)):
            yield Product(download.address, digest(self.epoch, download.stamp), partial(_make_download, download))

    def crawlers(self, pages: Iterable[PlannedPage]) -> Iterator[Product]:
        """Yield the site map and `robots.txt`."""
        for where, content in crawlers(self.settings, pages, self.frames.handwritten):
            yield _ready(where, content)


def _make_download(download: Download) -> Made:
    return Made(download.make())


def files(contents: Mapping[str, bytes]) -> Iterator[Product]:
    """Yield files whose content is there already, as products."""
    for where, content in contents.items():
        yield _ready(where, content)


def _ready(where: str, content: bytes, indexed: bytes = b"") -> Product:
    return Product(where, digest(content), lambda: Made(content, indexed))


def file_of(where: str) -> str:
    """Return the file in which the page at an address is published."""
    return where if where.endswith(".html") else f"{where}index.html"
