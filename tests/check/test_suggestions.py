"""An unknown id gets a hint with ids that exist, and only with those."""

import pytest

from dossier.binding.values import WRONG_CLAIM_NAME, WRONG_ID, WRONG_WORD
from dossier.check import add_hints
from dossier.check.suggestions import Suggester
from dossier.problem import Code, Place, Problem
from tests.check.lake import BRIEF_FILE, TOPIC_FILE, Dossier


@pytest.fixture
def lake() -> Dossier:
    lake = Dossier()
    lake.people[0]["aliases"] = ["Holm"]
    lake.parties[0] |= {"aliases": ["Harbour authority"], "spellings": ["Кантора гавані"]}
    return lake


@pytest.mark.parametrize(
    ("kind", "named", "meant"),
    [
        ("party", "The harbour office", ["office"]),
        ("party", "harbour-authority", ["office"]),
        ("party", "Harbor authority", ["office"]),
        ("party", "кантора гавані", ["office"]),
        ("party", "office#People", ["office"]),
        ("party", "parties/office/", ["office"]),
        ("party", "office/line", []),
        ("party", "The weather office of the lake", []),
        ("person", "holm", ["ada-holm"]),
        ("person", "Ada Holm", ["ada-holm"]),
        ("topic", "The North Pier", ["north-pier"]),
        ("topic", "north jetty", ["north-pier"]),
        ("topic", "north_pier", ["north-pier"]),
        ("source", "sources/gazette.md", ["gazette"]),
        ("source", "gazette.example", ["gazette"]),
        ("source", "https://www.gazette.example/pier/", ["gazette"]),
        ("source", "https://gazette.example/quay", []),
        ("source", "Ferry out", ["courier"]),
        ("origin", "Lake Council", ["council-letter"]),
        ("origin", "The Gazette", ["gazette-report", "gazette-interview"]),
        ("origin", "Gazette report", ["gazette-report"]),
        ("update", "2031-05-06-abc235", ["2031-05-06-abc234"]),
    ],
)
def test_a_record_is_found_by_any_of_its_names(lake: Dossier, kind: str, named: str, meant: list[str]) -> None:
    lake.add_origin("gazette-interview", "interview", "The Gazette", "2031-05-05")
    assert list(Suggester(lake.library()).guesses(kind, named)) == meant


def test_several_are_offered_and_too_many_are_not(lake: Dossier) -> None:
    for number in range(2, 6):
        lake.add_origin(f"gazette-report-{number}", "report", "The Gazette", "2031-05-05")
    hint = Suggester(lake.library()).hint("origin", "The Gazette")
    assert hint.startswith('did you mean "gazette-report", "gazette-report-2", ')
    assert hint.endswith(', "gazette-report-4" or "gazette-report-5"?')
    lake.add_origin("gazette-report-6", "report", "The Gazette", "2031-05-05")
    assert Suggester(lake.library()).hint("origin", "The Gazette") == "origins are listed in briefings/origins.yaml"


def test_a_name_in_the_place_of_an_id_gets_the_id_as_hint(lake: Dossier) -> None:
    for claim_id in ("line-keeps-pier", "line-was-not-asked"):
        lake.claim(claim_id)["said_by"] = "holm"
    hints = [problem.hint for problem in lake.problems() if problem.code.name == "unknown-person"]
    assert hints == ['did you mean "ada-holm"?'] * 2


def told(lake: Dossier, code: Code, part: str, *path: str | int, file: str = BRIEF_FILE, hint: str = "") -> str:
    problem = Problem(code, "It has not the form.", Place(file, path, part=part), hint)
    return next(add_hints([problem], lake.library())).hint


def test_a_reference_without_the_form_of_an_id_gets_a_hint(lake: Dossier) -> None:
    party = ("claims", 0, "party")
    assert told(lake, WRONG_ID, "The harbour office", *party) == 'did you mean "office"?'
    assert told(lake, WRONG_ID, "North Pier", "claims", 0, "topics", 1) == 'did you mean "north-pier"?'
    assert told(lake, WRONG_ID, "The Weather", *party) == "parties are listed in briefings/parties.yaml"
    assert told(lake, WRONG_ID, "The Weather", *party, hint="kept") == "kept"
    assert told(lake, WRONG_ID, "The Weather", "claims", 0, "id") == ""
    assert told(lake, WRONG_WORD, "The harbour office", *party) == ""


@pytest.mark.parametrize(
    ("named", "file", "hint"),
    [
        ("/briefs/pier-dispute/#line-keeps-pier", TOPIC_FILE, 'did you mean "pier-dispute/line-keeps-pier"?'),
        ("Pier Dispute/line keeps pier", TOPIC_FILE, 'did you mean "pier-dispute/line-keeps-pier"?'),
        ("Line keeps pier", BRIEF_FILE, 'did you mean "line-keeps-pier"?'),
        ("Line keeps peer", BRIEF_FILE, 'did you mean "line-keeps-pier"?'),
        ("Nothing like it", BRIEF_FILE, "a claim is named as"),
        ("a/b/c/d", BRIEF_FILE, "a claim is named as"),
    ],
)
def test_a_claim_without_the_form_of_its_name(lake: Dossier, named: str, file: str, hint: str) -> None:
    assert told(lake, WRONG_CLAIM_NAME, named, "updates", 0, "claims", 0, file=file).startswith(hint)
