"""Numbers of things in words."""

from dossier.wording import counted


def test_a_number_has_the_form_that_fits_it_and_digits_in_groups() -> None:
    assert [counted.claims(number) for number in (0, 1, 2, 12000)] == [
        "0 claims",
        "1 claim",
        "2 claims",
        "12,000 claims",
    ]
    assert [counted.parties(number) for number in (1, 2)] == ["1 party", "2 parties"]


def test_quotes_that_deny_are_told_apart() -> None:
    assert counted.quotes(1, 1, 0) == "1 quote from 1 source"
    assert counted.quotes(3, 2, 2) == "3 quotes from 2 sources, 1 for and 2 against"


def test_what_rests_on_an_origin() -> None:
    assert counted.resting(0, 0) == "no claim rests on it"
    assert counted.resting(1, 1) == "1 claim rests on it, passed on by 1 source"
    assert counted.resting(2, 3) == "2 claims rest on it, passed on by 3 sources"


def test_what_a_dossier_comes_to() -> None:
    assert counted.corpus(9, 4, 0, 0, 0) == "9 claims on 4 sources"
    assert counted.corpus(9, 1, 1, 0, 0) == "9 claims on 1 source; behind it 1 newsroom"
    assert counted.corpus(9, 4, 2, 1, 2) == (
        "9 claims on 4 sources; behind them 2 newsrooms, 1 document, 2 people on the record"
    )
