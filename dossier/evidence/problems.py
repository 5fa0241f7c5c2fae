"""The problems of quotes, records and fingerprints that archived texts reveal.

Comparing them is left to `verbatim` and `fingerprint`. Of a text no more is shown than the passage nearest to a quote.
"""

from collections.abc import Iterator, Sequence

from dossier.evidence.fingerprint import Fingerprint
from dossier.evidence.textfragment import begins_and_ends_with_words
from dossier.evidence.verbatim import Verbatim, places
from dossier.model import Evidence
from dossier.problem import Area, Code, Place, Problem
from dossier.wording import phrase

PARAGRAPH_PAST_END = Code(
    "paragraph-past-end",
    Area.EVIDENCE,
    "error",
    "A paragraph is named that the source does not have.",
    "Count the non-empty lines of the text from 1, or let `python build.py quote` find the paragraph.",
)
QUOTE_NOT_VERBATIM = Code(
    "quote-not-verbatim",
    Area.EVIDENCE,
    "error",
    "A quote fits the source's fingerprint, but the archived text does not have these words in this order.",
    "Copy the passage from the text; only quotation marks, dashes, spaces and the case of the first letter may differ.",
)
FINGERPRINT_MISMATCH = Code(
    "fingerprint-mismatch",
    Area.EVIDENCE,
    "error",
    "A fingerprint does not belong to its record: it was made for another id or from another text.",
    "Make it anew from the text that the record describes.",
)
ARCHIVE_MISSING = Code(
    "archive-missing",
    Area.EVIDENCE,
    "error",
    "An archive is at hand, but the text that a record names is not in it.",
    "Put the text into the archive, or correct `archive_file`.",
)
ARCHIVE_TEXT_CHANGED = Code(
    "archive-text-changed",
    Area.EVIDENCE,
    "error",
    "The archived text is not the one that the record describes: its SHA-256 differs.",
    "Restore the text; if it was meant to change, renew `text_sha256` and the fingerprint and check every quote.",
)
ARCHIVE_TEXT_UNREADABLE = Code(
    "archive-text-unreadable",
    Area.EVIDENCE,
    "error",
    "An archived text is not UTF-8.",
    "Convert the text to UTF-8, then renew its record and fingerprint.",
)
QUOTE_NOT_UNIQUE = Code(
    "quote-not-unique",
    Area.EVIDENCE,
    "warning",
    "A quote stands in more than one place of its text, so that a link to it leads to the first of them.",
    "Quote more of the passage, 15 words at the most.",
)
QUOTE_INSIDE_WORD = Code(
    "quote-inside-word",
    Area.EVIDENCE,
    "warning",
    "A quote begins or ends inside what browsers take for one word, as behind the apostrophe of l'eau, so that a link does not find it.",
    "Quote the whole word.",
)

_OMISSIONS = ("...", "…", "[", "]")


def _below(place: Place, key: str) -> Place:
    return Place(place.file, (*place.path, key))


def verbatim_problem(verbatim: Verbatim, claim_id: str, evidence: Evidence, at: Place) -> Problem | None:
    """Return the problem of a quote that is not in the archived text as it should be, or None.

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
        return Problem(PARAGRAPH_PAST_END, message, _below(at, "paragraph"), stands_in(verbatim.stands_in))
    fault = "begins or ends inside a word of" if verbatim.outcome == "cut" else "does not stand verbatim in"
    message = f"{who} {fault} {where}"
    if verbatim.stands_in:
        return Problem(QUOTE_NOT_VERBATIM, message, _below(at, "paragraph"), stands_in(verbatim.stands_in))
    hint = f"the text reads: {verbatim.reads}" if verbatim.reads else ""
    if any(omission in evidence.quote for omission in _OMISSIONS):
        hint = "a quote is one unbroken run of the text: make two pieces of evidence of what an omission parts"
    return Problem(QUOTE_NOT_VERBATIM, message, _below(at, "quote"), hint)


def stands_in(paragraphs: Sequence[int]) -> str:
    """Return in which paragraphs a quote stands, as a hint; empty for no paragraphs."""
    if not paragraphs:
        return ""
    noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f"it stands in {noun} {phrase.listed(map(str, paragraphs))}"


def link_problems(paragraphs: Sequence[str], claim_id: str, evidence: Evidence, at: Place) -> Iterator[Problem]:
    """Yield why a browser would not be led to a quote that stands verbatim in a text's paragraph. `at` as above."""
    found = [
        (number, text, start, end)
        for number, paragraph in enumerate(paragraphs, 1)
        for text, spans in [places(paragraph, evidence.quote)]
        for start, end in spans
    ]
    who, where = f'the quote of claim "{claim_id}"', f'the archived text of "{evidence.source}"'
    if len(found) > 1:
        numbers = sorted({number for number, *_ in found})
        noun = "paragraph" if len(numbers) == 1 else "paragraphs"
        listed = f"{noun} {phrase.listed(map(str, numbers))}"
        message = f"{who} stands {len(found)} times in {where}, in {listed}, and its link leads to the first place"
        yield Problem(QUOTE_NOT_UNIQUE, message, _below(at, "quote"), "quote more of the passage, 15 words at the most")
    here = [(text, start, end) for number, text, start, end in found if number == evidence.paragraph]
    if here and not any(begins_and_ends_with_words(*one) for one in here):
        text, start, end = here[0]
        whole = text[:start].rpartition(" ")[2] + text[start:end].partition(" ")[0]
        message = f"{who} begins or ends inside what browsers take for one word, so that its link does not find it"
        yield Problem(QUOTE_INSIDE_WORD, message, _below(at, "quote"), f'take in the whole word, such as "{whole}"')


def fingerprint_problem(fingerprint: Fingerprint, made: Fingerprint, at: Place) -> Problem | None:
    """Return the problem of a fingerprint that differs from the one `made` now from the archived text, or None.

    A text that changed is another problem: then the result is None. `at` is the place of the fingerprint.
    """
    if fingerprint == made or fingerprint.text_sha256 != made.text_sha256:
        return None
    message = f'this fingerprint is not what the archived text of "{made.source}" gives'
    hint = f"make it anew: python build.py source fingerprint {made.source}"
    return Problem(FINGERPRINT_MISMATCH, message, at, hint)


def missing_text(source_id: str, archive_file: str, at: Place) -> Problem:
    """Return the problem of a text that is missing from the archive. `at` is the place of the source's record."""
    message = f'the archive has no file "{archive_file}", which the record of "{source_id}" names'
    return Problem(ARCHIVE_MISSING, message, _below(at, "archive_file"))


def changed_text(source_id: str, found_sha256: str, at: Place) -> Problem:
    """Return the problem of an archived text whose SHA-256 is not the one in its record. `at` as for `missing_text`."""
    message = (
        f'the archived text of "{source_id}" is not the one that its record describes: its SHA-256 is {found_sha256}'
    )
    hint = "restore the text, or renew record and fingerprint and check every quote again"
    return Problem(ARCHIVE_TEXT_CHANGED, message, _below(at, "text_sha256"), hint)


def unreadable_text(source_id: str, error: UnicodeDecodeError, at: Place) -> Problem:
    """Return the problem of an archived text that is not UTF-8. `at` as for `missing_text`."""
    message = f'the archived text of "{source_id}" is not UTF-8: byte {error.start + 1} does not fit'
    return Problem(ARCHIVE_TEXT_UNREADABLE, message, _below(at, "archive_file"), "convert it to UTF-8")
