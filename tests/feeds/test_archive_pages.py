"""Archive pages (RFC 5005) are full when they appear, never change, and with the live feed have all updates."""

import json
import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
from lxml import etree

from dossier import feeds
from dossier.library import Library, feed_updates
from dossier.linked import LinkedClaim, LinkedUpdate
from dossier.linked.subscription import archive_pages
from tests import bridge
from tests.feeds.parsed_feeds import form_of, parse_feed
from tests.feeds.validity import ATOM, HISTORY

SIZE = 5
_NEXT = re.compile(rb'<(?:atom:)?link [^>]*rel="next-archive"[^>]*/>')


def written(library: Library) -> dict[str, bytes]:
    return dict(feeds.write(library, bridge.content(library)))


def archives(documents: dict[str, bytes]) -> dict[str, bytes]:
    return {address: raw for address, raw in documents.items() if "/archive/" in address}


def guids(raw: bytes, form: str) -> list[str]:
    return [one.guid.rpartition("-")[2] for one in parse_feed(raw, form).updates]


@pytest.mark.parametrize(
    ("updates", "pages"), [(0, 0), (1, 0), (5, 0), (6, 1), (10, 1), (11, 2), (15, 2), (16, 3), (23, 4)]
)
def test_a_page_appears_when_its_first_update_leaves_the_live_feed(updates: int, pages: int) -> None:
    library = bridge.busy(updates, feed_size=SIZE) if updates else bridge.library(briefs={"toll-rise": bridge.brief()})
    documents = written(library)
    made = {address for address in documents if address.startswith("feeds/all/archive/")}
    assert made == {
        f"feeds/all/archive/{number}/{file}"
        for number in range(1, pages + 1)
        for file in ("atom.xml", "rss.xml", "feed.json")
    }
    for address in made:
        assert len(guids(documents[address], form_of(address))) == SIZE
    assert len(guids(documents["feeds/all/atom.xml"], "atom")) == min(updates, SIZE)


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_the_links_lead_to_every_update(form: str) -> None:
    documents = written(bridge.busy(23, feed_size=SIZE))
    address = {"atom": "feeds/all/atom.xml", "rss": "feeds/all/rss.xml", "json": "feeds/all/feed.json"}[form]
    found, visited = set(guids(documents[address], form)), 1
    while older := link(documents[address], form, "prev-archive"):
        address = older.removeprefix(bridge.SITE)
        found |= set(guids(documents[address], form))
        visited += 1
    assert found == {f"{number:05}" for number in range(1, 24)}
    assert visited == 5


def link(raw: bytes, form: str, relation: str) -> str | None:
    if form == "json":
        url: str | None = json.loads(raw).get({"prev-archive": "next_url", "current": "feed_url"}[relation])
        return url
    found = [one.get("href") for one in links(raw, relation)]
    return found[0] if found else None


def links(raw: bytes, relation: str) -> list[etree._Element]:
    root = etree.fromstring(raw)
    top = root[0] if root.tag == "rss" else root
    return [one for one in top.findall(f"{ATOM}link") if one.get("rel") == relation]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_pages_link_to_their_neighbours_and_the_live_feed(form: str) -> None:
    documents = written(bridge.busy(23, feed_size=SIZE))
    at = bridge.SITE + "feeds/all/"
    file = {"atom": "atom.xml", "rss": "rss.xml"}[form]
    told = {
        number: {
            relation: link(documents[f"feeds/all/archive/{number}/{file}"], form, relation)
            for relation in ("self", "current", "prev-archive", "next-archive")
        }
        for number in (1, 2, 4)
    }
    page = f"{at}archive/{{}}/{file}".format
    live = at + file
    assert told == {
        1: {"self": page(1), "current": live, "prev-archive": None, "next-archive": page(2)},
        2: {"self": page(2), "current": live, "prev-archive": page(1), "next-archive": page(3)},
        4: {"self": page(4), "current": live, "prev-archive": page(3), "next-archive": None},
    }
    raw = documents[f"feeds/all/{file}"]
    assert link(raw, form, "prev-archive") == page(4)
    assert links(raw, "next-archive") + links(raw, "current") == []


