"""The overview and topics in short rest on claims that stand, and are of the right date."""

from typing import Any

from tests import seam
from tests.world import World, claim


def told(world: World) -> list[str]:
    return [problem.code.name for problem in seam.problems(world.library())]


def play(*claims: str, **more: Any) -> World:
    world = World()
    world.topic("pier", "The pier")
    world.brief("spring", claim("shut", kind="position"), claim("gone", status="withdrawn", status_reason="Misread."))
    world.brief("summer", claim("open", kind="position", supersedes=["spring/shut"]))
    world.topics["pier"]["bottom_line"] = {
        "as_of": "2031-03-03",
        "sentences": [{"text": "Open.", "claims": ["summer/open"]}],
    }
    world.state_of_play(("It is open.", list(claims)), **more)
    return world


def test_an_overview_on_claims_that_stand_is_without_a_fault() -> None:
    assert told(play("summer/open")) == []
    assert told(play("spring/shut", "summer/open")) == []


def test_it_does_not_rest_on_what_was_withdrawn_or_replaced_or_is_not_there() -> None:
    assert told(play("summer/open", "spring/gone")) == ["summary-withdrawn"]
    assert told(play("spring/shut")) == ["summary-superseded"]
    assert told(play("summer/opne")) == ["unknown-claim"]
    world = play("summer/open")
    world.topics["pier"]["in_short"] = {"text": "It is shut.", "claims": ["spring/shut"]}
    assert told(world) == ["summary-superseded"]


def test_its_dates_fit_each_other_and_the_claims() -> None:
    assert told(play("summer/open", as_of="2031-02")) == ["overview-too-old"]
    assert told(play("summer/open", review_by="2031-02")) == ["review-before-overview"]
    world = play("summer/open")
    world.topics["pier"]["bottom_line"]["as_of"] = "2031-04"
    assert told(world) == ["overview-behind"]
