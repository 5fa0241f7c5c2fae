"""Pages of sources: the record, how it came by its story, where it bends it, and what became of each paragraph.

Never shows a source's text; it shows what our record, our claims and the fingerprint know of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.evidence import archived_copy
from dossier.linked import LinkedClaim, address
from dossier.pages import jsonld
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_line import Line, line
from dossier.pages.context import Context
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import LINES, PeriodLink
from dossier.pages.provenance import Chain, SourceCard, card
from dossier.pages.quote_checks import checks
from dossier.pages.source_list import list_pages
from dossier.wording import phrase
from dossier.wording.languages import name_of
from dossier.wording.strip_markdown import plain


@dataclass(frozen=True, slots=True)
class Way:
    """One way by which the source came by what it tells, how many claims came by it, and whether the editors infer it."""

    chain: Chain
    claims: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Bent:
    """One way in which the source bends what an origin said, and the paragraphs where it does."""

    drift: str
    paragraphs: tuple[int, ...]
    origin: Link


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim that rests on a paragraph. `bends` says that the paragraph bends what its origin said."""

    line: Line
    bends: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. `state` is "cited", "left out" or "not read"; `words` say it in full.

    `claims` rest on it. Where a source has more of them than one page bears, they stand on another page, at `elsewhere`.
    """

    number: int
    state: str
    words: str
    bends: bool
    claims: tuple[Cited, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source record and all that hangs on it. `archived` is the address of a look-up, not of a copy known to exist.

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
    ways: tuple[Way, ...]
    bends: tuple[Bent, ...]
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


_RIGHTS = {
    "link-only": "The text belongs to its publisher and is not shown here.",
    "full-text": "The text may be republished.",
}


def pages(context: Context) -> Iterator[Page]:
    """Yield the list of sources, and the page of each with those of its parts where it has any."""
    library = context.library
    newest_first = sorted(library.sources, key=lambda each: (library.sources[each].published, each), reverse=True)
    yield from list_pages(context, newest_first)
    for source_id in newest_first:
        yield from _pages_of(context, source_id)


def _pages_of(context: Context, source_id: str) -> Iterator[Page]:
    library = context.library
    source = library.sources[source_id]
    topics = {topic for linked, _ in library.cited_by_source[source_id] for topic in linked.claim.topics}
    title = f"{source.outlet}: {source.title}"
    parts = _parts(context, source_id)
    modified = _modified(context, source_id)
    yield Page(
        address=address.source(source_id),
        kind="source",
        template="pages/source.html",
        title=title,
        description=phrase.clipped(
            f"How {source.outlet} came by its story, what rests on it, and where it bends. {plain(source.abstract)}",
            200,
        ),
        build=partial(_view, context, source_id, parts),
        feeds=context.feeds(),
        label="Source",
        topics=tuple(link.words for topic, link in context.topics.items() if topic in topics),
        modified=modified,
        linked=lambda: (jsonld.text(context, source_id),),
    )
    for link, part in zip(_part_links(source_id, parts), parts, strict=True):
        yield Page(
            address=link.address,
            kind="source-part",
            template="pages/source-part.html",
            title=f"{title}: {link.words}",
            description=f"Claims that rest on {link.words} of this source.",
            build=partial(_part_view, context, source_id, parts, part, link.address),
            feeds=context.feeds(),
            label="Source",
            modified=modified,
            searched=False,
        )


def _modified(context: Context, source_id: str) -> str:
    return max((context.changed(linked.id) for linked, _ in context.library.cited_by_source[source_id]), default="")


_Pair = tuple[int, LinkedClaim]


def _pairs(context: Context, source_id: str) -> list[_Pair]:
    """Return paragraphs with the claims that rest on them, each pair once."""
    cited = context.library.cited_by_source[source_id]
    pairs = {(evidence.paragraph, linked.id): linked for linked, evidence in cited}
    return [(paragraph, linked) for (paragraph, _), linked in pairs.items()]


def _parts(context: Context, source_id: str) -> list[list[_Pair]]:
    """Return the pairs of each further page; none where all of them fit on the first."""
    cited = context.library.cited_by_source[source_id]
    if len(cited) <= LINES:
        return []
    pairs = _pairs(context, source_id)
    return [pairs[start : start + LINES] for start in range(0, len(pairs), LINES)] if len(pairs) > LINES else []


def _part_links(source_id: str, parts: Sequence[Sequence[_Pair]]) -> tuple[PeriodLink, ...]:
    base = f"{address.source(source_id)}part/"
    found = []
    for number, pairs in enumerate(parts, start=1):
        first, last = pairs[0][0], pairs[-1][0]
        words = f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"
        found.append(PeriodLink(f"{base}{number}/", words, phrase.count(len(pairs), "line")))
    return tuple(found)


def _view(context: Context, source_id: str, parts: Sequence[Sequence[_Pair]]) -> SourceView:
    library = context.library
    source = library.sources[source_id]
    cited = library.cited_by_source[source_id]
    source_card = card(source_id, source)
    ways = tuple(_ways(context, source_id))
    bends = tuple(_bends(context, source_id))
    passages = tuple(_passages(context, source_id, parts))
    is_counted = source_id in library.corpus.fingerprints
    toc = [Toc("story", "How it came by its story")] if ways else []
    toc.append(Toc("record", "The record"))
    if bends:
        toc.append(Toc("drift", "Where it bends what its origin said"))
    toc += [
        Toc("coverage", "Paragraph by paragraph"),
        Toc("checks", "How its quotes were checked"),
        Toc("cite", "Cite this page"),
    ]
    return SourceView(
        card=source_card,
        basis=source.published_basis,
        accessed=source.accessed or "",
        language=name_of(source.language),
        authors=phrase.listed(source.authors),
        directness=phrase.DIRECTNESS[source.directness],
        directness_note=source.directness_note or "",
        leaning=source.leaning or "",
        rights=_RIGHTS[source.rights],
        sha256=source.text_sha256 or "",
        abstract=source.abstract,
        archived=archived_copy(source.url),
        ways=ways,
        bends=bends,
        is_counted=is_counted,
        passages=passages,
        tallies=_tallies(passages, is_counted=is_counted),
        parts=_part_links(source_id, parts),
        claims_words=phrase.count(len({linked.id for linked, _ in cited}), "claim"),
        checks=tuple(checks(library, source_id)),
        cite=cite(library, f"{source.outlet}: {source.title}", source_card.address, _modified(context, source_id)),
        toc=tuple(toc),
    )


def _ways(context: Context, source_id: str) -> Iterator[Way]:
    """Yield the chains behind a source, the one that most claims came by first, and those that nobody is named in last."""
    claims: dict[str, set[str]] = {}
    named: set[str] = set()
    for linked, evidence in context.library.cited_by_source[source_id]:
        claims.setdefault(evidence.origin, set()).add(linked.id)
        if evidence.origin_basis == "stated":
            named.add(evidence.origin)
    origins = context.library.origins
    buckets = {each for each in claims if each in origins and origins[each].kind == "bucket"}
    for origin, came in sorted(claims.items(), key=lambda pair: (pair[0] in buckets, -len(pair[1]), pair[0])):
        chain = context.chain(origin, source_id)
        if chain is not None:
            inferred = origin not in named and not chain.is_bucket and not chain.is_own
            yield Way(chain, phrase.count(len(came), "claim"), inferred)


def _bends(context: Context, source_id: str) -> Iterator[Bent]:
    """Yield what the source bends, each way once, in the order of the paragraphs where it first does."""
    found: dict[tuple[str, str], dict[int, None]] = {}
    for _, evidence in context.library.cited_by_source[source_id]:
        if evidence.drift and evidence.origin in context.library.origins:
            found.setdefault((evidence.drift, evidence.origin), {})[evidence.paragraph] = None
    for (drift, origin), paragraphs in found.items():
        yield Bent(drift, tuple(paragraphs), Link(address.origin(origin), context.library.origins[origin].name))


def _passages(context: Context, source_id: str, parts: Sequence[Sequence[_Pair]]) -> Iterator[Passage]:
    """Yield all paragraphs, and where nobody knows how many there are, those that are cited."""
    claims: dict[int, list[LinkedClaim]] = {}
    for paragraph, linked in _pairs(context, source_id):
        claims.setdefault(paragraph, []).append(linked)
    elsewhere = {
        paragraph: f"{link.address}#p{paragraph}"
        for link, pairs in reversed(list(zip(_part_links(source_id, parts), parts, strict=True)))
        for paragraph, _ in pairs
    }
    bent = {evidence.paragraph for _, evidence in context.library.cited_by_source[source_id] if evidence.drift}
    reasons = {each.paragraph: (each.state, each.left_out) for each in context.library.coverage(source_id).paragraphs}
    for number in sorted(reasons.keys() | claims.keys()):
        state, reason = reasons.get(number, ("cited", ""))
        here = claims.get(number, [])
        words = f"cited by {phrase.count(len(here), 'claim')}" if here else reason or "not yet read"
        shown = () if elsewhere else tuple(_cited(source_id, number, here, context))
        yield Passage(number, state, words, number in bent, shown, elsewhere.get(number, ""))


def _cited(source_id: str, number: int, claims: Sequence[LinkedClaim], context: Context) -> Iterator[Cited]:
    for linked in claims:
        here = (each for each in linked.claim.evidence if each.source == source_id and each.paragraph == number)
        yield Cited(line(context, linked), any(each.drift for each in here))


def _tallies(passages: Sequence[Passage], *, is_counted: bool) -> str:
    if not is_counted:
        return ""
    found = [
        f"{number} {words}"
        for state, words in (("cited", "cited"), ("left out", "left out, with a reason"), ("not read", "not yet read"))
        if (number := sum(1 for passage in passages if passage.state == state))
    ]
    return f"{phrase.count(len(passages), 'paragraph')}: {', '.join(found)}"


def _part_view(
    context: Context, source_id: str, parts: Sequence[Sequence[_Pair]], part: Sequence[_Pair], here: str
) -> SourcePartView:
    source = context.library.sources[source_id]
    claims: dict[int, list[LinkedClaim]] = {}
    for paragraph, linked in part:
        claims.setdefault(paragraph, []).append(linked)
    shown = {number: tuple(_cited(source_id, number, members, context)) for number, members in claims.items()}
    return SourcePartView(
        source=Link(address.source(source_id), f"{source.outlet}: {source.title}"),
        passages=tuple(
            Passage(number, "cited", "", any(each.bends for each in members), members, "")
            for number, members in shown.items()
        ),
        parts=_part_links(source_id, parts),
        here=here,
    )
