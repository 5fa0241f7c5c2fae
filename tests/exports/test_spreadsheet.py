"""Claims as CSV follow RFC 4180 and contain no formulas."""

import csv
import io

import pytest

from dossier import exports
from dossier.exports.spreadsheet import COLUMNS
from dossier.model import Confidence
from tests import bridge


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def table(**changes: object) -> bytes:
    library = bridge.library(briefs={"toll-rise": bridge.brief((bridge.claim("rise", **changes),))})
    return dict(exports.write(library))["data/claims.csv"]


def test_a_claim_is_a_row_with_every_column() -> None:
    raw = dict(exports.write(bridge.library()))["data/claims.csv"]
    assert raw.decode().split("\r\n")[0] == ",".join(COLUMNS)
    assert raw.endswith(b"\r\n")
    found = {row["id"]: row for row in rows(raw)}
    assert set(found) == {"toll-rise/rise", "toll-rise/cost", "paint-job/paint"}
    cost = found["toll-rise/cost"]
    assert cost["topics"] == "toll repairs"
    assert cost["independent_origins"] == "1"
    assert cost["root_origins"] == "board-minutes"
    assert cost["sources"] == "gazette-toll"
    assert (cost["short"], cost["confidence"]) == ("", "")


def test_commas_quotes_and_all_letters_are_kept() -> None:
    text = 'She said "four", not five; Елорі – エロリ'
    raw = table(text=text, confidence=Confidence(level="low", reason="a, b"))
    (row,) = rows(raw)
    assert row["text"] == text
    assert (row["confidence"], row["confidence_reason"]) == ("low", "a, b")
    assert b'"She said ""four"", not five' in raw


@pytest.mark.parametrize(
    "text", ["=1+2", "+SUM(A1)", "-2", "@cmd", "＝1+2", "＠", "-", '=HYPERLINK("https://x.example","y")']
)
def test_a_text_like_a_formula_begins_with_an_apostrophe(text: str) -> None:
    (row,) = rows(table(text=text, short=text[:60]))
    assert row["text"] == f"'{text}"
    assert row["short"] == f"'{text}"


@pytest.mark.parametrize("text", ["4 = 2 + 2", "a-b", "mail me@bridge.example"])
def test_signs_inside_a_text_are_kept(text: str) -> None:
    (row,) = rows(table(text=text))
    assert row["text"] == text
