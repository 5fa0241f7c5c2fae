"""Pagefind itself: what it is given, what is kept of it, and how its failures are told."""

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.disk import read_folder
from dossier.search import SearchError, make_index

TOPICS = ("Toll", "Lights", "Piers & quays", "Ferries")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Write pages of which every second one has three topics, in a folder that is hidden as ours are."""
    folder = tmp_path / ".cache" / "site-1"
    for number in range(12):
        chosen = (TOPICS * 2)[number % 4 : number % 4 + 1 + 2 * (number % 2)]
        filters = "".join(f"<span data-pagefind-filter='Topic:{topic}'></span>" for topic in chosen)
        body = f"<div data-pagefind-body>{filters}<h1>Page {number}</h1><h2 id='c{number}'>Claim<a class='headerlink'>SIGN</a></h2></div>"
        (folder / f"p{number}").mkdir(parents=True)
        (folder / f"p{number}" / "index.html").write_text(f"<html lang=en><nav>menu</nav>{body}</html>", "utf-8")
    (folder / "unlisted.html").write_text("<html lang=en><h1>unlisted</h1></html>", "utf-8")
    return folder


def indexed(pages: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    return make_index(str(pages), str(folder), lambda path: read_folder(Path(path)))


def test_the_same_pages_give_the_same_bytes(pages: Path, tmp_path: Path) -> None:
    results = [indexed(pages, tmp_path / f"work{number}") for number in range(4)]
    assert all(one == results[0] for one in results)
    assert all(path.startswith("pagefind/") for path in results[0])


def test_only_what_browsers_load_is_kept(pages: Path, tmp_path: Path) -> None:
    names = {path.removeprefix("pagefind/").partition("/")[0] for path in indexed(pages, tmp_path / "work")}
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "index", "fragment", "filter"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name]


def test_pages_that_mark_nothing_and_signs_behind_headings_are_not_found(pages: Path, tmp_path: Path) -> None:
    files = indexed(pages, tmp_path / "work")
    said = b"".join(gzip.decompress(content) for path, content in files.items() if "/fragment/" in path)
    assert said.count(b'"Page ') >= 12
    assert b"unlisted" not in said
    assert b"SIGN" not in said
    assert b"menu" not in said


def test_settings_lying_about_are_not_taken(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = indexed(pages, tmp_path / "plain")
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["h2"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h1")
    assert indexed(pages, tmp_path / "work") == plain


def test_a_failure_is_told_in_pagefinds_words(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"Pagefind failed: .+"):
        indexed(tmp_path / "absent", tmp_path / "work")


def test_an_index_in_another_form_is_refused(pages: Path, tmp_path: Path) -> None:
    def read(path: str) -> Mapping[str, bytes]:
        return {
            name: b"other" if name.endswith(".pf_meta") else content
            for name, content in read_folder(Path(path)).items()
        }

    (tmp_path / "work").mkdir()
    with pytest.raises(SearchError, match="another form"):
        make_index(str(pages), str(tmp_path / "work"), read)
