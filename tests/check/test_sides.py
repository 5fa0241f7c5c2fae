"""The sides rule: texts that rest on a disputed claim also rest on what disputes it."""

from typing import Any

import pytest

from tests import seam
from tests.world import Tree, World, claim, correction, evidence, update

ONE, OTHER = "spring/closed", "spring/denied"


def harbour(**settings: Any) -> World:
    """Return a world in which one claim is denied by another, and a third by a passage alone."""
    world = World(**settings)
    world.topic("pier", "The pier")
    world.party("board", "The Pier Board")
    world.party("guild", "The Guild")
    world.origin(
        "guild-letter", kind="document", publisher="The Guild", date="2031-03-02", aliases=["the guild's letter"]
    )
    denied_inside = [evidence(), evidence(paragraph=3, origin="guild-letter", support="denies")]
    world.brief(
        "spring",
        claim("closed", party="board", status="disputed"),
        claim("denied", party="guild", kind="denial", contradicts=["closed"]),
        claim("rumour", party="board", status="disputed", evidence=denied_inside),
        updates=[update("told")],
    )
    world.topics["pier"]["bottom_line"] = bottom_line("It is disputed.", ONE, OTHER)
    return world


def bottom_line(text: str, *claims: str) -> Tree:
    return {"as_of": "2031-03-03", "sentences": [{"text": text, "claims": [each]} for each in claims]}


def told(world: World) -> list[str]:
    return [problem.code.name for problem in seam.problems(world.library())]


def plant(world: World, where: str, text: str, *claims: str) -> None:
    """Have one of the texts that the rule covers say something."""
    if where == "overview":
        world.state_of_play(*((text, [each]) for each in claims))
    elif where == "in_short":
        world.topics["pier"]["in_short"] = {"text": text, "claims": list(claims)}
    elif where == "bottom_line":
        world.topics["pier"]["bottom_line"] = bottom_line(text, *claims)
    else:
        world.briefs["spring"]["updates"].append(
            update("later", "2031-03-09T09:00:00+00:00", "development", note=text, claims=list(claims))
        )


WHERE = ("overview", "in_short", "bottom_line", "update")


def test_a_dossier_that_tells_both_sides_is_without_a_fault() -> None:
    assert told(harbour()) == []


@pytest.mark.parametrize("where", WHERE)
def test_a_disputed_claim_needs_what_disputes_it_beside_it(where: str) -> None:
    world = harbour()
    plant(world, where, "The pier is closed.", ONE)
    (problem,) = seam.problems(world.library())
    assert problem.code.name == "one-sided"
    assert OTHER in problem.hint
    world = harbour()
    plant(world, where, "The pier is closed, which the guild denies.", ONE, OTHER)
    assert told(world) == []


@pytest.mark.parametrize("where", WHERE)
def test_where_only_a_passage_denies_it_the_text_names_who_denies(where: str) -> None:
    world = harbour()
    plant(world, where, "There is a rumour.", "spring/rumour")
    assert told(world) == ["one-sided"]
    world = harbour()
    plant(world, where, "There is a rumour, against the guild's letter.", "spring/rumour")
    assert told(world) == []


def test_an_update_that_a_correction_mends_is_passed_over() -> None:
    world = harbour()
    plant(world, "update", "The pier is closed.", ONE)
    world.briefs["spring"]["updates"].append(
        correction("mends", "2031-03-10T09:00:00+00:00", ONE, OTHER, corrects="later")
    )
    assert told(world) == []


def test_the_settings_say_how_grave_it_is() -> None:
    for level, expected in (("error", ["error"]), ("warning", ["warning"]), ("ignore", [])):
        world = harbour(sides_rule=level)
        plant(world, "overview", "The pier is closed.", ONE)
        assert [problem.severity for problem in seam.problems(world.library())] == expected


class TestInShort:
    def positions(self, *more: Tree) -> World:
        world = harbour()
        wants: Tree = {"kind": "position", "topics": ["pier"]}
        world.brief(
            "wishes",
            claim("shut", party="board", **wants),
            claim("open", party="guild", **wants),
            *more,
        )
        return world

    def test_it_rests_on_two_parties_where_two_hold_positions(self) -> None:
        world = self.positions()
        plant(world, "in_short", "The board wants it shut.", "wishes/shut")
        assert told(world) == ["one-party-in-short"]
        plant(world, "in_short", "The board wants it shut, the guild open.", "wishes/shut", "wishes/open")
        assert told(world) == []

    def test_it_rests_on_an_opposed_pair_where_there_is_one(self) -> None:
        world = self.positions()
        world.briefs["wishes"]["claims"][1]["opposes"] = ["shut"]
        plant(world, "in_short", "The board wants it shut; the guild denies.", "wishes/shut", OTHER)
        assert told(world) == ["one-party-in-short"]
        plant(world, "in_short", "The board wants it shut, the guild open.", "wishes/shut", "wishes/open")
        assert told(world) == []

    def test_one_party_alone_is_told_alone(self) -> None:
        world = harbour()
        world.brief("wishes", claim("shut", party="board", kind="position", topics=["pier"]))
        plant(world, "in_short", "The board wants it shut.", "wishes/shut")
        assert told(world) == []
