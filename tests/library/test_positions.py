"""What a party wants on a topic: its newest position that nothing replaces, and all that it held beside and before."""

from typing import Any

from tests.world import World, claim


def _positions(*claims: Any) -> Any:
    world = World()
    world.topic("trams")
    world.topic("noise")
    world.party("city")
    world.party("guild")
    world.brief("spring", *claims)
    return world.library().positions


def _position(claim_id: str, date: str = "2031-03-02", **more: Any) -> Any:
    return claim(claim_id, **{"kind": "position", "party": "city", "topics": ["trams"], "date": date, **more})


def _told(position: Any) -> tuple[str, list[str], list[str]]:
    return (
        position.current.claim.id,
        [each.claim.id for each in position.others],
        [each.claim.id for each in position.history],
    )


def test_the_newest_in_force_is_the_position_and_the_others_stand_newest_first() -> None:
    found = _positions(
        _position("b", "2031-01-02"),
        _position("d", "2031-01-04"),
        _position("a", "2031-01-01", supersedes=["x"]),
        _position("c", "2031-01-03"),
        _position("x", "2030-01-01"),
        _position("y", "2030-02-01"),
        _position("z", "2031-01-02", supersedes=["y"], party="city"),
    )
    assert _told(found["trams", "city"]) == ("d", ["c", "z", "b", "a"], ["y", "x"])


def test_of_positions_of_one_day_the_later_reported_and_then_the_later_id_is_the_newer() -> None:
    found = _positions(
        _position("a", reported="2031-03-04"),
        _position("b", reported="2031-03-03"),
        _position("c", reported="2031-03-03"),
    )
    assert _told(found["trams", "city"]) == ("a", ["c", "b"], [])


def test_a_position_holds_on_each_of_its_topics_for_its_party_alone() -> None:
    found = _positions(_position("a", topics=["trams", "noise"]), _position("b", party="guild"))
    assert [*found] == [("noise", "city"), ("trams", "city"), ("trams", "guild")]
    assert found["noise", "city"].current.claim.id == "a"
    assert (found["trams", "guild"].topic, found["trams", "guild"].party) == ("trams", "guild")


def test_what_was_replaced_withdrawn_is_no_position_or_nobodys_gives_none() -> None:
    found = _positions(
        _position("old"),
        claim("plain", party="city", topics=["trams"], date="2031-05-01", supersedes=["old"]),
        _position("gone", party="guild", status="withdrawn"),
        _position("nobodys", party=None),
    )
    assert found == {}


def test_a_withdrawn_position_is_in_no_history() -> None:
    found = _positions(_position("held"), _position("gone", status="withdrawn"))
    assert _told(found["trams", "city"]) == ("held", [], [])
