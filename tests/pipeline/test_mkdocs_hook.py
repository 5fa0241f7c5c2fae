"""`mkdocs build` and `mkdocs serve` give the site that `python build.py` gives."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.pipeline.build import build
from tests.pipeline.harbour import BRIEF, copy, digests, edit

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *words, "--config-file", str(root / "mkdocs.yml")]
    return subprocess.run(command, cwd=root.parent, env=QUIET, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy(tmp_path / "root", hook=True)


def test_mkdocs_builds_the_same_site(root: Path, tmp_path: Path) -> None:
    done = mkdocs(root, "build", "--site-dir", str(tmp_path / "theirs"))
    assert done.returncode == 0, done.stderr
    build(root, tmp_path / "ours")
    assert digests(tmp_path / "theirs") == digests(tmp_path / "ours")
    assert not [path.name for path in (root / ".cache").iterdir() if path.is_dir()]


def test_mkdocs_publishes_where_it_was_going_to(root: Path) -> None:
    assert mkdocs(root, "build").returncode == 0
    before = digests(root / "site")
    assert "index.html" in before
    assert mkdocs(root, "build", "--clean").returncode == 0
    assert digests(root / "site") == before


def test_mkdocs_publishes_nothing_beside_an_error(root: Path) -> None:
    assert mkdocs(root, "build").returncode == 0
    before = digests(root / "site")
    edit(root, BRIEF, "source: ", "source: no-such-")
    done = mkdocs(root, "build")
    assert done.returncode != 0
    assert f"{BRIEF}:" in done.stderr
    assert "unknown-source" in done.stderr
    assert "Traceback" not in done.stderr
    assert digests(root / "site") == before


def test_mkdocs_does_not_work_behind_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / ".cache").symlink_to(tmp_path / "elsewhere")
    done = mkdocs(root, "build")
    assert done.returncode != 0
    assert '.cache" is a link, and files behind it could be lost: remove the link' in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "elsewhere").iterdir())


def test_strict_mkdocs_counts_our_warnings(root: Path) -> None:
    edit(root, "mkdocs.yml", "  - About: about.md\n", "  - About: about.md\n  - Gone: gone.md\n")
    assert mkdocs(root, "build").returncode == 0
    done = mkdocs(root, "build", "--strict")
    assert done.returncode != 0
    assert "page-link" in done.stderr


@pytest.fixture
def served(root: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/dossier/"
    finally:
        process.terminate()
        process.wait()


def fetch(address: str, holding: str = "", patience: float = 30.0) -> str:
    """Return a page once it is there and holds some words."""
    end = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                text = str(answer.read().decode())
                assert int(answer.headers["Content-Length"]) == len(text.encode())
        except (OSError, urllib.error.URLError):
            text = ""
        if text and holding in text:
            return text
        assert time.monotonic() < end, f"{holding!r} did not come"
        time.sleep(0.1)


@pytest.mark.slow
def test_mkdocs_serves_the_same_site_and_follows_the_content(root: Path, served: str, tmp_path: Path) -> None:
    page = fetch(f"{served}briefs/harbour-vote/")
    build(root, tmp_path / "ours")
    ours = (tmp_path / "ours/briefs/harbour-vote/index.html").read_text("utf-8")
    shown = page[: page.rindex("<script>")].rstrip().replace("Content-Security-Absent", "Content-Security-Policy")
    assert shown == ours.partition("</body>")[0].rstrip()
    assert "livereload(" in page
    assert "Content-Security-Policy" not in page
    edit(root, BRIEF, "title: ", "title: Today, ")
    assert "Today, " in fetch(f"{served}briefs/harbour-vote/", "Today, ")
