"""Chains of origins, and what a corrected or withdrawn one takes with it."""

import pytest

from tests.check.lake import BRIEF_FILE, Dossier, path_of

ORIGINS_FILE = "briefings/origins.yaml"


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_chains_end_somewhere(lake: Dossier) -> None:
    lake.origins[0]["depends_on"] = ["line-statement"]
    lake.origins[2]["depends_on"] = ["gazette-report"]
    lake.origins[0]["date"] = lake.origins[2]["date"] = "2031-05"
    told = lake.only("origin-circle")
    assert told.message == '`depends_on` runs in a circle: "gazette-report" → "line-statement" → "gazette-report"'
    assert path_of(told) == ("origins", 0, "depends_on", 0)


def test_no_origin_depends_on_itself(lake: Dossier) -> None:
    lake.origins[0]["depends_on"] = ["gazette-report"]
    assert lake.only("origin-circle").message == 'origin "gazette-report" depends on itself'


def test_a_report_has_a_publisher(lake: Dossier) -> None:
    del lake.origins[0]["publisher"]
    assert lake.told() == [("origin-without-publisher", ORIGINS_FILE, ("origins", 0, "kind"))]


def test_who_speaks_will_do_for_a_statement(lake: Dossier) -> None:
    del lake.origins[2]["publisher"]
    assert lake.codes() == ["origin-without-publisher"]
    lake.origins[2]["speaker"] = "ada-holm"
    assert lake.codes() == []


def test_only_statements_and_interviews_have_a_speaker(lake: Dossier) -> None:
    lake.origins[0]["speaker"] = "ada-holm"
    assert lake.told() == [("speaker-misplaced", ORIGINS_FILE, ("origins", 0, "speaker"))]


@pytest.mark.parametrize("status", ["corrected", "withdrawn"])
class TestTainted:
    def test_the_reason_is_given(self, lake: Dossier, status: str) -> None:
        lake.origins[2]["status"] = status
        lake.claim("line-was-not-asked")["status_reason"] = "It stands."
        assert lake.told() == [("origin-without-reason", ORIGINS_FILE, ("origins", 2, "status"))]
        what = {"corrected": "what was corrected", "withdrawn": "why it was withdrawn"}[status]
        assert lake.problems()[0].message == f'origin "line-statement" is marked {status} and does not say {what}'

    def test_every_claim_that_rests_on_it_is_named(self, lake: Dossier, status: str) -> None:
        lake.origins[0] |= {"status": status, "status_reason": "The chief was not there."}
        assert lake.told() == [
            (f"origin-{status}", BRIEF_FILE, ("claims", 0, "evidence", 0, "origin")),
            (f"origin-{status}", BRIEF_FILE, ("claims", 1, "evidence", 0, "origin")),
        ]
        assert lake.problems()[0].message == (
            f'claim "office-wants-ferry-out" rests on "gazette-report", which was {status}: The chief was not there.'
        )

    def test_also_through_another_origin(self, lake: Dossier, status: str) -> None:
        lake.add_origin("courier-report", "report", "The Courier", "2031-05-06", depends_on=["gazette-report"])
        lake.claim("line-was-not-asked")["evidence"][0]["origin"] = "courier-report"
        lake.origins.pop(2)
        lake.origins[0] |= {"status": status, "status_reason": "The chief was not there."}
        told = {path_of(problem)[1]: problem.message for problem in lake.problems()}
        assert sorted(told) == [0, 1, 3]
        assert 'rests on "gazette-report" through "courier-report"' in told[3]

    def test_an_editor_has_dealt_with_it(self, lake: Dossier, status: str) -> None:
        lake.origins[0] |= {"status": status, "status_reason": "The chief was not there."}
        lake.claim("office-wants-ferry-out")["status_reason"] = "The office said so again."
        lake.claim("line-keeps-pier").update(status="withdrawn", status_reason="Never said.")
        codes = [code for code in lake.codes() if not code.startswith("bottom-line")]
        assert codes == []
