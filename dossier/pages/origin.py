"""Pages of origins: what each is and rests on, who passed it on, and what falls with it if it is wrong.

A relay is no second origin: the tree shows who repeats whom.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dossier.evidence import independence
from dossier.linked import LinkedClaim, Named, address
from dossier.model import Origin, Settings
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_groups import Month, months_of
from dossier.pages.counts import newest_change
from dossier.pages.listing import Listing, listing_page
from dossier.pages.origin_tree import Tree, TreeNode, tree
from dossier.pages.page import Link, Page, Toc, feed_links
from dossier.pages.pagination import PeriodLink, Periods, links, period_words
from dossier.wording import phrase

_FEW = 60


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin. `falls` are the claims that would have no independent origin left; `leans` those that would have fewer."""

    name: str
    kind: str
    nobodys: str
    speaker: str
    seen_by: str
    unnamed_sources: bool
    publisher: str
    date: str
    url: str
    rests_on: str
    caveats: tuple[str, ...]
    behind: tuple[Link, ...]
    status: str
    status_reason: str
    tree: Tree
    claims_count: int
    months: tuple[Month, ...]
    periods: tuple[PeriodLink, ...]
    falls: tuple[Link, ...]
    falls_count: int
    leans_count: int
    cite: Cite
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class OriginPeriodView:
    """A further page of an origin: what rests on it in one period."""

    origin: Link
    words: str
    months: tuple[Month, ...]
    periods: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An origin in a list."""

    origin: Link
    kind: str
    publisher: str
    date: str
    status: str
    counts: str


@dataclass(frozen=True, slots=True)
class OriginsView:
    """All origins: those that count, newest first, then what is nobody's report and never does."""

    origins: tuple[OriginLine, ...]
    nobodys: tuple[OriginLine, ...]
    words: str
    title: str
    cut: str
    periods: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


class ListedOrigin(NamedTuple):
    """An origin in a list: how many claims rest on it, through how many sources, and when the newest of them changed."""

    id: str
    origin: Origin
    claims: int
    sources: int
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class OriginsMatter:
    """A page of the list of origins that count. `nobodys` are all the others; pages of periods leave them out."""

    listing: Listing[ListedOrigin]
    nobodys: tuple[ListedOrigin, ...]

    @property
    def address(self) -> str:
        """The page's address."""
        return self.listing.address

    @property
    def modified(self) -> datetime | None:
        """When the newest change that it may show was published."""
        return self.listing.modified


@dataclass(frozen=True, slots=True)
class OriginMatter:
    """An origin with the claims that rest on it, newest first. `nodes` are the origin and all that depend on it.

    `periods` are empty unless the claims are too many for one page.
    """

    id: str
    origin: Origin
    speaker: str
    behind: tuple[Named, ...]
    claims: tuple[LinkedClaim, ...]
    nodes: Mapping[str, TreeNode]
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return address.origin(self.id)

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change(self.claims)


@dataclass(frozen=True, slots=True)
class OriginPeriodMatter:
    """The claims of one period that rest on an origin, newest first."""

    origin: Named
    key: str
    claims: tuple[LinkedClaim, ...]
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return f"{_base(self.origin.id)}{self.key}/"

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change(self.claims)


def _base(origin_id: str) -> str:
    return f"{address.origin(origin_id)}year/"


def origins_page(matter: OriginsMatter, settings: Settings) -> Page:
    """Return a page of the list of origins."""
    told = "Who first reported or said what the claims rest on"
    return listing_page(matter.listing, settings, told, lambda *_: _list_view(matter))


def origin_page(matter: OriginMatter, settings: Settings) -> Page:
    """Return the page of an origin."""
    origin = matter.origin
    rests = f" It rests on {origin.rests_on}." if origin.rests_on else ""
    return Page(
        address=matter.address,
        kind="origin",
        template="pages/origin.html",
        title=origin.name,
        description=phrase.clipped(f"Who passed on {origin.name}, and which claims rest on it.{rests}", 200),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        label="Origin",
        modified=phrase.moment_or_empty(matter.modified),
    )


