"""Sources: every paragraph accounted for, no source recorded twice, and no record that nothing uses.

Quotes are left to `evidence`.
"""

from collections.abc import Iterator, Sequence

from dossier.check.references import REPEATED_REFERENCE
from dossier.evidence.problems import PARAGRAPH_PAST_END
from dossier.library import Library
from dossier.library.corpus import RecordKind
from dossier.model.words import ends
from dossier.problem import Area, Code, Place, Problem

UNUSED_SOURCE = Code(
    "unused-source",
    Area.CORPUS,
    "warning",
    "No claim cites a source.",
    "Cite it where it supports or denies a claim.",
)
UNUSED_ORIGIN = Code(
    "unused-origin",
    Area.CORPUS,
    "warning",
    "No evidence names an origin, and no other origin goes back to it.",
    "Name it in the evidence that goes back to it, or take it out.",
)
UNUSED_PARTY = Code(
    "unused-party",
    Area.CORPUS,
    "warning",
    "No claim and no person names a party.",
    "Name it in the claims that are its position, act or statement, or take it out.",
)
SAME_SOURCE_TWICE = Code(
    "same-source-twice",
    Area.CORPUS,
    "warning",
    "Two source records have one address or one text.",
    "Keep one record and let all evidence cite it.",
)
PARAGRAPH_UNACCOUNTED = Code(
    "paragraph-unaccounted",
    Area.EVIDENCE,
    "warning",
    "A paragraph of a source is neither cited by a claim nor left out with a reason.",
    "Cite it, or list it under `left_out` with the reason.",
)
LEFT_OUT_AND_CITED = Code(
    "left-out-and-cited",
    Area.EVIDENCE,
    "error",
    "A paragraph is listed as left out although a claim cites it.",
    "Take it off `left_out`.",
)

