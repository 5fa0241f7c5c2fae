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


def test_disputed_claims_are_told_where_there_are_any() -> None:
    assert counted.disputed_claims(12, 0) == "12 claims"
    assert counted.disputed_claims(12, 3) == "12 claims, 3 disputed"


def test_sourcing_names_what_has_no_origin() -> None:
    assert counted.sourcing(1, 2) == "1 origin, 2 reports"
    assert counted.sourcing(0, 1) == "no traceable origin, 1 report"


def test_what_rests_on_an_origin() -> None:
    assert counted.resting(0, 0) == "no claim rests on it"
    assert counted.resting(1, 1) == "1 claim rests on it, passed on by 1 source"
    assert counted.resting(2, 3) == "2 claims rest on it, passed on by 3 sources"


def test_what_a_dossier_comes_to() -> None:
    assert counted.corpus(9, 4, 1, 1) == "9 claims on 4 sources, 1 origin with 1 independent publisher behind it"
    assert counted.corpus(9, 4, 3, 2) == "9 claims on 4 sources, 3 origins with 2 independent publishers behind them"
