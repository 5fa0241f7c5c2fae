"""Evidence: every quote stands in its paragraph, as far as fingerprints can tell, and every cited source has one.

Never needs a source's text; `archive` has the rules for when it is at hand.
"""

from collections.abc import Iterator

from dossier.evidence import Fingerprint, Verdict, check_quote
from dossier.library import FiledClaim, Library
from dossier.model import Evidence
from dossier.problem import Problem, Span


def check(library: Library) -> Iterator[Problem]:
    """Yield quotes that do not stand where they should, and fingerprints that are missing or not their record's."""
    for source_id in library.sources:
        yield from _fingerprint(source_id, library)
    yield from _orphans(library)
    fingerprints = {
        source_id: fingerprint
        for source_id, fingerprint in library.corpus.fingerprints.items()
        if source_id in library.sources and fingerprint.source == source_id
    }
    for filed in library.claims.values():
        for number, evidence in enumerate(filed.claim.evidence):
            fingerprint = fingerprints.get(evidence.source)
            if fingerprint is not None:
                verdict = check_quote(fingerprint, evidence.paragraph, evidence.quote)
                if not verdict.accepted:
                    yield refused(filed, number, evidence, fingerprint, verdict)


def refused(filed: FiledClaim, number: int, evidence: Evidence, fingerprint: Fingerprint, verdict: Verdict) -> Problem:
    """Return the problem of a quote that its source's fingerprint does not accept."""
    who = f'claim "{filed.claim.id}"'
    at_quote, at_paragraph = filed.place("evidence", number, "quote"), filed.place("evidence", number, "paragraph")
    match verdict.outcome:
        case "too short" | "too long":
            words = "one word" if verdict.count == 1 else f"{verdict.count} words"
            code = "quote-too-short" if verdict.outcome == "too short" else "quote-too-long"
            return Problem(code, f'{who} quotes {words} of "{evidence.source}"; a quote has 4 to 15', at_quote)
        case "past the end":
            count = len(fingerprint.paragraphs)
            has = f"has only {count}" if count else "has none"
            message = f'{who} cites paragraph {evidence.paragraph} of "{evidence.source}", which {has}'
            return Problem("paragraph-past-end", message, at_paragraph, _where(verdict, evidence))
        case _:
            message = f'the quote of {who} does not stand in paragraph {evidence.paragraph} of "{evidence.source}"'
            at = at_paragraph if verdict.stands_in else at_quote
            return Problem("quote-not-in-paragraph", message, at, _where(verdict, evidence))


def _where(verdict: Verdict, evidence: Evidence) -> str:
    if len(verdict.stands_in) == 1:
        return f"it stands in paragraph {verdict.stands_in[0]}"
    if verdict.stands_in:
        named = [str(paragraph) for paragraph in verdict.stands_in]
        return f"it stands in paragraphs {', '.join(named[:-1])} and {named[-1]}"
    if verdict.nearest is None:
        return ""
    fits = f"{verdict.fitting} of its {verdict.of} words fit"
    if verdict.nearest == evidence.paragraph:
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
