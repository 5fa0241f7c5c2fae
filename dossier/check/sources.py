"""Sources: every paragraph accounted for, and no record, party, person or origin that nothing uses.

Never looks at quotes.
"""

from collections.abc import Iterator, Sequence

from dossier.library import Library
from dossier.library.corpus import Kind
from dossier.problem import Place, Problem

_NAMED_AT_MOST = 20


def check(library: Library) -> Iterator[Problem]:
    """Yield gaps in the coverage of sources, sources that are recorded twice, and whatever is used by nothing."""
    yield from _twice(library)
    for source_id in library.sources:
        yield from _left_out(source_id, library)
    # What a brief cites that could not be read, nobody knows.
    if not library.corpus.any_unread("brief"):
        idle = [*_gaps(library), *_unused(library)]
        # An id that leads nowhere may have meant any of its kind.
        lost = _lost(library) if idle else frozenset()
        yield from (problem for kind, problem in idle if kind not in lost)


_Idle = tuple[Kind, Problem]


def _lost(library: Library) -> frozenset[Kind]:
    """Return the kinds of which an id is named that leads nowhere."""
    corpus = library.corpus
    lost: set[Kind] = set()
    for linked in library.claims.values():
        claim = linked.claim
        for evidence in claim.evidence:
            if evidence.source not in corpus.sources:
                lost.add("source")
            if evidence.origin not in corpus.origins:
                lost.add("origin")
        if claim.party and claim.party not in corpus.parties:
            lost.add("party")
        if claim.said_by and claim.said_by not in corpus.people:
            lost.add("person")
    if any(below not in corpus.origins for origin in corpus.origins.values() for below in origin.depends_on):
        lost.add("origin")
    if any(person.party and person.party not in corpus.parties for person in corpus.people.values()):
        lost.add("party")
    return frozenset(lost)


def _gaps(library: Library) -> Iterator[_Idle]:
    for source_id, source in library.sources.items():
        cited = {evidence.paragraph for _, evidence in library.cited_by_source[source_id]}
        if not cited:
            at = library.corpus.place("source", source_id)
            yield "source", Problem("unused-source", f'no claim cites the source "{source_id}"', at)
            continue
        fingerprint = library.corpus.fingerprints.get(source_id)
        # The paragraphs of another source's fingerprint are not this one's.
        if fingerprint is None or fingerprint.source != source_id:
            continue
        cited.update(*(left_out.paragraphs for left_out in source.left_out))
        unread = [number for number in range(1, len(fingerprint.paragraphs) + 1) if number not in cited]
        if unread:
            which, are = ("paragraph", "is") if len(unread) == 1 else ("paragraphs", "are")
            yield (
                "source",
                Problem(
                    "paragraph-unaccounted",
                    f'{which} {_runs(unread)} of "{source_id}" {are} neither cited by a claim nor left out',
                    library.corpus.place("source", source_id, "left_out"),
                    "cite what it says in a claim, or list it under `left_out` with the reason",
                ),
            )


def _left_out(source_id: str, library: Library) -> Iterator[Problem]:
    if not library.sources[source_id].left_out:
        return
    cited = {evidence.paragraph: linked.id for linked, evidence in reversed(library.cited_by_source[source_id])}
    fingerprint = library.corpus.fingerprints.get(source_id)
    last = len(fingerprint.paragraphs) if fingerprint and fingerprint.source == source_id else 0
    seen: set[int] = set()
    for number, left_out in enumerate(library.sources[source_id].left_out):
        for index, paragraph in enumerate(left_out.paragraphs):
            if paragraph in cited or paragraph in seen or (last and paragraph > last):
                at = library.corpus.place("source", source_id, "left_out", number, "paragraphs", index)
                yield _stray(source_id, paragraph, cited.get(paragraph), paragraph in seen, last, at)
            seen.add(paragraph)


def _stray(source_id: str, paragraph: int, by: str | None, again: bool, last: int, at: Place) -> Problem:
    if by is not None:
        message = f'paragraph {paragraph} of "{source_id}" is left out, yet "{by}" cites it'
        return Problem("left-out-and-cited", message, at, "take it off `left_out`")
    if again:
        message = f'paragraph {paragraph} of "{source_id}" is left out twice'
        return Problem("repeated-reference", message, at, "remove one of the two")
    message = f'paragraph {paragraph} is left out, yet "{source_id}" has only {last}'
    return Problem("paragraph-past-end", message, at)


def _twice(library: Library) -> Iterator[Problem]:
    corpus = library.corpus
    first: dict[tuple[str, str], str] = {}
    for source_id, source in sorted(library.sources.items()):
        for key, value, what in (
            ("url", source.url, "address"),
            ("text_sha256", source.text_sha256, "text"),
            ("archive_file", source.archive_file, "file in the archive"),
        ):
            other = first.setdefault((key, value), source_id) if value else source_id
            if other != source_id:
                yield Problem(
                    "same-source-twice",
                    f'source "{source_id}" has the same {what} as "{other}"',
                    corpus.place("source", source_id, key),
                    related=(("the first one", corpus.place("source", other, key)),),
                )
                break


def _unused(library: Library) -> Iterator[_Idle]:
    place = library.corpus.place
    for origin_id, origin in library.origins.items():
        if origin.kind != "bucket" and not library.cited_by_origin[origin_id] and not library.dependents[origin_id]:
            message = f'no evidence names the origin "{origin_id}"'
            yield "origin", Problem("unused-origin", message, place("origin", origin_id, "id"))
    belong = {person.party for person in library.people.values()}
    for party_id in library.parties:
        if not library.claims_by_party[party_id] and party_id not in belong:
            yield (
                "party",
                Problem("unused-party", f'no claim names the party "{party_id}"', place("party", party_id, "id")),
            )
    for person_id in library.people:
        if not library.claims_by_person[person_id]:
            message = f'no claim was said by "{person_id}"'
            yield "person", Problem("unused-person", message, place("person", person_id, "id"))


def _runs(paragraphs: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for paragraph in paragraphs:
        if runs and paragraph == runs[-1][-1] + 1:
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    more = len(told) - _NAMED_AT_MOST
    if more > 0:
        return f"{', '.join(told[:_NAMED_AT_MOST])} and {more} more"
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
