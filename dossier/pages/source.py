"""Pages of sources: the record, how it came by its story, where it bends it, and what became of each paragraph.

It shows our record of a source, our claims and the fingerprint, and no text of the source but short quotes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dossier.evidence import archived_copy, cover
from dossier.linked import LinkedClaim, LinkedOrigin, LinkedSource, Named, address
from dossier.model import Drift, Evidence, Settings, Source
from dossier.pages import jsonld, source_state
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_line import Line, line
from dossier.pages.counts import newest_change
from dossier.pages.drift import Difference, differences, drift_words
from dossier.pages.page import Link, Page, Toc, feed_links, sections
from dossier.pages.pagination import PeriodLink
from dossier.pages.provenance import Chain, SourceCard, card, chain
from dossier.pages.quote_checks import checks
from dossier.wording import counted, phrase, remarks, titles
from dossier.wording.labels import DIRECTNESS, PAGE_KIND, PASSAGE, RIGHTS
from dossier.wording.languages import name_of
from dossier.wording.strip_markdown import plain


@dataclass(frozen=True, slots=True)
class Way:
    """One way by which the source came by what it tells, and how many claims came by it.

    `inferred` says of how many of them the editors infer it, or is empty.
    """

    chain: Chain
    claims: str
    inferred: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim that rests on a paragraph, and how the paragraph differs from what its origin said, in words or empty."""

    line: Line
    drift: str
    bends: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. `state` is "cited", "left out" or "not read", `state_words` the same for readers; `words` say it in full.

    `drift` says how it differs from what its origin said, in words or empty; `bends` that it bends it. `claims` rest on it. Where a source has more of them than one page bears, they stand on another page, at `elsewhere`.
    """

    number: int
    state: str
    state_words: str
    words: str
    bends: bool
    drift: str
    claims: tuple[Cited, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source record and all that hangs on it. `archived` is the address of a look-up, not of a copy known to exist.

    `standing` says how it stands with its publisher; `versions` are other versions of its text.

    `tallies` say how many paragraphs met which fate. `passages` are empty where nobody knows how many there are, and
    nothing is cited. `parts` are further pages, if there are any.
    """

    card: SourceCard
    basis: str
    accessed: str
    language: str
    authors: str
    directness: str
    directness_note: str
    leaning: str
    rights: str
    sha256: str
    abstract: str
    archived: str
    standing: tuple[str, ...]
    versions: tuple[Link, ...]
    ways: tuple[Way, ...]
    bends: tuple[Difference, ...]
    omissions: tuple[Difference, ...]
    differences: tuple[Difference, ...]
    is_counted: bool
    passages: tuple[Passage, ...]
    tallies: str
    parts: tuple[PeriodLink, ...]
    claims_words: str
    checks: tuple[str, ...]
    cite: Cite
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class SourcePartView:
    """A further page of a source that very many claims cite: some of its paragraphs, with the claims."""

    source: Link
    passages: tuple[Passage, ...]
    parts: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


class Citation(NamedTuple):
    """A claim that cites a source, and which piece of its evidence does, counted from 0."""

    claim: LinkedClaim
    number: int

    @property
    def evidence(self) -> Evidence:
        """The piece of evidence that cites the source."""
        return self.claim.claim.evidence[self.number]


class Cell(NamedTuple):
    """A claim that rests on a paragraph."""

    paragraph: int
    claim: LinkedClaim


class PartSize(NamedTuple):
    """A further page of a source: the first and the last of its paragraphs, and how many lines it has."""

    first: int
    last: int
    lines: int


class Version(NamedTuple):
    """Another version of a source's text; `dated` is empty if nobody knows its date."""

    id: str
    title: str
    dated: str


@dataclass(frozen=True, slots=True)
class SourceMatter:
    """A source with all that cites it, by paragraph, then newest first.

    `origins` are those that evidence from it names, by id. `parts` are empty unless its lines are too many for one page;
    then `elsewhere` gives for each cited paragraph the number of the part on which it starts. `topics` are those of its
    claims.
    """

    source: LinkedSource
    citations: tuple[Citation, ...]
    origins: Mapping[str, LinkedOrigin]
    topics: tuple[Named, ...]
    parts: tuple[PartSize, ...]
    versions: tuple[Version, ...]
    elsewhere: Mapping[int, int]

    @property
    def address(self) -> str:
        """The page's address."""
        return self.source.address

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change(citation.claim for citation in self.citations)


