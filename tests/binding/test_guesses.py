import pytest

from dossier.binding.guesses import guess_both_dates, guess_date, guess_moment


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2031-5-6", "2031-05-06"),
        ("2031/05/06", "2031-05-06"),
        ("2031.05", "2031-05"),
        ("2031–05—06", "2031-05-06"),
        ("20310506", "2031-05-06"),
        ("2031-05-06T10:00:00Z", "2031-05-06"),
        ("6.5.2031", "2031-05-06"),
        ("06. 05. 2031", "2031-05-06"),
        ("25/04/2031", "2031-04-25"),
        ("04/25/2031", "2031-04-25"),
        ("5/5/2031", "2031-05-05"),
        ("04/05/2031", ""),
        ("6 May 2031", "2031-05-06"),
        ("6th of May, 2031", "2031-05-06"),
        ("May 6, 2031", "2031-05-06"),
        ("Sept. 2031", "2031-09"),
        ("may 2031", "2031-05"),
        ("31 April 2031", ""),
        ("2031-13-01", ""),
        ("Maybe 2031", ""),
        ("yesterday", ""),
        ("31-05-06", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert guess_date(text) == date


def test_two_possible_dates_are_both_returned() -> None:
    assert guess_both_dates("04/05/2031") == ("2031-05-04", "2031-04-05")
    assert guess_both_dates("25/04/2031") is None
    assert guess_both_dates("5/5/2031") is None
    assert guess_both_dates("May") is None


@pytest.mark.parametrize(
    ("text", "moment", "stated"),
    [
        ("2031-05-06 10:00", "2031-05-06T10:00:00+00:00", False),
        ("2031–05–06T10:00−02:00", "2031-05-06T10:00:00-02:00", True),
        ("2031-05-06T10:00:30.5Z", "2031-05-06T10:00:30+00:00", True),
        ("2031-05-06 9:05 UTC", "2031-05-06T09:05:00+00:00", True),
        ("2031-05-06T10:00+0230", "2031-05-06T10:00:00+02:30", True),
        ("2031-05-06T10:00-05", "2031-05-06T10:00:00-05:00", True),
        ("2031-05-06T25:00", "", False),
        ("10:00", "", False),
    ],
)
def test_moments(text: str, moment: str, stated: bool) -> None:
    assert guess_moment(text) == (moment, stated)
