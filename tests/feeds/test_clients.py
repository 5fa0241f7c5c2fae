"""What subscribers of real feed readers see: the same story told to newsboat and to reader, from a plain static server.

Subscribe; a typo is mended; a correction comes; a page is renamed; the site moves to another address. Nothing but the
correction may turn up as something new, and whoever follows two feeds is told each update once.
"""

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from reader import Reader, make_reader

from dossier import feeds
from dossier.library import Library
from dossier.model import Brief
from tests import bridge

pytestmark = pytest.mark.clients

Serve = Callable[[Path], str]


class Publisher:
    """A site in a folder behind a server. `publish` replaces what stands there, as a build does."""

    def __init__(self, folder: Path, serve: Serve) -> None:
        folder.mkdir()
        self.folder = folder
        self.url = serve(folder)
        self.time = 2_000_000_000

    def publish(self, library: Callable[[str], Library]) -> None:
        made = library(self.url)
        for address, raw in feeds.write(made, bridge.content(made)):
            path = self.folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
            # Clients ask for what is newer than what they have, by the second.
            os.utime(path, (self.time, self.time))
        self.time += 60


@pytest.fixture
def publisher(tmp_path: Path, serve: Serve) -> Callable[[str], Publisher]:
    return lambda name: Publisher(tmp_path / name, serve)


ANNOUNCED = bridge.update("toll-announced", kind="new", claims=("rise", "cost"))
PAINTED = bridge.BRIEFS["paint-job"]
CORRECTED = bridge.update(
    "toll-corrected",
    bridge.START + timedelta(days=2),
    kind="correction",
    claims=("rise",),
    before="four crowns",
    after="five crowns",
)


def toll(text: str, *more: object) -> Brief:
    claims = (bridge.claim("rise", text=text), bridge.claim("cost", topics=("toll", "repairs")))
    return bridge.brief(claims, (ANNOUNCED, *more))  # type: ignore[arg-type]


def first(url: str) -> Library:
    return bridge.library(briefs={"toll-rise": toll("The tol will rise."), "paint-job": PAINTED}, url=url)


def typo_mended(url: str) -> Library:
    return bridge.library(briefs={"toll-rise": toll("The toll will rise."), "paint-job": PAINTED}, url=url)


def corrected(url: str) -> Library:
    return bridge.library(briefs={"toll-rise": toll("The toll will rise.", CORRECTED), "paint-job": PAINTED}, url=url)


def renamed(url: str) -> Library:
    topics = {key: bridge.topic(one.title, "toll-goes-up/rise", order=one.order) for key, one in bridge.TOPICS.items()}
    brief = toll("The toll will rise.", CORRECTED).model_copy(update={"title": "What crossing costs now"})
    return bridge.library(briefs={"toll-goes-up": brief, "paint-job": PAINTED}, topics=topics, url=url)


SUBSCRIBED = {"toll-announced", "paint-begun"}


