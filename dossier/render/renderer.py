"""Renders planned pages: a claim's piece once, however many pages show it, and each page from its pieces.

Files are left to `pipeline` and frames to `frames`; every link of this site stands behind the mark `ROOT_MARK`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from dossier.linked import LinkedClaim, address
from dossier.model import Settings
from dossier.pages import FeedLink, Page, Toc
from dossier.pages.cite import Cite, cite_claim
from dossier.pages.claim_piece import view_claim
from dossier.pages.jsonld import graph, picture_of
from dossier.pages.provenance import Chain
from dossier.pages.social_card import HEIGHT, WIDTH
from dossier.render.environment import make_environment
from dossier.render.script import json_script

CONTENT = "_content"
"""The id of the element that "skip to content" leads to. No claim can have it: ids have no underscore."""
_ID = "\ue001"
_LEVEL = "\ue002"
_CITE = "\ue003"
_KEPT = 8192
"""Pieces that are kept at most, some 5 KB each. Pages of one time come one after another, so older ones are done with."""
_FORMS = Cite(text="\ue004", bibtex="\ue005", csl="\ue006")


@dataclass(frozen=True, slots=True)
class Body:
    """What a page puts into its frame: the article's HTML, what goes into the head beside the frame's own, its contents."""

    html: str
    head: str
    toc: tuple[Toc, ...]


class Renderer:
    """Renders the pages of one site. Fork after the plan is made, or make one a worker: it is not shared."""

    def __init__(
        self, templates: Path | Sequence[Path], settings: Settings, cards: Mapping[str, str] | None = None
    ) -> None:
        """Make a renderer with the templates in folders. `cards` are the addresses of pictures, and what they show."""
        self._settings = settings
        self._cards = cards or {}
        self._environment = make_environment(templates)
        self._environment.globals.update(settings=settings, id_mark=_ID, level_mark=_LEVEL, cite_mark=_CITE)
        self._environment.filters.update(claim=self.claim, chain=self._chain, feed=self._feed)
        self._claim = self._environment.get_template("pieces/claim.html")
        # Filled by hand: a claim has one, and there are six claims a brief.
        self._cite_piece = self._environment.get_template("pieces/cite-claim.html").render(citation=_FORMS)
        self._chain_piece = self._environment.get_template("pieces/chain.html")
        self._feed_piece = self._environment.get_template("pieces/feed.html")
        self._head = self._environment.get_template("pieces/head.html")
        self._written_head = self._environment.get_template("pieces/head-written.html")
        self._card_piece = self._environment.get_template("pieces/card.html")
        self._pieces: dict[str, str] = {}
        self._chains: dict[str, Markup] = {}
        self._feeds: dict[str, Markup] = {}
        self._pictures: dict[str, Markup] = {}

    def page(self, page: Page) -> Body:
        """Return a page's body, head and table of contents."""
        view = page.view
        template = self._environment.get_template(page.template)
        told = json_script(graph(page, self._settings, self._cards)) if page.listed else Markup("")
        head = self._head.render(page=page, linked=told, picture=self._picture(page.address))
        return Body(template.render(page=page, view=view), head, view.toc)

    def head(self, feeds: Iterable[FeedLink]) -> str:
        """Return the head of a page that was not planned but written by hand, which advertises these feeds."""
        return self._written_head.render(feeds=feeds, picture=self._picture(address.HOME))

    def claim(self, linked: LinkedClaim, level: int, *, at_home: bool = False) -> Markup:
        """Return a claim's piece under a heading of the given level.

        At home, in its brief, its id is the local one, as its permalink says, and it tells how it is cited; elsewhere
        its id is the full one.
        """
        piece = self._pieces.get(linked.id)
        if piece is None:
            if len(self._pieces) == _KEPT:
                del self._pieces[next(iter(self._pieces))]
            piece = self._pieces[linked.id] = self._claim.render(claim=view_claim(linked, self._settings))
        name = linked.claim.id if at_home else linked.id
        cited = self._cited(cite_claim(self._settings, linked)) if at_home else ""
        return Markup(piece.replace(_ID, name).replace(_LEVEL, str(level)).replace(_CITE, cited))  # noqa: S704 - ids are words and hyphens

    def _picture(self, page_address: str) -> Markup:
        where = picture_of(page_address, self._cards)
        if where and where not in self._pictures:
            shown = {"address": where, "words": self._cards[where], "width": WIDTH, "height": HEIGHT}
            self._pictures[where] = Markup(self._card_piece.render(shown))  # noqa: S704 - a template's
        return self._pictures[where] if where else Markup("")

    def _cited(self, cite: Cite) -> str:
        piece = self._cite_piece
        for mark, text in ((_FORMS.text, cite.text), (_FORMS.bibtex, cite.bibtex), (_FORMS.csl, cite.csl)):
            piece = piece.replace(mark, str(escape(text)))
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
