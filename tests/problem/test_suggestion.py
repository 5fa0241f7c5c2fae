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
    ],
)
def test_what_says_the_opposite_is_near_to_nothing(word: str, meant: str | None) -> None:
    assert suggest(word, WORDS) == meant


def test_of_two_that_are_about_as_near_neither_is_told() -> None:
    assert suggest("quay-sida", ("quay-side", "quay-sido")) is None
