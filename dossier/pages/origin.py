"""Pages of origins: what each is and rests on, who passed it on, and what falls with it if it is wrong.

A relay is no second origin: the tree shows who repeats whom.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dossier.evidence import independence, is_supported, publisher_key
from dossier.linked import LinkedClaim, Named, address
from dossier.model import Origin, Person, Settings
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_groups import Month, months_of
from dossier.pages.counts import newest_change
from dossier.pages.listing import Listing, listing_page
from dossier.pages.origin_tree import Tree, TreeNode, tree
from dossier.pages.page import Link, Page, Toc, feed_links, person_link, sections
from dossier.pages.pagination import PeriodLink, Periods, links
from dossier.wording import counted, phrase, titles
from dossier.wording.basis import carrier, known_through
from dossier.wording.labels import NOBODYS, ORIGIN_KIND, ORIGIN_STATUS, PAGE_KIND

_FEW = 60


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin. `falls` are the claims that nothing else supports.

    Of the others `bared_count` would have no independent origin left, and `leans_count` would have fewer.
    """

    name: str
    kind: str
    nobodys: str
    speaker: Link | None
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
    denied: tuple[Month, ...]
    denied_words: str
    falls: tuple[Link, ...]
    falls_count: int
    bared_count: int
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
    """An origin in a list: how many claims rest on it and how many it denies, through how many sources.

    `changed` is when the newest of these claims changed.
    """

    id: str
    origin: Origin
    claims: int
    denied: int
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
    """An origin with the claims that rest on it and those that it denies, newest first.

    `nodes` are the origin and all that depend on it.

    `periods` are empty unless the claims are too many for one page.
    """

    id: str
    origin: Origin
    speaker: Person | None
    behind: tuple[Named, ...]
    claims: tuple[LinkedClaim, ...]
    denied: tuple[LinkedClaim, ...]
    nodes: Mapping[str, TreeNode]
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return address.origin(self.id)

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change((*self.claims, *self.denied))


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
    return listing_page(matter.listing, settings, lambda *_: _list_view(matter))


def origin_page(matter: OriginMatter, settings: Settings) -> Page:
    """Return the page of an origin."""
    origin = matter.origin
    return Page(
        address=matter.address,
        kind="origin",
        template="pages/origin.html",
        title=origin.name,
        description=phrase.clipped(titles.about_origin(origin.name, origin.rests_on or ""), 200),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        label=PAGE_KIND["origin"],
        modified=phrase.moment_or_empty(matter.modified),
    )


def period_page(matter: OriginPeriodMatter, settings: Settings) -> Page:
    """Return the page of one period of an origin."""
    name, words = matter.origin.name, titles.period(matter.key)
    return Page(
        address=matter.address,
        kind="origin-period",
        template="pages/origin-period.html",
        title=f"{name}: {words}",
        description=titles.about_origin_period(name, words),
        build=partial(_period_view, matter),
        feeds=feed_links(settings),
        label=PAGE_KIND["origin"],
        modified=phrase.moment_or_empty(matter.modified),
        searched=False,
    )


def _list_view(matter: OriginsMatter) -> OriginsView:
    listing = matter.listing
    return OriginsView(
        origins=tuple(_origin_line(each) for each in listing.shown),
        nobodys=tuple(_origin_line(each) for each in matter.nobodys),
        words=counted.origins(listing.total),
        title=listing.title,
        cut=listing.cut,
        periods=listing.links(counted.origins),
        here=listing.address,
    )


def _origin_line(entry: ListedOrigin) -> OriginLine:
    origin = entry.origin
    return OriginLine(
        origin=Link(address.origin(entry.id), origin.name),
        kind=ORIGIN_KIND[origin.kind],
        publisher=origin.publisher or "",
        date=origin.date or "",
        status=ORIGIN_STATUS[origin.status],
        counts=_counts(entry),
    )


def _counts(entry: ListedOrigin) -> str:
    words = [counted.resting(entry.claims, entry.sources)] if entry.claims or not entry.denied else []
    if entry.denied:
        words.append(counted.claims_denied(entry.denied))
    return " · ".join(words)


def _view(matter: OriginMatter, settings: Settings) -> OriginView:
    origin, claims, periods = matter.origin, matter.claims, matter.periods
    falls, bared, leans = ([], 0, 0) if origin.is_nobodys else _consequences(matter.id, claims)
    left_out = {"falls": not (falls or bared or leans), "denied": not matter.denied}
    anchors = (anchor for anchor in titles.ORIGIN_SECTIONS if not left_out.get(anchor))
    return OriginView(
        name=origin.name,
        kind=ORIGIN_KIND[origin.kind],
        nobodys=NOBODYS.get(origin.kind, ""),
        speaker=person_link(matter.speaker),
        seen_by=_seen_by(matter),
        unnamed_sources=origin.unnamed_sources,
        publisher=origin.publisher or "",
        date=origin.date or "",
        url=origin.url or "",
        rests_on=origin.rests_on or "",
        caveats=origin.caveats,
        behind=tuple(Link(address.origin(each.id), each.name) for each in matter.behind),
        status=ORIGIN_STATUS[origin.status],
        status_reason=origin.status_reason or "",
        tree=tree(matter.id, matter.nodes),
        claims_count=len(claims),
        months=months_of(claims[:_FEW] if periods else claims, newest_first=True),
        periods=links(periods, _base(matter.id), counted.claims, near=""),
        denied=months_of(matter.denied[:_FEW], newest_first=True),
        denied_words=counted.claims_denied(len(matter.denied)) if matter.denied else "",
        falls=tuple(Link(linked.address, linked.claim.text) for linked in falls[:_FEW]),
        falls_count=len(falls),
        bared_count=bared,
        leans_count=leans,
        cite=cite(settings, origin.name, matter.address, phrase.moment_or_empty(matter.modified)),
        toc=sections(titles.ORIGIN_SECTIONS, *anchors),
    )


def _period_view(matter: OriginPeriodMatter) -> OriginPeriodView:
    return OriginPeriodView(
        origin=Link(address.origin(matter.origin.id), matter.origin.name),
        words=counted.claims(len(matter.claims)),
        months=months_of(matter.claims, newest_first=True),
        periods=links(matter.periods, _base(matter.origin.id), counted.claims, near=matter.address),
        here=matter.address,
    )


def _consequences(origin_id: str, claims: Sequence[LinkedClaim]) -> tuple[list[LinkedClaim], int, int]:
    """Return the claims that nothing else supports, and how many others would have no or fewer independent origins."""
    falls, bared, leans, without = [], 0, 0, frozenset((origin_id,))
    for linked in claims:
        evidence, origins = linked.claim.evidence, linked.origins
        if not is_supported(evidence, origins, without):
            falls.append(linked)
        elif (left := independence(evidence, origins, without).count) < linked.independence.count:
            bared += not left
            leans += bool(left)
    return falls, bared, leans


def _seen_by(matter: OriginMatter) -> str:
    """Return who saw a document, and through whom we know of it."""
    if not matter.origin.seen_by:
        return ""
    carriers = dict.fromkeys(
        carrier(each.source.record.outlet, each.source.record.reliability.grade)
        for each in matter.nodes[matter.id].sources
        if publisher_key(each.source.record.outlet) != publisher_key(matter.origin.seen_by)
    )
    return known_through(matter.origin.seen_by, phrase.listed(carriers))
