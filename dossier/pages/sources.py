"""The lists of sources: each with its grade, how it came by its story and how much of it is accounted for.

Never sorts by grade: the newest comes first, and a grade is told in words beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.library import Library, address
from dossier.model import Evidence
from dossier.pages import phrase
from dossier.pages.desk import Desk
from dossier.pages.page import Link, Page, Toc
from dossier.pages.period import LINES, Period, PeriodLink, links, split


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a list."""

    source: Link
    outlet: str
    published: str
    directness: str
    grade: str
    counts: str
    verified: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources, newest first; `periods` are empty unless they are too many for one page."""

    title: str
    words: str
    sources: tuple[SourceLine, ...]
    periods: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


def list_pages(desk: Desk, source_ids: Sequence[str]) -> Iterator[Page]:
    """Yield the list of these sources, given newest first, in several pages where it is long."""
    library = desk.library
    periods = split(source_ids, lambda each: library.sources[each].published, LINES)
    # A source may be called "2025", so the pages of years stand one step deeper.
    base = f"{address.SOURCES}year/"
    shown = [(address.SOURCES, "Sources", tuple(source_ids), "sources")]
    shown += [
        (link.address, f"Sources: {period.words}", period.members, "sources-period")
        for link, period in zip(links(periods, base, "source"), periods, strict=True)
    ]
    for here, title, members, kind in shown:
        yield Page(
            address=here,
            kind=kind,
            template="pages/sources.html",
            title=title,
            description=phrase.clipped(
                f"Every source with its grade, how it came by its story and how much of it is accounted for. "
                f"{library.settings.description}",
                200,
            ),
            build=partial(_list_view, desk, title, here, members, periods),
            feeds=desk.feeds(),
            label="Sources",
            modified=desk.newest_change,
        )


def _list_view(
    desk: Desk, title: str, here: str, source_ids: Sequence[str], periods: Sequence[Period[str]]
) -> SourcesView:
    return SourcesView(
        title=title,
        words=phrase.count(len(source_ids), "source"),
        sources=tuple(_source_line(desk, each) for each in source_ids[:LINES]),
        periods=links(periods, f"{address.SOURCES}year/", "source", near=here),
        here=here,
    )


def _source_line(desk: Desk, source_id: str) -> SourceLine:
    library = desk.library
    source = library.sources[source_id]
    cited = library.cited_by_source[source_id]
    claims = {filed.id for filed, _ in cited}
    bends = sum(1 for _, evidence in cited if evidence.drift)
    counts = [f"cited by {phrase.count(len(claims), 'claim')}" if claims else "not cited"]
    if bends:
        counts.append(f"bends its origin in {phrase.count(bends, 'place')}")
    unread = library.coverage(source_id).unread
    if unread:
        counts.append(f"{phrase.count(len(unread), 'paragraph')} not yet read")
    return SourceLine(
        source=Link(address.source(source_id), source.title),
        outlet=source.outlet,
        published=source.published,
        directness=phrase.DIRECTNESS[source.directness],
        grade=f"graded {source.reliability.grade}, {phrase.GRADES[source.reliability.grade]}",
        counts=" · ".join(counts),
        verified=_newest_check(library, [evidence for _, evidence in cited]),
    )


def _newest_check(library: Library, evidence: Sequence[Evidence]) -> str:
    return max((library.verification(each).on for each in evidence), default="")
