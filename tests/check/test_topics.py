"""What bottom lines rest on, and how topics are found."""

from copy import deepcopy

import pytest

from dossier.library import Reading
from tests.check.lake import TOPIC_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def other_topic(lake: Dossier, **more: object) -> None:
    other = deepcopy(lake.topic) | {"title": "The south pier", "spellings": [], **more}
    lake.files.append(("briefings/topics/south-pier.yaml", other))


def test_a_topic_without_claims(lake: Dossier) -> None:
    other_topic(lake)
    faults = [fault for fault in lake.told() if fault[0] != "bottom-line-other-topic"]
    assert faults == [("topic-without-claims", "briefings/topics/south-pier.yaml", ())]


def test_a_topic_is_not_called_empty_while_a_brief_cannot_be_read(lake: Dossier) -> None:
    other_topic(lake)
    lake.unreadable.append(Reading("brief", "other", "briefings/2031/other.yaml", None))
    assert "topic-without-claims" not in lake.codes()


def test_a_bottom_line_rests_on_claims_about_its_topic(lake: Dossier) -> None:
    other_topic(lake)
    lake.claim("council-asks-to-share")["topics"] = ["south-pier"]
    lake.topic["bottom_line"]["sentences"][0]["claims"].append("pier-dispute/council-asks-to-share")
    told = [fault for fault in lake.told() if fault[1] == TOPIC_FILE]
    assert told == [("bottom-line-other-topic", TOPIC_FILE, ("bottom_line", "sentences", 0, "claims", 1))]


@pytest.mark.parametrize("key", ["title", "aliases", "spellings"])
def test_two_topics_do_not_share_what_readers_type(lake: Dossier, key: str) -> None:
    other_topic(lake, **{key: "NORTH jetty" if key == "title" else ["Pier", "NORTH jetty"]})
    lake.claim("council-asks-to-share")["topics"] = ["north-pier", "south-pier"]
    told = [problem for problem in lake.problems() if problem.code.name == "shared-spelling"]
    assert [problem.message for problem in told] == ['"NORTH jetty" leads to the topic "north-pier" too']


def test_one_topic_may_spell_itself_twice(lake: Dossier) -> None:
    lake.topic["aliases"] = ["north jetty"]
    assert lake.codes() == []


def test_a_bottom_line_does_not_rest_on_what_was_withdrawn(lake: Dossier) -> None:
    lake.claim("line-keeps-pier").update(status="withdrawn", status_reason="Never said")
    told = lake.only("bottom-line-withdrawn")
    assert told.message == 'the bottom line rests on "pier-dispute/line-keeps-pier", which is withdrawn: Never said'
    assert path_of(told) == ("bottom_line", "sentences", 1, "claims", 0)


class TestSuperseded:
    @pytest.fixture
    def chain(self, lake: Dossier) -> Dossier:
        lake.add_claim("second", "line-keeps-pier", supersedes=["line-keeps-pier"])
        lake.add_claim("third", "line-keeps-pier", supersedes=["second"])
        return lake

    def test_the_newest_is_named(self, chain: Dossier) -> None:
        told = chain.only("bottom-line-superseded")
        assert told.message == (
            'the bottom line rests on "pier-dispute/line-keeps-pier", which "pier-dispute/second" supersedes'
        )
        assert told.hint.startswith('rest it on "pier-dispute/third"')

    def test_a_sentence_may_tell_of_the_change(self, chain: Dossier) -> None:
        chain.topic["bottom_line"]["sentences"][1]["claims"].append("pier-dispute/third")
        assert chain.codes() == []

    def test_another_sentence_does_not_help(self, chain: Dossier) -> None:
        chain.topic["bottom_line"]["sentences"][0]["claims"].append("pier-dispute/third")
        assert chain.codes() == ["bottom-line-superseded"]

    def test_a_circle_ends(self, chain: Dossier) -> None:
        chain.claim("line-keeps-pier")["supersedes"] = ["third"]
        assert "relation-circle" in chain.codes()


def test_a_bottom_line_is_no_older_than_what_it_rests_on(lake: Dossier) -> None:
    lake.topic["bottom_line"]["as_of"] = "2031-05-04"
    told = lake.only("bottom-line-too-old")
    assert told.message == (
        'the bottom line is as of 2031-05-04, yet rests on "pier-dispute/office-wants-ferry-out", reported 2031-05-05'
    )


@pytest.mark.parametrize(
    ("as_of", "codes"), [("2031-05-05", ["bottom-line-behind"]), ("2031-05", []), ("2031-06-01", [])]
)
def test_a_bottom_line_that_newer_claims_left_behind(lake: Dossier, as_of: str, codes: list[str]) -> None:
    lake.topic["bottom_line"]["as_of"] = as_of
    assert lake.codes() == codes


def test_what_left_it_behind_is_named(lake: Dossier) -> None:
    lake.topic["bottom_line"]["as_of"] = "2031-05-05"
    assert lake.only("bottom-line-behind").message == (
        "the bottom line is as of 2031-05-05, yet one claim about the topic was reported after that; "
        'it is "pier-dispute/line-was-not-asked" of 2031-05-06'
    )


def test_a_topic_is_reviewed_after_it_was_written(lake: Dossier) -> None:
    lake.topic["review_by"] = "2031-04"
    assert lake.told() == [("review-before-bottom-line", TOPIC_FILE, ("review_by",))]
