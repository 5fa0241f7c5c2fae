"""Updates in order, about something, and corrections that show what was wrong."""

import pytest

from dossier.problem import Place
from tests.check.lake import BRIEF_FILE, Dossier, path_of

WORDING = {"before": "The line was asked.", "after": "The line was not asked."}


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_a_brief_has_an_update(lake: Dossier) -> None:
    lake.updates.clear()
    told = lake.only("brief-without-update")
    assert told.hint == "add one with: python build.py new update pier-dispute"


@pytest.mark.parametrize("kind", ["development", "retraction"])
def test_a_change_of_a_brief_names_what_changed(lake: Dossier, kind: str) -> None:
    lake.add_update("u2", "2031-05-07", kind)
    assert lake.told() == [("update-names-nothing", BRIEF_FILE, ("updates", 1))]
    lake.updates[1]["claims"] = ["council-asks-to-share"]
    lake.claim("council-asks-to-share").update(status="withdrawn", status_reason="There was no letter.")
    assert lake.codes() == []


@pytest.mark.parametrize("kind", ["new", "closed"])
def test_news_of_a_whole_brief_need_not(lake: Dossier, kind: str) -> None:
    lake.add_update("u2", "2031-05-07", kind)
    assert lake.codes() == []


def test_a_change_of_a_topic_is_about_the_topic(lake: Dossier) -> None:
    lake.topic["updates"] = [lake.updates[0] | {"id": "u2", "kind": "development"}]
    assert lake.codes() == []


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        ({}, 'correction "u2" shows neither the wrong nor the right wording'),
        ({"before": "Wrong."}, 'correction "u2" shows no `after`'),
        ({"after": "Right."}, 'correction "u2" shows no `before`'),
    ],
)
def test_a_correction_shows_both_wordings(lake: Dossier, wording: dict[str, str], message: str) -> None:
    lake.add_update("u2", "2031-05-07", "correction", claims=["line-was-not-asked"], **wording)
    assert lake.only("correction-without-wording").message == message


def test_a_correction_changes_something(lake: Dossier) -> None:
    same = {"before": "The  line was asked.", "after": "The line was\nasked."}
    lake.add_update("u2", "2031-05-07", "correction", claims=["line-was-not-asked"], **same)
    assert lake.told() == [("correction-changes-nothing", BRIEF_FILE, ("updates", 1, "after"))]


@pytest.mark.parametrize("kind", ["correction", "retraction"])
def test_every_correction_must_be_major(lake: Dossier, kind: str) -> None:
    lake.claim("line-was-not-asked").update(status="withdrawn", status_reason="It was.")
    lake.add_update("u2", "2031-05-07", kind, claims=["line-was-not-asked"], **WORDING, significance="minor")
    assert lake.told() == [("minor-correction", BRIEF_FILE, ("updates", 1, "significance"))]


class TestCorrects:
    def test_an_earlier_update(self, lake: Dossier) -> None:
        lake.add_update(
            "u2", "2031-05-07", "correction", corrects="2031-05-06-abc234", topics=["north-pier"], **WORDING
        )
        assert lake.codes() == []

    @pytest.mark.parametrize(("corrects", "what"), [("u2", "itself"), ("u3", '"u3", which came later')])
    def test_not_itself_and_not_a_later_one(self, lake: Dossier, corrects: str, what: str) -> None:
        lake.add_update("u2", "2031-05-07", "correction", corrects=corrects, topics=["north-pier"], **WORDING)
        lake.add_update("u3", "2031-05-08", "new")
        assert lake.only("corrects-later").message == f'correction "u2" corrects {what}'

    def test_only_what_mends_does(self, lake: Dossier) -> None:
        lake.add_update("u2", "2031-05-07", "new", corrects="2031-05-06-abc234")
        assert lake.told() == [("corrects-misplaced", BRIEF_FILE, ("updates", 1, "corrects"))]


