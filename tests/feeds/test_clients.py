"""Real feed readers (newsboat and reader, on loopback) show a correction as new, and nothing else.

The steps: subscribe; a typo is fixed; a claim is corrected; a brief is renamed; the site moves. Who follows two feeds sees
each update once.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from reader import Reader, make_reader

from dossier.pipeline.build import build
from tests.feeds import story

pytestmark = pytest.mark.clients

STEPS = ("first", "typo mended", "corrected", "renamed", "moved", "merged")


@dataclass
class Publisher:
    """A built site for each step of the story, and two places with an address of their own to publish it at."""

    here: str
    there: str
    places: dict[str, Path]
    built: dict[str, Path]
    time: list[int] = field(default_factory=lambda: [2_000_000_000])

    def publish(self, step: str, at: str) -> None:
        """Replace the published site by that of a step."""
        place = self.places[at]
        for old in place.iterdir():
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        shutil.copytree(self.built[step], place, dirs_exist_ok=True)
        # Readers ask for what is newer than what they have, with a resolution of a second.
        self.time[0] += 60
        for path in place.rglob("feeds/**/*.*"):
            os.utime(path, (self.time[0], self.time[0]))


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> Publisher:
    folder = tmp_path_factory.mktemp("story")
    places = {}
    for name in ("here", "there"):
        (folder / name).mkdir()
        places[serve(folder / name)] = folder / name
    here, there = places
    root = folder / "dossier"
    steps: dict[str, Callable[[], None]] = {
        "first": lambda: story.first(root, here),
        "typo mended": lambda: story.mend_typo(root),
        "corrected": lambda: story.correct(root),
        "renamed": lambda: story.rename(root),
        "moved": lambda: story.move(root, here, there),
        "merged": lambda: story.merge(root),
    }
    built = {}
    for step in STEPS:
        steps[step]()
        report = build(root, folder / step, search=False)
        assert report.count is not None, report.problems
        built[step] = report.site
    return Publisher(here, there, places, built)


class Newsboat:
    def __init__(self, command: str, folder: Path) -> None:
        folder.mkdir()
        self.command = command
        self.folder = folder
        (folder / "config").write_text("reload-threads 1\nauto-reload no\nrefresh-on-startup no\n")

    def run(self, *words: str) -> None:
        subprocess.run(
            [self.command, "-u", "urls", "-c", "cache.db", "-C", "config", *words],
            cwd=self.folder,
            env={"HOME": str(self.folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            check=True,
            capture_output=True,
            timeout=60,
        )

    def read(self, *urls: str) -> set[str]:
        """Fetch feeds; return the ids of unread updates, and mark them as read."""
        (self.folder / "urls").write_text("".join(f"{url}\n" for url in urls))
        self.run("-x", "reload")
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
def test_newsboat_shows_a_correction_and_nothing_else_as_new(boat: Newsboat, publisher: Publisher, form: str) -> None:
    here, there = publisher.here, publisher.there
    publisher.publish("first", here)
    assert boat.read(f"{here}feeds/all/{form}") == story.FIRST
    publisher.publish("typo mended", here)
    assert boat.read(f"{here}feeds/all/{form}") == set()
    publisher.publish("corrected", here)
    assert boat.read(f"{here}feeds/all/{form}") == {story.CORRECTION}
    publisher.publish("renamed", here)
    assert boat.read(f"{here}feeds/all/{form}") == set()
    publisher.publish("moved", there)
    assert boat.read(f"{there}feeds/all/{form}") == set()
    assert boat.read(f"{here}feeds/all/{form}", f"{there}feeds/all/{form}") == set()
    titles = [str(title) for (title,) in boat.rows("SELECT title FROM rss_item ORDER BY pubDate DESC")]
    assert len(titles) == 3
    assert titles[0].startswith("Correction: ")


def test_newsboat_shows_an_update_of_two_feeds_once(boat: Newsboat, publisher: Publisher) -> None:
    publisher.publish("corrected", publisher.here)
    feeds = [f"{publisher.here}feeds/{scope}/atom.xml" for scope in ("route", "funding", "all")]
    assert boat.read(*feeds) == story.FIRST | {story.CORRECTION}
    assert boat.rows("SELECT count(*), count(DISTINCT guid) FROM rss_item") == [(3, 3)]


def test_newsboat_shows_nothing_twice_after_topics_are_merged(boat: Newsboat, publisher: Publisher) -> None:
    feeds = [f"{publisher.there}feeds/{scope}/atom.xml" for scope in ("route", "funding", "all")]
    publisher.publish("moved", publisher.there)
    assert boat.read(*feeds) == story.FIRST | {story.CORRECTION}
    publisher.publish("merged", publisher.there)
    assert boat.read(*feeds) == set()
    assert boat.rows("SELECT count(*), count(DISTINCT guid) FROM rss_item") == [(3, 3)]


def test_newsboat_imports_the_list_of_feeds(boat: Newsboat, publisher: Publisher) -> None:
    publisher.publish("corrected", publisher.here)
    (boat.folder / "urls").write_text("")
    boat.run("-i", str(publisher.places[publisher.here] / "feeds/subscriptions.opml"))
    imported = [line.split()[0] for line in (boat.folder / "urls").read_text().splitlines() if line]
    scopes = ("all", "route", "funding", "party/council", "party/traders", "party/region", "party/operator")
    assert imported == [f"{publisher.here}feeds/{scope}/atom.xml" for scope in scopes]
    assert boat.read(*imported) == story.FIRST | {story.CORRECTION}


@pytest.fixture
def reader_app() -> Iterator[Reader]:
    reader = make_reader(":memory:")
    yield reader
    reader.close()


def unread(reader_app: Reader, url: str) -> set[str]:
    """Fetch a feed; return the ids of unread updates, and mark them as read."""
    reader_app.update_feed(url)
    found = list(reader_app.get_entries(read=False))
    for entry in found:
        reader_app.mark_entry_as_read(entry)
    return {entry.id.rpartition("/")[2] for entry in found}


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml", "feed.json"])
def test_reader_shows_a_correction_and_nothing_else_as_new(reader_app: Reader, publisher: Publisher, form: str) -> None:
    at_home, moved = f"{publisher.here}feeds/all/{form}", f"{publisher.there}feeds/all/{form}"
    publisher.publish("first", publisher.here)
    reader_app.add_feed(at_home)
    assert unread(reader_app, at_home) == story.FIRST
    corrected = (at_home, "tag:tram.example,2031:update/harbour-vote-first-told")
    before = reader_app.get_entry(corrected)
    publisher.publish("typo mended", publisher.here)
    assert unread(reader_app, at_home) == set()
    assert reader_app.get_entry(corrected).updated == before.updated
    publisher.publish("corrected", publisher.here)
    assert unread(reader_app, at_home) == {story.CORRECTION}
    after = reader_app.get_entry(corrected)
    # Other claims of it stand as they were.
    assert after.title == before.title
    assert "Corrected in part on" in (after.summary or "") + "".join(one.value for one in after.content)
    assert after.published == before.published
    assert (after.updated or after.published) == reader_app.get_entry(
        (at_home, f"tag:tram.example,2031:update/{story.CORRECTION}")
    ).published
    publisher.publish("renamed", publisher.here)
    assert unread(reader_app, at_home) == set()
    publisher.publish("moved", publisher.there)
    reader_app.change_feed_url(at_home, moved)
    assert unread(reader_app, moved) == set()
    assert reader_app.get_entry_counts().total == 3


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml", "feed.json"])
def test_reader_shows_nothing_twice_after_topics_are_merged(
    reader_app: Reader, publisher: Publisher, form: str
) -> None:
    feeds = [f"{publisher.there}feeds/{scope}/{form}" for scope in ("funding", "route")]
    publisher.publish("moved", publisher.there)
    for feed in feeds:
        reader_app.add_feed(feed)
        assert unread(reader_app, feed)
    publisher.publish("merged", publisher.there)
    assert [unread(reader_app, feed) for feed in feeds] == [set(), set()]


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml", "feed.json"])
def test_reader_gets_summary_content_and_link_of_an_update(reader_app: Reader, publisher: Publisher, form: str) -> None:
    publisher.publish("corrected", publisher.here)
    url = f"{publisher.here}feeds/all/{form}"
    reader_app.add_feed(url)
    reader_app.update_feed(url)
    entry = reader_app.get_entry((url, f"tag:tram.example,2031:update/{story.CORRECTION}"))
    assert entry.title == "Correction: The council votes for the harbour"
    assert entry.link == f"{publisher.here}updates/{story.CORRECTION}/"
    assert f"Before: “{story.WRONG}” Now: “{story.RIGHT}”" in str(entry.summary)
    content = entry.get_content(prefer_summary=False)
    assert content is not None
    assert content.is_html
    assert f'<a href="{publisher.here}briefs/harbour-vote/#harbour-chosen">' in content.value
    assert "eleven votes to ten" in content.value
