"""Every kind of page of the built site, in a real browser: no rule of accessibility broken, nothing blocked, nothing foreign."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.kinds import one_of_each

RULES: Mapping[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Colours are what the two schemes differ in.
COLOURS: Mapping[str, object] = {
    "runOnly": {"type": "rule", "values": ["color-contrast"]},
    "resultTypes": ["violations"],
}
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}


@pytest.fixture
def site(built_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(built_site)


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """Return what the browser complains of: faults in scripts, what the policy blocks, what is not there."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    return said


def look(page: Page, scheme: Literal["light", "dark"], size: Mapping[str, int]) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": size["width"], "height": size["height"]})


def broken(page: Page, rules: Mapping[str, object] = RULES) -> Iterator[str]:
    """Yield each place of a page that breaks a rule, in words."""
    # A colour on its way to another is neither.
    page.evaluate("Promise.allSettled(document.getAnimations().map((each) => each.finished))")
    for rule in Axe().run(page, options=dict(rules)).response["violations"]:
        for node in rule["nodes"]:
            yield f"{urlsplit(page.url).path} {rule['id']}: {' '.join(map(str, node['target']))} {node['html'][:100]}"


@pytest.mark.slow
def test_no_kind_of_page_breaks_a_rule_or_complains(
    page: Page, site: str, built_site: Path, complaints: list[str]
) -> None:
    found: list[str] = []
    kinds = one_of_each(built_site)
    assert len(kinds) > 20, "the pages that stand for all are not found any more"
    for address in kinds:
        look(page, "light", DESK)
        page.goto(site + address)
        found += broken(page)
        look(page, "dark", PHONE)
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found += broken(page)
        # The two schemes are the same at all widths, so one page shows whether what only one width has is right in both.
        if address.startswith("topics/"):
            look(page, "light", PHONE)
            found += broken(page, COLOURS)
            look(page, "dark", DESK)
            found += broken(page, COLOURS)
        look(page, "light", NARROWEST)
        if page.evaluate("document.documentElement.scrollWidth") > NARROWEST["width"]:
            found.append(f"{address} has to be scrolled sideways")
    assert found == []
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_breaks_no_rule(page: Page, site: str, scheme: Literal["light", "dark"]) -> None:
    look(page, scheme, PHONE)
    page.goto(f"{site}timeline/?as-of=2025-04-30&order=oldest")
    expect(page.get_by_role("button", name="Back to the present")).to_be_visible()
    page.get_by_label("Party").select_option(index=1)
    assert list(broken(page)) == []

    page.goto(f"{site}claims/?basis=unnamed&from=2025-04-01")
    expect(page.get_by_role("status")).to_contain_text("claims")
    expect(page.get_by_label("From", exact=True)).to_be_visible()
    assert list(broken(page)) == []

    page.goto(f"{site}about/")
    page.locator("article a:not(.headerlink)").first.hover()
    assert list(broken(page, COLOURS)) == []
    page.get_by_role("button", name="Navigation").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Method").focus()
    assert list(broken(page)) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("ceasefire")
    expect(page.locator(".find__results a").first).to_be_visible()
    assert list(broken(page)) == []


FOCUS = """() => {
    const focused = document.activeElement;
    if (focused === document.body) return null;
    // The theme lays labels over the buttons of its palette and shows one of them.
    const shown = focused.matches(".md-option") ? focused.form.querySelector("label:not([hidden])") : focused;
    const [box] = shown.getClientRects();
    const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
        name: (focused.getAttribute("aria-label") || focused.innerText || focused.id).trim(),
        seen: Boolean(top) && (shown.contains(top) || top.contains(shown)),
        ringed: getComputedStyle(shown).outlineStyle !== "none",
        inside: Boolean(focused.closest(".md-sidebar--primary")),
    };
}"""


@pytest.mark.parametrize(("size", "key"), [(DESK, "Tab"), (PHONE, "Tab"), (PHONE, "Shift+Tab")])
def test_a_keyboard_goes_through_a_page_and_sees_where_it_is(
    page: Page, site: str, size: Mapping[str, int], key: str
) -> None:
    look(page, "light", size)
    page.goto(site)
    names = []
    for _ in range(300):
        page.keyboard.press(key)
        place = page.evaluate(FOCUS)
        if place is None:
            break
        assert place["seen"], f"{place['name']} has the focus and is not to be seen"
        assert place["ringed"], f"{place['name']} has the focus and does not show it"
        names.append(place["name"])
    else:
        pytest.fail("the focus does not come out of the page")
    order = names if key == "Tab" else names[::-1]
    assert order[0] == "Skip to content"
    assert len(names) > 30


