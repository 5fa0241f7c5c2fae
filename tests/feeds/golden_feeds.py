"""One dossier with a correction and a last update, and the expected bytes of its feeds.

A change of these bytes is seen by subscribers. Comparing them is left to the tests of each form.
"""

from datetime import datetime, timedelta
from pathlib import Path

from dossier import feeds
from tests import bridge

GOLDEN = Path(__file__).parent / "golden"


def documents() -> dict[str, bytes]:
    """Return all feed documents of the dossier."""
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


def golden(address: str) -> str:
    """Return the expected text of the document at an address."""
    return (GOLDEN / address.removeprefix("feeds/").replace("/", "-")).read_text("utf-8")