def period_page(matter: OriginPeriodMatter, settings: Settings) -> Page:
    """Return the page of one period of an origin."""
    name, words = matter.origin.name, period_words(matter.key)
    return Page(
        address=matter.address,
        kind="origin-period",
        template="pages/origin-period.html",
        title=f"{name}: {words}",
        description=f"Claims that rest on {name}: {words}.",
        build=partial(_period_view, matter),
        feeds=feed_links(settings),
        label="Origin",
        modified=phrase.moment_or_empty(matter.modified),
        searched=False,
    )


def _list_view(matter: OriginsMatter) -> OriginsView:
    listing = matter.listing
    return OriginsView(
        origins=tuple(_origin_line(each) for each in listing.shown),
        nobodys=tuple(_origin_line(each) for each in matter.nobodys),
        words=listing.words("origin"),
        title=listing.title,
        cut=listing.cut,
        periods=listing.links("origin"),
        here=listing.address,
    )


def _origin_line(entry: ListedOrigin) -> OriginLine:
    origin, claims = entry.origin, entry.claims
    rest = f"{phrase.count(claims, 'claim')} {'rests' if claims == 1 else 'rest'} on it"
    counts = f"{rest}, passed on by {phrase.count(entry.sources, 'source')}" if claims else "no claim rests on it"
    return OriginLine(
        origin=Link(address.origin(entry.id), origin.name),
        kind=phrase.ORIGIN_KIND[origin.kind],
        publisher=origin.publisher or "",
        date=origin.date or "",
        status="" if origin.status == "current" else origin.status,
        counts=counts,
    )


def _view(matter: OriginMatter, settings: Settings) -> OriginView:
    origin, claims, periods = matter.origin, matter.claims, matter.periods
    falls, leans = _consequences(matter.id, claims)
    toc = [Toc("relays", "Who passed it on"), Toc("claims", "What rests on it")]
    if falls or leans:
        toc.insert(1, Toc("falls", "What falls with it"))
    return OriginView(
        name=origin.name,
        kind=phrase.ORIGIN_KIND[origin.kind],
        nobodys=phrase.NOBODYS.get(origin.kind, ""),
        speaker=matter.speaker,
        seen_by=origin.seen_by or "",
        unnamed_sources=origin.unnamed_sources,
        publisher=origin.publisher or "",
        date=origin.date or "",
        url=origin.url or "",
        rests_on=origin.rests_on or "",
        caveats=origin.caveats,
        behind=tuple(Link(address.origin(each.id), each.name) for each in matter.behind),
        status="" if origin.status == "current" else origin.status,
        status_reason=origin.status_reason or "",
        tree=tree(matter.id, matter.nodes),
        claims_count=len(claims),
        months=months_of(claims[:_FEW] if periods else claims, newest_first=True),
        periods=links(periods, _base(matter.id), "claim", near=""),
        falls=tuple(Link(linked.address, linked.claim.text) for linked in falls[:_FEW]),
        falls_count=len(falls),
        leans_count=leans,
        cite=cite(settings, origin.name, matter.address, phrase.moment_or_empty(matter.modified)),
        toc=(*toc, Toc("cite", "Cite this page")),
    )


def _period_view(matter: OriginPeriodMatter) -> OriginPeriodView:
    return OriginPeriodView(
        origin=Link(address.origin(matter.origin.id), matter.origin.name),
        words=phrase.count(len(matter.claims), "claim"),
        months=months_of(matter.claims, newest_first=True),
        periods=links(matter.periods, _base(matter.origin.id), "claim", near=matter.address),
        here=matter.address,
    )


def _consequences(origin_id: str, claims: Sequence[LinkedClaim]) -> tuple[list[LinkedClaim], int]:
    """Return the claims that would have no independent origin without this one, and how many would have fewer."""
    falls, leans = [], 0
    for linked in claims:
        if linked.independence.count:
            left = independence(linked.claim.evidence, linked.origins, frozenset((origin_id,))).count
            if not left:
                falls.append(linked)
            elif left < linked.independence.count:
                leans += 1
    return falls, leans
