"""Claims as CSV (RFC 4180, UTF-8), one line a claim, for people with a spreadsheet.

Never lets a cell be a formula: a text that a spreadsheet would run gets an apostrophe in front, which spreadsheets hide.
"""

import csv
import io
from collections.abc import Iterable

from dossier.exports.form import ClaimForm

COLUMNS = (
    "id",
    "brief",
    "url",
    "text",
    "short",
    "kind",
    "party",
    "said_by",
    "topics",
    "date",
    "reported",
    "status",
    "confidence",
    "confidence_reason",
    "independent_origins",
    "root_origins",
    "sources",
    "supersedes",
    "superseded_by",
    "contradicts",
    "contradicted_by",
    "opposes",
    "responds_to",
    "qualifies",
)
"""The columns, in their order. Ids in a list stand in one cell with a space between them."""

# The last four are read as the first four where East Asian input is usual.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def claims_csv(claims: Iterable[ClaimForm]) -> bytes:
    """Return the claims as CSV with a header line."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    lines.writerows(_cells(claim) for claim in claims)
    return text.getvalue().encode()


def _cells(claim: ClaimForm) -> list[str]:
    confidence = claim["confidence"]
    cells: dict[str, object] = {
        **claim,
        "confidence": confidence["level"] if confidence else None,
        "confidence_reason": confidence["reason"] if confidence else None,
        "independent_origins": claim["independent_origins"]["count"],
        "root_origins": claim["independent_origins"]["roots"],
        "sources": list(dict.fromkeys(evidence["source"] for evidence in claim["evidence"])),
    }
    return [_cell(cells[column]) for column in COLUMNS]


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = " ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
