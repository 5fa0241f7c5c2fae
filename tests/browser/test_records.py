"""Feeds, citations and records in a browser: what can be copied, pressed and read without a script."""

import json

from playwright.sync_api import Browser, BrowserContext, Page, expect


def _copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_address_of_a_feed_is_copied_in_full(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}feeds/")
    button = page.get_by_role("button", name="Copy address of the feed The sluice")
    button.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert _copied(page) == f"{site}feeds/sluice/atom.xml"
    # It goes back to what it said, the part for screen readers included.
    expect(button).to_be_visible()
    assert page.get_by_role("button", name="Copy address of the feed").count() == 6


def test_a_citation_is_copied_in_each_form(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}briefs/spring-talks/#keep-shut-summer")
    claim = page.locator('[data-claim="spring-talks/keep-shut-summer"]')
    claim.get_by_text("Cite this claim").click()
    claim.get_by_role("button", name="Copy citation").click()
    assert _copied(page).startswith("“The uplands now say the sluice stays shut all summer.” In “Talks in spring”")
    claim.get_by_role("button", name="Copy BibTeX").click()
    assert _copied(page).startswith("@misc{briefs-spring-talks-keep-shut-summer,")
    claim.get_by_role("button", name="Copy CSL-JSON").click()
    assert json.loads(_copied(page))[0]["URL"].endswith("/briefs/spring-talks/#keep-shut-summer")


def test_without_a_script_there_is_the_text_and_no_dead_button(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for where in ("feeds/", "sources/valley-post/", "origins/guild-letter/", "updates/orla-0003/", "404.html"):
        page.goto(f"{site}{where}")
        assert page.get_by_role("button").count() == 0, where
    page.goto(f"{site}updates/orla-0003/")
    assert "all spring" in page.locator("del").inner_text()
    page.goto(f"{site}sources/valley-post/")
    page.get_by_text("BibTeX", exact=True).click()
    expect(page.locator("pre").first).to_contain_text("@misc{sources-valley-post,")
    context.close()


def test_on_paper_a_citation_is_one_line(page: Page, site: str) -> None:
    page.goto(f"{site}sources/valley-post/")
    page.emulate_media(media="print")
    expect(page.locator(".cite")).to_be_visible()
    expect(page.get_by_text("BibTeX", exact=True)).to_be_hidden()
    expect(page.get_by_text("Copy citation")).to_be_hidden()


def test_records_hold_on_the_narrowest_phone(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    for where in (
        *("feeds/", "data/", "schema/", "problems/", "404.html", "updates/", "updates/orla-0003/", "sources/"),
        *("sources/valley-post/", "origins/", "origins/guild-letter/", "briefs/spring-talks/"),
    ):
        page.goto(f"{site}{where}")
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, where