@dataclass(frozen=True, slots=True)
class SourcePartMatter:
    """A further page of a source: number `number` of its parts, and the lines on it."""

    source: LinkedSource
    number: int
    cells: tuple[Cell, ...]
    parts: tuple[PartSize, ...]

    @property
    def address(self) -> str:
        """The page's address."""
        return f"{_base(self.source.id)}{self.number}/"

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change(cell.claim for cell in self.cells)


def _base(source_id: str) -> str:
    return f"{address.source(source_id)}part/"


def _title(source: Source) -> str:
    return f"{source.outlet}: {source.title}"


def source_page(matter: SourceMatter, settings: Settings) -> Page:
    """Return the page of a source."""
    source = matter.source.record
    return Page(
        address=matter.address,
        kind="source",
        template="pages/source.html",
        title=_title(source),
        description=phrase.clipped(
            f"{titles.about_source(source.outlet)} {plain(source.abstract)}",
            200,
        ),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        label=PAGE_KIND["source"],
        topics=tuple(topic.name for topic in matter.topics),
        modified=phrase.moment_or_empty(matter.modified),
        linked=lambda: (jsonld.text(settings, matter.source),),
    )


def part_page(matter: SourcePartMatter, settings: Settings) -> Page:
    """Return a further page of a source."""
    words = _part_words(matter.parts[matter.number - 1])
    return Page(
        address=matter.address,
        kind="source-part",
        template="pages/source-part.html",
        title=f"{_title(matter.source.record)}: {words}",
        description=titles.about_source_part(words),
        build=partial(_part_view, matter),
        feeds=feed_links(settings),
        label=PAGE_KIND["source"],
        modified=phrase.moment_or_empty(matter.modified),
        searched=False,
    )


def cells(citations: Iterable[Citation]) -> tuple[Cell, ...]:
    """Return paragraphs with the claims that rest on them, each pair once."""
    found = {(each.evidence.paragraph, each.claim.id): each.claim for each in citations}
    return tuple(Cell(paragraph, linked) for (paragraph, _), linked in found.items())


def _part_words(part: PartSize) -> str:
    return titles.paragraphs(part.first, part.last)


def _part_links(source_id: str, parts: Iterable[PartSize]) -> tuple[PeriodLink, ...]:
    base = _base(source_id)
    return tuple(
        PeriodLink(f"{base}{number}/", _part_words(part), counted.lines(part.lines))
        for number, part in enumerate(parts, start=1)
    )


def _view(matter: SourceMatter, settings: Settings) -> SourceView:
    source, citations = matter.source.record, matter.citations
    ways = tuple(_ways(matter))
    drifts = tuple(differences((each.evidence for each in matter.citations), matter.origins))
    passages = tuple(_passages(matter))
    is_counted = matter.source.fingerprint is not None
    left_out = {"story": not ways, "drift": not drifts}
    anchors = (anchor for anchor in titles.SOURCE_SECTIONS if not left_out.get(anchor))
    return SourceView(
        card=card(matter.source),
        basis=source.published_basis,
        accessed=source.accessed or "",
        language=name_of(source.language),
        authors=phrase.listed(source.authors),
        directness=DIRECTNESS[source.directness],
        directness_note=source.directness_note or "",
        leaning=source.leaning or "",
        rights=RIGHTS[source.rights],
        sha256=source.text_sha256 or "",
        abstract=source.abstract,
        archived=archived_copy(source.url),
        standing=tuple(source_state.of_source(source)),
        versions=tuple(_versions(matter)),
        ways=ways,
        bends=tuple(shown for drift, shown in drifts if drift.is_bend),
        omissions=tuple(shown for drift, shown in drifts if drift.kind == "omits"),
        differences=tuple(shown for drift, shown in drifts if drift.kind is None),
        is_counted=is_counted,
        passages=passages,
        tallies=_tallies(passages, is_counted=is_counted),
        parts=_part_links(matter.source.id, matter.parts),
        claims_words=counted.claims(len({each.claim.id for each in citations})),
        checks=tuple(checks(matter.source, (each.evidence for each in citations))),
        cite=cite(settings, _title(source), matter.address, phrase.moment_or_empty(matter.modified)),
        toc=sections(titles.SOURCE_SECTIONS, *anchors),
    )


