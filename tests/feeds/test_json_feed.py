"""JSON Feed has the expected bytes, and the addresses that its readers follow."""

import json

from tests import bridge
from tests.feeds.golden_feeds import documents, golden


def test_a_document_has_the_expected_bytes() -> None:
    assert documents()["feeds/all/feed.json"].decode() == golden("feeds/all/feed.json")


def test_every_page_names_the_live_feed_and_the_next_older_page() -> None:
    live, archive = (json.loads(documents()[f"feeds/all/{name}feed.json"]) for name in ("", "archive/1/"))
    assert live["feed_url"] == archive["feed_url"] == f"{bridge.SITE}feeds/all/feed.json"
    assert live["next_url"] == f"{bridge.SITE}feeds/all/archive/1/feed.json"
    assert "next_url" not in archive


def test_corrections_are_linked_in_both_directions() -> None:
    live = json.loads(documents()["feeds/all/feed.json"])
    archive = json.loads(documents()["feeds/all/archive/1/feed.json"])
    updates = {one["id"].rpartition("/")[2]: one["_dossier"] for one in (*live["items"], *archive["items"])}
    tag = "tag:bridge.example,2031:update/"
    assert (updates["two"]["corrects"], updates["one"]["corrected_by"]) == (f"{tag}one", [f"{tag}two"])
    assert (updates["one"]["corrects"], updates["two"]["corrected_by"]) == (None, [])
    assert (updates["one"]["kind"], updates["one"]["claims"]) == ("new", ["toll-rise/rise"])
