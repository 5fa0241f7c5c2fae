"""`serve`: the site on this machine, following changes."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Page

from bench import writing
from dossier.cli import serve as command
from tests.cli.typed import BUILD, environment, typed

_Found = TypeVar("_Found")


class Serving:
    """A running `serve` and the port it said it serves on."""

    def __init__(self, root: Path, *options: str) -> None:
        self.log = root.parent / "serve.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(BUILD), "serve", *options],
                cwd=root,
                env=environment(),
                stdout=log,
                stderr=log,
            )
        self.port = int(self.until(lambda: re.search(r"127\.0\.0\.1:(\d+)/", self.said()))[1])

    def end(self) -> None:
        self.process.kill()
        self.process.wait()

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def until(self, looked: Callable[[], _Found | None]) -> _Found:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = looked()
            if found:
                return found
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)
        raise AssertionError(self.said())

    def get(self, address: str) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()

    def built(self) -> int:
        return int(json.loads(self.get("/.preview/state.json")[2])["built"])


@pytest.fixture
def serving(own: Path) -> Iterator[Serving]:
    running = Serving(own, "--no-search")
    yield running
    running.end()


def test_pages_are_served_and_follow_what_is_written(serving: Serving, own: Path) -> None:
    status, headers, page = serving.get("/topics/route/")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "text/html; charset=utf-8", "no-store")
    assert page.endswith(b'<script src="/.preview/again.js" defer></script></body>\n</html>') or b"again.js" in page
    assert b"again.js" not in (own / "site/topics/route/index.html").read_bytes()
    assert b"location.reload" in serving.get("/.preview/again.js")[2]
    assert serving.get("/feeds/all/atom.xml")[0] == 200
    assert serving.get("/topics/route")[:2][0] == 301
    for address in ("/nowhere/", "/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "//etc/passwd"):
        assert serving.get(address)[0] == 404, address
    assert serving.built() == 1

    topic = own / "briefings/topics/route.yaml"
    topic.write_text(topic.read_text().replace("title: The route", "title: The course"))
    serving.until(lambda: serving.built() == 2)
    assert b"The course" in serving.get("/topics/route/")[2]

    topic.write_text(topic.read_text().replace("title: The course", "tilte: The course"))
    serving.until(lambda: "nothing was published" in serving.said())
    assert 'did you mean "title"?' in serving.said()
    assert b"The course" in serving.get("/topics/route/")[2]
    assert serving.built() == 2

    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(20) == 0
    assert "Traceback" not in serving.said()


def test_what_the_settings_name_is_followed(own: Path) -> None:
    settings = own / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("docs_dir: pages", "") + "docs_dir: handbook\n", "utf-8")
    (own / "pages").rename(own / "handbook")
    before = command._look(own)
    assert str(own / "handbook/about.md") in before
    (own / "handbook/more.md").write_text("# More\n", "utf-8")
    assert command._look(own) != before
    settings.unlink()
    assert command._look(own)


def test_pages_of_a_large_site_do_not_wait_for_search(tmp_path: Path) -> None:
    root = tmp_path / "large"
    brief = writing.write(root, 200, 1).newest_brief
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("plugins: []", "plugins: [search]"), "utf-8")
    serving = Serving(root)
    try:
        first = serving.get("/pagefind/pagefind-entry.json")
        assert first[0] == 200
        brief.write_text(brief.read_text("utf-8").replace("summary: ", "summary: Quincunx ", 1), "utf-8")
        serving.until(lambda: serving.built() == 2)
        assert b"Quincunx" in serving.get(f"/briefs/{brief.stem}/")[2]
        assert serving.get("/pagefind/pagefind-entry.json")[2] == first[2]
        serving.until(lambda: serving.built() == 3)
        assert "indexing for search" in serving.said()
        assert serving.get("/pagefind/pagefind-entry.json")[2] != first[2]
    finally:
        serving.end()


def test_a_port_that_is_taken_is_named(own: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        seen = typed(own, "serve", "--no-search", "--port", str(port))
    assert seen.code == 2
    assert seen.err == f"port {port} is taken or not allowed\n  = choose another: --port NUMBER\n"


def test_an_open_page_loads_itself_again_under_the_site_s_own_policy(serving: Serving, own: Path, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"http://127.0.0.1:{serving.port}/topics/route/")
    assert "The route" in page.title()
    page.wait_for_timeout(1500)
    topic = own / "briefings/topics/route.yaml"
    topic.write_text(topic.read_text().replace("title: The route", "title: The course"))
    end = time.monotonic() + 30
    while "The course" not in page.title() and time.monotonic() < end:
        page.wait_for_timeout(200)
    assert "The course" in page.title()
    assert complaints == []
