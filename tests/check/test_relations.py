"""Relations of the right kind and the right way round."""

import pytest

from dossier.problem import Place
from tests.check.lake import BRIEF_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


@pytest.mark.parametrize("relation", ["supersedes", "contradicts", "opposes", "responds_to", "qualifies"])
def test_nothing_relates_to_itself(lake: Dossier, relation: str) -> None:
    lake.claim("line-keeps-pier")[relation] = ["line-keeps-pier"]
    assert lake.told() == [("relation-to-itself", BRIEF_FILE, ("claims", 1, relation, 0))]


class TestSupersedes:
    def test_a_newer_position_of_the_same_party(self, lake: Dossier) -> None:
        lake.claim("line-keeps-pier")["date"] = "2031-05-04"
        lake.add_claim("line-leaves", "line-keeps-pier", date="2031-05-05", supersedes=["line-keeps-pier"])
        lake.topic["bottom_line"]["sentences"][1]["claims"].append("pier-dispute/line-leaves")
        assert lake.codes() == []

    def test_not_something_newer(self, lake: Dossier) -> None:
        lake.add_claim("line-leaves", "line-keeps-pier", date="2031-05-04", supersedes=["line-keeps-pier"])
        lake.topic["bottom_line"]["sentences"][1]["claims"].append("pier-dispute/line-leaves")
        assert lake.only("supersedes-newer").message == (
            'claim "line-leaves" of 2031-05-04 supersedes "line-keeps-pier", which is of 2031-05-05 and so newer'
        )

    @pytest.mark.parametrize("day", ["2031-05", "2031-05-05", "2031"])
    def test_what_may_be_as_old_is_not_newer(self, lake: Dossier, day: str) -> None:
        lake.add_claim("line-leaves", "line-keeps-pier", date=day, supersedes=["line-keeps-pier"])
        lake.topic["bottom_line"]["sentences"][1]["claims"].append("pier-dispute/line-leaves")
        assert lake.codes() == []

    def test_not_the_position_of_another_party(self, lake: Dossier) -> None:
        lake.add_claim("office-leaves", "line-keeps-pier", party="office", supersedes=["line-keeps-pier"])
        lake.topic["bottom_line"]["sentences"][1]["claims"].append("pier-dispute/office-leaves")
        assert lake.only("supersedes-other-party").message == (
            'claim "office-leaves" is a position of office and supersedes "line-keeps-pier", one of line'
        )

    def test_not_in_a_circle(self, lake: Dossier) -> None:
        lake.add_claim("one", "council-asks-to-share", supersedes=["three"])
        lake.add_claim("two", "council-asks-to-share", supersedes=["one"])
        lake.add_claim("three", "council-asks-to-share", supersedes=["pier-dispute/two"])
        told = lake.only("relation-circle")
        assert told.message == (
            "`supersedes` runs in a circle: "
            '"pier-dispute/one" → "pier-dispute/three" → "pier-dispute/two" → "pier-dispute/one"'
        )
        assert path_of(told) == ("claims", 4, "supersedes", 0)
        assert [place for _, place in told.related] == [
            Place(BRIEF_FILE, ("claims", 6, "supersedes", 0)),
            Place(BRIEF_FILE, ("claims", 5, "supersedes", 0)),
        ]

    def test_not_by_something_withdrawn(self, lake: Dossier) -> None:
        lake.add_claim(
            "wrong", "line-keeps-pier", supersedes=["line-keeps-pier"], status="withdrawn", status_reason="No."
        )
        lake.topic["bottom_line"]["sentences"][1]["claims"] = ["pier-dispute/council-asks-to-share"]
        assert path_of(lake.only("withdrawn-supersedes")) == ("claims", 4, "supersedes", 0)


