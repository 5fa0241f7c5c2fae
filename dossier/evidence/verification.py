"""The record of the last time that the quotes from a source were checked against its archived text.

The check itself is left to `verbatim`, and the date is handed in. A record says nothing of quotes that were added or
changed after the check, and is void once the text changes.

The file is UTF-8 with line feeds, `sources/verified/<source-id>.txt`, one line for each quote below the head, sorted:

    dossier-verification 1
    source: <source id>
    text-sha256: <SHA-256 of the bytes of the archived text, hexadecimal>
    <digest of the quote> <date, YYYY-MM-DD>

The digest of a quote is the 16-byte BLAKE2b digest, hexadecimal, of the source's id, the paragraph's number and the quote as
the brief has it, joined by line feeds, in UTF-8.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.evidence.fingerprint import Fingerprint
from dossier.evidence.head import line_fault, read_head, title
from dossier.evidence.quote import check_quote
from dossier.model import Evidence, Source
from dossier.model.ids import ID_PATTERN
from dossier.model.words import SHA256_PATTERN
from dossier.problem import Area, Code, Problem

VERIFICATION_FORMAT = Code(
    "verification-format",
    Area.EVIDENCE,
    "error",
    "The record of the last archive check is not as the command writes it.",
    "Have `python build.py verify --record` make it anew, with the archive at hand; it is never edited by hand.",
)

VERSION = 1
_NAME = "dossier-verification"
_HEAD = (
    ("source", re.compile(ID_PATTERN)),
    ("text-sha256", re.compile(SHA256_PATTERN)),
)
_ROW = re.compile(r"([0-9a-f]{32}) (\d{4}-\d{2}-\d{2})", re.ASCII)
_REMAKE = "it is never edited by hand: `python build.py verify --record` makes it anew, with the archive at hand"


@dataclass(frozen=True, slots=True)
class Verification:
    """The quotes that passed the archive check: their digests, each with the date on which it last passed."""

    source: str
    text_sha256: str
    checked: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """The strictest check that a quote has passed; `on` is the date of the archive check, or empty."""

    by: Literal["archive", "fingerprint"] | None
    on: str = ""


_BY_FINGERPRINT, _UNCHECKED = State("fingerprint"), State(None)


def quote_digest(source: str, paragraph: int, quote: str) -> str:
    """Return the digest of a quote in the record."""
    content = f"{source}\n{paragraph}\n{quote}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def record(source: str, text_sha256: str, passed: Iterable[Evidence], on: datetime.date) -> Verification:
    """Return the record of a check that these quotes passed, against the text with this SHA-256."""
    digests = {quote_digest(source, each.paragraph, each.quote) for each in passed}
    return Verification(source, text_sha256, dict.fromkeys(sorted(digests), on.isoformat()))


def state_of(
    evidence: Evidence,
    source: Source | None,
    fingerprint: Fingerprint | None,
    verification: Verification | None,
) -> State:
    """Return the strictest check that a quote has passed.

    The archive check counts only for the quote as it is now, and for the text that the record describes now.
    """
    if verification is not None and source is not None and verification.source == evidence.source:
        on = verification.checked.get(quote_digest(evidence.source, evidence.paragraph, evidence.quote))
        if on is not None and verification.text_sha256 == source.text_sha256:
            return State("archive", on)
    if fingerprint is not None and check_quote(fingerprint, evidence.paragraph, evidence.quote).accepted:
        return _BY_FINGERPRINT
    return _UNCHECKED


def write(verification: Verification) -> str:
    """Return the text of the record's file. The same record gives the same text."""
    head = (title(_NAME, VERSION), f"source: {verification.source}", f"text-sha256: {verification.text_sha256}")
    rows = (f"{digest} {on}" for digest, on in sorted(verification.checked.items()))
    return "\n".join((*head, *rows)) + "\n"


def read(text: str, file: str) -> tuple[Verification | None, list[Problem]]:
    """Return the record in a file, or None and one `verification-format` problem where it is not as `write` writes it.

    `file` is the name for the problem. Line ends may be CRLF.
    """
    lines = text.splitlines()
    head, fault = read_head(lines, _NAME, VERSION, _HEAD)
    if fault:
        return None, [line_fault(VERIFICATION_FORMAT, file, fault[0], lines, fault[1], _REMAKE)]
    checked = {}
    for number, row in enumerate(lines[len(_HEAD) + 1 :], len(_HEAD) + 2):
        match = _ROW.fullmatch(row)
        if match is None or not _is_day(match[2]):
            message = "this line is not a quote's digest and a date"
            return None, [line_fault(VERIFICATION_FORMAT, file, number, lines, message, _REMAKE)]
        checked[match[1]] = match[2]
    return Verification(head[0], head[1], checked), []


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
