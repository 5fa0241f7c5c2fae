"""What moved or was merged is named by its new id, or the problem says which it is; published updates keep the old one."""

from typing import Any

from dossier.library import Library
from dossier.problem import Problem
from tests import seam
from tests.moves import merge_topic, moved
from tests.world import World, claim, correction, evidence, update


def _world(*claims: Any) -> World:
    world = World()
    world.topic("trams")
    world.brief("spring", moved("a", "summer/a"), *(claims or (claim("b"),)))
    world.brief("summer", claim("a", "The trams run."), date="2031-03-02")
    return world


def _told(library: Library, code: str) -> list[Problem]:
    found = [problem for problem in seam.problems(library) if problem.severity == "error"]
    assert {problem.code.name for problem in found} <= {code}, found
    return found


def test_a_claim_that_moved_is_no_fault() -> None:
    assert _told(_world().library(), "") == []


def test_updates_may_name_old_ids() -> None:
    world = _world()
    merge_topic(world, "noise", "trams")
    world.briefs["spring"]["updates"] += [
        update("u", "2031-03-05T09:00:00+00:00", "development", claims=["a"], topics=["noise"]),
        correction("c", "2031-03-06T09:00:00+00:00", "spring/a"),
    ]
    assert _told(world.library(), "") == []


def test_a_relation_is_told_the_new_name_of_a_claim() -> None:
    world = _world(claim("b", follows=["a"]))
    (told,) = _told(world.library(), "former-id")
    assert told.message == 'claim "b" follows the claim "spring/a", which is "summer/a" now'
    assert told.hint == 'write "summer/a"'
    world.briefs["spring"]["claims"][1]["follows"] = ["summer/a"]
    assert _told(world.library(), "") == []


def test_an_overview_is_told_the_new_name_of_a_claim() -> None:
    world = _world()
    world.state_of_play(("It is so.", ["spring/a"]))
    assert [each.hint for each in _told(world.library(), "former-id")] == ['write "summer/a"']


def test_what_is_named_by_both_ids_is_named_once() -> None:
    world = _world(claim("b", topics=["noise", "trams"]))
    merge_topic(world, "noise", "trams")
    (told,) = _told(world.library(), "former-id")
    assert told.hint == 'take it out, as "trams" is named here already'


def test_evidence_is_told_the_new_name_of_an_origin() -> None:
    world = _world(claim("b", evidence=[evidence(origin="wire")]))
    world.origin("agency")
    world.origins["wire"] = {"id": "wire", "merged_into": "agency"}
    assert [each.hint for each in _told(world.library(), "former-id")] == ['write "agency"']


def test_what_moved_leads_to_a_claim() -> None:
    world = _world()
    world.briefs["summer"]["claims"][0]["id"] = "all-night"
    world.briefs["spring"]["claims"][0]["moved_to"] = "summer/all-nigth"
    (told,) = [each for each in seam.problems(world.library()) if each.code.name == "unknown-claim"]
    assert told.message == 'claim "spring/a" moved to "summer/all-nigth", which no brief holds'
    assert told.hint == 'did you mean "summer/all-night"?'


def test_a_topic_is_not_merged_into_none() -> None:
    world = _world()
    merge_topic(world, "noise", "tram")
    (told,) = _told(world.library(), "unknown-topic")
    assert told.hint == 'did you mean "trams"?'


def test_it_does_not_lead_round_in_a_circle() -> None:
    world = _world()
    world.briefs["spring"]["claims"] += [moved("x", "y"), moved("y", "x"), moved("z", "z")]
    told = _told(world.library(), "moved-in-circle")
    assert [each.message for each in told] == [
        '`moved_to` runs in a circle: "spring/z" → "spring/z"',
        '`moved_to` runs in a circle: "spring/x" → "spring/y" → "spring/x"',
    ]


def test_an_old_id_is_not_given_to_another_claim() -> None:
    world = _world(claim("a", "Another one."))
    assert len(_told(world.library(), "duplicate-id")) == 1