def _versions(matter: SourceMatter) -> Iterator[Link]:
    """Yield the other versions of a source's text, the oldest first."""
    for each in sorted(matter.versions, key=lambda version: (version.dated, version.id)):
        when = phrase.date_words(each.dated) or phrase.date_unknown()
        yield Link(address.source(each.id), f"{each.title}, {when}")


def _ways(matter: SourceMatter) -> Iterator[Way]:
    """Yield the chains behind a source, the one that most claims came by first, and those that nobody is named in last."""
    claims: dict[str, set[str]] = {}
    denied: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for each in matter.citations:
        evidence = each.evidence
        claims.setdefault(evidence.origin, set()).add(each.claim.id)
        if evidence.support == "denies":
            denied.setdefault(evidence.origin, set()).add(each.claim.id)
        if evidence.origin_basis == "stated":
            named.setdefault(evidence.origin, set()).add(each.claim.id)
    origins = matter.origins
    last = {each for each in claims if each in origins and origins[each].record.is_nobodys}
    for origin, came in sorted(claims.items(), key=lambda pair: (pair[0] in last, -len(pair[1]), pair[0])):
        if origin in origins:
            found = chain(origins[origin], matter.source)
            unnamed = 0 if found.nobodys or found.is_own else len(came - named.get(origin, set()))
            against = len(denied.get(origin, ()))
            counts = [counted.claims(len(came) - against)] if len(came) > against else []
            counts += [counted.claims_denied(against)] if against else []
            yield Way(found, " · ".join(counts), remarks.inferred(unnamed, len(came)) if unnamed else "")


def _passages(matter: SourceMatter) -> Iterator[Passage]:
    """Yield all paragraphs, and where nobody knows how many there are, those that are cited."""
    source_id = matter.source.id
    claims: dict[int, list[LinkedClaim]] = {}
    for paragraph, linked in cells(matter.citations):
        claims.setdefault(paragraph, []).append(linked)
    base = _base(source_id)
    elsewhere = {paragraph: f"{base}{part}/#p{paragraph}" for paragraph, part in matter.elsewhere.items()}
    drifts: dict[int, list[Drift]] = {}
    for each in matter.citations:
        if each.evidence.drift:
            drifts.setdefault(each.evidence.paragraph, []).append(each.evidence.drift)
    cited = [(each.evidence.paragraph, each.claim.id) for each in matter.citations]
    coverage = cover(matter.source.record, matter.source.fingerprint, cited)
    reasons = {each.paragraph: (each.state, each.left_out) for each in coverage.paragraphs}
    for number in sorted(reasons.keys() | claims.keys()):
        state, reason = reasons.get(number, ("cited", ""))
        here = claims.get(number, [])
        words = counted.cited_by(len(here)) if here else reason or remarks.not_read()
        shown = () if elsewhere else tuple(_cited(source_id, number, here))
        drift = drifts.get(number, [])
        bends = any(each.is_bend for each in drift)
        yield Passage(number, state, PASSAGE[state], words, bends, drift_words(drift), shown, elsewhere.get(number, ""))


def _cited(source_id: str, number: int, claims: Iterable[LinkedClaim]) -> Iterator[Cited]:
    for linked in claims:
        here = (each for each in linked.claim.evidence if each.source == source_id and each.paragraph == number)
        drifts = [each.drift for each in here if each.drift]
        yield Cited(line(linked), drift_words(drifts), any(drift.is_bend for drift in drifts))


def _tallies(passages: Sequence[Passage], *, is_counted: bool) -> str:
    if not is_counted:
        return ""
    found = [
        remarks.TALLY.filled(state, number=number)
        for state in remarks.TALLY
        if (number := sum(1 for passage in passages if passage.state == state))
    ]
    return f"{counted.paragraphs(len(passages))}: {', '.join(found)}"


def _part_view(matter: SourcePartMatter) -> SourcePartView:
    source_id = matter.source.id
    claims: dict[int, list[LinkedClaim]] = {}
    for paragraph, linked in matter.cells:
        claims.setdefault(paragraph, []).append(linked)
    shown = {number: tuple(_cited(source_id, number, members)) for number, members in claims.items()}
    return SourcePartView(
        source=Link(matter.source.address, _title(matter.source.record)),
        passages=tuple(
            Passage(number, "cited", PASSAGE["cited"], "", any(each.bends for each in members), "", members, "")
            for number, members in shown.items()
        ),
        parts=_part_links(source_id, matter.parts),
        here=matter.address,
    )
