"""Evidence: every quote stands in its paragraph, and every cited source has a fingerprint to check that by.

Never needs a source's text; where one is at hand it has the last word, and the fingerprint is not heard on the same quote.
"""

from collections.abc import Callable, Iterator

from dossier.check.archive import elsewhere, hold, place_of
from dossier.evidence import Fingerprint, Verdict
from dossier.library import Library
from dossier.library.library import Cited
from dossier.model import Evidence
from dossier.problem import Place, Problem, Span

ReadText = Callable[[str], bytes | None]
"""Gives the bytes of a file in the archive, by its name."""

_OF_LENGTH = ("too short", "too long")


def check(library: Library, read_text: ReadText | None = None) -> Iterator[Problem]:
    """Yield quotes that do not stand where they should, and fingerprints that are missing or not their record's.

    With `read_text` quotes have to stand verbatim in the archived texts, too.
    """
    yield from _orphans(library)
    for source_id in library.sources:
        yield from _fingerprint(source_id, library)
        has_text = False
        if read_text is not None:
            file = library.sources[source_id].archive_file
            holding = hold(source_id, library, read_text(file) if file else None)
            has_text = holding.text == "held"
            yield from holding.problems
        yield from quotes(source_id, library, has_text=has_text)


def quotes(source_id: str, library: Library, *, has_text: bool = False) -> Iterator[Problem]:
    """Yield a problem for each quote from a source that its fingerprint refuses; none where there is no fingerprint.

    Where quotes were held against the text itself, only their length is judged here.
    """
    fingerprint = library.corpus.fingerprints.get(source_id)
    if fingerprint is None or fingerprint.source != source_id:
        return
    for one in library.cited_by_source[source_id]:
        verdict = library.verdict(one[1])
        if verdict and not verdict.accepted and (verdict.outcome in _OF_LENGTH or not has_text):
            yield _refused(one, fingerprint, verdict, library)


def _refused(cited: Cited, fingerprint: Fingerprint, verdict: Verdict, library: Library) -> Problem:
    linked, evidence = cited
    who, at = f'claim "{linked.claim.id}"', place_of(cited)
    at_quote, at_paragraph = Place(at.file, (*at.path, "quote")), Place(at.file, (*at.path, "paragraph"))
    match verdict.outcome:
        case "too short" | "too long":
            words = "one word" if verdict.count == 1 else f"{verdict.count} words"
            code = "quote-too-short" if verdict.outcome == "too short" else "quote-too-long"
            return Problem(code, f'{who} quotes {words} of "{evidence.source}"; a quote has 4 to 15', at_quote)
        case "past the end":
            count = len(fingerprint.paragraphs)
            has = f"has only {count}" if count else "has none"
            message = f'{who} cites paragraph {evidence.paragraph} of "{evidence.source}", which {has}'
            hint = _where(verdict, evidence, library)
            return Problem("paragraph-past-end", message, at_paragraph, hint)
        case _:
            message = f'the quote of {who} does not stand in paragraph {evidence.paragraph} of "{evidence.source}"'
            where = at_paragraph if verdict.stands_in else at_quote
            return Problem("quote-not-in-paragraph", message, where, _where(verdict, evidence, library))


def _where(verdict: Verdict, evidence: Evidence, library: Library) -> str:
    cited = evidence.paragraph
    if len(verdict.stands_in) == 1:
        return f"it stands in paragraph {verdict.stands_in[0]}"
    if verdict.stands_in:
        named = [str(paragraph) for paragraph in verdict.stands_in]
        return f"it stands in paragraphs {', '.join(named[:-1])} and {named[-1]}"
    if other := elsewhere(evidence, library):
        return other
    if verdict.nearest is None:
        return ""
    fits = f"{verdict.fitting} of its {verdict.of} words fit"
    if verdict.nearest == cited and verdict.fitting == verdict.of:
        return "its words stand there, but not one behind the other as they do here: compare it with the text"
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
                "fingerprint-missing",
                f'source "{source_id}" has no fingerprint, so nobody can check the quotes from it',
                corpus.place("source", source_id),
                f"with the archive at hand: python build.py source fingerprint {source_id}",
            )
        return
    file = corpus.files.get(("fingerprint", source_id), "")
    if fingerprint.source != source_id:
        yield Problem(
            "fingerprint-mismatch",
            f'this is the fingerprint of "{fingerprint.source}", not of "{source_id}"',
            Span(file, 2, 1, 2, 1),
            f"with the archive at hand: python build.py source fingerprint {source_id}",
        )
    elif library.sources[source_id].text_sha256 is None:
        yield Problem(
            "fingerprint-mismatch",
            f'source "{source_id}" has a fingerprint and does not say of which text',
            corpus.place("source", source_id),
            f"if the text is the one that was fingerprinted, add: text_sha256: {fingerprint.text_sha256}",
        )
    elif library.sources[source_id].text_sha256 != fingerprint.text_sha256:
        yield Problem(
            "fingerprint-mismatch",
            f'the fingerprint of "{source_id}" was made of another text than the one that its record describes',
            corpus.place("source", source_id, "text_sha256"),
            f"with the archive at hand: python build.py source fingerprint {source_id}",
        )


def _orphans(library: Library) -> Iterator[Problem]:
    corpus = library.corpus
    for source_id in corpus.fingerprints:
        if source_id not in library.sources and corpus.can_lack("source", source_id):
            file = corpus.files.get(("fingerprint", source_id), "")
            yield Problem("fingerprint-mismatch", f'there is no source "{source_id}" for this fingerprint', Span(file))
