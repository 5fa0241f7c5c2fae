"""Checks that every quote stands in its paragraph, and that every cited source has its fingerprint.

Where a source's text is at hand, quotes are left to `archive`: the text is the stricter check.
"""

from collections.abc import Callable, Collection, Iterator

from dossier.check.archive import check_archive, evidence_place, other_sources_hint
from dossier.evidence import Fingerprint, Verdict
from dossier.evidence import problems as evidence_problems
from dossier.evidence.problems import FINGERPRINT_MISMATCH, PARAGRAPH_PAST_END
from dossier.library import Library
from dossier.library.library import Cited
from dossier.model import Evidence
from dossier.problem import Area, Code, Place, Problem, Span
from dossier.wording import phrase

QUOTE_TOO_SHORT = Code(
    "quote-too-short",
    Area.EVIDENCE,
    "error",
    "A quote has fewer than 4 words, so it could be in any text.",
    "Quote 4 to 15 words in a row from the paragraph.",
)
QUOTE_TOO_LONG = Code(
    "quote-too-long",
    Area.EVIDENCE,
    "error",
    "A quote has more than 15 words, which is more of somebody else's text than checking needs.",
    "Quote the 4 to 15 words that carry the claim; a second passage is a second piece of evidence.",
)
QUOTE_NOT_IN_PARAGRAPH = Code(
    "quote-not-in-paragraph",
    Area.EVIDENCE,
    "error",
    "A quote is not in the paragraph that it is said to be in.",
    "Correct the paragraph or the quote; `python build.py quote` finds both.",
)
FINGERPRINT_MISSING = Code(
    "fingerprint-missing",
    Area.EVIDENCE,
    "error",
    "A source is cited that has no fingerprint, so that nobody without its text could check the quotes.",
    "Make it with `python build.py source fingerprint`, with the archive at hand.",
)

ReadText = Callable[[str], bytes | None]
"""Returns the bytes of a file in the archive by its name, or None."""

_WRONG_LENGTH = ("too short", "too long")


def check(
    library: Library, read_text: ReadText | None = None, sound: Collection[bytes] = frozenset()
) -> Iterator[Problem]:
    """Yield quotes that do not stand where they should, and fingerprints that are missing or not their record's.

    With `read_text` quotes have to stand verbatim in the archived texts, too. `sound` are those of
    `Library.quotes_stamps` whose quotes are known to be right.
    """
    yield from _orphans(library)
    for source_id in library.sources:
        yield from _fingerprint(source_id, library)
        has_text = False
        if read_text is not None:
            file = library.sources[source_id].archive_file
            result = check_archive(source_id, library, read_text(file) if file else None)
            has_text = result.text == "compared"
            yield from result.problems
        if not sound or library.quotes_stamps[source_id] not in sound:
            yield from quotes(source_id, library, has_text=has_text)


def quotes(source_id: str, library: Library, *, has_text: bool = False) -> Iterator[Problem]:
    """Yield a problem for each quote from a source that does not match its fingerprint, if there is a fingerprint.

    With `has_text` the quotes are compared with the text elsewhere: then only their length is checked here.
    """
    fingerprint = library.corpus.fingerprints.get(source_id)
    if fingerprint is None or fingerprint.source != source_id:
        return
    for cited in library.cited_by_source[source_id]:
        verdict = library.verdict(cited[1])
        if verdict and not verdict.accepted and (verdict.outcome in _WRONG_LENGTH or not has_text):
            yield _quote_problem(cited, fingerprint, verdict, library)


def _quote_problem(cited: Cited, fingerprint: Fingerprint, verdict: Verdict, library: Library) -> Problem:
    linked, evidence = cited
    who, at = f'claim "{linked.claim.id}"', evidence_place(cited)
    at_quote, at_paragraph = Place(at.file, (*at.path, "quote")), Place(at.file, (*at.path, "paragraph"))
    match verdict.outcome:
        case "too short" | "too long":
            words = phrase.count(verdict.count, "word")
            code = QUOTE_TOO_SHORT if verdict.outcome == "too short" else QUOTE_TOO_LONG
            return Problem(code, f'{who} quotes {words} of "{evidence.source}"; a quote has 4 to 15', at_quote)
        case "past the end":
            count = len(fingerprint.paragraphs)
            has = f"has only {count}" if count else "has none"
            message = f'{who} cites paragraph {evidence.paragraph} of "{evidence.source}", which {has}'
            hint = _where_hint(verdict, evidence, library)
            return Problem(PARAGRAPH_PAST_END, message, at_paragraph, hint)
        case _:
            message = f'the quote of {who} does not stand in paragraph {evidence.paragraph} of "{evidence.source}"'
            where = at_paragraph if verdict.stands_in else at_quote
            return Problem(QUOTE_NOT_IN_PARAGRAPH, message, where, _where_hint(verdict, evidence, library))


def _where_hint(verdict: Verdict, evidence: Evidence, library: Library) -> str:
    cited = evidence.paragraph
    if verdict.stands_in:
        return evidence_problems.stands_in(verdict.stands_in)
    if other := other_sources_hint(evidence, library):
        return other
    if verdict.nearest is None:
        return ""
    fits = f"{verdict.matching} of its {verdict.total} words fit"
    if verdict.nearest == cited and verdict.matching == verdict.total:
        return "its words stand there, but not in a row: compare it with the text"
    if verdict.nearest == cited:
        return f"{fits} there: compare it with the text word by word"
    return f"the nearest passage is in paragraph {verdict.nearest}, where {fits}"


def _fingerprint(source_id: str, library: Library) -> Iterator[Problem]:
    corpus = library.corpus
    if not corpus.can_lack("fingerprint", source_id):
        return
    fingerprint = corpus.fingerprints.get(source_id)
    if fingerprint is None:
        if library.cited_by_source[source_id]:
            yield Problem(
                FINGERPRINT_MISSING,
                f'source "{source_id}" has no fingerprint, so nobody can check the quotes from it',
                corpus.place("source", source_id),
                f"with the archive at hand: python build.py source fingerprint {source_id}",
            )
        return
    file = corpus.files.get(("fingerprint", source_id), "")
    if fingerprint.source != source_id:
        yield Problem(
            FINGERPRINT_MISMATCH,
            f'this is the fingerprint of "{fingerprint.source}", not of "{source_id}"',
            Span(file, 2, 1, 2, 1),
            f"with the archive at hand: python build.py source fingerprint {source_id}",
        )
    elif library.sources[source_id].text_sha256 is None:
        yield Problem(
            FINGERPRINT_MISMATCH,
            f'source "{source_id}" has a fingerprint and does not say of which text',
            corpus.place("source", source_id),
            f"if the text is the one that was fingerprinted, add: text_sha256: {fingerprint.text_sha256}",
        )
    elif library.sources[source_id].text_sha256 != fingerprint.text_sha256:
        yield Problem(
            FINGERPRINT_MISMATCH,
            f'the fingerprint of "{source_id}" was made of another text than the one that its record describes',
            corpus.place("source", source_id, "text_sha256"),
            f"with the archive at hand: python build.py source fingerprint {source_id}",
        )


def _orphans(library: Library) -> Iterator[Problem]:
    corpus = library.corpus
    for source_id in corpus.fingerprints:
        if source_id not in library.sources and corpus.can_lack("source", source_id):
            file = corpus.files.get(("fingerprint", source_id), "")
            yield Problem(FINGERPRINT_MISMATCH, f'there is no source "{source_id}" for this fingerprint', Span(file))