class Newsboat:
    def __init__(self, command: str, folder: Path) -> None:
        folder.mkdir()
        self.command = command
        self.folder = folder
        (folder / "config").write_text("reload-threads 1\nauto-reload no\nrefresh-on-startup no\n")

    def read(self, *urls: str) -> set[str]:
        """Fetch feeds; return the guids of what is unread, and mark it as read."""
        (self.folder / "urls").write_text("".join(f"{url}\n" for url in urls))
        files = ("-u", "urls", "-c", "cache.db", "-C", "config")
        subprocess.run(
            [self.command, *files, "-x", "reload"],
            cwd=self.folder,
            env={"HOME": str(self.folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            check=True,
            capture_output=True,
            timeout=60,
        )
        unread = self.rows("SELECT guid FROM rss_item WHERE unread = 1 AND deleted = 0")
        with sqlite3.connect(self.folder / "cache.db") as cache:
            cache.execute("UPDATE rss_item SET unread = 0")
        assert len(unread) == len(set(unread)), "told twice"
        return {str(guid).rpartition("/")[2] for (guid,) in unread}

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.folder / "cache.db") as cache:
            return cache.execute(query).fetchall()


@pytest.fixture
def boat(newsboat: str, tmp_path: Path) -> Newsboat:
    return Newsboat(newsboat, tmp_path / "newsboat")


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml"])
def test_newsboat_shows_a_correction_and_nothing_else_anew(
    boat: Newsboat, publisher: Callable[[str], Publisher], form: str
) -> None:
    here, there = publisher("here"), publisher("there")
    here.publish(first)
    assert boat.read(f"{here.url}feeds/all/{form}") == SUBSCRIBED
    here.publish(typo_mended)
    assert boat.read(f"{here.url}feeds/all/{form}") == set()
    here.publish(corrected)
    assert boat.read(f"{here.url}feeds/all/{form}") == {"toll-corrected"}
    here.publish(renamed)
    assert boat.read(f"{here.url}feeds/all/{form}") == set()
    there.publish(renamed)
    assert boat.read(f"{there.url}feeds/all/{form}") == set()
    assert boat.read(f"{here.url}feeds/all/{form}", f"{there.url}feeds/all/{form}") == set()
    titles = [title for (title,) in boat.rows("SELECT title FROM rss_item ORDER BY pubDate DESC")]
    assert len(titles) == 3
    assert str(titles[0]).startswith("Correction: ")


def test_newsboat_tells_whoever_follows_two_feeds_once(boat: Newsboat, publisher: Callable[[str], Publisher]) -> None:
    here = publisher("here")
    here.publish(corrected)
    both = [f"{here.url}feeds/{scope}/atom.xml" for scope in ("toll", "repairs", "all")]
    assert boat.read(*both) == SUBSCRIBED | {"toll-corrected"}
    assert boat.rows("SELECT count(*), count(DISTINCT guid) FROM rss_item") == [(3, 3)]


def test_newsboat_imports_the_list_of_feeds(boat: Newsboat, publisher: Callable[[str], Publisher]) -> None:
    here = publisher("here")
    here.publish(corrected)
    opml = here.folder / "feeds/subscriptions.opml"
    (boat.folder / "urls").write_text("")
    subprocess.run(
        [boat.command, "-u", "urls", "-c", "cache.db", "-C", "config", "-i", str(opml)],
        cwd=boat.folder,
        env={"HOME": str(boat.folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        check=True,
        capture_output=True,
        timeout=60,
    )
    imported = [line.split()[0] for line in (boat.folder / "urls").read_text().splitlines() if line]
    assert imported == [f"{here.url}feeds/{scope}/atom.xml" for scope in ("all", "toll", "repairs", "lights")]


@pytest.fixture
def shelf() -> Iterator[Reader]:
    reader = make_reader(":memory:")
    yield reader
    reader.close()


def unread(shelf: Reader, *urls: str) -> list[str]:
    """Update feeds; return the ids of what is unread, and mark it as read."""
    for url in urls:
        shelf.update_feed(url)
    found = list(shelf.get_entries(read=False))
    for entry in found:
        shelf.mark_entry_as_read(entry)
    return sorted(entry.id.rpartition("/")[2] for entry in found)


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml", "feed.json"])
def test_reader_shows_a_correction_and_nothing_else_anew(
    shelf: Reader, publisher: Callable[[str], Publisher], form: str
) -> None:
    here, there = publisher("here"), publisher("there")
    at_home, moved = f"{here.url}feeds/all/{form}", f"{there.url}feeds/all/{form}"
    here.publish(first)
    shelf.add_feed(at_home)
    assert unread(shelf, at_home) == sorted(SUBSCRIBED)
    here.publish(typo_mended)
    assert unread(shelf, at_home) == []
    here.publish(corrected)
    assert unread(shelf, at_home) == ["toll-corrected"]
    mended = shelf.get_entry((at_home, "tag:bridge.example,2031:update/toll-announced"))
    assert str(mended.title).endswith(" [corrected]")
    assert mended.updated == CORRECTED.at
    assert mended.published == ANNOUNCED.at
    here.publish(renamed)
    assert unread(shelf, at_home) == []
    there.publish(renamed)
    shelf.change_feed_url(at_home, moved)
    assert unread(shelf, moved) == []
    assert shelf.get_entry_counts().total == 3


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml", "feed.json"])
def test_reader_gets_words_content_and_link_of_an_update(
    shelf: Reader, publisher: Callable[[str], Publisher], form: str
) -> None:
    here = publisher("here")
    here.publish(corrected)
    url = f"{here.url}feeds/all/{form}"
    shelf.add_feed(url)
    shelf.update_feed(url)
    entry = shelf.get_entry((url, "tag:bridge.example,2031:update/toll-corrected"))
    assert entry.title == "Correction: Toll & <tide>"
    assert entry.link == f"{here.url}updates/toll-corrected/"
    assert "Before: “four crowns” Now: “five crowns”" in str(entry.summary)
    content = entry.get_content(prefer_summary=False)
    assert content is not None
    assert content.is_html
    assert f'<a href="{here.url}briefs/toll-rise/#rise">' in content.value
