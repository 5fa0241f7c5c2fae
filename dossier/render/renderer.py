"""Renders planned pages: a claim's piece once, however many pages show it, and each page from its pieces.

Never writes a file and never sees a frame; every link of this site stands behind the mark `ROOT`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from dossier.model import Settings
from dossier.pages import FeedLink, Page
from dossier.pages.desk import ClaimHandle
from dossier.pages.provenance import Chain, SourceCard
from dossier.render.environment import make_environment

CONTENT = "_content"
"""The id of the element that "skip to content" leads to. No claim can have it: ids have no underscore."""
_ID = "\ue001"
_LEVEL = "\ue002"


@dataclass(frozen=True, slots=True)
class Body:
    """What a page puts into its frame: the article's HTML, and what goes into the head beside the frame's own."""

    html: str
    head: str


class Renderer:
    """Renders the pages of one site. Fork after the plan is made, or make one a worker: it is not shared."""

    def __init__(self, templates: Path, settings: Settings) -> None:
        self._environment = make_environment(templates)
        self._environment.globals.update(settings=settings, id_mark=_ID, level_mark=_LEVEL)
        self._environment.filters.update(claim=self.claim, grade=self._grade, chain=self._chain, feed=self._feed)
        self._claim = self._environment.get_template("pieces/claim.html")
        self._grade_piece = self._environment.get_template("pieces/grade.html")
        self._chain_piece = self._environment.get_template("pieces/chain.html")
        self._feed_piece = self._environment.get_template("pieces/feed.html")
        self._head = self._environment.get_template("pieces/head.html")
        self._pieces: dict[str, str] = {}
        self._grades: dict[str, Markup] = {}
        self._chains: dict[str, Markup] = {}
        self._feeds: dict[str, Markup] = {}

    def page(self, page: Page) -> Body:
        """Return a page's body and head."""
        template = self._environment.get_template(page.template)
        return Body(template.render(page=page, view=page.view), self._head.render(page=page, view=page.view))

    def head(self, feeds: Iterable[FeedLink]) -> str:
        """Return the head of a page that was not planned but written by hand: the feeds that it advertises."""
        return "\n".join(self._feed(feed) for feed in feeds)

    def claim(self, handle: ClaimHandle, level: int, *, at_home: bool = False) -> Markup:
        """Return a claim's piece under a heading of the given level.

        At home, in its brief, its id is the local one, as its permalink says; elsewhere it is the full one.
        """
        piece = self._pieces.get(handle.id)
        if piece is None:
            piece = self._pieces[handle.id] = self._claim.render(claim=handle.view)
        name = handle.local if at_home else handle.id
        return Markup(piece.replace(_ID, name).replace(_LEVEL, str(level)))  # noqa: S704 - ids are words and hyphens

    def _grade(self, source: SourceCard) -> Markup:
        piece = self._grades.get(source.id)
        if piece is None:
            piece = self._grades[source.id] = Markup(self._grade_piece.render(source=source))  # noqa: S704 - a template's
        return piece

    def _chain(self, chain: Chain) -> Markup:
        piece = self._chains.get(chain.key)
        if piece is None:
            piece = self._chains[chain.key] = Markup(self._chain_piece.render(chain=chain))  # noqa: S704 - a template's
        return piece

    def _feed(self, feed: FeedLink) -> Markup:
        piece = self._feeds.get(feed.scope)
        if piece is None:
            piece = self._feeds[feed.scope] = Markup(self._feed_piece.render(feed=feed))  # noqa: S704 - a template's
        return piece
