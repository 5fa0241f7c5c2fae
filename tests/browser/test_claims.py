"""The page of all claims in a browser: filters, addresses, the way back, and how little a large dossier loads."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests import moves
from tests.browser.conftest import write_pages
from tests.browser.reading import shown
from tests.pages import orla

LARGE = 12_000
STEP = 40


@pytest.fixture(scope="module")
def vast_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the page of all claims of a large dossier."""
    library = orla.large(LARGE, topics=4).library()
    return write_pages(library, tmp_path_factory.mktemp("vast"), lambda address: address == "claims/")


@pytest.fixture
def vast_site(vast_folder: Path, serve: Callable[[Path], str]) -> str:
    """Return the address at which the large dossier is served."""
    return serve(vast_folder)


def _lines(page: Page) -> list[str]:
    return shown(page.locator("[data-found] > li > p:first-child a"))


def _field(page: Page, label: str) -> Locator:
    """Return the field that has this label and no other words."""
    if label in ("From", "To"):
        return page.get_by_label(label, exact=True)
    return page.get_by_role("combobox", name=label, exact=True)


def _told(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_have_text(words)


def test_every_claim_stands_there_newest_first_as_a_line_that_leads_to_it(page: Page, site: str) -> None:
    page.goto(f"{site}claims/")
    _told(page, "6 claims")
    assert _lines(page) == [
        "The uplands now say the sluice stays shut all summer.",
        "The uplands say no hinge broke.",
        "The guild paid for a new gate.",
        "The ferry guild wants the sluice opened at once, at its own cost.",
        "The uplands say the sluice stays shut until the river falls.",
        "The gate’s lower hinge broke in the flood.",
    ]
    facts = shown(page.locator("[data-found] .facts"))
    assert facts[1] == "Denial · The Uplands · in these sources from 21 May 2024 · One report"
    assert facts[2].startswith("Withdrawn · Event · Ferry Guild · ")
    assert facts[5].startswith("Disputed · Event · in these sources from March 2024 · ")
    assert shown(page.locator("[data-found] .day"))[::5] == ["20 May 2024", "Feb 2024"]
    page.locator("[data-found] a").nth(1).click()
    assert page.url == f"{site}briefs/spring-talks/#hinge-whole"
    expect(page.locator('[data-claim="spring-talks/hinge-whole"]')).to_be_visible()


@pytest.mark.parametrize(
    ("label", "value", "lines"),
    [
        ("Topic", "ferry", ["now say"]),
        ("Party", "guild", ["paid for", "wants the"]),
        ("Kind", "denial", ["no hinge"]),
        ("How it is known", "outlet", ["hinge broke in"]),
        ("Status", "disputed", ["hinge broke in"]),
        ("Status", "replaced", ["until the river"]),
        ("Person", "ada-brook", ["until the river"]),
        ("Source", "river-wire", ["now say", "no hinge"]),
        ("From", "2024-05-20", ["now say", "no hinge"]),
        # In February, nobody says when.
        ("To", "2024-02-10", ["hinge broke in"]),
    ],
)
def test_each_filter_leaves_what_fits_and_stands_in_the_address(
    page: Page, site: str, label: str, value: str, lines: list[str]
) -> None:
    page.goto(f"{site}claims/")
    if label in ("Person", "Source", "From", "To"):
        page.get_by_text("Person, source, dates").click()
    field = _field(page, label)
    if label in ("From", "To"):
        field.fill(value)
    else:
        field.select_option(value)
    _told(page, f"{len(lines)} claim{'s' if len(lines) > 1 else ''}")
    found = _lines(page)
    assert len(found) == len(lines)
    assert all(words in text for words, text in zip(lines, found, strict=True)), found
    assert urlsplit(page.url).query.endswith(f"={value}")
    # The address alone leads to the same.
    page.goto(page.url)
    _told(page, f"{len(lines)} claim{'s' if len(lines) > 1 else ''}")
    assert _lines(page) == found
    expect(_field(page, label)).to_have_value(value)
    expect(_field(page, label)).to_be_visible()


def test_people_and_sources_of_an_address_have_their_names(page: Page, site: str) -> None:
    page.goto(f"{site}claims/?person=ada-brook&source=valley-post")
    expect(_field(page, "Person").locator("option:checked")).to_have_text("Ada Brook")
    expect(_field(page, "Source").locator("option:checked")).to_have_text("Gate shut, guild says (3 Mar 2024)")
    groups = _field(page, "Source").locator("optgroup")
    assert groups.evaluate_all("(all) => all.map((each) => each.label)") == ["River Wire", "The Valley Post"]


def test_the_way_back_leads_to_the_filters_before(page: Page, site: str) -> None:
    page.goto(f"{site}claims/")
    _field(page, "Party").select_option("uplands")
    _told(page, "3 claims")
    _field(page, "Kind").select_option("denial")
    _told(page, "1 claim")
    assert urlsplit(page.url).query == "party=uplands&kind=denial"
    page.go_back()
    _told(page, "3 claims")
    expect(_field(page, "Kind")).to_have_value("")
    page.go_back()
    _told(page, "6 claims")
    page.go_forward()
    _told(page, "3 claims")
    expect(_field(page, "Party")).to_have_value("uplands")
    page.get_by_role("button", name="Show all").click()
    _told(page, "6 claims")
    assert page.url == f"{site}claims/"
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


def test_nothing_fits_and_an_unknown_name_stays_in_the_form(page: Page, site: str) -> None:
    page.goto(f"{site}claims/?topic=nothing")
    _told(page, "0 claims")
    assert _lines(page) == []
    expect(_field(page, "Topic")).to_have_value("nothing")


def test_an_address_by_the_id_that_a_topic_had_before_still_leads_to_its_claims(
    page: Page, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    folder = write_pages(moves.world().library(), tmp_path, lambda address: address == "claims/")
    page.goto(f"{serve(folder)}claims/?topic=noise")
    _told(page, "2 claims")
    expect(_field(page, "Topic")).to_have_value("trams")


def test_the_link_to_a_list_is_copied(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}claims/")
    _told(page, "6 claims")
    expect(page.get_by_text("Link to this list")).to_be_hidden()
    _field(page, "Kind").select_option("denial")
    _told(page, "1 claim")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}claims/?kind=denial"


def test_without_a_script_the_lists_by_topic_are_there(browser: Browser, site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}claims/")
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.get_by_text("Filters need JavaScript.")).to_be_visible()
    page.get_by_role("link", name="The ferry").click()
    assert page.url == f"{site}topics/ferry/#claims"
    page.context.close()


