"""The lists of sources: each with its grade, how it came by its story and how much of it is accounted for.

Never sorts by grade: the newest comes first, and a grade is told in words beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.library import Library
from dossier.linked import address
from dossier.model import Evidence
from dossier.pages.context import Context
from dossier.pages.listing import Stretch, listing
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import PeriodLink
from dossier.wording import phrase


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
    """All sources, newest first; `periods` are empty unless they are too many for one page.

    `has_method` says that there is a page on how evidence is checked.
    """

    title: str
    words: str
    sources: tuple[SourceLine, ...]
    cut: str
    periods: tuple[PeriodLink, ...]
    here: str
    has_method: bool
    toc: tuple[Toc, ...] = ()


def list_pages(context: Context, source_ids: Sequence[str]) -> Iterator[Page]:
    """Yield the list of these sources, given newest first, in several pages where it is long."""
    sources = context.library.sources
    told = "Every source with its grade, how it came by its story and how much of it is accounted for"
    view = partial(_list_view, context)
    yield from listing(context, address.SOURCES, told, source_ids, lambda each: sources[each].published, "source", view)


def _list_view(context: Context, stretch: Stretch[str]) -> SourcesView:
    return SourcesView(
        title=stretch.title,
        words=stretch.words,
        sources=tuple(_source_line(context, each) for each in stretch.shown),
        cut=stretch.cut,
        periods=stretch.links,
        here=stretch.here,
        has_method="method/" in context.written,
    )


def _source_line(context: Context, source_id: str) -> SourceLine:
    library = context.library
    source = library.sources[source_id]
    cited = library.cited_by_source[source_id]
    claims = {linked.id for linked, _ in cited}
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
