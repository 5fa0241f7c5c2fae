"""From files to a published site: whole, repeatable, and never beside an error."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.disk import Count, PublishError
from dossier.frames import make_frames
from dossier.press import build as building
from dossier.press import look
from dossier.press.build import Report, build
from dossier.problem import Span
from tests.house.walk import ROOT
from tests.press.harbour import BRIEF, copy, digests, edit


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the dossier with its site and its cache: not to be changed."""
    root = copy(tmp_path_factory.mktemp("built") / "root")
    assert build(root).count is not None
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the dossier that has been built."""
    return shutil.copytree(built, tmp_path / "root")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Return a copy of the dossier as it comes."""
    return copy(tmp_path / "fresh")


def codes(report: Report) -> list[str]:
    return sorted({problem.code for problem in report.problems if problem.severity == "error"})


def test_a_site_is_built_where_it_is_wanted(fresh: Path, tmp_path: Path) -> None:
    report = build(fresh)
    assert report.count is not None
    assert report.site == fresh / "site"
    assert report.count.written == len(digests(fresh / "site"))
    assert [stage.name for stage in report.stages] == [
        "read",
        "check",
        "frame",
        "render",
        "feeds",
        "search",
        "publish",
    ]
    elsewhere = build(fresh, tmp_path / "elsewhere")
    assert elsewhere.count is not None
    assert digests(tmp_path / "elsewhere") == digests(fresh / "site")


def test_what_readers_ask_for_is_there(built: Path) -> None:
    site = built / "site"
    for address in (
        "index.html",
        "topics/route/index.html",
        "briefs/harbour-vote/index.html",
        "about/index.html",
        "feeds/all/atom.xml",
        "feeds/route/rss.xml",
        "data/claims.json",
        "schema/brief.json",
        "pagefind/pagefind.js",
        "assets/dossier.css",
        "assets/frame.css",
        "assets/search.js",
    ):
        assert (site / address).is_file(), address
    for gone in ("sitemap.xml.gz", "search/search_index.json", "assets/javascripts/lunr", "made"):
        assert not (site / gone).exists(), gone
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    assert not [path for path, page in pages.items() if re.search("[\ue000-\ue002]|gap[0-9a-f]{24}", page)]
    assert not [path for path, page in pages.items() if 'type="application/atom+xml"' not in page]


def test_every_file_that_a_page_loads_is_there(built: Path) -> None:
    site = built / "site"
    for page in site.rglob("index.html"):
        text = page.read_text("utf-8")
        named = re.findall(
            r'<(?:script|img)[^>]*\ssrc="([^"]+)"|<link[^>]*rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"', text
        )
        assert named
        for address in ("".join(pair) for pair in named):
            assert (page.parent / address.partition("?")[0]).resolve().is_file(), (page, address)


def test_a_page_names_the_edition_of_what_it_loads(root: Path) -> None:
    shutil.copytree(ROOT / "templates", root / "templates")
    build(root)
    edition = re.compile(r"assets/dossier\.css\?([0-9a-f]{8})\"")
    before = edition.findall((root / "site/index.html").read_text("utf-8"))
    edit(root, "templates/pages/home.html", "{%", " {%")
    build(root)
    assert edition.findall((root / "site/index.html").read_text("utf-8")) == before
    edit(root, "templates/assets/dossier.css", "/*", "/* New.")
    build(root)
    after = edition.findall((root / "site/index.html").read_text("utf-8"))
    assert (len(before), len(after)) == (1, 1)
    assert before != after


def test_a_second_run_writes_nothing_and_one_edit_writes_what_it_changes(root: Path) -> None:
    before = digests(root / "site")
    first = build(root)
    assert first.count == Count(0, len(before), 0)
    title = first.loaded.library.briefs["harbour-vote"].title
    edit(root, BRIEF, title, f"{title} at last")
    report = build(root)
    assert report.count is not None
    after = digests(root / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    assert report.count.written == len(changed)
    assert "briefs/harbour-vote/index.html" in changed
    assert "assets/search.js" not in changed
    assert len(changed) < len(after) / 2


def test_a_page_that_is_no_longer_wanted_goes(root: Path) -> None:
    assert (root / "site/about/index.html").exists()
    (root / "pages/about.md").rename(root / "pages/who.md")
    edit(root, "mkdocs.yml", "about.md", "who.md")
    report = build(root)
    assert report.count is not None
    assert report.count.removed >= 1
    assert not (root / "site/about").exists()
    assert (root / "site/who/index.html").exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (BRIEF, "source: ", "source: no-such-", "unknown-source"),
        ("mkdocs.yml", "site_name:", "sight_name:", "settings-missing"),
        ("mkdocs.yml", "toc:", "tocc:", "frame-broken"),
        ("pages/about.md", "#", "<script>alert(1)</script>\n\n#", "frame-script"),
    ],
)
def test_an_error_leaves_the_published_site_as_it_was(path: str, old: str, new: str, code: str, root: Path) -> None:
    before = digests(root / "site")
    edit(root, path, old, new)
    report = build(root)
    assert report.count is None
    assert code in codes(report)
    assert digests(root / "site") == before
    assert all(isinstance(problem.at, Span) for problem in report.problems)


