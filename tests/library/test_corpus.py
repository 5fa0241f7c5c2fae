"""What was read: where each record stands, and what may be said to be missing."""

from typing import Any

import pytest

from tests.seam import Dropped, Reading, brief, collect, link, place
from tests.world import World, claim


def _world() -> World:
    world = World()
    world.party("city")
    world.party("guild")
    world.person("tess-ford")
    world.brief("spring", claim("a"), claim("b"))
    return world


def _corpus(*more: Reading) -> Any:
    return collect(_world().trees(), *more)


@pytest.mark.parametrize(
    ("kind", "record_id", "where"),
    [
        ("brief", "spring", place("briefings/2031/spring.yaml", "title")),
        ("topic", "harbour", place("briefings/topics/harbour.yaml", "title")),
        ("source", "gazette", place("sources/gazette.md", "title")),
        ("fingerprint", "gazette", place("sources/fingerprints/gazette.txt", "title")),
        ("party", "guild", place("briefings/parties.yaml", "parties", 1, "title")),
        ("person", "tess-ford", place("briefings/people.yaml", "people", 0, "title")),
        ("origin", "gazette-report", place("briefings/origins.yaml", "origins", 0, "title")),
    ],
)
def test_a_record_and_what_is_in_it_has_a_place(kind: Any, record_id: str, where: Any) -> None:
    assert _corpus().place(kind, record_id, "title") == where


def test_a_record_that_was_read_may_not_be_there_and_one_that_was_not_is_not_missing() -> None:
    corpus = _corpus(Reading("topic", "noise", "briefings/topics/noise.yaml", None))
    assert corpus.can_lack("topic", "trams")
    assert not corpus.can_lack("topic", "noise")
    assert corpus.can_lack("brief", "noise")


def test_where_a_shared_file_could_not_be_read_nothing_of_it_is_missing() -> None:
    world = World(complete=False)
    trees = world.trees()
    corpus = collect(trees, Reading("party", "", "elsewhere/parties.yaml", None))
    assert not corpus.can_lack("party", "city")
    assert corpus.can_lack("person", "city")
    assert corpus.any_unread("person", "party")
    assert not corpus.any_unread("person", "origin")


def _in_part(*dropped: Dropped) -> Reading:
    """Return a second brief like the first, of which some records were dropped."""
    tree = _world().trees().briefs["spring"]
    return Reading("brief", "summer", "briefings/2031/summer.yaml", brief(tree), dropped)


@pytest.mark.parametrize(
    ("dropped", "claim_id", "missing"),
    [
        ((), "spring/c", True),
        ((Dropped("claims", 0, "c"),), "summer/c", False),
        ((Dropped("claims", 0, "c"),), "summer/d", True),
        # It may be the one that has no id that can be read.
        ((Dropped("claims", 0, ""),), "summer/d", False),
        # What stands under another key may have been meant for a claim, if it bears that id.
        ((Dropped("updates", 0, "c"),), "summer/c", False),
        ((Dropped("updates", 0, ""),), "summer/d", True),
    ],
)
def test_a_claim_that_may_have_been_dropped_is_not_missing(
    dropped: tuple[Dropped, ...], claim_id: str, missing: bool
) -> None:
    assert _corpus(_in_part(*dropped)).can_lack_claim(claim_id) == missing


def test_no_claim_is_missing_of_a_brief_that_could_not_be_read() -> None:
    corpus = _corpus(Reading("brief", "autumn", "briefings/2031/autumn.yaml", None))
    assert not corpus.can_lack_claim("autumn/c")
    assert corpus.can_lack_claim("winter/c")


def test_what_was_dropped_keeps_its_number_free() -> None:
    dropped = Dropped("claims", 0, "x"), Dropped("claims", 2, "y"), Dropped("updates", 0, "z")
    corpus = _corpus(_in_part(*dropped))
    claims = corpus.briefs["summer"].claims
    found = corpus.numbered("brief", "summer", "claims", claims)
    assert [(number, each.id) for number, each in found] == [(1, "a"), (3, "b")]
    updates = corpus.numbered("brief", "summer", "updates", corpus.briefs["summer"].updates)
    assert [number for number, _ in updates] == [1]
    whole = corpus.numbered("brief", "spring", "claims", corpus.briefs["spring"].claims)
    assert [number for number, _ in whole] == [0, 1]


def test_claims_beside_a_dropped_one_know_the_places_where_they_stand() -> None:
    library = link(_world().trees(), _in_part(Dropped("claims", 0, "x")))
    assert library.claims["summer/a"].index == 1
    assert library.claims["spring/a"].index == 0
