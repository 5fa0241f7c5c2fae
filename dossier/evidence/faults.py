"""Turns what was found about quotes, fingerprints, the archive, origins and coverage into problems with their places.

Never finds anything itself, and never shows more of a text than the passage that a quote should have been.
"""

from collections.abc import Sequence

from dossier.evidence.coverage import Coverage
from dossier.evidence.finding import Found
from dossier.evidence.fingerprint import Fingerprint
from dossier.evidence.quote import FEWEST, MOST, Verdict
from dossier.evidence.verbatim import Verbatim
from dossier.model import Evidence, Origin, Source
from dossier.problem import Place, Problem

_ASK = "`python build.py quote` finds where words stand and prints the evidence ready to paste"
_GAPS = ("...", "…", "[", "]")


def below(place: Place, *path: str | int) -> Place:
    """Return the place of what `path` leads to inside a record."""
    return Place(place.file, (*place.path, *path))


def quote_fault(verdict: Verdict, evidence: Evidence, at: Place, elsewhere: Sequence[Found] = ()) -> Problem | None:
    """Return the problem of a quote that its source's fingerprint does not bear out; None if it does.

    `at` is the place of the evidence. `elsewhere` are paragraphs of other sources in which all of the quote stands.
    """
    match verdict.outcome:
        case "accepted":
            return None
        case "too short":
            message = f"the quote has {_words(verdict.count)}, and a quote has at least {FEWEST}"
            return Problem("quote-too-short", message, below(at, "quote"), "take in more of the sentence around it")
        case "too long":
            message = f"the quote has {_words(verdict.count)}, and a quote has at most {MOST}"
            hint = "keep the words that carry the claim; a second passage is a second piece of evidence"
            return Problem("quote-too-long", message, below(at, "quote"), hint)
        case "past the end":
            message = f'"{evidence.source}" has no paragraph {evidence.paragraph}'
            return Problem("paragraph-past-end", message, below(at, "paragraph"), _hint(verdict, evidence, elsewhere))
        case "not there":
            message = f'the quote does not stand in paragraph {evidence.paragraph} of "{evidence.source}"'
            place = below(at, "paragraph" if verdict.stands_in else "quote")
            return Problem("quote-not-in-paragraph", message, place, _hint(verdict, evidence, elsewhere))


def _hint(verdict: Verdict, evidence: Evidence, elsewhere: Sequence[Found]) -> str:
    if verdict.stands_in:
        return _stands_in(verdict.stands_in)
    if elsewhere:
        first = elsewhere[0]
        return f'all of it stands in "{first.source}", paragraph {first.paragraph}'
    if verdict.nearest is None:
        return _ASK
    fits = f"{verdict.fitting} of its {_words(verdict.of)} fit"
    if verdict.nearest == evidence.paragraph:
        return f"{fits} there: hold the quote against the text word by word"
    return f"paragraph {verdict.nearest} comes nearest: {fits} there"


