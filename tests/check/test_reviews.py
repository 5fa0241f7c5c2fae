"""A review names a claim that is there, once, and fits it; where the settings require it every claim has one."""

from dataclasses import replace
from typing import Any

import pytest

from dossier.check import check
from dossier.library import Library
from dossier.problem import Place, Problem
from tests import seam
from tests.moves import moved
from tests.reviews import review
from tests.world import World, claim, evidence


def world(reviews: str = "off", **more: Any) -> World:
    made = World(reviews=reviews, **more)
    made.brief("spring", claim("a"), claim("b", text="The guild says no.", party="guild"))
    return made


def told(made: World) -> list[Problem]:
    return seam.problems(made.library())


def codes(made: World) -> list[str]:
    return [problem.code.name for problem in told(made)]


@pytest.mark.parametrize("reviews", ["off", "shown"])
def test_nothing_is_asked_of_claims_unless_the_settings_do(reviews: str) -> None:
    made = world(reviews)
    assert codes(made) == []
    review(made, "spring/a")
    assert codes(made) == []


def test_a_review_goes_stale_when_what_was_read_changes() -> None:
    made = world()
    review(made, "spring/a")
    made.briefs["spring"]["claims"][0]["text"] = "The city says otherwise."
    (problem,) = told(made)
    assert (problem.code.name, problem.severity) == ("review-stale", "warning")
    assert problem.message == 'claim "a" changed since it was read against its sources by Ada Brook on 2031-03-05'
    assert problem.at == Place("briefings/2031/spring.yaml", ("claims", 0, "text"))
    assert problem.related == (("the review", Place("briefings/reviews.yaml", ("reviews", 0, "claim"))),)
    assert problem.hint == "read it once more, then: python build.py review spring/a --by PERSON"


def test_it_goes_stale_when_the_text_of_a_source_changes() -> None:
    made = world()
    made.source("gazette", text="Night trams\nThey said the night trams will be back in May\nThat is all.\n")
    review(made, "spring/a")
    made.texts["gazette"] = made.texts["gazette"].replace("They said", "Nobody said")
    assert codes(made).count("review-stale") == 1


def test_a_claim_that_moved_keeps_its_review() -> None:
    made = world("required")
    review(made, "spring/a")
    review(made, "spring/b")
    one = made.briefs["spring"]["claims"][0]
    made.briefs["spring"]["claims"][0] = moved("a", "summer/again")
    made.brief("summer", {**one, "id": "again"})
    assert codes(made) == []
    assert [*made.library().reviews] == ["summer/again", "spring/b"]
    review(made, "summer/again", "Una Reed")
    (problem,) = told(made)
    assert problem.message == 'claim "summer/again" has another review'


def test_two_reviews_of_a_claim_are_one_too_many() -> None:
    made = world()
    review(made, "spring/a")
    review(made, "spring/a", "Una Reed")
    (problem,) = told(made)
    assert (problem.code.name, problem.severity) == ("review-repeated", "error")
    assert problem.at == Place("briefings/reviews.yaml", ("reviews", 1, "claim"))
    assert problem.related == (("the other one", Place("briefings/reviews.yaml", ("reviews", 0, "claim"))),)


def test_a_review_of_no_claim_is_told_which_one_was_meant() -> None:
    made = world()
    review(made, "spring/aa", digest="0" * 64)
    (problem,) = told(made)
    assert problem.code.name == "unknown-claim"
    assert problem.message == 'a review names the claim "spring/aa", which no brief holds'
    assert problem.at == Place("briefings/reviews.yaml", ("reviews", 0, "claim"))


def test_a_review_of_a_claim_that_cannot_be_read_is_not_to_blame() -> None:
    made = world()
    review(made, "spring/a")
    trees = replace(made.trees(), briefs={})
    library = seam.link(trees, seam.Reading("brief", "spring", "briefings/2031/spring.yaml", None))
    assert not [one for one in seam.problems(library) if one.at.file == "briefings/reviews.yaml"]


def test_a_review_far_ahead_of_all_else_is_doubted() -> None:
    made = world()
    review(made, "spring/a", on="2033-03-05")
    assert codes(made) == []
    review(made, "spring/b", on="2036-03-05")
    (problem,) = told(made)
    assert problem.code.name == "review-in-future"
    assert problem.message == "a review is of 2036-03-05, years after everything else, 2033-03-05"
    assert problem.at == Place("briefings/reviews.yaml", ("reviews", 1, "on"))


def test_where_it_is_required_each_claim_without_a_valid_review_is_a_problem() -> None:
    made = world("required")
    review(made, "spring/a")
    made.briefs["spring"]["claims"][0]["note"] = "A note."
    stale, missing = sorted(told(made), key=lambda one: one.code.name, reverse=True)
    assert (stale.code.name, stale.severity) == ("review-stale", "error")
    assert (missing.code.name, missing.severity) == ("review-missing", "error")
    assert missing.message == 'nobody has read claim "b" against its sources, and the settings require it'
    assert missing.at == Place("briefings/2031/spring.yaml", ("claims", 1, "text"))
    assert missing.hint == "read it, then: python build.py review spring/b --by PERSON"


def test_a_review_under_a_wrong_id_is_not_missed_too() -> None:
    made = world("required")
    for each in ("spring/a", "spring/b"):
        review(made, each)
    made.reviews[0]["claim"] = "spring/aa"
    assert codes(made) == ["unknown-claim"]
    made.reviews[0]["digest"] = "0" * 64
    assert codes(made) == ["unknown-claim", "review-missing"]


def _without(made: World, kind: str, *more: seam.Reading) -> Library:
    kept = [one for one in seam.readings(made.trees()) if one.kind != kind]
    return seam.linked(made.settings, [*kept, *more])


def test_no_review_is_missed_where_their_file_cannot_be_read() -> None:
    made = world("required")
    review(made, "spring/a")
    library = _without(made, "review", seam.Reading("review", "", seam.REVIEWS, None))
    assert [one.code.name for one in check(library)] == []


def test_no_review_is_called_stale_where_a_source_or_a_fingerprint_cannot_be_read() -> None:
    made = world()
    made.brief("autumn", claim("c", evidence=[evidence("gazette")]))
    review(made, "autumn/c")
    for kind, file in (("source", "sources/gazette.md"), ("fingerprint", "sources/fingerprints/gazette.txt")):
        library = _without(made, kind, seam.Reading(kind, "gazette", file, None))  # type: ignore[arg-type]
        assert "review-stale" not in [one.code.name for one in check(library)]
