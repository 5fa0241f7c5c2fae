"""Which claims dispute each other: each pair once, conflicts of fact before opposed positions, the oldest first."""

from typing import Any

from tests.world import World, claim


def _library(*claims: Any) -> Any:
    world = World()
    world.topic("trams")
    world.topic("noise")
    world.brief("spring", *claims)
    return world.library()


def _told(disputes: Any) -> list[tuple[str, str, str]]:
    return [(each.kind, each.left.claim.id, each.right.claim.id) for each in disputes]


def test_a_pair_is_told_once_with_the_older_claim_on_the_left() -> None:
    library = _library(
        claim("new", date="2031-05-01", contradicts=["old"]), claim("old", date="2031-01-01", contradicts=["new"])
    )
    assert _told(library.disputes()) == [("fact", "old", "new")]


def test_conflicts_of_fact_stand_before_positions_and_the_oldest_first() -> None:
    library = _library(
        claim("p", date="2030-01-01"),
        claim("q", date="2030-01-02", opposes=["p"]),
        claim("f", date="2031-03-01"),
        claim("g", date="2031-03-02", contradicts=["f"]),
        claim("d", date="2031-01-01"),
        claim("e", date="2031-01-02", contradicts=["d"]),
    )
    assert _told(library.disputes()) == [("fact", "d", "e"), ("fact", "f", "g"), ("positions", "p", "q")]


def test_what_conflicts_in_fact_is_not_told_again_as_opposed() -> None:
    library = _library(claim("a"), claim("b", contradicts=["a"], opposes=["a"]))
    assert _told(library.disputes()) == [("fact", "a", "b")]


def test_withdrawn_claims_dispute_nothing() -> None:
    library = _library(claim("a"), claim("b", contradicts=["a"], status="withdrawn"), claim("c", opposes=["b"]))
    assert library.disputes() == ()


def test_a_dispute_is_live_while_both_sides_stand() -> None:
    library = _library(
        claim("a"),
        claim("b", opposes=["a"]),
        claim("c", date="2031-04-01", opposes=["a"], supersedes=["b"]),
    )
    assert [(each.right.claim.id, each.is_live) for each in library.disputes()] == [("b", False), ("c", True)]


def test_a_topic_has_the_disputes_of_which_both_claims_are_filed_there() -> None:
    library = _library(
        claim("a", topics=["trams"]),
        claim("b", topics=["noise"], opposes=["a"]),
        claim("c", topics=["noise"]),
        claim("d", topics=["noise"], contradicts=["c"]),
    )
    assert library.disputes("trams") == ()
    assert _told(library.disputes("noise")) == [("fact", "c", "d")]
    assert len(library.disputes()) == 2


def test_a_denial_belongs_to_the_topics_of_the_claim_that_it_denies() -> None:
    library = _library(
        claim("a", topics=["trams"]),
        claim("b", topics=["noise"], kind="denial", contradicts=["a"]),
    )
    assert _told(library.disputes("trams")) == [("denial", "a", "b")]
    assert library.disputes("noise") == ()
