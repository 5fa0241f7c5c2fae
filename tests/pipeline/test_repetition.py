"""The same content gives the same site: in another run, after other runs, and after one that was killed."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.frames import make_frames
from dossier.pipeline import theme
from dossier.pipeline.build import build
from tests.architecture.module_rules import ROOT
from tests.pipeline.harbour import BRIEF, content, copy, digests, edit

RUN = """
import json, sys, time
{patch}
from pathlib import Path
sys.path.insert(0, {home!r})
from dossier.pipeline.build import build
report = build(Path(sys.argv[1]))
assert report.count is not None, report.problems
print(json.dumps([report.count.written, sorted(name for name in sys.modules if "." not in name)]))
"""
ANOTHER_CLOCK = """
import datetime, time
class Other(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2050, 2, 3, 4, 5, 6, tzinfo=tz)
    @classmethod
    def utcnow(cls):
        return cls(2050, 2, 3, 4, 5, 6)
class OtherDay(datetime.date):
    @classmethod
    def today(cls):
        return cls(2050, 2, 3)
datetime.datetime, datetime.date = Other, OtherDay
time.time = lambda: 2527214706.0
time.gmtime, time.localtime = (lambda call: lambda s=None: call(2527214706.0 if s is None else s))(time.gmtime), (
    lambda call: lambda s=None: call(2527214706.0 if s is None else s))(time.localtime)
"""


def run(root: Path, patch: str = "", **environment: str) -> tuple[int, list[str]]:
    """Build in a fresh process; return how many files were written and which packages were loaded."""
    done = subprocess.run(
        [sys.executable, "-c", RUN.format(patch=patch, home=str(ROOT)), str(root)],
        env={**os.environ, **environment},
        cwd=root.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    written, packages = json.loads(done.stdout)
    return written, packages


def test_the_same_content_gives_the_same_site_anywhere(tmp_path: Path) -> None:
    here = copy(tmp_path / "here")
    run(here, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C", SOURCE_DATE_EPOCH="0")
    there = copy(tmp_path / "another" / "place of ours")
    # Other times, and files made in another order.
    for number, path in enumerate(sorted((there).rglob("*"), reverse=True)):
        os.utime(path, (1_000_000_000 + number * 86_400,) * 2)
    run(there, ANOTHER_CLOCK, PYTHONHASHSEED="12345", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8")
    assert content(there / "site") == content(here / "site")


def test_a_second_build_does_not_load_mkdocs_nor_ask_pagefind(fresh: Path) -> None:
    first, packages = run(fresh)
    assert {"mkdocs", "material"} & set(packages)
    second, packages = run(fresh)
    assert (first > 0, second) == (True, 0)
    assert not {"mkdocs", "material", "pagefind"} & set(packages)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("mkdocs.yml", "accent: teal", "accent: red"),
        ("pages/about.md", "#", "# New"),
        ("briefings/topics/route.yaml", "title: ", "title: New "),
    ],
)
def test_frames_are_made_again_when_what_they_depend_on_changes(
    path: str, old: str, new: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def make(*arguments: object) -> object:
        made.append(arguments)
        return make_frames(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(theme, "make_frames", make)
    build(root)
    edit(root, BRIEF, "summary: ", "summary: Now, ")
    build(root)
    assert made == []
    edit(root, path, old, new)
    build(root)
    assert len(made) == 1


def test_what_the_settings_take_from_the_environment_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(root, "mkdocs.yml", "copyright: CC BY 4.0", "copyright: !ENV [NOTICE, None]")
    for notice in ("First notice", "Second notice"):
        monkeypatch.setenv("NOTICE", notice)
        build(root)
    assert "Second notice" in (root / "site/index.html").read_text("utf-8")


def test_a_cache_that_somebody_planted_changes_nothing(
    built: Path, fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "their-account"))
    build(fresh)
    # What the digests of the true files lead to is made to say something else.
    with sqlite3.connect(fresh / ".cache/dossier.sqlite") as cache:
        changed = cache.execute("UPDATE entries SET value = CAST(REPLACE(CAST(value AS TEXT), 'the', 'THE') AS BLOB)")
        assert changed.rowcount > 5
    cache.close()
    for account in ("their-account", "our-account"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / account))
        planted = copy(tmp_path / account / "root")
        (planted / ".cache").mkdir()
        shutil.copy(fresh / ".cache/dossier.sqlite", planted / ".cache")
        build(planted)
        assert content(planted / "site") == content(built / "site")


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(root: Path) -> None:
    old = digests(root / "site")
    edit(root, "mkdocs.yml", "Line Four Dossier", "Line Five Dossier")
    command = [sys.executable, "-c", RUN.format(patch="", home=str(ROOT)), str(root)]
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - start
    new = digests(root / "site")
    seen = set()
    for step in range(8):
        edit(root, "mkdocs.yml", *(("Five", "Four") if step % 2 == 0 else ("Four", "Five")))
        before = digests(root / "site")
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(whole * (step + 1) / 9)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert digests(root / "site") in (old, new)
        seen.add(digests(root / "site") == before)
    run(root)
    assert digests(root / "site") in (old, new)
    assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []


def test_whatever_was_built_before_a_build_gives_what_the_content_says(root: Path, fresh: Path) -> None:
    (root / "pages/extra.md").write_text("# Extra\n\nZanzibar.\n", "utf-8")
    build(root)
    build(root)
    edit(root, BRIEF, "title: ", "title: Today, ")
    build(root)
    (root / "pages/extra.md").unlink()
    edit(root, BRIEF, "title: Today, ", "title: Yesterday, ")
    build(root)
    edit(fresh, BRIEF, "title: ", "title: Yesterday, ")
    build(fresh)
    assert content(root / "site") == content(fresh / "site")