def test_the_menu_of_a_phone_goes_by_keyboard(page: Page, site: str) -> None:
    look(page, "light", PHONE)
    page.goto(f"{site}topics/")
    menu = page.get_by_role("button", name="Navigation")
    expect(menu).to_have_attribute("aria-expanded", "false")
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    # Behind the open menu nothing takes the focus, and in it only what is shown does.
    for _ in range(8):
        place = page.evaluate(FOCUS)
        assert place["inside"], place["name"]
        assert place["seen"], place["name"]
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    assert not page.evaluate(FOCUS)["inside"], "what is closed takes the focus"


def test_a_part_of_the_menu_is_entered_and_left_by_keyboard(page: Page, site: str) -> None:
    look(page, "light", PHONE)
    page.goto(f"{site}positions/")
    page.get_by_role("button", name="Navigation").click()
    about = page.locator(".md-sidebar--primary label[tabindex]", has_text="About").first
    about.focus()
    page.keyboard.press("Enter")
    method = page.locator(".md-sidebar--primary").get_by_role("link", name="Method")
    expect(method).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["name"] == "About"
    page.keyboard.press("Enter")
    expect(method).to_be_hidden()
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Timeline")).to_be_visible()


def test_the_switch_of_colours_answers_to_the_space_bar(page: Page, site: str) -> None:
    look(page, "light", DESK)
    page.goto(f"{site}about/")
    body, switch = page.locator("body"), page.locator("[data-md-component=palette]")
    switch.locator("input").first.focus()
    for scheme in ("slate", "default", "slate"):
        page.keyboard.press("Space")
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
        expect(switch.locator("input:checked")).to_be_focused()
    assert page.evaluate("scrollY") == 0


HEADINGS = """() => ["h1", "h2"].map((level) => {
    // A bottom line stands closer to what is above it.
    const heading = [...document.querySelectorAll(`article ${level}`)].find((each) => !each.closest(".bottom-line"));
    if (!heading) return null;
    const { color, fontFamily, fontSize, fontWeight, borderTopWidth, marginTop } = getComputedStyle(heading);
    return [level, color, fontFamily, fontSize, fontWeight, borderTopWidth, marginTop].join(" ");
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_written_by_hand_have_the_headings_of_all_others(
    page: Page, site: str, scheme: Literal["light", "dark"]
) -> None:
    look(page, scheme, DESK)
    page.goto(site)
    made = page.evaluate(HEADINGS)
    assert None not in made
    for address in ("about/", "method/", "contribute/"):
        page.goto(site + address)
        assert page.evaluate(HEADINGS) == made, address


def test_on_a_short_page_nothing_out_of_sight_takes_the_focus(page: Page, site: str) -> None:
    look(page, "light", {"width": 1280, "height": 3000})
    page.goto(f"{site}parties/")
    while True:
        page.keyboard.press("Tab")
        place = page.evaluate(FOCUS)
        if place is None:
            break
        assert page.evaluate(
            "document.activeElement.matches('.md-option') || document.activeElement.checkVisibility({opacityProperty: true})"
        ), place["name"]


def test_the_skip_link_skips(page: Page, site: str) -> None:
    page.goto(f"{site}timeline/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article'))")


def test_the_first_visit_to_a_topic_asks_for_little_and_stays_here(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}topics/ceasefire/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert not any("pagefind" in url for url in asked), "search is fetched before anybody searches"
    assert len([url for url in asked if url.startswith(site)]) <= 10


def test_the_script_of_all_claims_is_loaded_on_its_page_only(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{site}timeline/")
    page.wait_for_load_state("networkidle")
    assert "/assets/claims.js" not in asked
    page.goto(f"{site}claims/")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ claims"))
    assert "/assets/claims.js" in asked
    assert not any("/traits/" in path or path.endswith("names.json") for path in asked), "nobody has filtered yet"
