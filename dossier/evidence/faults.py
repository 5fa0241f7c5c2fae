"""Turns what the archived texts say of quotes, records and fingerprints into problems with their places.

Never finds anything itself, and never shows more of a text than the passage that a quote should have been.
"""

from collections.abc import Sequence

from dossier.evidence.fingerprint import Fingerprint
from dossier.evidence.verbatim import Verbatim
from dossier.model import Evidence
from dossier.problem import Place, Problem

_GAPS = ("...", "…", "[", "]")


def _below(place: Place, key: str) -> Place:
    return Place(place.file, (*place.path, key))


def verbatim_fault(verbatim: Verbatim, claim_id: str, evidence: Evidence, at: Place) -> Problem | None:
    """Return the problem of a quote that the archived text does not bear out; None if it does.

    `at` is the place of the evidence.
    """
    who = f'the quote of claim "{claim_id}"'
    where = f'paragraph {evidence.paragraph} of the archived text of "{evidence.source}"'
    if verbatim.outcome == "verbatim":
        return None
    if verbatim.outcome == "past the end":
        message = (
            f'claim "{claim_id}" cites paragraph {evidence.paragraph} of "{evidence.source}", which is past its end'
        )
        return Problem("paragraph-past-end", message, _below(at, "paragraph"), _stands_in(verbatim.stands_in))
    fails = "begins or ends inside a word of" if verbatim.outcome == "cut" else "does not stand verbatim in"
    message = f"{who} {fails} {where}"
    if verbatim.stands_in:
        return Problem("quote-not-verbatim", message, _below(at, "paragraph"), _stands_in(verbatim.stands_in))
    hint = f"the text reads: {verbatim.reads}" if verbatim.reads else ""
    if any(gap in evidence.quote for gap in _GAPS):
        hint = "a quote is one unbroken run of the text: make two pieces of evidence of what an omission parts"
    return Problem("quote-not-verbatim", message, _below(at, "quote"), hint)


def _stands_in(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"it stands in paragraph {numbers[0]}"
    return f"it stands in paragraphs {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def fingerprint_fault(fingerprint: Fingerprint, made: Fingerprint, at: Place) -> Problem | None:
    """Return the problem of a fingerprint that differs from the one `made` now from the archived text; None if it does not.

    That the text itself changed is a problem of its own and none of the fingerprint's. `at` is the fingerprint's place.
    """
    if fingerprint == made or fingerprint.text_sha256 != made.text_sha256:
        return None
    message = f'this fingerprint is not what the archived text of "{made.source}" gives'
    hint = f"make it anew: python build.py source fingerprint {made.source}"
    return Problem("fingerprint-mismatch", message, at, hint)


def missing_text(source_id: str, archive_file: str, at: Place) -> Problem:
    """Return the problem of a text that is not in the archive. `at` is the place of the source's record."""
    message = f'the archive has no file "{archive_file}", which the record of "{source_id}" names'
    return Problem("archive-missing", message, _below(at, "archive_file"))


def changed_text(source_id: str, found_sha256: str, at: Place) -> Problem:
    """Return the problem of an archived text whose SHA-256 is not that of its record. `at` as for `missing_text`."""
    message = (
        f'the archived text of "{source_id}" is not the one that its record describes: its SHA-256 is {found_sha256}'
    )
    hint = "restore the text, or renew record and fingerprint and hold every quote against it"
    return Problem("archive-text-changed", message, _below(at, "text_sha256"), hint)


def unreadable_text(source_id: str, error: UnicodeDecodeError, at: Place) -> Problem:
    """Return the problem of an archived text that is not UTF-8. `at` as for `missing_text`."""
    message = f'the archived text of "{source_id}" is not UTF-8: byte {error.start + 1} does not fit'
    return Problem("archive-text-unreadable", message, _below(at, "archive_file"), "convert it to UTF-8")