_NAMED_AT_MOST = 20


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of the coverage of sources, of sources recorded twice, and of unused records."""
    yield from _twice(library)
    for source_id in library.sources:
        yield from _left_out(source_id, library)
    # A brief that could not be read may use any of them.
    if not library.corpus.any_unread("brief"):
        unused = [*_gaps(library), *_unused(library)]
        # An id that leads nowhere may mean any record of its kind.
        misnamed = _misnamed_kinds(library) if unused else frozenset()
        yield from (problem for kind, problem in unused if kind not in misnamed)


_Unused = tuple[RecordKind, Problem]


def _misnamed_kinds(library: Library) -> frozenset[RecordKind]:
    """Return the kinds of records of which some named id leads nowhere."""
    corpus = library.corpus
    misnamed: set[RecordKind] = set()
    for linked in library.claims.values():
        claim = linked.claim
        for evidence in claim.evidence:
            if evidence.source not in corpus.sources:
                misnamed.add("source")
            if evidence.origin not in corpus.origins:
                misnamed.add("origin")
        if claim.party and claim.party not in corpus.parties:
            misnamed.add("party")
        if claim.said_by and claim.said_by not in corpus.people:
            misnamed.add("person")
    if any(below not in corpus.origins for origin in corpus.origins.values() for below in origin.depends_on):
        misnamed.add("origin")
    if any(person.party and person.party not in corpus.parties for person in corpus.people.values()):
        misnamed.add("party")
    return frozenset(misnamed)


def _gaps(library: Library) -> Iterator[_Unused]:
    # Of a text that has several versions, only one need be cited.
    versions = {source.version_of for source in library.sources.values()} | {
        source_id for source_id, source in library.sources.items() if source.version_of is not None
    }
    for source_id, source in library.sources.items():
        cited = {evidence.paragraph for _, evidence in library.cited_by_source[source_id]}
        if not cited and source_id in versions:
            continue
        if not cited:
            at = library.corpus.place("source", source_id)
            yield "source", Problem(UNUSED_SOURCE, f'no claim cites the source "{source_id}"', at)
            continue
        fingerprint = library.corpus.fingerprints.get(source_id)
        # A fingerprint of another source says nothing of this one's paragraphs.
        if fingerprint is None or fingerprint.source != source_id:
            continue
        cited.update(*(left_out.numbers for left_out in source.left_out))
        unread = [number for number in range(1, len(fingerprint.paragraphs) + 1) if number not in cited]
        if unread:
            which, are = ("paragraph", "is") if len(unread) == 1 else ("paragraphs", "are")
            yield (
                "source",
                Problem(
                    PARAGRAPH_UNACCOUNTED,
                    f'{which} {_runs(unread)} of "{source_id}" {are} neither cited by a claim nor left out',
                    library.corpus.place("source", source_id, "left_out"),
                    f"cite what it says in a claim, or list it under `left_out` with the reason: {_listed(unread)}",
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
        for index, named in enumerate(left_out.paragraphs):
            first, to = ends(named)
            paragraphs = range(first, to + 1)
            wrong = next((one for one in paragraphs if one in cited or one in seen or (last and one > last)), None)
            # One range that is wrong is one problem, at its first paragraph that is.
            if wrong is not None:
                at = library.corpus.place("source", source_id, "left_out", number, "paragraphs", index)
                yield _left_out_problem(source_id, wrong, cited.get(wrong), wrong in seen, last, at)
            seen.update(paragraphs)


def _left_out_problem(source_id: str, paragraph: int, by: str | None, again: bool, last: int, at: Place) -> Problem:
    if by is not None:
        message = f'paragraph {paragraph} of "{source_id}" is left out, yet "{by}" cites it'
        return Problem(LEFT_OUT_AND_CITED, message, at, "take it off `left_out`")
    if again:
        message = f'paragraph {paragraph} of "{source_id}" is left out twice'
        return Problem(REPEATED_REFERENCE, message, at, "remove one of the two")
    message = f'paragraph {paragraph} is left out, yet "{source_id}" has only {last}'
    return Problem(PARAGRAPH_PAST_END, message, at)


def _twice(library: Library) -> Iterator[Problem]:
    corpus = library.corpus
    first: dict[tuple[str, str], str] = {}
    for source_id, source in sorted(library.sources.items()):
        for key, value, what in (
            ("url", source.url if source.version_of is None else None, "address"),
            ("text_sha256", source.text_sha256, "text"),
            ("archive_file", source.archive_file, "file in the archive"),
        ):
            other = first.setdefault((key, value), source_id) if value else source_id
            if other != source_id:
                yield Problem(
                    SAME_SOURCE_TWICE,
                    f'source "{source_id}" has the same {what} as "{other}"',
                    corpus.place("source", source_id, key),
                    related=(("the first one", corpus.place("source", other, key)),),
                )
                break


def _unused(library: Library) -> Iterator[_Unused]:
    place = library.corpus.place
    for origin_id, origin in library.origins.items():
        if not origin.is_nobodys and not library.cited_by_origin[origin_id] and not library.dependents[origin_id]:
            message = f'no evidence names the origin "{origin_id}"'
            yield "origin", Problem(UNUSED_ORIGIN, message, place("origin", origin_id, "id"))
    belong = {person.party for person in library.people.values()}
    for party_id in library.parties:
        if not library.claims_by_party[party_id] and party_id not in belong:
            yield (
                "party",
                Problem(UNUSED_PARTY, f'no claim names the party "{party_id}"', place("party", party_id, "id")),
            )


def _listed(paragraphs: Sequence[int]) -> str:
    """Return paragraphs as `left_out` takes them, ready to paste."""
    return f"`paragraphs: [{', '.join(_parts(paragraphs))}]`"


def _runs(paragraphs: Sequence[int]) -> str:
    told = _parts(paragraphs)
    more = len(told) - _NAMED_AT_MOST
    if more > 0:
        return f"{', '.join(told[:_NAMED_AT_MOST])} and {more} more"
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _parts(paragraphs: Sequence[int]) -> list[str]:
    runs: list[list[int]] = []
    for paragraph in paragraphs:
        if runs and paragraph == runs[-1][-1] + 1:
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
    return [
        part for run in runs for part in ([f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    ]
