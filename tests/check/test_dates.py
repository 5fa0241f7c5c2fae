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


@pytest.mark.parametrize("day", ["2031-05", "2031"])
def test_less_precise_is_not_before(lake: Dossier, day: str) -> None:
    lake.claim("council-asks-to-share")["date"] = day
    assert lake.codes() == []


@pytest.mark.parametrize("reported", ["2031-05-06"])
def test_a_claim_is_in_the_sources_from_the_earliest_that_supports_it(lake: Dossier, reported: str) -> None:
    lake.claim("office-wants-ferry-out")["reported"] = reported
    told = lake.only("reported-not-of-sources")
    assert told.message == (
        f'claim "office-wants-ferry-out" is said to be in these sources from {reported}, yet the earliest source that '
        "supports it was published 2031-05-05"
    )
    assert told.hint == 'write "2031-05-05"'
    assert path_of(told) == ("claims", 0, "reported")


@pytest.mark.parametrize("reported", ["2031-05", "2031"])
def test_the_month_or_year_of_the_earliest_source_will_do(lake: Dossier, reported: str) -> None:
    lake.claim("office-wants-ferry-out")["reported"] = reported
    assert "reported-not-of-sources" not in lake.codes()


def test_a_denial_does_not_bring_a_claim_into_the_sources(lake: Dossier) -> None:
    claim = lake.claim("office-wants-ferry-out")
    claim["evidence"][0]["support"] = "denies"
    assert "reported-not-of-sources" in lake.codes()
    claim["reported"] = "2031-05-06"
    assert "reported-not-of-sources" not in lake.codes()


def test_a_passage_of_partial_support_does_not_date_a_claim_that_another_supports_in_full(lake: Dossier) -> None:
    claim = lake.claim("office-wants-ferry-out")
    claim["evidence"][0]["support"] = "partial"
    assert "reported-not-of-sources" in lake.codes()
    claim["reported"] = "2031-05-06"
    assert "reported-not-of-sources" not in lake.codes()


def test_a_source_does_not_tell_of_what_comes_after_it(lake: Dossier) -> None:
    claim = lake.claim("office-wants-ferry-out")
    claim.update(date="2031-05-06", reported="2031-05-06")
    claim["evidence"][0]["support"] = "denies"
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
