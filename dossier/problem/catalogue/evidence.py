"""Codes of faults in quotes, fingerprints, origins and coverage.

Never lists faults of the YAML around them.
"""

from dossier.problem.catalogue.code import Code

_QUOTES = (
    Code(
        "quote-too-short",
        "error",
        "A quote has fewer than 4 words, so that it could stand anywhere.",
        "Quote 4 to 15 words in a row from the paragraph.",
    ),
    Code(
        "quote-too-long",
        "error",
        "A quote has more than 15 words, which is more of somebody else's text than checking needs.",
        "Quote the 4 to 15 words that carry the claim; a second passage is a second piece of evidence.",
    ),
    Code(
        "paragraph-past-end",
        "error",
        "A paragraph is named that the source does not have.",
        "Count the non-empty lines of the text from 1, or let `python build.py quote` find the paragraph.",
    ),
    Code(
        "quote-not-in-paragraph",
        "error",
        "A quote does not stand in the paragraph that it is said to stand in.",
        "Correct the paragraph or the quote; `python build.py quote` finds both.",
    ),
    Code(
        "quote-not-verbatim",
        "error",
        "A quote fits the source's fingerprint, but the archived text does not have these words in this order.",
        "Copy the passage from the text; only quotation marks, dashes, spaces and the case of the first letter may differ.",
    ),
)

_FINGERPRINTS = (
    Code(
        "fingerprint-missing",
        "error",
        "A source is cited that has no fingerprint, so that nobody without its text could check the quotes.",
        "Make it with `python build.py source fingerprint`, with the archive at hand.",
    ),
    Code(
        "fingerprint-format",
        "error",
        "A fingerprint's file is not as the command writes it.",
        "Make it anew with `python build.py source fingerprint`; it is never edited by hand.",
    ),
    Code(
        "fingerprint-mismatch",
        "error",
        "A fingerprint does not belong to its record: it was made for another id or from another text.",
        "Make it anew from the text that the record describes.",
    ),
)

_ARCHIVE = (
    Code(
        "archive-missing",
        "error",
        "An archive is at hand, but the text that a record names is not in it.",
        "Put the text into the archive, or correct `archive_file`.",
    ),
    Code(
        "archive-text-changed",
        "error",
        "The archived text is not the one that the record describes: its SHA-256 differs.",
        "Restore the text; if it was meant to change, renew `text_sha256` and the fingerprint and check every quote.",
    ),
    Code(
        "archive-text-unreadable",
        "error",
        "An archived text is not UTF-8.",
        "Convert the text to UTF-8, then renew its record and fingerprint.",
    ),
    Code(
        "verification-format",
        "error",
        "The record of the last archive check is not as the command writes it.",
        "Have `python build.py verify --record` make it anew, with the archive at hand; it is never edited by hand.",
    ),
)

_ORIGINS = (
    Code(
        "origin-circle",
        "error",
        "Origins depend on each other in a circle, so that none of them is where a thing was first said.",
        "Take out the `depends_on` that is the wrong way round.",
    ),
    Code(
        "origin-withdrawn",
        "warning",
        "A claim rests on an origin that was withdrawn.",
        "Add evidence of another origin, or set the status of the claim to `withdrawn` or `disputed`.",
    ),
    Code(
        "origin-corrected",
        "warning",
        "A claim rests on an origin that was corrected.",
        "Read the correction, and change the claim where it is touched by it.",
    ),
    Code(
        "origin-without-publisher",
        "error",
        "An origin that is not a bucket has no publisher, so that it cannot be told from other origins.",
        "Name who published it.",
    ),
    Code(
        "origin-without-reason",
        "error",
        "An origin is marked as corrected or withdrawn without saying why.",
        "Say what was corrected, or why it was withdrawn, in `status_reason`.",
    ),
)

_COVERAGE = (
    Code(
        "paragraph-unaccounted",
        "warning",
        "A paragraph of a source is neither cited by a claim nor left out with a reason.",
        "Cite it, or list it under `left_out` with the reason.",
    ),
    Code(
        "left-out-and-cited",
        "error",
        "A paragraph is listed as left out although a claim cites it.",
        "Take it off `left_out`.",
    ),
)

CODES: tuple[Code, ...] = (*_QUOTES, *_FINGERPRINTS, *_ARCHIVE, *_ORIGINS, *_COVERAGE)