class TestContradicts:
    def test_facts_do(self, lake: Dossier) -> None:
        lake.claim("line-was-not-asked")["contradicts"] = ["office-wants-ferry-out"]
        lake.claim("office-wants-ferry-out")["status"] = "disputed"
        lake.topic["bottom_line"]["sentences"][1]["claims"].append("pier-dispute/line-was-not-asked")
        assert lake.codes() == []

    def test_positions_of_two_parties_do_not(self, lake: Dossier) -> None:
        lake.claim("line-keeps-pier")["contradicts"] = ["office-wants-ferry-out"]
        told = lake.only("contradicts-position")
        assert told.hint == "use `opposes` for opposed positions"

    def test_two_accounts_of_one_party_s_position_do(self, lake: Dossier) -> None:
        lake.add_claim("line-leaves", "line-keeps-pier", contradicts=["line-keeps-pier"], status="disputed")
        assert lake.codes() == []

    @pytest.mark.parametrize("both_ways", [False, True])
    def test_one_of_them_is_marked(self, lake: Dossier, both_ways: bool) -> None:
        lake.add_claim("other", "council-asks-to-share", contradicts=["council-asks-to-share"])
        if both_ways:
            lake.claim("council-asks-to-share")["contradicts"] = ["other"]
        lake.only("unmarked-conflict")
        lake.claim("other")["status"] = "disputed"
        assert lake.codes() == []


class TestFollows:
    def test_a_later_state_follows_an_earlier_one(self, lake: Dossier) -> None:
        lake.claim("line-was-not-asked")["follows"] = ["line-keeps-pier"]
        assert lake.codes() == []

    def test_not_the_other_way_round(self, lake: Dossier) -> None:
        lake.claim("line-keeps-pier")["follows"] = ["line-was-not-asked"]
        assert path_of(lake.only("follows-later")) == ("claims", 1, "follows", 0)


class TestOpposes:
    def test_only_positions_do(self, lake: Dossier) -> None:
        lake.claim("line-was-not-asked")["opposes"] = ["office-wants-ferry-out"]
        assert lake.only("opposes-not-position").message == (
            'claim "line-was-not-asked" opposes "office-wants-ferry-out", yet "line-was-not-asked" is not a position: '
            "its kind is denial"
        )

    def test_only_positions_are_opposed(self, lake: Dossier) -> None:
        lake.claim("line-keeps-pier")["opposes"] = ["council-asks-to-share"]
        assert lake.codes() == ["opposes-not-position"]

    def test_a_party_does_not_oppose_itself(self, lake: Dossier) -> None:
        lake.add_claim("line-leaves", "line-keeps-pier", opposes=["line-keeps-pier"])
        assert lake.only("opposes-same-party").hint == "use `supersedes` if this one replaced it"

    def test_no_hint_to_supersede_what_is_newer(self, lake: Dossier) -> None:
        lake.add_claim("line-leaves", "line-keeps-pier", opposes=["line-keeps-pier"], date="2031-05-04")
        assert lake.only("opposes-same-party").hint == ""


class TestRespondsTo:
    def test_nothing_answers_what_came_later(self, lake: Dossier) -> None:
        lake.claim("line-keeps-pier")["responds_to"] = ["line-was-not-asked"]
        assert lake.only("responds-to-later").message == (
            'claim "line-keeps-pier" of 2031-05-05 responds to "line-was-not-asked", which is of 2031-05-06 '
            "and so came later"
        )

    def test_nothing_answers_what_answers_it(self, lake: Dossier) -> None:
        lake.claim("council-asks-to-share")["responds_to"] = ["line-was-not-asked"]
        lake.claim("line-was-not-asked")["responds_to"] = ["council-asks-to-share"]
        assert lake.codes() == ["relation-circle"]


def test_claims_may_qualify_each_other(lake: Dossier) -> None:
    lake.claim("council-asks-to-share")["qualifies"] = ["line-was-not-asked"]
    lake.claim("line-was-not-asked")["qualifies"] = ["council-asks-to-share"]
    assert lake.codes() == []


def test_a_claim_of_another_brief_is_named_in_full(lake: Dossier) -> None:
    other = {**lake.brief, "claims": [lake.claim("line-keeps-pier") | {"id": "x", "text": "X.", "opposes": []}]}
    other["claims"][0]["opposes"] = ["pier-dispute/line-keeps-pier"]
    other["updates"] = [lake.updates[0] | {"id": "2031-05-06-abc239"}]
    lake.files.append(("briefings/2031/other.yaml", other))
    assert lake.only("opposes-same-party").message == (
        'claim "x" opposes "pier-dispute/line-keeps-pier", yet both are positions of line'
    )
