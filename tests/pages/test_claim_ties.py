"""A claim's ties to others, in words that are true from both ends."""

from typing import Any

import pytest

from tests.webpage import Piece
from tests.world import World, claim


def piece_of(world: World, claim_id: str) -> Piece:
    return world.page(f"briefs/{claim_id.partition('/')[0]}/").claim(claim_id)


def made(*others: Any) -> Piece:
    """Return the piece of a claim in one brief with others."""
    world = World()
    world.brief("spring", claim("return"), *others)
    return piece_of(world, "spring/return")


@pytest.mark.parametrize(
    ("relation", "kinds", "outward", "inward"),
    [
        ("supersedes", ("position", "position"), "Replaces", "Replaced by"),
        ("contradicts", ("event", "event"), "In conflict of fact with", "In conflict of fact with"),
        ("contradicts", ("denial", "event"), "Denies", "Denied by"),
        ("contradicts", ("event", "denial"), "Denied by", "Denies"),
        ("contradicts", ("denial", "denial"), "In conflict of fact with", "In conflict of fact with"),
        ("opposes", ("position", "position"), "Opposed to", "Opposed to"),
        ("follows", ("event", "statement"), "A later state of", "Later state"),
        ("responds_to", ("statement", "statement"), "Refers to", "Referred to by"),
        ("qualifies", ("statement", "statement"), "To be read with", "To be read with"),
    ],
)
def test_a_tie_is_told_from_both_its_ends(relation: str, kinds: tuple[str, str], outward: str, inward: str) -> None:
    world = World()
    world.brief("spring", claim("old", "It was so before.", kind=kinds[1], short="So before"))
    world.brief(
        "summer",
        claim("new", "It is otherwise now.", kind=kinds[0], date="2031-05-01", **{relation: ["spring/old"]}),
    )
    assert piece_of(world, "summer/new").relations == [f"{outward} So before, 2 March 2031"]
    assert piece_of(world, "spring/old").relations == [f"{inward} It is otherwise now, 1 May 2031"]
    assert piece_of(world, "summer/new").address("So before") == "/briefs/spring/#old"


def test_ties_of_one_sort_are_told_together_and_what_replaces_a_claim_first() -> None:
    piece = made(
        claim("a", "One thing.", date="2031-04-01", responds_to=["return"]),
        claim("b", "Another thing.", date="2031-04-02", responds_to=["return"]),
        claim("c", "The last thing.", date="2031-05-01", supersedes=["return"]),
    )
    # What replaces a claim is seen before its evidence is opened.
    assert piece.open_relations == ["Replaced by The last thing, 1 May 2031"]
    assert piece.relations == [
        "Replaced by The last thing, 1 May 2031",
        "Referred to by One thing, 1 April 2031; Another thing, 2 April 2031",
    ]


def test_a_long_claim_is_cut_between_words_where_another_names_it() -> None:
    text = f"It is {'very ' * 40}long."
    (tie,) = made(claim("long", text, responds_to=["return"])).relations
    words = tie.removeprefix("Referred to by ").removesuffix(", 2 March 2031")
    assert words.endswith("very…")
    assert 80 < len(words) <= 90


def test_a_claim_that_is_dated_by_a_day_says_so_where_another_names_it() -> None:
    piece = made(claim("old", "It was so before.", date="2031-03-01", dated="by", responds_to=["return"]))
    assert "Referred to by It was so before, by 1 March 2031" in piece.text
