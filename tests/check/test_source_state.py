"""What became of sources: reasons given, versions in order, comparisons that fit."""

from copy import deepcopy
from typing import Any

import pytest

from tests.check.lake import BRIEF_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


@pytest.mark.parametrize(("status", "code"), [("corrected", "source-corrected"), ("retracted", "source-retracted")])
def test_a_status_has_a_reason_and_touches_the_claims(lake: Dossier, status: str, code: str) -> None:
    lake.sources["gazette"]["status"] = status
    told = lake.told()
    assert told[-1] == ("source-without-reason", "sources/gazette.md", ("status",))
    assert {code for code, *_ in told[:-1]} == {code}
    assert len(told) == 4
    lake.sources["gazette"]["status_reason"] = "The office took its word back."
    assert lake.told()[0] == (code, BRIEF_FILE, ("claims", 0, "evidence", 0, "source"))
    for claim in lake.claims[:3]:
        claim["status_reason"] = "Stands, as the Courier has it too."
    assert lake.codes() == []


def test_a_version_is_of_another_source_that_there_is(lake: Dossier) -> None:
    lake.sources["gazette-later"] = deepcopy(lake.sources["gazette"]) | {"version_of": "gazette", "left_out": []}
    lake.texts["gazette-later"] = lake.texts["gazette"].replace("Monday", "Tuesday")
    # Neither the same address nor that nothing cites it is a fault of a version.
    assert lake.codes() == []
    lake.sources["gazette-later"]["version_of"] = "gazete"
    assert lake.only("unknown-source").hint == 'did you mean "gazette"?'


def test_versions_do_not_run_in_a_circle(lake: Dossier) -> None:
    lake.sources["gazette"]["version_of"] = "gazette"
    assert path_of(lake.only("version-circle")) == ("version_of",)
    lake.sources["gazette"]["version_of"] = "courier"
    lake.sources["courier"]["version_of"] = "gazette"
    assert lake.only("version-circle").message == '`version_of` runs in a circle: "courier" → "gazette" → "courier"'


@pytest.mark.parametrize(
    ("refreshed", "code"),
    [
        ({"date": "2031-05-20", "result": "unchanged"}, ""),
        ({"date": "2031-05-20", "result": "changed", "missing": ["2-3"]}, ""),
        ({"date": "2031-05-20", "result": "moved", "missing": [2]}, ""),
        ({"date": "2031-05-20", "result": "gone"}, ""),
        ({"date": "2031-05-20", "result": "changed"}, "refreshed-inconsistent"),
        ({"date": "2031-05-20", "result": "unchanged", "missing": [2]}, "refreshed-inconsistent"),
        ({"date": "2031-05-20", "result": "gone", "missing": [2]}, "refreshed-inconsistent"),
        ({"date": "2031-05-04", "result": "unchanged"}, "refreshed-before-published"),
        ({"date": "2031-05-20", "result": "changed", "missing": ["2-9"]}, "paragraph-past-end"),
    ],
)
def test_a_comparison_fits_its_source(lake: Dossier, refreshed: dict[str, Any], code: str) -> None:
    lake.sources["gazette"]["refreshed"] = refreshed
    assert lake.codes() == ([code] if code else [])


def test_a_source_without_a_date_contradicts_no_other_date(lake: Dossier) -> None:
    lake.sources["gazette"] |= {"published": "unknown", "refreshed": {"date": "1999", "result": "unchanged"}}
    assert lake.codes() == []
