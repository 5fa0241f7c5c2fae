"""Pages of origins: what each is and rests on, who passed it on, and what falls with it if it is wrong.

Never counts a relay as a second origin: the tree shows who repeats whom.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.evidence import independence
from dossier.library import Library
from dossier.linked import LinkedClaim, address
from dossier.model import Origin
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_groups import Month, date_of, months_of
from dossier.pages.context import Context
from dossier.pages.listing import Stretch, listing
from dossier.pages.origin_tree import Tree, tree
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import LINES, Period, PeriodLink, links, split
from dossier.wording import phrase

_FEW = 60


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin. `falls` are the claims that would have no independent origin left; `leans` those that would have fewer."""

    name: str
    kind: str
    is_bucket: bool
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
    """All origins: those that count, newest first, then the buckets, which never do."""

    origins: tuple[OriginLine, ...]
    buckets: tuple[OriginLine, ...]
    words: str
    title: str
    cut: str
    periods: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


def pages(context: Context) -> Iterator[Page]:
    """Yield the list of origins, in several pages where it is long, and the page of each with those of its periods."""
    library = context.library
    ordered = sorted(library.origins, key=lambda each: (library.origins[each].date or "", each), reverse=True)
    yield from _lists(context, ordered)
    for origin_id in ordered:
        yield from _pages_of(context, origin_id, library.origins[origin_id])


def _pages_of(context: Context, origin_id: str, origin: Origin) -> Iterator[Page]:
    claims = context.library.resting_on(origin_id)
    periods = split(claims, date_of, LINES)
    base = f"{address.origin(origin_id)}year/"
    rests = f" It rests on {origin.rests_on}." if origin.rests_on else ""
    page = Page(
        address=address.origin(origin_id),
        kind="origin",
        template="pages/origin.html",
        title=origin.name,
        description=phrase.clipped(f"Who passed on {origin.name}, and which claims rest on it.{rests}", 200),
        build=partial(_view, context, origin_id, claims, periods),
        feeds=context.feeds(),
        label="Origin",
        modified=max((context.changed(linked.id) for linked in claims), default=""),
    )
    yield page
    for link, period in zip(links(periods, base, "claim"), periods, strict=True):
        yield replace(
            page,
            address=link.address,
            kind="origin-period",
            template="pages/origin-period.html",
            title=f"{origin.name}: {period.words}",
            description=f"Claims that rest on {origin.name}: {period.words}.",
            build=partial(_period_view, context, origin_id, link.address, period, periods),
            searched=False,
        )


def _lists(context: Context, origin_ids: Sequence[str]) -> Iterator[Page]:
    origins = context.library.origins
    counting = [each for each in origin_ids if origins[each].kind != "bucket"]
    buckets = [each for each in origin_ids if origins[each].kind == "bucket"]
    told = "Who first reported or said what the claims rest on"
    view = partial(_list_view, context, buckets)
    yield from listing(context, address.ORIGINS, told, counting, lambda each: origins[each].date or "", "origin", view)


def _list_view(context: Context, buckets: Sequence[str], stretch: Stretch[str]) -> OriginsView:
    return OriginsView(
        origins=tuple(_origin_line(context, each) for each in stretch.shown),
        buckets=tuple(_origin_line(context, each) for each in buckets) if stretch.is_whole else (),
        words=stretch.words,
        title=stretch.title,
        cut=stretch.cut,
        periods=stretch.links,
        here=stretch.here,
    )


def _origin_line(context: Context, origin_id: str) -> OriginLine:
    library = context.library
    origin = library.origins[origin_id]
    # What the origin's own page counts: also what comes through others that pass it on.
    cited = [pair for each in library.leaning_on(origin_id) for pair in library.cited_by_origin[each]]
    claims = len({linked.id for linked, _ in cited})
    relays = phrase.count(len({evidence.source for _, evidence in cited}), "source")
    rest = f"{phrase.count(claims, 'claim')} {'rests' if claims == 1 else 'rest'} on it"
    counts = f"{rest}, passed on by {relays}" if claims else "no claim rests on it"
    return OriginLine(
        origin=Link(address.origin(origin_id), origin.name),
        kind=phrase.ORIGIN_KIND[origin.kind],
        publisher=origin.publisher or "",
        date=origin.date or "",
        status="" if origin.status == "current" else origin.status,
        counts=counts,
    )


def _view(
    context: Context, origin_id: str, claims: Sequence[LinkedClaim], periods: Sequence[Period[LinkedClaim]]
) -> OriginView:
    library = context.library
    origin = library.origins[origin_id]
    falls, leans = _consequences(library, origin_id, claims)
    page_address = address.origin(origin_id)
    toc = [Toc("relays", "Who passed it on"), Toc("claims", "What rests on it")]
    if falls or leans:
        toc.insert(1, Toc("falls", "What falls with it"))
    return OriginView(
        name=origin.name,
        kind=phrase.ORIGIN_KIND[origin.kind],
        is_bucket=origin.kind == "bucket",
        publisher=origin.publisher or "",
        date=origin.date or "",
        url=origin.url or "",
        rests_on=origin.rests_on or "",
        caveats=origin.caveats,
        behind=tuple(
            Link(address.origin(each), library.origins[each].name)
            for each in origin.depends_on
            if each in library.origins
        ),
        status="" if origin.status == "current" else origin.status,
        status_reason=origin.status_reason or "",
        tree=tree(context, origin_id),
        claims_count=len(claims),
        months=months_of(context, claims[:_FEW] if periods else claims, newest_first=True),
        periods=links(periods, f"{page_address}year/", "claim", near=""),
        falls=tuple(Link(linked.address, linked.claim.text) for linked in falls[:_FEW]),
        falls_count=len(falls),
        leans_count=leans,
        cite=cite(
            library, origin.name, page_address, max((context.changed(linked.id) for linked in claims), default="")
        ),
        toc=(*toc, Toc("cite", "Cite this page")),
    )


def _period_view(
    context: Context, origin_id: str, here: str, period: Period[LinkedClaim], periods: Sequence[Period[LinkedClaim]]
) -> OriginPeriodView:
    home = address.origin(origin_id)
    return OriginPeriodView(
        origin=Link(home, context.library.origins[origin_id].name),
        words=phrase.count(len(period.members), "claim"),
        months=months_of(context, period.members, newest_first=True),
        periods=links(periods, f"{home}year/", "claim", near=here),
        here=here,
    )


def _consequences(library: Library, origin_id: str, claims: Sequence[LinkedClaim]) -> tuple[list[LinkedClaim], int]:
    """Return the claims that would have no independent origin without this one, and how many would have fewer."""
    falls, leans = [], 0
    for linked in claims:
        if linked.independence.count:
            left = independence(linked.claim.evidence, library.origins, frozenset((origin_id,))).count
            if not left:
                falls.append(linked)
            elif left < linked.independence.count:
                leans += 1
    return falls, leans
