"""The table of queries, asked in a real browser of the site of this repository."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.queries import COMMON, FOUND, NOWHERE, Query

_PATIENCE = 20_000


@pytest.fixture(scope="module")
def opened(browser: Browser, built_site: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    """Yield one page with the dialog of search open; it has no way to another host."""
    page = browser.new_page()
    here = serve(built_site)
    page.route(lambda url: not url.startswith(here), lambda route: route.abort())
    page.goto(f"{here}method/")
    page.keyboard.press("/")
    yield page
    page.close()


def _ask(page: Page, words: str) -> str:
    """Ask for words and return what search says of them."""
    status = page.locator("[data-find-status]")
    page.get_by_role("searchbox").fill("")
    expect(status).to_have_text("")
    page.get_by_role("searchbox").fill(words)
    expect(status).not_to_have_text("", timeout=_PATIENCE)
    return status.inner_text()


def _begin_anew(page: Page) -> None:
    """Forget what earlier questions loaded: with more of the index at hand, Pagefind finds parts of a misspelt word."""
    page.reload()
    page.keyboard.press("/")


def _addresses(page: Page) -> list[str]:
    links = page.locator(".find__title").all()
    return [(link.get_attribute("href") or "").lstrip("/") for link in links]


def _there(site: Path, addresses: tuple[str, ...]) -> str:
    return next(each for each in addresses if (site / re.split("[#?]", each)[0] / "index.html").exists())


@pytest.mark.parametrize("query", FOUND, ids=lambda query: f"{query.words} {query.wanted[0]}")
def test_the_right_page_comes_first(query: Query, opened: Page, built_site: Path) -> None:
    if query.near:
        _begin_anew(opened)
    said = _ask(opened, query.words)
    assert _there(built_site, query.wanted) in _addresses(opened)[: query.within]
    offer = opened.locator("[data-find-near]")
    if query.near:
        assert said.startswith("Nothing found for")
        expect(offer).to_have_text(re.compile("^Did you mean .+[?]$"))
    elif query.words != "security gurantee":
        assert re.fullmatch(r"[0-9]+ pages?", said)
        expect(offer).to_be_hidden()


@pytest.mark.parametrize("words", NOWHERE)
def test_nothing_is_offered_for_what_the_site_does_not_have(words: str, opened: Page) -> None:
    assert _ask(opened, words).startswith(f"Nothing found for “{words}”. Search finds pages that hold all")
    assert _addresses(opened) == []
    expect(opened.locator("[data-find-near]")).to_be_hidden()


@pytest.mark.parametrize("words", COMMON)
def test_a_word_that_nearly_every_page_has_is_said_to_be_too_common(words: str, opened: Page) -> None:
    assert _ask(opened, words).startswith(f"“{words}” is too common to search for")
    assert _addresses(opened) == []


@pytest.mark.parametrize("words", ["reported by that day", "not on the day you chose", "later than the date"])
def test_what_pages_hide_is_no_excerpt(words: str, opened: Page) -> None:
    _ask(opened, words)
    shown = opened.locator(".find__results").inner_text()
    hidden = ("had been reported by that day", "not on the day you chose", "later than the date you chose")
    assert not [sentence for sentence in hidden if sentence in shown]


def test_a_near_word_that_is_offered_is_asked_for_when_chosen(opened: Page) -> None:
    _begin_anew(opened)
    _ask(opened, "Crimae")
    opened.get_by_role("button", name="Crimea").click()
    expect(opened.get_by_role("searchbox")).to_have_value("Crimea")
    expect(opened.locator("[data-find-status]")).to_have_text(re.compile("[0-9]+ pages"))
    assert _addresses(opened)[0] == "topics/crimea/"


def test_near_words_are_loaded_only_where_nothing_is_found(
    page: Page, built_site: Path, serve: Callable[[Path], str]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(serve(built_site))
    assert "names.json" not in asked
    page.keyboard.press("/")
    _ask(page, "Crimea")
    assert "names.json" in asked
    assert "words.txt" not in asked
    _ask(page, "Crimae")
    assert "words.txt" in asked


def test_the_files_beside_the_index_are_small(built_site: Path) -> None:
    assert 1_000 < (built_site / "pagefind" / "words.txt").stat().st_size <= 60_000
    assert 1_000 < (built_site / "search" / "names.json").stat().st_size <= 60_000
