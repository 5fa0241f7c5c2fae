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
    lines.writerows(map(_cells, claims))
    return text.getvalue().encode()


def _cells(claim: ClaimForm) -> tuple[str | int, ...]:
    # Ids, words of ours, dates and addresses start with a letter or a digit; what people write may start with anything.
    confidence = claim["confidence"]
    return (
        claim["id"],
        claim["brief"],
        claim["url"],
        _harmless(claim["text"]),
        _harmless(claim["short"] or ""),
        claim["kind"],
        claim["party"] or "",
        claim["said_by"] or "",
        " ".join(claim["topics"]),
        claim["date"],
        claim["reported"],
        claim["status"],
        confidence["level"] if confidence else "",
        _harmless(confidence["reason"]) if confidence else "",
        claim["independent_origins"]["count"],
        " ".join(claim["independent_origins"]["roots"]),
        " ".join(dict.fromkeys(evidence["source"] for evidence in claim["evidence"])),
        " ".join(claim["supersedes"]),
        " ".join(claim["superseded_by"]),
        " ".join(claim["contradicts"]),
        " ".join(claim["contradicted_by"]),
        " ".join(claim["opposes"]),
        " ".join(claim["responds_to"]),
        " ".join(claim["qualifies"]),
    )


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
