"""One feed with a correction and a closing word, byte for byte in every form: whatever changes here, subscribers notice."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dossier import feeds
from tests import bridge

GOLDEN = Path(__file__).parent / "golden"


def documents() -> dict[str, bytes]:
    written = bridge.update(
        "one", kind="new", claims=("rise",), note='"Four" < five & so *on*; see [a](https://a.example/).'
    )
    mending = bridge.update(
        "two",
        datetime.fromisoformat("2031-03-02T01:15:00+05:45"),
        kind="correction",
        claims=("rise",),
        before="four <crowns>",
        after="five & a half",
        note="It was misread.",
    )
    ending = bridge.update("three", bridge.START + timedelta(days=30), kind="closed", note="Nothing more will come.")
    library = bridge.library(briefs={"toll-rise": bridge.brief(updates=(written, mending, ending))}, feed_size=2)
    return dict(feeds.write(library, bridge.content(library)))


@pytest.mark.parametrize(
    "address",
    [
        "feeds/all/atom.xml",
        "feeds/all/rss.xml",
        "feeds/all/feed.json",
        "feeds/all/archive/1/atom.xml",
        "feeds/all/archive/1/rss.xml",
        "feeds/lights/atom.xml",
        "feeds/lights/rss.xml",
        "feeds/subscriptions.opml",
    ],
)
def test_a_feed_is_written_to_the_byte(address: str) -> None:
    golden = GOLDEN / address.removeprefix("feeds/").replace("/", "-")
    assert documents()[address].decode() == golden.read_text("utf-8")
