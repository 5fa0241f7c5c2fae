"""What a claim's status and kind ask for."""

import pytest

from tests.check.lake import BRIEF_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_a_claim_needs_evidence(lake: Dossier) -> None:
    lake.add_claim("rumour", "line-keeps-pier", evidence=[])
    told = lake.only("no-evidence")
    assert told.message == 'claim "rumour" rests on no evidence'
    assert path_of(told) == ("claims", 4)


def test_a_withdrawn_claim_may_have_lost_it(lake: Dossier) -> None:
    lake.add_claim("rumour", "line-keeps-pier", evidence=[], status="withdrawn", status_reason="Nobody said so.")
    assert lake.codes() == []


@pytest.mark.parametrize("status", ["reported", "confirmed"])
def test_denials_alone_support_nothing(lake: Dossier, status: str) -> None:
    claim = lake.add_claim("rumour", "line-was-not-asked", status=status)
    claim["evidence"] = [claim["evidence"][0] | {"support": "denies"}]
    assert lake.only("no-support").message == f'claim "rumour" is {status}, yet its only passage denies it'


def test_denials_alone_are_enough_for_what_is_denied(lake: Dossier) -> None:
    claim = lake.add_claim("rumour", "line-was-not-asked", status="denied")
    claim["evidence"] = [claim["evidence"][0] | {"support": "denies"}]
    assert lake.codes() == []


def test_the_same_words_cited_twice(lake: Dossier) -> None:
    claim = lake.claim("line-keeps-pier")
    claim["evidence"] *= 2
    assert lake.told() == [("repeated-reference", BRIEF_FILE, ("claims", 1, "evidence", 1))]


class TestConfirmed:
    def test_one_report_is_not_enough_however_many_carry_it(self, lake: Dossier) -> None:
        lake.claim("office-wants-ferry-out")["status"] = "confirmed"
        told = lake.only("not-confirmed")
        assert told.message == (
            'claim "office-wants-ferry-out" is marked confirmed with one independent origin, though 2 sources carry it; '
            "it needs two, or a document or an on-record statement"
        )
        assert path_of(told) == ("claims", 0, "status")

    def test_two_publishers_are(self, lake: Dossier) -> None:
        claim = lake.claim("office-wants-ferry-out")
        claim["status"] = "confirmed"
        lake.add_origin("courier-report", "report", "The Courier", "2031-05-06")
        claim["evidence"][1]["origin"] = "courier-report"
        assert lake.codes() == []

    def test_two_reports_of_one_publisher_are_not(self, lake: Dossier) -> None:
        claim = lake.claim("office-wants-ferry-out")
        claim["status"] = "confirmed"
        lake.add_origin("gazette-second", "report", "Gazette", "2031-05-06")
        claim["evidence"][1]["origin"] = "gazette-second"
        assert lake.codes() == ["not-confirmed"]

    @pytest.mark.parametrize("kind", ["document", "statement", "interview"])
    def test_what_is_on_record_is_enough(self, lake: Dossier, kind: str) -> None:
        lake.origins[1]["kind"] = kind
        assert lake.codes() == []

    def test_a_report_in_place_of_a_document_is_not(self, lake: Dossier) -> None:
        lake.origins[1]["kind"] = "report"
        assert "with one independent origin; it needs two" in lake.only("not-confirmed").message

    def test_a_source_that_denies_does_not_carry(self, lake: Dossier) -> None:
        claim = lake.claim("office-wants-ferry-out")
        claim["status"] = "confirmed"
        claim["evidence"][1]["support"] = "denies"
        assert "with one independent origin; it needs two" in lake.only("not-confirmed").message

    def test_a_report_on_a_document_is(self, lake: Dossier) -> None:
        lake.claim("office-wants-ferry-out")["status"] = "confirmed"
        lake.origins[0]["depends_on"] = ["council-letter"]
        assert lake.codes() == []

    def test_a_denying_document_is_not(self, lake: Dossier) -> None:
        claim = lake.claim("council-asks-to-share")
        claim["evidence"].append(lake.claim("line-keeps-pier")["evidence"][0])
        claim["evidence"][0] |= {"support": "denies"}
        assert lake.codes() == ["not-confirmed"]

    def test_a_withdrawn_document_is_not(self, lake: Dossier) -> None:
        lake.origins[1] |= {"status": "withdrawn", "status_reason": "It was forged."}
        assert lake.codes() == ["not-confirmed", "origin-withdrawn"]

    def test_background_counts_for_nothing(self, lake: Dossier) -> None:
        lake.origins.pop(1)
        lake.claim("council-asks-to-share")["evidence"][0]["origin"] = "background"
        assert "no independent origin, as public record" in lake.only("not-confirmed").message

    def test_an_unknown_origin_is_one_problem(self, lake: Dossier) -> None:
        lake.claim("council-asks-to-share")["evidence"][0]["origin"] = "council-leter"
        assert lake.codes() == ["unknown-origin"]


@pytest.mark.parametrize("status", ["denied", "disputed"])
class TestDisputed:
    def test_it_needs_something_against_it(self, lake: Dossier, status: str) -> None:
        lake.claim("line-keeps-pier")["status"] = status
        assert lake.told() == [(f"not-{status}", BRIEF_FILE, ("claims", 1, "status"))]

    def test_denying_evidence_will_do(self, lake: Dossier, status: str) -> None:
        claim = lake.claim("line-keeps-pier")
        claim["status"] = status
        claim["evidence"].append(lake.claim("line-was-not-asked")["evidence"][0] | {"support": "denies"})
        assert lake.codes() == []

    @pytest.mark.parametrize(("one", "other"), [("line-was-not-asked", "x"), ("x", "line-was-not-asked")])
    def test_a_contradiction_either_way_will_do(self, lake: Dossier, status: str, one: str, other: str) -> None:
        lake.add_claim("x", "council-asks-to-share", status="reported")
        lake.claim("x")["status"] = status
        lake.claim(one)["contradicts"] = [other]
        assert lake.codes() == []

    def test_an_opposed_position_will_not(self, lake: Dossier, status: str) -> None:
        lake.claim("office-wants-ferry-out")["status"] = status
        assert lake.codes() == [f"not-{status}"]


def test_what_is_withdrawn_says_why(lake: Dossier) -> None:
    claim = lake.claim("line-was-not-asked")
    claim["status"] = "withdrawn"
    assert lake.told() == [("withdrawn-without-reason", BRIEF_FILE, ("claims", 3, "status"))]
    claim["status_reason"] = "The line never said so."
    assert lake.codes() == []


def test_a_position_is_somebodys(lake: Dossier) -> None:
    lake.add_claim("orphan", "line-keeps-pier", party=None)
    assert lake.told() == [("position-without-party", BRIEF_FILE, ("claims", 4, "kind"))]


def test_one_thing_is_said_once(lake: Dossier) -> None:
    lake.add_claim("again", "line-keeps-pier", text=lake.claim("line-keeps-pier")["text"])
    told = lake.only("repeated-claim")
    assert told.message == 'claim "again" says the same as "pier-dispute/line-keeps-pier"'
    assert path_of(told) == ("claims", 4, "text")


def test_what_was_withdrawn_is_not_added_again(lake: Dossier) -> None:
    lake.claim("line-was-not-asked").update(status="withdrawn", status_reason="It was asked.")
    lake.add_claim("again", "line-was-not-asked", text=lake.claim("line-was-not-asked")["text"], status="reported")
    told = lake.only("repeated-claim")
    assert told.message.endswith("said, which was withdrawn: It was asked.")