def _stands_in(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"it stands in paragraph {numbers[0]}: write `paragraph: {numbers[0]}`"
    return f"it stands in paragraphs {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _words(count: int) -> str:
    return f"{count} word" if count == 1 else f"{count} words"


def verbatim_fault(verbatim: Verbatim, evidence: Evidence, at: Place) -> Problem | None:
    """Return the problem of a quote that the archived text does not bear out; None if it does. `at` as above."""
    if verbatim.outcome == "verbatim":
        return None
    if verbatim.outcome == "past the end":
        message = f'"{evidence.source}" has no paragraph {evidence.paragraph}'
        hint = _stands_in(verbatim.stands_in) if verbatim.stands_in else _ASK
        return Problem("paragraph-past-end", message, below(at, "paragraph"), hint)
    where = f'paragraph {evidence.paragraph} of the archived text of "{evidence.source}"'
    if verbatim.outcome == "cut":
        message = f"the quote begins or ends inside a word of {where}"
    else:
        message = f"the quote does not stand verbatim in {where}"
    if verbatim.stands_in:
        return Problem("quote-not-verbatim", message, below(at, "paragraph"), _stands_in(verbatim.stands_in))
    hint = _ASK
    if verbatim.reads:
        hint = f"the text reads: {verbatim.reads}"
    if any(gap in evidence.quote for gap in _GAPS):
        hint = "a quote is one unbroken run of the text: make two pieces of evidence of what is parted by an omission"
    return Problem("quote-not-verbatim", message, below(at, "quote"), hint)


def missing_fingerprint(source_id: str, at: Place) -> Problem:
    """Return the problem of a source without a fingerprint. `at` is the place of its record."""
    hint = "`python build.py source add` makes it from the text"
    return Problem("fingerprint-missing", f'source "{source_id}" has no fingerprint', at, hint)


def fingerprint_fault(fingerprint: Fingerprint, source_id: str, source: Source, at: Place) -> Problem | None:
    """Return the problem of a fingerprint that is not that of this record; None if it is. `at` is its own place."""
    hint = "have `python build.py source add` make it anew from the text that the record describes"
    if fingerprint.source != source_id:
        message = f'this fingerprint was made for source "{fingerprint.source}", and it is kept for "{source_id}"'
        return Problem("fingerprint-mismatch", message, at, hint)
    if source.text_sha256 is not None and fingerprint.text_sha256 != source.text_sha256:
        message = f'this fingerprint was made from another text than the record of "{source_id}" describes'
        return Problem("fingerprint-mismatch", message, at, hint)
    return None


def text_fault(fingerprint: Fingerprint, made: Fingerprint, at: Place) -> Problem | None:
    """Return the problem of a fingerprint that differs from the one `made` from the archived text now; None if it does not.

    A changed text is a problem of its own and none of the fingerprint's. `at` is the fingerprint's place.
    """
    if fingerprint == made or fingerprint.text_sha256 != made.text_sha256:
        return None
    message = f'this fingerprint is not what the archived text of "{fingerprint.source}" gives'
    return Problem("fingerprint-mismatch", message, at, "have `python build.py source add` make it anew")


def missing_text(source_id: str, archive_file: str, at: Place) -> Problem:
    """Return the problem of a text that is not in the archive. `at` is the place of the source's record."""
    message = f'the archive has no file "{archive_file}", which the record of "{source_id}" names'
    return Problem("archive-missing", message, below(at, "archive_file"))


def changed_text(source_id: str, found_sha256: str, at: Place) -> Problem:
    """Return the problem of an archived text whose SHA-256 is not that of its record. `at` as above."""
    message = (
        f'the archived text of "{source_id}" is not the one that the record describes: its SHA-256 is {found_sha256}'
    )
    hint = "restore the text, or renew record and fingerprint and hold every quote against it"
    return Problem("archive-text-changed", message, below(at, "text_sha256"), hint)


def unreadable_text(source_id: str, error: UnicodeDecodeError, at: Place) -> Problem:
    """Return the problem of an archived text that is not UTF-8. `at` as above."""
    message = f'the archived text of "{source_id}" is not UTF-8: byte {error.start + 1} does not fit'
    return Problem("archive-text-unreadable", message, below(at, "archive_file"), "convert it to UTF-8")


def circle_fault(circle: Sequence[str], at: Place, related: Sequence[Place] = ()) -> Problem:
    """Return the problem of origins that depend on each other in a circle. `at` is the first one's `depends_on`."""
    chain = " → ".join(f'"{origin_id}"' for origin_id in (*circle, circle[0]))
    others = tuple(("also on the circle", place) for place in related)
    return Problem("origin-circle", f"`depends_on` runs in a circle: {chain}", at, related=others)


def taint_fault(claim_id: str, tainted: str, origin: Origin, at: Place) -> Problem:
    """Return the problem of a claim that rests on a corrected or withdrawn origin. `at` is the claim's evidence."""
    why = f": {origin.status_reason}" if origin.status_reason else ""
    message = f'claim "{claim_id}" rests on origin "{tainted}", which was {origin.status}{why}'
    return Problem("origin-withdrawn" if origin.status == "withdrawn" else "origin-corrected", message, at)


def publisher_fault(origin: Origin, at: Place) -> Problem | None:
    """Return the problem of an origin without a publisher; None if it has one or is a bucket. `at` is its place."""
    if origin.publisher or origin.kind == "bucket":
        return None
    hint = "name who published it, or make it a bucket"
    return Problem("origin-without-publisher", f'origin "{origin.id}" names no publisher', at, hint)


def reason_fault(origin: Origin, at: Place) -> Problem | None:
    """Return the problem of an origin that is not current and does not say why; None otherwise. `at` is its place."""
    if origin.status == "current" or origin.status_reason:
        return None
    message = f'origin "{origin.id}" is marked as {origin.status} without a reason'
    return Problem("origin-without-reason", message, below(at, "status"), "say why in `status_reason`")


def coverage_faults(source_id: str, source: Source, coverage: Coverage, at: Place) -> list[Problem]:
    """Return the problems of a source's coverage: paragraphs past the end, doubly or not accounted for.

    `at` is the place of the source's record. Without a fingerprint there is nothing to say.
    """
    count = len(coverage.paragraphs)
    if not count:
        return []
    problems = []
    overlaps = {number: coverage.paragraphs[number - 1].claims for number in coverage.overlaps}
    for index, left_out in enumerate(source.left_out):
        for position, number in enumerate(left_out.paragraphs):
            place = below(at, "left_out", index, "paragraphs", position)
            if number > count:
                message = f'paragraph {number} is left out, but "{source_id}" has no paragraph {number}'
                problems.append(Problem("paragraph-past-end", message, place, f"its last paragraph is {count}"))
            elif number in overlaps:
                message = f'paragraph {number} is left out, but claim "{overlaps[number][0]}" cites it'
                problems.append(Problem("left-out-and-cited", message, place, "take it off the list"))
    if coverage.unread:
        listed = runs(coverage.unread)
        noun, verb = ("paragraph", "is") if len(coverage.unread) == 1 else ("paragraphs", "are")
        message = f'{noun} {listed} of "{source_id}" {verb} neither cited nor left out'
        hint = "cite what carries a claim, and list the rest under `left_out` with the reason"
        problems.append(Problem("paragraph-unaccounted", message, at, hint))
    return problems


def runs(numbers: Sequence[int]) -> str:
    """Return ascending numbers in words, runs drawn together: "1–3, 7 and 9"."""
    drawn: list[list[int]] = []
    for number in numbers:
        if drawn and number == drawn[-1][1] + 1:
            drawn[-1][1] = number
        else:
            drawn.append([number, number])
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in drawn]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
