"""Pages of sources: the record, how it came by its story, what became of each paragraph, and what cites it.

Never shows a source's text; it shows what our record, our claims and the fingerprint know of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from dossier.evidence import archived_copy
from dossier.library import FiledClaim, Library, address
from dossier.model import Evidence
from dossier.pages import phrase
from dossier.pages.cite import Cite, cite
from dossier.pages.desk import Desk
from dossier.pages.line import Line, line
from dossier.pages.page import Link, Page, Toc
from dossier.pages.period import LINES, Period, PeriodLink, links, split
from dossier.pages.plain import plain
from dossier.pages.provenance import Chain, SourceCard, card


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph of the coverage strip. `state` is "cited", "left out" or "not read"."""

    number: int
    state: str
    reason: str
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many paragraphs met one fate, in words, and what that fate is."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Bent:
    """A place where the source bends what its origin said."""

    paragraph: int
    drift: str
    claim: Link
    origin: Link


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and the claims that rest on it."""

    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source record and all that hangs on it. `archived` is the address of a look-up, not of a copy known to exist."""

    card: SourceCard
    basis: str
    accessed: str
    language: str
    authors: str
    directness: str
    directness_note: str
    leaning: str
    rights: str
    abstract: str
    archived: str
    chains: tuple[Chain, ...]
    cells: tuple[Cell, ...]
    tallies: tuple[Tally, ...]
    bends: tuple[Bent, ...]
    passages: tuple[Passage, ...]
    claims_words: str
    checks: tuple[str, ...]
    cite: Cite
    toc: tuple[Toc, ...]


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


_RIGHTS = {
    "link-only": "The text belongs to its publisher and is not shown here.",
    "full-text": "The text may be republished.",
}


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the list of sources, in several pages where it is long, and the page of each source."""
    library = desk.library
    newest_first = sorted(library.sources, key=lambda each: (library.sources[each].published, each), reverse=True)
    yield from _lists(desk, newest_first)
    for source_id in newest_first:
        source = library.sources[source_id]
        topics = {topic for filed, _ in library.cited_by_source[source_id] for topic in filed.claim.topics}
        yield Page(
            address=address.source(source_id),
            kind="source",
            template="pages/source.html",
            title=f"{source.outlet}: {source.title}",
            description=phrase.clipped(
                f"How {source.outlet} came by its story, what rests on it, and where it bends. {plain(source.abstract)}",
                200,
            ),
            build=partial(_view, desk, source_id),
            feeds=desk.feeds(),
            label="Source",
            topics=tuple(link.words for topic, link in desk.topics.items() if topic in topics),
            modified=_modified(desk, source_id),
        )


def _modified(desk: Desk, source_id: str) -> str:
    return max((desk.changed(filed.id) for filed, _ in desk.library.cited_by_source[source_id]), default="")


def _lists(desk: Desk, source_ids: Sequence[str]) -> Iterator[Page]:
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


def _view(desk: Desk, source_id: str) -> SourceView:
    library = desk.library
    source = library.sources[source_id]
    cited = library.cited_by_source[source_id]
    source_card = card(source_id, source)
    cells = tuple(
        Cell(
            each.paragraph,
            each.state,
            each.left_out,
            tuple(Link(library.claims[claim].address, _short(library.claims[claim])) for claim in each.claims),
        )
        for each in library.coverage(source_id).paragraphs
    )
    chains = {evidence.origin: desk.chain(evidence.origin, source_id) for _, evidence in cited}
    bends = tuple(_bends(desk, source_id))
    toc = []
    if cells:
        toc.append(Toc("coverage", "What became of each paragraph"))
    if bends:
        toc.append(Toc("drift", "Where it bends what its origin said"))
    toc += [
        Toc("claims", "What rests on it"),
        Toc("checks", "How its quotes were checked"),
        Toc("cite", "Cite this page"),
    ]
    return SourceView(
        card=source_card,
        basis=source.published_basis,
        accessed=source.accessed or "",
        language=source.language,
        authors=phrase.listed(source.authors),
        directness=phrase.DIRECTNESS[source.directness],
        directness_note=source.directness_note or "",
        leaning=source.leaning or "",
        rights=_RIGHTS[source.rights],
        abstract=source.abstract,
        archived=archived_copy(source.url),
        chains=tuple(each for _, each in sorted(chains.items()) if each is not None),
        cells=cells,
        tallies=tuple(_tallies(cells)),
        bends=bends,
        passages=tuple(_passages(desk, source_id)),
        claims_words=phrase.count(len({filed.id for filed, _ in cited}), "claim"),
        checks=tuple(_checks(library, source_id)),
        cite=cite(library, f"{source.outlet}: {source.title}", source_card.address, _modified(desk, source_id)),
        toc=tuple(toc),
    )


def _short(filed: FiledClaim) -> str:
    return filed.claim.short or phrase.clipped(filed.claim.text, 80)


def _tallies(cells: Sequence[Cell]) -> Iterator[Tally]:
    for state, words in (("cited", "cited"), ("left out", "left out, with a reason"), ("not read", "not yet read")):
        number = sum(1 for cell in cells if cell.state == state)
        if number:
            yield Tally(f"{number} {words}", state)


def _bends(desk: Desk, source_id: str) -> Iterator[Bent]:
    for filed, evidence in desk.library.cited_by_source[source_id]:
        origin = desk.library.origins.get(evidence.origin)
        if evidence.drift and origin is not None:
            yield Bent(
                evidence.paragraph,
                evidence.drift,
                Link(filed.address, _short(filed)),
                Link(address.origin(evidence.origin), origin.name),
            )


def _passages(desk: Desk, source_id: str) -> Iterator[Passage]:
    cited = desk.library.cited_by_source[source_id]
    for number, group in groupby(cited, key=lambda each: each[1].paragraph):
        claims = {filed.id: filed for filed, _ in group}
        yield Passage(number, tuple(line(desk, filed) for filed in claims.values()))


def _checks(library: Library, source_id: str) -> Iterator[str]:
    """Yield sentences on how many quotes passed which check, and what could not be checked."""
    quotes = {(each.paragraph, each.quote): each for _, each in library.cited_by_source[source_id]}
    states = [library.verification(each) for each in quotes.values()]
    held = sorted({state.on for state in states if state.by == "archive"})
    if held:
        number = sum(1 for state in states if state.by == "archive")
        one = "stands" if number == 1 else "stand"
        dates = phrase.listed(phrase.date_words(each) for each in held)
        yield f"{phrase.count(number, 'quote')} {one} word for word in the archived text, as checked on {dates}."
    fitting = sum(1 for state in states if state.by == "fingerprint")
    if fitting:
        one = "fits" if fitting == 1 else "fit"
        more = "; none is on record as held" if not held else "; not yet on record as held"
        yield f"{phrase.count(fitting, 'quote')} {one} the fingerprint of the paragraph{more} against the archived text."
    unchecked = sum(1 for state in states if state.by is None)
    if unchecked:
        yield f"{phrase.count(unchecked, 'quote')} could not be checked."
    if library.sources[source_id].text_sha256:
        yield "The archived text is told by its SHA-256, which stands in the record."