def test_a_hand_written_page_that_is_no_utf_8_is_named_where_it_breaks_off(root: Path) -> None:
    (root / "pages/about.md").write_bytes(b"# About\n\nCaf\xe9\n")
    report = build(root)
    assert (report.count, [(problem.code, problem.at) for problem in report.problems]) == (
        None,
        [("not-utf-8", Span("pages/about.md", 3, 4, 3, 5))],
    )


def test_a_hand_written_page_may_not_stand_at_an_address_of_ours(root: Path) -> None:
    (root / "pages/briefs").mkdir()
    (root / "pages/briefs/harbour-vote.md").write_text("# Mine\n", "utf-8")
    assert codes(build(root)) == ["address-taken"]
    (root / "pages/briefs/harbour-vote.md").rename(root / "pages/briefs/index.md")
    assert codes(build(root)) == ["address-taken"]


def test_files_beside_hand_written_pages_are_published_and_may_not_stand_in_the_way(root: Path) -> None:
    (root / "pages/picture.svg").write_text("<svg/>", "utf-8")
    build(root)
    assert (root / "site/picture.svg").read_text("utf-8") == "<svg/>"
    (root / "pages/briefs/harbour-vote").mkdir(parents=True)
    (root / "pages/briefs/harbour-vote/index.html").write_text("mine", "utf-8")
    assert codes(build(root)) == ["address-taken"]


def test_nothing_from_outside_comes_in_by_a_link_or_an_editors_leavings(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("a secret", "utf-8")
    (root / "pages/__pycache__").mkdir()
    (root / "pages/__pycache__/link.txt").symlink_to(outside / "secret.txt")
    (root / "pages/notes.bak").symlink_to(outside / "secret.txt")
    (root / "pages/folder.bak").symlink_to(outside)
    (root / "pages/about.md~").write_text("an old version", "utf-8")
    (root / "pages/kept.txt").write_text("published", "utf-8")
    report = build(root)
    assert (report.count is not None, report.problems) == (True, ())
    assert (root / "site/kept.txt").is_file()
    names = {path.name for path in (root / "site").rglob("*")}
    assert not names & {"link.txt", "notes.bak", "folder.bak", "secret.txt", "about.md~", "__pycache__"}
    (root / "pages/plain.txt").symlink_to(outside / "secret.txt")
    assert codes(build(root)) == ["file-unsafe"]


def test_a_folder_of_somebody_elses_is_refused(root: Path) -> None:
    with pytest.raises(PublishError, match="not made here"):
        build(root, root / "briefings")
    assert (root / BRIEF).is_file()


def test_two_processes_make_what_one_makes(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = build(root, tmp_path / "one")
    monkeypatch.setattr(building, "_WORTH_A_FORK", 1)
    two = build(root, tmp_path / "two")
    assert two.count == one.count
    assert digests(tmp_path / "two") == digests(tmp_path / "one")
    assert build(root, tmp_path / "two").count == Count(0, len(digests(tmp_path / "two")), 0)


def test_without_search_there_is_no_index(root: Path) -> None:
    build(root, search=False)
    assert not (root / "site/pagefind").exists()
    assert "<dialog" in (root / "site/index.html").read_text("utf-8")
    edit(root, "mkdocs.yml", "  - search\n", "  []\n")
    build(root)
    assert not (root / "site/pagefind").exists()
    assert "<dialog" not in (root / "site/index.html").read_text("utf-8")


RUN = """
import json, sys, time
{patch}
from pathlib import Path
sys.path.insert(0, {home!r})
from dossier.press.build import build
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


def test_the_same_content_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    here = copy(tmp_path / "here")
    run(here, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C", SOURCE_DATE_EPOCH="0")
    there = copy(tmp_path / "another" / "place of ours")
    # Other times, and files made in another order.
    for number, path in enumerate(sorted((there).rglob("*"), reverse=True)):
        os.utime(path, (1_000_000_000 + number * 86_400,) * 2)
    run(there, ANOTHER_CLOCK, PYTHONHASHSEED="12345", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8")
    assert digests(there / "site") == digests(here / "site")


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

    monkeypatch.setattr(look, "make_frames", make)
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
        changed = cache.execute("UPDATE kept SET value = CAST(REPLACE(CAST(value AS TEXT), 'the', 'THE') AS BLOB)")
        assert changed.rowcount > 5
    cache.close()
    for account in ("their-account", "our-account"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / account))
        planted = copy(tmp_path / account / "root")
        (planted / ".cache").mkdir()
        shutil.copy(fresh / ".cache/dossier.sqlite", planted / ".cache")
        build(planted)
        assert digests(planted / "site") == digests(built / "site")


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
    assert digests(root / "site") == digests(fresh / "site")


def test_a_link_of_a_hand_written_page_that_leads_nowhere_is_a_warning(root: Path) -> None:
    (root / "pages/about.md").write_text("# About\n\n[one](../topics/route/) [two](../topics/rout/)\n", "utf-8")
    report = build(root)
    assert report.count is not None
    assert [(problem.code, problem.at) for problem in report.problems] == [
        ("page-link", Span("pages/about.md", 3, 31, 3, 46))
    ]
