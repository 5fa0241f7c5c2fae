"""The list of feeds has each feed once, in the expected bytes."""

from dossier import feeds
from tests import bridge
from tests.feeds import checks
from tests.feeds.golden_feeds import documents, golden


def test_the_list_has_the_expected_bytes() -> None:
    assert documents()["feeds/subscriptions.opml"].decode() == golden("feeds/subscriptions.opml")


def test_the_list_has_all_feeds_and_no_others() -> None:
    library = bridge.library()
    documents = dict(feeds.write(library, bridge.content(library)))
    assert checks.subscriptions_exist(documents, bridge.SITE) == []
    without = {address: raw for address, raw in documents.items() if address != "feeds/toll/atom.xml"}
    assert checks.subscriptions_exist(without, bridge.SITE) == ["https://bridge.example/dossier/feeds/toll/atom.xml"]
    more = {**documents, "feeds/ferry/atom.xml": documents["feeds/toll/atom.xml"]}
    assert checks.subscriptions_exist(more, bridge.SITE) == ["ferry"]
