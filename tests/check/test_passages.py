"""What is said of single passages: speech and drift."""

import pytest

from tests.check.lake import BRIEF_FILE, Dossier


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_a_drift_says_in_which_way(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["evidence"][0]["drift"] = {"note": "It leaves the price out."}
    assert lake.told() == [("drift-without-kind", BRIEF_FILE, ("claims", 1, "evidence", 0, "drift"))]
    lake.claim("line-keeps-pier")["evidence"][0]["drift"]["kind"] = "omits"
    assert lake.codes() == []


def test_there_is_no_drift_from_what_is_nobodys_report(lake: Dossier) -> None:
    drift = {"kind": "adds", "note": "It adds a wish."}
    lake.claim("line-keeps-pier")["evidence"][0].update(origin="background", drift=drift)
    assert lake.codes() == ["drift-without-origin"]


def test_only_who_spoke_is_quoted(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["evidence"][0]["speech"] = "paraphrased"
    assert lake.codes() == []
    lake.claim("line-keeps-pier")["evidence"][0]["speech"] = "quoted"
    assert lake.codes() == ["speech-without-speaker"]