def test_what_cannot_be_loaded_is_said_and_can_be_tried_again(page: Page, site: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/traits/*", refuse)
    page.goto(f"{site}claims/")
    _told(page, "6 claims")
    _field(page, "Kind").select_option("denial")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    page.unroute("**/traits/*")
    _field(page, "Kind").select_option("event")
    _told(page, "2 claims")


def test_a_large_dossier_is_shown_in_steps_that_the_way_back_keeps(page: Page, vast_site: str) -> None:
    page.goto(f"{vast_site}claims/")
    _told(page, "12,000 claims; the newest 40 are shown")
    assert len(_lines(page)) == STEP
    for number in (80, 120):
        page.get_by_role("button", name="Show more").click()
        _told(page, f"12,000 claims; the newest {number} are shown")
        assert len(_lines(page)) == number
        # Who goes on by keyboard is at the first of the new lines.
        focused = page.evaluate("[...document.querySelectorAll('[data-found] a')].indexOf(document.activeElement)")
        assert focused == number - STEP
    texts = _lines(page)
    assert len(set(texts)) == len(texts)
    _field(page, "Topic").select_option("topic-1")
    _told(page, "3,000 claims; the newest 40 are shown")
    page.go_back()
    _told(page, "12,000 claims; the newest 120 are shown")
    assert _lines(page) == texts
    page.reload()
    _told(page, "12,000 claims; the newest 120 are shown")


def test_the_last_steps_show_the_oldest_claims(page: Page, vast_site: str) -> None:
    page.goto(f"{vast_site}claims/?kind=event&party=guild&topic=topic-1&to=2016-02-20&from=2016-01-10")
    status = page.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ claims"))
    while page.get_by_role("button", name="Show more").is_visible():
        page.get_by_role("button", name="Show more").click()
        page.wait_for_timeout(100)
    dates = [str(each.get_attribute("datetime")) for each in page.locator("[data-found] time").all()]
    assert dates == sorted(dates, reverse=True)
    assert "2016-01-10" <= dates[-1] <= dates[0] <= "2016-02-20"
    expect(status).to_have_text(f"{len(dates)} claims")


def test_the_first_view_of_a_large_dossier_is_light_and_a_filter_loads_no_text_that_is_not_shown(
    page: Page, vast_site: str
) -> None:
    loaded: dict[str, int] = {}
    page.on(
        "response",
        lambda response: (
            loaded.update({urlsplit(response.url).path: len(gzip.compress(response.body()))}) if response.ok else None
        ),
    )
    page.goto(f"{vast_site}claims/")
    _told(page, "12,000 claims; the newest 40 are shown")
    page.wait_for_load_state("networkidle")
    data = [path for path in loaded if path.startswith("/data/")]
    assert data[0] == "/data/claims/index.json"
    assert len(data) <= 3, "the index and the newest parts"
    # The theme adds some 70 KB to each page, so that the first view stays below 150 KB.
    assert sum(loaded.values()) < 40_000, loaded
    loaded.clear()
    _field(page, "Party").select_option("guild")
    _told(page, "4,000 claims; the newest 40 are shown")
    page.wait_for_load_state("networkidle")
    traits = [path for path in loaded if "/traits/" in path]
    assert len(traits) == 8
    assert len(loaded) - len(traits) <= 3, loaded
    assert sum(loaded.values()) < 120_000, loaded
