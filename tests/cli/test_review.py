"""`review` says what was recorded, and lists what is to be read."""

import json
from datetime import date
from pathlib import Path

import pytest

from dossier.cli import review
from tests.cli.typed import typed

FILE = "briefings/reviews.yaml"


@pytest.fixture(autouse=True)
def some_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "today", lambda: date(2031, 6, 1))


def test_claims_are_recorded_with_the_name_and_the_day(own: Path) -> None:
    seen = typed(own, "review", "harbour-vote/quay-half-open", "traders-soften", "--by", "Ada Brook")
    assert seen.code == 0
    first, *others = [line for line in seen.out.splitlines() if ": " in line]
    assert first == "harbour-vote/quay-half-open: 1 passage"
    assert all(line.startswith("traders-soften/") for line in others)
    assert f"{FILE} says that Ada Brook has read {1 + len(others)} claims on 2031-06-01" in seen.out + seen.err
    text = (own / FILE).read_text()
    assert "  - claim: harbour-vote/quay-half-open\n    by: Ada Brook\n    on: 2031-06-01\n" in text
    assert text.count("claim: traders-soften/") == len(others)
    assert typed(own, "check").code == 0


def test_what_is_due_is_listed(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(own, "review", "harbour-vote", "traders-soften", "--by", "Ada Brook")
    assert typed(own, "review", "--due").out == "nothing is due\n"
    reviews = own / FILE
    digest = next(line for line in reviews.read_text().splitlines() if "digest" in line)
    claim_id = next(line for line in reviews.read_text().splitlines() if "claim: " in line).partition("claim: ")[2]
    reviews.write_text(reviews.read_text().replace(digest, f"    digest: {'0' * 64}"))
    monkeypatch.setattr(review, "today", lambda: date(2050, 1, 1))
    seen = typed(own, "review", "--due")
    assert seen.code == 0
    assert seen.out.startswith(
        f"changed since it was read:\n  {claim_id}, read by Ada Brook on 2031-06-01\npast its date"
    )
    assert "\n  topic route, due 2031-" in seen.out
    listed = json.loads(typed(own, "review", "--due", "--format", "json").out)
    assert listed["schema"] == "dossier-due/1"
    assert listed["stale"] == [{"claim": claim_id, "by": "Ada Brook", "on": "2031-06-01"}]
    assert (listed["unread"], listed["ahead"]) == ([], [])
    assert {"route", "funding"} <= {one["id"] for one in listed["overdue"]}


def test_without_reviews_every_claim_is_due(tram: Path) -> None:
    seen = typed(tram, "review", "--due")
    assert seen.out.startswith("nobody has read against its sources:\n  ")
    assert seen.out.count("\n") == 13


def test_a_review_of_a_later_day_is_listed(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(own, "review", "harbour-vote", "traders-soften", "--by", "Ada Brook")
    monkeypatch.setattr(review, "today", lambda: date(2031, 5, 31))
    assert typed(own, "review", "--due").out.startswith("has a review of a later day than today:\n  ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "no claim is named"),
        (("harbour-vote",), "nobody is named who has read them"),
        (("harbour-vot", "--by", "Ada"), 'there is no claim or brief "harbour-vot"'),
        (("harbour-vote", "--by", "Ada", "--format", "json"), "--format is that of the list"),
        (("harbour-vote", "--due"), "--due lists what is to be read, and records nothing"),
        (("harbour-vote", "--by", ""), "nobody is named who has read them"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], said: str, tram: Path) -> None:
    seen = typed(tram, "review", *words)
    assert seen.code == 2
    assert said in seen.err
    assert not (tram / FILE).exists()
