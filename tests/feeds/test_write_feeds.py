"""Feeds of several dossiers pass all checks, and depend on nothing but the content."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import pytest
from feedgen import entry as feedgen_entry
from feedgen import feed as feedgen_feed
from lxml import etree

from dossier import feeds
from dossier.library import Library
from dossier.model import Update
from tests import bridge
from tests.feeds import checks
from tests.feeds.checks import Documents
from tests.feeds.parsed_feeds import form_of, live, parse_feed


def written(library: Library) -> dict[str, bytes]:
    return dict(feeds.write(library, bridge.content(library)))


LIBRARIES: dict[str, Callable[[], Library]] = {
    "usual": bridge.library,
    "empty": lambda: bridge.library(briefs={"toll-rise": bridge.brief()}),
    "archived": lambda: bridge.busy(23, feed_size=5),
    "full to the brim": lambda: bridge.busy(10, feed_size=5),
    "another language": lambda: bridge.library(language="pt-BR", name="Ponte de Élóri — «vigília»"),
}


@pytest.fixture(scope="module", params=LIBRARIES)
def documents(request: pytest.FixtureRequest) -> Documents:
    return written(LIBRARIES[request.param]())


@pytest.mark.parametrize("check", checks.ALL_CHECKS, ids=lambda check: check.__name__)
def test_a_feed_passes_all_checks(documents: Documents, check: Callable[[Documents], list[str]]) -> None:
    # That of everything, and those of three topics and of two parties.
    assert len(live(documents)) == 6
    assert check(documents) == []


ATOM, RSS, JSON = "feeds/all/atom.xml", "feeds/all/rss.xml", "feeds/all/feed.json"
NEWEST = b"tag:bridge.example,2031:update/toll-corrected"

BREAKS: list[tuple[Callable[[Documents], list[str]], str, bytes, bytes]] = [
    (checks.valid, ATOM, b"</entry>", b""),
    (checks.valid, RSS, b"content:encoded", b"encoded"),
    (checks.valid, JSON, b'"items"', b'"entries"'),
    (checks.valid, RSS, b"&lt;p&gt;", b"&lt;script&gt;run()&lt;/script&gt;"),
    (checks.valid, ATOM, b'href="https://bridge.example/dossier/briefs/', b'href="../briefs/'),
    (checks.valid, ATOM, b"<feed", b'<?xml-stylesheet href="feed.xsl"?><feed'),
    (checks.ids_are_unique_and_equal_across_forms, RSS, b"update/paint-begun", b"update/toll-announced"),
    (checks.ids_are_unique_and_equal_across_forms, ATOM, b"update/paint-begun", b"update/paint-began"),
    (checks.guids_are_tags, RSS, NEWEST, b"https://bridge.example/updates/toll-corrected/"),
    (checks.guids_are_tags, JSON, b"bridge.example,2031:update", b"bridge.example,0:update"),
    (checks.guids_are_tags, RSS, b'isPermaLink="false"', b'isPermaLink="true"'),
    (checks.feeds_have_ids_of_their_own, ATOM, b"2031:feed/all", b"2031:feed/toll"),
    (checks.feeds_have_ids_of_their_own, ATOM, b"2031:feed/all", b"2031:update/toll-corrected"),
    (
        checks.times_are_consistent,
        ATOM,
        b"all updates</title><updated>2031-03-03",
        b"all updates</title><updated>2031-03-09",
    ),
    (checks.times_are_consistent, RSS, b"BuildDate>Mon, 03", b"BuildDate>Tue, 04"),
    (checks.times_are_consistent, JSON, b"+00:00", b""),
    (checks.times_are_consistent, RSS, b"modified>2031-03-02T11", b"modified>2031-03-02T10"),
    (checks.newest_comes_first, RSS, b"Sat, 01 Mar 2031", b"Sat, 08 Mar 2031"),
    (checks.forms_are_equal, RSS, b"five crowns", b"six crowns"),
    (checks.forms_are_equal, ATOM, b'label="Toll"', b'label="Tolls"'),
    (checks.updates_are_complete, JSON, b'"summary":"The toll', b'"summary":"<b>The toll'),
]


@pytest.mark.parametrize(("check", "address", "old", "new"), BREAKS)
def test_each_check_finds_a_fault(
    check: Callable[[Documents], list[str]], address: str, old: bytes, new: bytes
) -> None:
    documents = written(bridge.library())
    assert old in documents[address]
    documents[address] = documents[address].replace(old, new)
    assert check(documents) != []


def test_atom_fits_its_grammar(documents: Documents, atom_rng: Any) -> None:
    grammar = etree.RelaxNG(etree.parse(str(atom_rng)))
    atoms = [raw for address, raw in documents.items() if form_of(address) == "atom"]
    assert len(atoms) >= 4
    for raw in atoms:
        grammar.assertValid(etree.fromstring(raw))


def test_feedparser_reads_every_feed_without_an_error(documents: Documents) -> None:
    for address, raw in documents.items():
        if form_of(address) in ("atom", "rss"):
            read = feedparser.parse(raw)
            assert not read.bozo, (address, read.get("bozo_exception"))
            assert [one.id for one in read.entries] == [one.guid for one in parse_feed(raw, form_of(address)).updates]


def test_a_feed_has_each_major_update_and_no_minor_one() -> None:
    feed = parse_feed(written(bridge.library())[ATOM], "atom")
    assert [one.guid.rpartition("/")[2] for one in feed.updates] == ["toll-corrected", "paint-begun", "toll-announced"]


def test_an_empty_feed_has_the_date_of_its_topic() -> None:
    early, late = written(bridge.library()), written(bridge.busy(9))
    for form, raw in live(early)["lights"].items():
        assert parse_feed(raw, form).updates == ()
        assert parse_feed(raw, form).updated == datetime(2031, 2, 28, tzinfo=UTC)
        assert raw == live(late)["lights"][form], "news elsewhere are no news here"


def test_the_clock_changes_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(bridge.library())

    class Calendar(type):
        def __instancecheck__(cls, one: object) -> bool:
            return isinstance(one, datetime)

    class Later(metaclass=Calendar):
        @staticmethod
        def now(tz: Any = None) -> datetime:
            return datetime(2047, 5, 5, 5, 5, tzinfo=tz)

    monkeypatch.setattr(feedgen_entry, "datetime", Later)
    monkeypatch.setattr(feedgen_feed, "datetime", Later)
    assert feedgen_feed.FeedGenerator().updated().year == 2047
    assert written(bridge.library()) == before


ELSEWHERE = """
import locale, sys
from tests import bridge
from dossier import feeds
locale.setlocale(locale.LC_ALL, "")
library = bridge.busy(12, feed_size=5)
for address, raw in feeds.write(library, bridge.content(library)):
    sys.stdout.buffer.write(address.encode() + b"\\n" + raw)
