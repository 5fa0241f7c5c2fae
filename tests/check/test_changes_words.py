"""Two wordings compared word by word: all that differs is shown, with little of what does not."""

import random

import pytest

from dossier.check.changes.words import differing, is_slip

LONG = " ".join(f"In its {number}th sitting the council put the matter off." for number in range(4, 40))


def test_short_wordings_are_shown_whole() -> None:
    assert differing("The toll may rise.", "The toll will rise.") == [("The toll may rise.", "The toll will rise.")]
    assert differing("", "New words.") == [("", "New words.")]


def test_the_tail_of_a_long_wording_is_shown_with_the_words_before_it() -> None:
    ((before, after),) = differing(f"{LONG} The traders agreed.", f"{LONG} The traders were bribed.")
    assert before == "… the council put the matter off. The traders agreed."
    assert after == "… the council put the matter off. The traders were bribed."


def test_places_that_are_far_apart_are_shown_apart() -> None:
    places = differing(f"First {LONG} last.", f"Now {LONG} end.")
    assert [place[1].split()[0] for place in places] == ["Now", "…"]
    assert all(len(side) < 120 for place in places for side in place)


def test_nothing_that_differs_is_left_out() -> None:
    chance = random.Random(7)
    words = LONG.split()
    for _ in range(200):
        changed = list(words)
        fresh = [f"new{number}" for number in range(chance.randrange(1, 9))]
        for one in fresh:
            at = chance.randrange(len(changed))
            changed[at : at + chance.randrange(3)] = [one]
        shown = " ".join(after for _, after in differing(" ".join(words), " ".join(changed)))
        assert [one for one in fresh if one in changed and one not in shown.split()] == []


def test_words_that_repeat_take_no_time() -> None:
    before, after = "so " * 40_000, "so " * 20_000 + "not " + "so " * 20_000
    assert "not" in differing(before, f"Yes {after} so")[0][1]


def test_other_spaces_are_no_other_words_and_line_ends_are() -> None:
    assert differing("one  two", "one two") == []
    assert differing("one\ntwo", "one two") == [("one ⏎ two", "one two")]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("The cuoncil resolved.", "The council resolved.", True),
        ("The councl resolved.", "The council resolved.", True),
        ("The councill resolved.", "The council resolved.", True),
        ("The same.", "The  same.", True),
        ("It is never closed.", "It is always closed.", False),
        ("It is now open.", "It is not open.", False),
        ("It opens in 2034.", "It opens in 2044.", False),
        ("It is legal.", "It is illegal.", False),
        ("It is open.", "It is not open.", False),
    ],
)
def test_a_slip_is_one_letter_of_a_long_word(before: str, after: str, wanted: bool) -> None:
    assert is_slip(before, after) is wanted
