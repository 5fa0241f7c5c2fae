"""`serve` shows the site on this machine and follows changes."""

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
from types import SimpleNamespace
from typing import TypeVar, cast

import pytest
from playwright.sync_api import Page

from bench import writing
from dossier.cli import serve as command
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.preview import PreviewServer
from dossier.problem import UserError
from tests.cli.typed import BUILD, environment, typed

_Found = TypeVar("_Found")


class Serving:
    """A running `serve` and its port."""

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
        try:
            self.port = int(self.until(lambda: re.search(r"127\.0\.0\.1:(\d+)/", self.log_text()))[1])
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        self.process.kill()
        self.process.wait()

    def log_text(self) -> str:
        return self.log.read_text("utf-8")

    def until(self, poll: Callable[[], _Found | None]) -> _Found:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = poll()
            if found:
                return found
            assert self.process.poll() is None, self.log_text()
            time.sleep(0.1)
        raise AssertionError(self.log_text())

    def get(self, address: str) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()

    def builds(self) -> int:
        return int(json.loads(self.get("/.preview/state.json")[2])["builds"])


class Builds:
    """Stands for `build_and_report`: each call takes the next step, and the last one ends the command as Ctrl-C does."""

    def __init__(self, *steps: Callable[[], SimpleNamespace]) -> None:
        self.steps = list(steps)
        self.deferred: list[bool] = []

    def __call__(self, _basics: Basics, _console: Console, *, defer_search: bool) -> SimpleNamespace:
        if not self.steps:
            raise KeyboardInterrupt
        self.deferred.append(defer_search)
        return self.steps.pop(0)()


