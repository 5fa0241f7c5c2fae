"""Sources, origins, topics and updates have the values that the format promises."""

from tests import bridge
from tests.exports.downloads import full, parsed


def test_updates_have_the_ids_and_times_of_the_feeds() -> None:
    updates = {one["id"]: one for one in parsed(full())["updates"]["updates"]}
    announced, typo = updates["toll-announced"], updates["toll-typo"]
    assert announced["tag"] == "tag:bridge.example,2031:update/toll-announced"
    assert (announced["at"], announced["changed"]) == ("2031-03-01T09:30:00+00:00", "2031-03-03T09:30:00+00:00")
    assert announced["corrected_by"] == ["toll-corrected"]
    assert (typo["significance"], typo["in_feeds"]) == ("minor", False)
    assert (announced["brief"], announced["topic"]) == ("toll-rise", None)


def test_sources_and_origins_list_what_cites_them() -> None:
    downloads = parsed(full())
    source = next(one for one in downloads["sources"]["sources"] if one["id"] == "gazette-toll")
    assert source["coverage"] == {"paragraphs": 3, "cited": [2], "left_out": [], "unread": [1, 3]}
    assert set(source["claims"]) == {"toll-rise/rise", "toll-rise/cost"}
    origin = next(one for one in downloads["origins"]["origins"] if one["id"] == "council-talk")
    assert (origin["sources"], origin["claims"]) == (["gazette-toll"], ["toll-rise/rise"])


def test_topics_have_their_claims_updates_and_feeds() -> None:
    topics = {one["id"]: one for one in parsed(full())["topics"]["topics"]}
    assert list(topics) == ["toll", "repairs", "lights"]
    toll = topics["toll"]
    assert toll["url"] == "https://bridge.example/dossier/topics/toll/"
    assert toll["claims"] == ["toll-rise/rise", "toll-rise/cost"]
    assert toll["bottom_line"]["sentences"][0]["claims"] == ["toll-rise/rise"]
    assert set(toll["updates"]) >= {"toll-announced", "toll-corrected"}
    assert toll["feeds"]["rss"] == "https://bridge.example/dossier/feeds/toll/rss.xml"


def test_a_source_without_a_fingerprint_has_no_number_of_paragraphs() -> None:
    source = next(one for one in parsed(bridge.library())["sources"]["sources"] if one["id"] == "gazette-toll")
    assert source["coverage"]["paragraphs"] is None
    assert source["coverage"]["cited"] == [2]
