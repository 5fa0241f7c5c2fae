"""Picks what pages of sources and the list of sources show.

Wording it is left to `pages.source` and `pages.source_list`.
"""

from collections.abc import Collection, Iterator, Sequence

from dossier.library import Library
from dossier.linked import LinkedClaim, address
from dossier.model import Evidence
from dossier.pages.counts import newest_change
from dossier.pages.listing import listings
from dossier.pages.pagination import LINES
from dossier.pages.source import Cell, Citation, PartSize, SourceMatter, SourcePartMatter, Version, cells
from dossier.pages.source_list import ListedSource, SourcesMatter


def sources(library: Library) -> Iterator[SourceMatter | SourcePartMatter]:
    """Yield each source, newest first, and after it its parts where its lines fill several pages."""
    for source_id in _newest_first(library):
        linked = library.linked_sources[source_id]
        cited = library.cited_by_source[source_id]
        citations = tuple(Citation(claim, _number(claim, evidence)) for claim, evidence in cited)
        parts = _parts(cells(citations)) if len(citations) > LINES else []
        sizes = tuple(PartSize(part[0].paragraph, part[-1].paragraph, len(part)) for part in parts)
        named = {topic for citation in citations for topic in citation.claim.claim.topics}
        origins = library.linked_origins
        yield SourceMatter(
            source=linked,
            citations=citations,
            origins={each.origin: origins[each.origin] for _, each in cited if each.origin in origins},
            topics=tuple(topic for topic in library.all_topics if topic.id in named),
            parts=sizes,
            versions=tuple(_versions(library, source_id)),
            elsewhere={
                cell.paragraph: number for number, part in reversed(list(enumerate(parts, start=1))) for cell in part
            },
        )
        for number, part in enumerate(parts, start=1):
            yield SourcePartMatter(linked, number, tuple(part), sizes)


def sources_lists(library: Library, written: Collection[str]) -> Iterator[SourcesMatter]:
    """Yield the pages of the list of sources; `written` are the addresses of hand-written pages."""
    entries = [_entry(library, source_id) for source_id in _newest_first(library)]
    for listing in listings(
        address.SOURCES,
        entries,
        lambda entry: entry.source.dated,
        lambda entry: entry.changed,
        library.newest_change,
    ):
        yield SourcesMatter(listing, "method/" in written)


def _number(linked: LinkedClaim, evidence: Evidence) -> int:
    return next(number for number, each in enumerate(linked.claim.evidence) if each is evidence)


def _versions(library: Library, source_id: str) -> Iterator[Version]:
    """Yield the other versions of a source's text."""
    sources = library.sources
    oldest = sources[source_id].version_of or source_id
    for each, source in sources.items():
        if each != source_id and oldest in (each, source.version_of):
            yield Version(each, source.title, source.dated)


def _newest_first(library: Library) -> list[str]:
    return sorted(library.sources, key=lambda each: (library.sources[each].dated, each), reverse=True)


def _parts(found: Sequence[Cell]) -> list[Sequence[Cell]]:
    """Return the lines of each further page; none where all of them fit on the first."""
    return [found[start : start + LINES] for start in range(0, len(found), LINES)] if len(found) > LINES else []


def _entry(library: Library, source_id: str) -> ListedSource:
    cited = library.cited_by_source[source_id]
    source = library.linked_sources[source_id]
    quotes = {(evidence.paragraph, evidence.quote): evidence for _, evidence in cited}
    return ListedSource(
        id=source_id,
        source=source.record,
        claims=len({linked.id for linked, _ in cited}),
        bends=sum(1 for _, evidence in cited if evidence.drift and evidence.drift.is_bend),
        omissions=sum(1 for _, evidence in cited if evidence.drift and evidence.drift.kind == "omits"),
        unread=len(library.coverage(source_id).unread),
        quotes=len(quotes),
        held=tuple(sorted(day for day in map(source.verified_on, quotes.values()) if day)),
        changed=newest_change(linked for linked, _ in cited),
    )