def watch(root: Path, builds: Builds, monkeypatch: pytest.MonkeyPatch, *, is_search_old: bool = False) -> int:
    """Watch a dossier in which a file was changed until `builds` ends, and return how many builds succeeded."""
    monkeypatch.setattr(command, "build_and_report", builds)
    monkeypatch.setattr(command, "_POLL_SECONDS", 0.01)
    server = cast(PreviewServer, SimpleNamespace(builds=0))
    basics = Basics(str(root), None, None, search=True, quiet=False)
    before = command._watched_files(root)
    (root / "briefings/topics/route.yaml").write_text("title: changed\n", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        command._watch(root, before, basics, server, Console(), is_search_old=is_search_old)
    return server.builds


def test_search_is_indexed_once_no_more_files_change(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def change() -> SimpleNamespace:
        (own / "briefings/parties.yaml").write_text("parties: []\n", "utf-8")
        return SimpleNamespace(count=1, is_search_old=True)

    def index() -> SimpleNamespace:
        (own / "briefings/people.yaml").unlink()
        return SimpleNamespace(count=1, is_search_old=False)

    builds = Builds(change, lambda: SimpleNamespace(count=1, is_search_old=True), index)
    assert watch(own, builds, monkeypatch) == 3
    assert builds.deferred == [True, True, False]
    printed = capsys.readouterr().out
    assert "briefings/topics/route.yaml changed" in printed
    assert "briefings/parties.yaml changed" in printed
    assert "indexing for search" in printed


def test_a_failed_build_keeps_the_site_and_goes_on(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> SimpleNamespace:
        (own / "mkdocs.yml").write_text("site_name: changed\n", "utf-8")
        raise UserError("the cache cannot be used")

    def stop() -> SimpleNamespace:
        (own / "briefings/people.yaml").write_text("people: []\n", "utf-8")
        return SimpleNamespace(count=None, is_search_old=False)

    assert watch(own, Builds(fail, stop), monkeypatch) == 0
    assert capsys.readouterr().err == "the cache cannot be used\n"


def test_several_changed_files_are_one_build(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = command._watched_files
    pending = iter([own / "briefings/parties.yaml", own / "briefings/people.yaml"])

    def watched(root: Path) -> dict[str, tuple[int, int]]:
        # Each look finds another file changed, as while an editor writes them.
        if (file := next(pending, None)) is not None:
            file.write_text("[]\n", "utf-8")
        return real(root)

    def stop() -> SimpleNamespace:
        (own / "mkdocs.yml").unlink()
        return SimpleNamespace(count=1, is_search_old=False)

    before = real(own)
    monkeypatch.setattr(command, "_watched_files", watched)
    monkeypatch.setattr(command, "build_and_report", Builds(stop))
    monkeypatch.setattr(command, "_POLL_SECONDS", 0.01)
    basics = Basics(str(own), None, None, search=True, quiet=False)
    server = cast(PreviewServer, SimpleNamespace(builds=0))
    with pytest.raises(KeyboardInterrupt):
        command._watch(own, before, basics, server, Console(), is_search_old=False)
    assert "briefings/parties.yaml and 1 more changed" in capsys.readouterr().out


def test_the_next_free_port_is_used_unless_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr(command, "_PORT", port)
        monkeypatch.setattr(command, "_PORTS_TRIED", 20)
        with command._start_server(tmp_path, None) as server:
            assert port < server.server_port < port + 20
        with pytest.raises(UserError, match=f"port {port} is in use"):
            command._start_server(tmp_path, port)
        monkeypatch.setattr(command, "_PORTS_TRIED", 1)
        with pytest.raises(UserError, match=f"ports {port} to {port} are all in use"):
            command._start_server(tmp_path, None)


@pytest.fixture
def serving(own: Path) -> Iterator[Serving]:
    running = Serving(own, "--no-search")
    yield running
    running.end()


def test_pages_are_served_and_rebuilt_after_a_change(serving: Serving, own: Path) -> None:
    status, headers, page = serving.get("/topics/route/")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "text/html; charset=utf-8", "no-store")
    assert page.endswith(b'<script src="/.preview/reload.js" defer></script></body>\n</html>') or b"reload.js" in page
    assert b"reload.js" not in (own / "site/topics/route/index.html").read_bytes()
    assert b"location.reload" in serving.get("/.preview/reload.js")[2]
    assert serving.get("/feeds/all/atom.xml")[0] == 200
    assert serving.get("/topics/route")[:2][0] == 301
    for address in ("/nowhere/", "/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "//etc/passwd"):
        assert serving.get(address)[0] == 404, address
    assert serving.builds() == 1

    topic = own / "briefings/topics/route.yaml"
    topic.write_text(topic.read_text().replace("title: The route", "title: The course"))
    serving.until(lambda: serving.builds() == 2)
    assert b"The course" in serving.get("/topics/route/")[2]

    topic.write_text(topic.read_text().replace("title: The course", "tilte: The course"))
    serving.until(lambda: "nothing was published" in serving.log_text())
    assert 'did you mean "title"?' in serving.log_text()
    assert b"The course" in serving.get("/topics/route/")[2]
    assert serving.builds() == 2

    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(20) == 0
    assert "Traceback" not in serving.log_text()


def test_folders_that_the_settings_name_are_watched(own: Path) -> None:
    settings = own / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("docs_dir: pages", "") + "docs_dir: handbook\n", "utf-8")
    (own / "pages").rename(own / "handbook")
    before = command._watched_files(own)
    assert str(own / "handbook/about.md") in before
    (own / "handbook/more.md").write_text("# More\n", "utf-8")
    assert command._watched_files(own) != before
    settings.unlink()
    assert command._watched_files(own)


@pytest.mark.slow
def test_on_a_large_site_pages_are_rebuilt_before_search(tmp_path: Path) -> None:
    root = tmp_path / "large"
    brief = writing.write(root, 200, 1).newest_brief
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("plugins: []", "plugins: [search]"), "utf-8")
    serving = Serving(root)
    try:
        first = serving.get("/pagefind/pagefind-entry.json")
        assert first[0] == 200
        brief.write_text(brief.read_text("utf-8").replace("summary: ", "summary: Quincunx ", 1), "utf-8")
        serving.until(lambda: serving.builds() == 2)
        assert b"Quincunx" in serving.get(f"/briefs/{brief.stem}/")[2]
        assert serving.get("/pagefind/pagefind-entry.json")[2] == first[2]
        serving.until(lambda: serving.builds() == 3)
        assert "indexing for search" in serving.log_text()
        assert serving.get("/pagefind/pagefind-entry.json")[2] != first[2]
    finally:
        serving.end()


def test_a_port_in_use_is_named(own: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        seen = typed(own, "serve", "--no-search", "--port", str(port))
    assert seen.code == 2
    assert seen.err == f"port {port} is in use or not allowed\n  = choose another: --port NUMBER\n"


def test_an_open_page_reloads_under_the_site_s_policy(serving: Serving, own: Path, page: Page) -> None:
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto(f"http://127.0.0.1:{serving.port}/topics/route/")
    assert "The route" in page.title()
    page.wait_for_timeout(1500)
    topic = own / "briefings/topics/route.yaml"
    topic.write_text(topic.read_text().replace("title: The route", "title: The course"))
    end = time.monotonic() + 30
    while "The course" not in page.title() and time.monotonic() < end:
        page.wait_for_timeout(200)
    assert "The course" in page.title()
    assert messages == []
