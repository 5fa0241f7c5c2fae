"""The word that somebody probably meant, or none."""

import pytest

from dossier.problem import suggest

WORDS = ("confirmed", "denied", "quay-side", "unloading")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("confrimed", "confirmed"),
        ("Denied", "denied"),
        ("unconfirmed", None),
        ("not confirmed", None),
        ("non-confirmed", None),
        ("un-denied", None),
        ("loading", None),
        ("reconfirmed", "confirmed"),
        ("weather", None),
        ("demrifnoc", None),
    ],
)
def test_a_word_that_says_the_opposite_is_not_suggested(word: str, meant: str | None) -> None:
    assert suggest(word, WORDS) == meant


def test_of_two_equally_near_words_neither_is_suggested() -> None:
    assert suggest("quay-sida", ("quay-side", "quay-sido")) is None


def test_a_word_that_is_a_negation_itself_can_be_suggested() -> None:
    assert suggest("ants", ("anti", "ferry")) == "anti"


def test_the_order_of_candidates_does_not_matter() -> None:
    assert suggest("harbor", ("harbour", "weather")) == suggest("harbor", ("weather", "harbour")) == "harbour"