def test_only_archive_pages_are_marked() -> None:
    for address, raw in written(bridge.busy(12, feed_size=SIZE)).items():
        if form_of(address) in ("atom", "rss"):
            marks = list(etree.fromstring(raw).iter(f"{HISTORY}archive"))
            assert len(marks) == ("/archive/" in address), address


def test_all_pages_of_a_feed_have_its_id() -> None:
    documents = written(bridge.busy(12, feed_size=SIZE))
    atoms = [raw for address, raw in documents.items() if address.startswith("feeds/all/") and "atom" in address]
    assert len(atoms) == 3
    ids = {parse_feed(raw, "atom").id for raw in atoms}
    assert ids == {"tag:bridge.example,2031:feed/all"}
    assert json.loads(documents["feeds/all/archive/1/feed.json"])["feed_url"] == f"{bridge.SITE}feeds/all/feed.json"


def test_a_page_never_changes_except_for_the_link_to_the_next_one() -> None:
    """Grow a dossier update by update: JSON pages keep every byte, XML pages gain one link, once."""
    pages: dict[str, bytes] = {}
    gained: set[str] = set()
    for count in range(1, 24):
        now = archives(written(bridge.busy(count, feed_size=SIZE)))
        assert set(pages) <= set(now)
        for address, raw in pages.items():
            if now[address] != raw:
                assert address not in gained
                gained.add(address)
                assert _NEXT.sub(b"", now[address], count=1) == raw
        pages = now
    assert not [address for address in gained if address.endswith(".json")]
    assert len([address for address in gained if address.startswith("feeds/all/")]) == 2 * 3


def test_a_correction_changes_only_the_archived_update() -> None:
    plain = bridge.busy(12, feed_size=SIZE)
    first = plain.corpus.briefs["meeting-00001"]
    correction = bridge.update(
        "first-corrected",
        bridge.START + timedelta(hours=40),
        kind="correction",
        claims=("rise",),
        before="four",
        after="five",
    )
    briefs = {
        **plain.corpus.briefs,
        "meeting-00001": first.model_copy(update={"updates": (*first.updates, correction)}),
    }
    before = written(plain)["feeds/all/archive/1/feed.json"]
    after = written(bridge.library(briefs=briefs, topics=plain.corpus.topics, feed_size=SIZE))
    old, new = (parse_feed(raw, "json").updates for raw in (before, after["feeds/all/archive/1/feed.json"]))
    assert old[:-1] == new[:-1]
    assert new[-1].title == f"{old[-1].title} [corrected]"
    assert (old[-1].guid, old[-1].published) == (new[-1].guid, new[-1].published)
    assert new[-1].updated == correction.at
    assert parse_feed(after["feeds/all/feed.json"], "json").updates[0].guid.endswith("first-corrected")


def test_each_topic_has_its_own_pages() -> None:
    documents = archives(written(bridge.busy(23, feed_size=SIZE)))
    assert guids(documents["feeds/repairs/archive/2/atom.xml"], "atom") == ["00019", "00017", "00015", "00013", "00011"]
    library = bridge.busy(23, feed_size=SIZE)
    assert archive_pages(library.settings, len(feed_updates(library, "repairs"))) == 2
    assert "feeds/repairs/archive/3/atom.xml" not in documents


def test_the_content_of_an_update_is_made_once() -> None:
    library = bridge.busy(23, feed_size=SIZE)
    asked: list[str] = []
    make = bridge.content(library)

    def content(linked: LinkedUpdate, claims: Sequence[LinkedClaim]) -> str:
        asked.append(linked.id)
        return make(linked, claims)

    assert list(feeds.write(library, content))
    assert len(asked) == len(set(asked)) == 23
