"""Pagefind itself: what it is given, what is kept of it, and how its failures are told."""

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.disk import read_folder
from dossier.search import SearchError, make_index
from tests.search.index_content import index_content, is_index

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


def said(pages: Path, folder: Path) -> dict[str, Any]:
    return index_content({path: content for path, content in indexed(pages, folder).items() if is_index(path)})


def test_the_same_pages_give_an_index_that_says_the_same(pages: Path, tmp_path: Path) -> None:
    first, *others = (said(pages, tmp_path / f"work{number}") for number in range(4))
    assert all(other == first for other in others)
    assert len(first["pages"]) == first["entry"]["languages"]["en"]["page_count"] == 12
    assert first["filters"]["Topic"].keys() == set(TOPICS)
    assert first["pages"]["/p7/"]["anchors"] == [{"element": "h2", "id": "c7", "text": "Claim", "location": 2}]
    assert len(first["words"]["claim"][0]) == 12


def test_what_a_page_hides_is_not_found_but_filters_it(pages: Path, tmp_path: Path) -> None:
    page = pages / "p7" / "index.html"
    hidden = (
        "<p class='none' data-past hidden>nothingreported</p><span hidden data-pagefind-filter='Kind:Topic'></span>"
    )
    page.write_text(page.read_text("utf-8").replace("<h1>", f"{hidden}<h1>"), "utf-8")
    found = said(pages, tmp_path / "work")
    assert "nothingreported" not in found["pages"]["/p7/"]["content"]
    assert found["filters"]["Kind"].keys() == {"Topic"}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Page 7", "Page seven", {"pages", "words", "list"}),
        ("Topic:Lights", "Topic:Lanterns", {"pages", "filters", "list"}),
        ("id='c7'", "id='c70'", {"pages", "list"}),
    ],
)
def test_another_page_gives_an_index_that_says_something_else(
    old: str, new: str, where: set[str], pages: Path, tmp_path: Path
) -> None:
    before = said(pages, tmp_path / "before")
    page = pages / "p7" / "index.html"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")
    after = said(pages, tmp_path / "after")
    assert {part for part in before if before[part] != after[part]} == where


def test_only_what_browsers_load_is_kept(pages: Path, tmp_path: Path) -> None:
    files = indexed(pages, tmp_path / "work")
    assert all(path.startswith("pagefind/") for path in files)
    names = {path.removeprefix("pagefind/").partition("/")[0] for path in files}
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "index", "fragment", "filter"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name]


def test_pages_that_mark_nothing_and_signs_behind_headings_are_not_found(pages: Path, tmp_path: Path) -> None:
    told = json.dumps(said(pages, tmp_path / "work"))
    assert told.count('"Page ') >= 12
    assert "unlisted" not in told
    assert "SIGN" not in told
    assert "menu" not in told


def test_settings_lying_about_are_not_taken(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = said(pages, tmp_path / "plain")
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["h2"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h1")
    assert said(pages, tmp_path / "work") == plain


def test_a_failure_is_told_in_pagefinds_words(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"Pagefind failed: .+"):
        indexed(tmp_path / "absent", tmp_path / "work")
