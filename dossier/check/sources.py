"""Sources: every paragraph accounted for, and no record, party, person or origin that nothing uses.

Never looks at quotes.
"""

from collections.abc import Iterator

from dossier.evidence import Coverage
from dossier.library import Library
from dossier.library.corpus import Kind
from dossier.problem import Place, Problem

_NAMED_AT_MOST = 20


def check(library: Library) -> Iterator[Problem]:
    """Yield gaps in the coverage of sources, sources that are recorded twice, and whatever is used by nothing."""
    yield from _twice(library)
    # What a brief cites that could not be read nobody knows, and an id that is misspelt may have meant any other.
    whole = not library.corpus.any_unread("brief")
    lost = _lost(library) if whole else frozenset()
    for source_id in library.sources:
        coverage = library.coverage(source_id)
        yield from _left_out(source_id, coverage, library)
        if whole and "source" not in lost:
            yield from _gaps(source_id, coverage, library)
    if whole:
        yield from _unused(library, lost)


def _lost(library: Library) -> frozenset[Kind]:
    """Return the kinds of which an id is named that leads nowhere."""
    corpus = library.corpus
    lost: set[Kind] = set()
    for filed in library.claims.values():
        claim = filed.claim
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


def _gaps(source_id: str, coverage: Coverage, library: Library) -> Iterator[Problem]:
    if not library.cited_by_source[source_id]:
        yield Problem(
            "unused-source",
            f'no claim cites the source "{source_id}"',
            library.corpus.place("source", source_id),
        )
        return
    fingerprint = library.corpus.fingerprints.get(source_id)
    unread = coverage.unread
    # The paragraphs of another source's fingerprint are not this one's.
    if unread and fingerprint is not None and fingerprint.source == source_id:
        which = "paragraph" if len(unread) == 1 else "paragraphs"
        yield Problem(
            "paragraph-unaccounted",
            f'{which} {_runs(unread)} of "{source_id}" are neither cited by a claim nor left out'
            if len(unread) > 1
            else f'{which} {_runs(unread)} of "{source_id}" is neither cited by a claim nor left out',
            library.corpus.place("source", source_id, "left_out"),
            "cite what it says in a claim, or list it under `left_out` with the reason",
        )


def _left_out(source_id: str, coverage: Coverage, library: Library) -> Iterator[Problem]:
    corpus = library.corpus
    cited = set(coverage.overlaps)
    seen: set[int] = set()
    for number, left_out in enumerate(library.sources[source_id].left_out):
        for index, paragraph in enumerate(left_out.paragraphs):
            at = corpus.place("source", source_id, "left_out", number, "paragraphs", index)
            if paragraph in cited:
                by = coverage.paragraphs[paragraph - 1].claims[0]
                yield Problem(
                    "left-out-and-cited",
                    f'paragraph {paragraph} of "{source_id}" is left out, yet "{by}" cites it',
                    at,
                    "take it off `left_out`",
                )
            elif paragraph in seen:
                yield Problem(
                    "repeated-reference",
                    f'paragraph {paragraph} of "{source_id}" is left out twice',
                    at,
                    "remove one of the two",
                )
            elif coverage.paragraphs and paragraph > len(coverage.paragraphs):
                yield Problem(
                    "paragraph-past-end",
                    f'paragraph {paragraph} is left out, yet "{source_id}" has only {len(coverage.paragraphs)}',
                    at,
                )
            seen.add(paragraph)


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


def _unused(library: Library, lost: frozenset[Kind]) -> Iterator[Problem]:
    corpus = library.corpus
    if "origin" not in lost:
        for origin_id, origin in library.origins.items():
            if origin.kind != "bucket" and not library.cited_by_origin[origin_id] and not library.dependents[origin_id]:
                yield _idle(
                    "origin", f'no evidence names the origin "{origin_id}"', corpus.place("origin", origin_id, "id")
                )
    if "party" not in lost:
        belong = {person.party for person in library.people.values()}
        for party_id in library.parties:
            if not library.claims_by_party[party_id] and party_id not in belong:
                yield _idle("party", f'no claim names the party "{party_id}"', corpus.place("party", party_id, "id"))
    if "person" not in lost:
        for person_id in library.people:
            if not library.claims_by_person[person_id]:
                yield _idle("person", f'no claim was said by "{person_id}"', corpus.place("person", person_id, "id"))


def _idle(kind: str, message: str, at: Place) -> Problem:
    return Problem(f"unused-{kind}", message, at)


def _runs(paragraphs: tuple[int, ...]) -> str:
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