"""


def test_time_zone_locale_and_hash_seed_change_no_byte() -> None:
    answers = set()
    for zone, language, seed in (("Pacific/Kiritimati", "C.UTF-8", "1"), ("America/St_Johns", "C", "2")):
        env = os.environ | {
            "TZ": zone,
            "LC_ALL": language,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        answers.add(subprocess.run([sys.executable, "-c", ELSEWHERE], env=env, capture_output=True, check=True).stdout)
    here = written(bridge.busy(12, feed_size=5))
    assert answers == {b"".join(address.encode() + b"\n" + raw for address, raw in here.items())}


def test_the_order_of_files_changes_no_byte() -> None:
    before = written(bridge.library())
    shuffle = random.Random(7)
    for _ in range(5):
        briefs = dict(shuffle.sample(list(bridge.BRIEFS.items()), len(bridge.BRIEFS)))
        topics = dict(shuffle.sample(list(bridge.TOPICS.items()), len(bridge.TOPICS)))
        assert written(bridge.library(briefs, topics)) == before


def reworded(old: str, new: str, library: Library) -> Library:
    """Return a library in which every brief's words `old` are `new`."""
    briefs = {
        key: type(brief).model_validate_json(brief.model_dump_json().replace(old, new))
        for key, brief in library.corpus.briefs.items()
    }
    return bridge.library(briefs=briefs)


def test_a_fixed_typo_changes_only_its_own_bytes() -> None:
    before = written(bridge.library())
    assert written(reworded("The board met and settled", "The board met, and settled", bridge.library())) == before
    after = written(reworded("harbour board settled", "harbour board set", bridge.library()))
    assert after != before
    assert {address: raw.replace(b"board set ", b"board settled ") for address, raw in after.items()} == before


def test_a_minor_update_changes_no_byte() -> None:
    more = bridge.update("paint-typo", bridge.START + timedelta(days=9), significance="minor", claims=("paint",))
    briefs = {**bridge.BRIEFS, "paint-job": _with(bridge.BRIEFS["paint-job"], more)}
    assert written(bridge.library(briefs=briefs)) == written(bridge.library())


def _with(brief: Any, update: Update) -> Any:
    return brief.model_copy(update={"updates": (*brief.updates, update)})


def test_a_renamed_page_changes_addresses_only() -> None:
    before = written(bridge.library())
    renamed = {("toll-goes-up" if key == "toll-rise" else key): brief for key, brief in bridge.BRIEFS.items()}
    topics = {key: bridge.topic(one.title, "toll-goes-up/rise", order=one.order) for key, one in bridge.TOPICS.items()}
    after = written(bridge.library(briefs=renamed, topics=topics))
    assert after != before
    assert {address: raw.replace(b"toll-goes-up", b"toll-rise") for address, raw in after.items()} == before
    for address, raw in before.items():
        if form := form_of(address):
            assert [(one.guid, one.published, one.updated) for one in parse_feed(raw, form).updates] == [
                (one.guid, one.published, one.updated) for one in parse_feed(after[address], form).updates
            ]


def test_another_address_of_the_site_changes_addresses_only() -> None:
    before = written(bridge.library())
    after = written(bridge.library(url="https://elsewhere.example/"))
    assert {
        address: raw.replace(b"https://elsewhere.example/", bridge.SITE.encode()) for address, raw in after.items()
    } == before
    for address, raw in before.items():
        if form := form_of(address):
            seen, moved = parse_feed(raw, form), parse_feed(after[address], form)
            assert (seen.id, [one.guid for one in seen.updates]) == (moved.id, [one.guid for one in moved.updates])


def test_ids_depend_only_on_the_authority_and_its_year() -> None:
    feed = parse_feed(written(bridge.library(authority="ida@pier.example", authority_year=2029))[JSON], "json")
    assert feed.id == "tag:ida@pier.example,2029:feed/all"
    assert feed.updates[0].guid == "tag:ida@pier.example,2029:update/toll-corrected"
