"""Claims in the library: with their full ids, their places, and their relations both ways."""

from typing import Any

import pytest

from tests.seam import place
from tests.world import World, claim, evidence


def _world(*claims: Any) -> World:
    world = World()
    world.brief("spring", claim("a"), claim("b"))
    world.brief("summer", *claims, date="2032-05-01")
    return world


def _claims(*claims: Any) -> Any:
    return _world(*claims).library().claims


def test_a_claim_has_its_full_id_its_brief_and_its_permalink() -> None:
    found = _claims(claim("c"), claim("d"))["summer/d"]
    assert (found.id, found.claim.id, found.brief_id, found.brief_title) == ("summer/d", "d", "summer", "Summer")
    assert found.address == "briefs/summer/#d"


def test_a_claim_knows_its_place_in_its_file() -> None:
    found = _claims(claim("c"), claim("d"))["summer/d"]
    assert (found.file, found.index) == ("briefings/2032/summer.yaml", 1)
    assert found.place() == place("briefings/2032/summer.yaml", "claims", 1)
    assert found.place("evidence", 0, "quote") == place(
        "briefings/2032/summer.yaml", "claims", 1, "evidence", 0, "quote"
    )


RELATIONS = {
    "supersedes": "superseded_by",
    "contradicts": "contradicted_by",
    "responds_to": "answered_by",
    "qualifies": "qualified_by",
}


@pytest.mark.parametrize(("relation", "inverse"), RELATIONS.items())
def test_a_relation_is_known_at_both_its_ends(relation: str, inverse: str) -> None:
    both: dict[str, Any] = {relation: ["spring/a", "d"]}
    one: dict[str, Any] = {relation: ["spring/a"]}
    claims = _claims(claim("c", **both), claim("d"), claim("e", **one))
    assert getattr(claims["summer/c"], relation) == ("spring/a", "summer/d")
    assert getattr(claims["spring/a"], inverse) == ("summer/c", "summer/e")
    assert getattr(claims["summer/d"], inverse) == ("summer/c",)
    for other in RELATIONS.keys() - {relation}:
        assert getattr(claims["summer/c"], other) == ()
        assert getattr(claims["spring/a"], RELATIONS[other]) == ()


def test_opposition_holds_both_ways_and_is_told_once() -> None:
    claims = _claims(claim("c", opposes=["spring/a", "d"]), claim("d", opposes=["c"]), claim("e", opposes=["spring/a"]))
    assert claims["summer/c"].opposes == ("spring/a", "summer/d")
    assert claims["summer/d"].opposes == ("summer/c",)
    assert claims["spring/a"].opposes == ("summer/c", "summer/e")


def test_a_bare_name_means_a_claim_of_the_same_brief() -> None:
    claims = _claims(claim("a"), claim("c", supersedes=["a"]))
    assert claims["summer/c"].supersedes == ("summer/a",)
    assert claims["spring/a"].superseded_by == ()


def test_relations_that_lead_nowhere_to_the_claim_itself_or_twice_are_left_out() -> None:
    claims = _claims(claim("c", supersedes=["spring/a", "c", "nothing", "spring/nothing", "spring/a"]))
    assert claims["summer/c"].supersedes == ("spring/a",)
    assert claims["summer/c"].superseded_by == ()
    assert claims["spring/a"].superseded_by == ("summer/c",)


def test_a_claim_is_current_until_it_is_replaced_or_withdrawn() -> None:
    claims = _claims(claim("c", supersedes=["spring/a"]), claim("d", status="withdrawn"), claim("e", status="denied"))
    current = {claim_id for claim_id, found in claims.items() if found.is_current}
    assert current == {"spring/b", "summer/c", "summer/e"}


@pytest.mark.parametrize(
    ("more", "disputed"),
    [
        ({}, False),
        ({"status": "withdrawn", "evidence": [evidence(), evidence(support="denies")]}, False),
        ({"status": "disputed"}, True),
        ({"status": "denied"}, True),
        ({"evidence": [evidence(), evidence(support="denies")]}, True),
        ({"evidence": [evidence(support="partial")]}, False),
        ({"contradicts": ["spring/a"]}, False),
        ({"contradicts": ["spring/nothing"]}, False),
        ({"opposes": ["spring/a"]}, False),
        ({"responds_to": ["spring/a"]}, False),
        ({"qualifies": ["spring/a"]}, False),
        ({"supersedes": ["spring/a"]}, False),
    ],
)
def test_a_claim_is_disputed_where_it_is_marked_so_or_a_passage_denies_it(more: dict[str, Any], disputed: bool) -> None:
    claims = _claims(claim("c", **more))
    assert claims["summer/c"].is_disputed == disputed
    assert claims["spring/a"].is_disputed == ("contradicts" in more and disputed)
    assert not claims["spring/b"].is_disputed


def test_independent_origins_are_counted_once_for_each_publisher_behind_them() -> None:
    cited = [evidence(origin="wire"), evidence("courier", origin="letter"), evidence("courier", origin="note")]
    world = _world(claim("c", evidence=cited))
    world.origin("letter", kind="document", publisher="The guild")
    world.origin("wire", depends_on=["letter"])
    world.origin("note", kind="document", publisher="The mill")
    found = world.library().claims["summer/c"].independence
    assert (found.count, found.roots) == (2, ("letter", "note"))


def test_of_two_claims_with_one_id_the_first_is_kept() -> None:
    claims = _claims(claim("c", "The first."), claim("c", "The second."), claim("d"))
    assert claims["summer/c"].claim.text == "The first."
    assert claims["summer/d"].index == 2
    assert len(claims) == 4