class TestTimes:
    def test_updates_are_appended(self, lake: Dossier) -> None:
        lake.add_update("u2", "2031-05-05", "new")
        told = lake.only("update-order")
        assert path_of(told) == ("updates", 1, "at")

    def test_two_may_be_of_one_moment(self, lake: Dossier) -> None:
        lake.add_update("u2", "2031-05-06", "new")["at"] = lake.updates[0]["at"]
        assert lake.codes() == []

    def test_two_files_have_an_order_each(self, lake: Dossier) -> None:
        lake.topic["updates"] = [lake.updates[0] | {"id": "u2", "at": "2031-05-05T00:00:00Z"}]
        assert lake.codes() == []

    def test_moments_count_not_wall_clocks(self, lake: Dossier) -> None:
        lake.add_update("u2", "2031-05-06", "new")["at"] = "2031-05-06T17:30:00-01:00"
        assert lake.codes() == []

    def test_no_update_is_older_than_its_brief(self, lake: Dossier) -> None:
        lake.brief["date"] = "2031-05-08"
        assert lake.told() == [("update-before-brief", BRIEF_FILE, ("updates", 0, "at"))]

    @pytest.mark.parametrize("day", ["2031-05-07", "2031-05", "2031"])
    def test_dates_are_local_and_may_be_vague(self, lake: Dossier, day: str) -> None:
        lake.brief["date"] = day
        assert lake.codes() == []

    def test_the_last_day_that_there_is_can_be_checked(self, lake: Dossier) -> None:
        lake.add_update("u2", "9999-12-31", "new")
        assert "update-before-brief" not in lake.codes()

    def test_no_update_is_older_than_a_claim_that_it_names(self, lake: Dossier) -> None:
        lake.updates[0]["claims"] = ["line-was-not-asked"]
        assert lake.codes() == []
        lake.updates[0]["at"] = "2031-05-04T23:00:00Z"
        lake.brief["date"] = "2031-05"
        told = lake.only("update-before-claim")
        assert told.message == (
            'update "2031-05-06-abc234" is of 2031-05-04, yet names "pier-dispute/line-was-not-asked", '
            "reported 2031-05-06"
        )

    def test_what_is_closed_stays_closed(self, lake: Dossier) -> None:
        lake.add_update("u2", "2031-05-07", "closed")
        lake.add_update("u3", "2031-05-08", "correction", claims=["line-was-not-asked"], **WORDING)
        assert lake.codes() == []
        lake.add_update("u4", "2031-05-09", "development", claims=["line-was-not-asked"])
        assert lake.told() == [("update-after-closed", BRIEF_FILE, ("updates", 3, "kind"))]

    def test_another_file_stays_open(self, lake: Dossier) -> None:
        lake.add_update("u2", "2031-05-07", "closed")
        lake.topic["updates"] = [lake.updates[0] | {"id": "u5", "at": "2031-05-09T00:00:00Z"}]
        assert lake.codes() == []


@pytest.mark.parametrize("named", ["20300506-h4t9wq", "2030-05-06-h4t9wq", "20320510-h4t9wq", "20300506"])
def test_a_slip_in_the_year_is_seen_by_the_id(lake: Dossier, named: str) -> None:
    lake.add_update(named, "2031-05-07", "new")
    told = lake.only("update-far-from-id")
    assert (path_of(told), told.severity) == (("updates", 1, "at"), "warning")
    assert "2031-05-07" in told.message


@pytest.mark.parametrize("named", ["20310101-h4t9wq", "20301312-h4t9wq", "told-20300506", "203005060-h4t9wq", "u2"])
def test_an_id_without_a_day_far_away_is_fine(lake: Dossier, named: str) -> None:
    lake.add_update(named, "2031-05-07", "new")
    assert lake.codes() == []


def test_what_is_retracted_is_withdrawn(lake: Dossier) -> None:
    lake.add_update("2031-05-07-abc235", "2031-05-07", "retraction", claims=["council-asks-to-share"])
    told = lake.only("retracted-not-withdrawn")
    assert told.at == Place(BRIEF_FILE, ("updates", 1, "claims", 0))
    assert told.message.endswith('names "council-asks-to-share", which is not withdrawn: its status is not set')
    lake.claim("council-asks-to-share").update(status="withdrawn", status_reason="There was no letter.")
    assert lake.problems() == []


def test_a_retraction_of_an_update_names_no_claim(lake: Dossier) -> None:
    lake.add_update(
        "2031-05-07-abc235", "2031-05-07", "retraction", topics=["north-pier"], corrects="2031-05-06-abc234"
    )
    assert lake.problems() == []


def test_a_corrected_retraction_is_not_checked(lake: Dossier) -> None:
    lake.add_update("2031-05-07-abc235", "2031-05-07", "retraction", claims=["council-asks-to-share"])
    lake.add_update(
        "2031-05-08-abc236",
        "2031-05-08",
        "correction",
        claims=["council-asks-to-share"],
        before="There was no letter.",
        after="There was one.",
        corrects="2031-05-07-abc235",
    )
    assert lake.problems() == []
