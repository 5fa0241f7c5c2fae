"""Dates that cannot be, and dates that are only less precise."""

import pytest

from tests.check.lake import BRIEF_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


@pytest.mark.parametrize(
    ("day", "reported", "said"),
    [
        ("2031-05-05", "2031-05-04", "was reported on 2031-05-04"),
        ("2031-05-05", "2031-04", "was reported in 2031-04"),
        ("2031-05", "2030", "was reported in 2030"),
    ],
)
def test_nothing_is_reported_before_it_happened(lake: Dossier, day: str, reported: str, said: str) -> None:
    lake.claim("council-asks-to-share").update(date=day, reported=reported)
    told = lake.only("reported-before-date")
    assert said in told.message
    assert path_of(told) == ("claims", 2, "reported")


@pytest.mark.parametrize(
    ("day", "reported"), [("2031-05", "2031-05-05"), ("2031-05-05", "2031-05"), ("2031", "2031-05")]
)
def test_less_precise_is_not_before(lake: Dossier, day: str, reported: str) -> None:
    lake.claim("council-asks-to-share").update(date=day, reported=reported)
    assert lake.codes() == []


def test_nothing_is_reported_after_every_source_that_carries_it(lake: Dossier) -> None:
    lake.claim("office-wants-ferry-out")["reported"] = "2031-05-06"
    assert lake.codes() == []
    lake.claim("line-keeps-pier")["reported"] = "2031-05-06"
    told = lake.only("reported-after-sources")
    assert told.message == (
        'claim "line-keeps-pier" is said to be reported 2031-05-06, yet its source was published 2031-05-05'
    )


def test_a_source_does_not_tell_of_what_comes_after_it(lake: Dossier) -> None:
    lake.claim("office-wants-ferry-out").update(date="2031-05-06", reported="2031-05-06")
    lake.claim("line-keeps-pier")["opposes"] = []
    told = lake.only("source-before-thing")
    assert told.message == (
        'claim "office-wants-ferry-out" is about 2031-05-06, yet "gazette" was published 2031-05-05, before that'
    )
    assert path_of(told) == ("claims", 0, "evidence", 0, "source")


def test_nothing_goes_back_to_an_origin_that_came_later(lake: Dossier) -> None:
    lake.origins[1]["date"] = "2031-05-06"
    told = lake.only("origin-after-source")
    assert told.message == (
        '"council-letter" is dated 2031-05-06, yet "gazette", which is said to carry it, was published 2031-05-05'
    )
    assert (told.at.file, path_of(told)) == (BRIEF_FILE, ("claims", 2, "evidence", 0, "origin"))


def test_no_origin_depends_on_a_later_one(lake: Dossier) -> None:
    lake.origins[1]["depends_on"] = ["line-statement"]
    lake.origins[1]["date"] = "2031-05-05"
    assert lake.told() == [("origin-before-root", "briefings/origins.yaml", ("origins", 1, "depends_on", 0))]
    lake.origins[1]["date"] = "2031-05"
    assert lake.codes() == []


def test_nothing_is_read_before_it_is_published(lake: Dossier) -> None:
    lake.sources["courier"]["accessed"] = "2031-05-05"
    assert lake.told() == [("accessed-before-published", "sources/courier.md", ("accessed",))]
