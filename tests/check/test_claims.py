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


def test_denials_alone_support_nothing(lake: Dossier) -> None:
    claim = lake.add_claim("rumour", "line-was-not-asked")
    claim["evidence"] = [claim["evidence"][0] | {"support": "denies"}]
    assert lake.only("no-support").message == 'claim "rumour" is not marked denied, yet its only passage denies it'


def test_denials_alone_are_enough_for_what_is_denied(lake: Dossier) -> None:
    claim = lake.add_claim("rumour", "line-was-not-asked", status="denied")
    claim["evidence"] = [claim["evidence"][0] | {"support": "denies"}]
    assert lake.codes() == []


def test_the_same_words_cited_twice(lake: Dossier) -> None:
    claim = lake.claim("line-keeps-pier")
    claim["evidence"] *= 2
    assert lake.told() == [("repeated-reference", BRIEF_FILE, ("claims", 1, "evidence", 1))]


def test_a_reason_needs_a_status(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["status_reason"] = "Paraphrased."
    assert lake.told() == [("reason-without-status", BRIEF_FILE, ("claims", 3, "status_reason"))]


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
        lake.add_claim("x", "council-asks-to-share", status=status)
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
    lake.add_claim(
        "again", "line-was-not-asked", text=lake.claim("line-was-not-asked")["text"], status=None, status_reason=None
    )
    told = lake.only("repeated-claim")
    assert told.message.endswith("said, which was withdrawn: It was asked.")
