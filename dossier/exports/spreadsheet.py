"""Claims as CSV (RFC 4180, UTF-8), one line for each claim, for spreadsheets.

A text that a spreadsheet would take for a formula begins with an apostrophe, which spreadsheets hide. The claims come from
`claims`.
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
    "about",
    "topics",
    "date",
    "dated",
    "reported",
    "first_reported",
    "basis",
    "status",
    "status_reason",
    "confidence",
    "confidence_reason",
    "independent_origins",
    "root_origins",
    "sources",
    "supersedes",
    "superseded_by",
    "follows",
    "contradicts",
    "contradicted_by",
    "opposes",
    "responds_to",
    "qualifies",
)
"""The columns, in order. A list of ids is one cell, with spaces between the ids."""

# The last four are full-width forms, which some spreadsheets read as the first four.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def claims_csv(claims: Iterable[ClaimForm]) -> bytes:
    """Return the claims as CSV with a header line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_cells, claims))
    return text.getvalue().encode()


def _cells(claim: ClaimForm) -> tuple[str | int, ...]:
    # Only authored text is escaped: ids, keywords, dates and addresses begin with a letter or a digit.
    confidence = claim["confidence"]
    return (
        claim["id"],
        claim["brief"],
        claim["url"],
        _escape_formula(claim["text"]),
        _escape_formula(claim["short"] or ""),
        claim["kind"],
        claim["party"] or "",
        claim["said_by"] or "",
        " ".join(claim["about"]),
        " ".join(claim["topics"]),
        claim["date"],
        claim["dated"],
        claim["reported"],
        claim["first_reported"],
        claim["basis"] or "",
        claim["status"] or "",
        _escape_formula(claim["status_reason"] or ""),
        confidence["level"] if confidence else "",
        _escape_formula(confidence["reason"]) if confidence else "",
        claim["independent_origins"]["count"],
        " ".join(claim["independent_origins"]["roots"]),
        " ".join(dict.fromkeys(evidence["source"] for evidence in claim["evidence"])),
        " ".join(claim["supersedes"]),
        " ".join(claim["superseded_by"]),
        " ".join(claim["follows"]),
        " ".join(claim["contradicts"]),
        " ".join(claim["contradicted_by"]),
        " ".join(claim["opposes"]),
        " ".join(claim["responds_to"]),
        " ".join(claim["qualifies"]),
    )


def _escape_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
