"""What the pages do in a reader's browser beyond standing there, and that they stand there without it."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.reading import ALL_OF_SLUICE, AS_OF, choose, shown
from tests.pages import orla


def test_the_timeline_is_filtered_turned_and_looked_back_at(page: Page, site: str) -> None:
    page.goto(f"{site}timeline/")
    lines = page.locator("[data-list] .lines > li > p:first-child a")
    everything = shown(lines)
    assert len(everything) == 6
    page.get_by_label("Topic").select_option("ferry")
    assert shown(lines) == ["The uplands now say the sluice stays shut all summer."]
    assert shown(page.locator(".row__name")) == ["May 2024"]
    expect(page.get_by_text("1 claim shown")).to_be_visible()
    assert page.locator("svg rect:not([hidden])").count() == 1
    # What is left of a column stands on its floor.
    places = "(rects) => rects.map((rect) => [rect.hasAttribute('hidden'), Number(rect.getAttribute('y'))])"
    marks = page.locator("svg rect")
    floor = max(y for _, y in marks.evaluate_all(places))
    assert [y for hidden, y in marks.evaluate_all(places) if not hidden] == [floor]
    assert "1 of these is shown" in (page.locator("svg").get_attribute("aria-label") or "")
    assert page.url.endswith("?topic=ferry")

    page.get_by_label("Topic").select_option("")
    page.get_by_label("Party").select_option("guild")
    assert len(shown(lines)) == 2
    page.get_by_label("Party").select_option("")
    page.get_by_label("Order").select_option("oldest")
    assert shown(lines) == everything[::-1]
    stacked = marks.evaluate_all(
        "(rects) => rects.map((rect) => rect.getAttribute('x') + ' ' + rect.getAttribute('y'))"
    )
    assert len(set(stacked)) == 6
    assert shown(page.locator(".row__name")) == ["February 2024", "March 2024", "May 2024"]
    choose(page, "2024-03-10")
    assert len(shown(lines)) == 3
    page.goto(f"{site}timeline/?party=guild&order=oldest")
    assert shown(lines) == [
        "The ferry guild wants the sluice opened at once, at its own cost.",
        "The guild paid for a new gate.",
    ]


def test_the_readers_clock_decides_whether_a_review_is_overdue(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.clock.set_fixed_time("2024-12-31T12:00:00")
    page.goto(f"{site}topics/sluice/")
    expect(page.locator("[data-review-by]")).to_be_hidden()
    page.clock.set_fixed_time("2025-01-01T12:00:00")
    page.goto(f"{site}topics/sluice/")
    expect(page.locator("[data-review-by]")).to_be_visible()
    expect(page.locator("[data-review-by]")).to_contain_text("Newer developments may be missing")


def test_what_changed_since_the_last_visit_is_marked(page: Page, site: str) -> None:
    marks = page.locator(".mark--new")
    page.goto(f"{site}topics/sluice/")
    assert marks.count() == 0
    # As if the last visit had seen nothing after the first of June.
    page.evaluate(
        "localStorage.setItem('dossier:' + location.pathname,"
        " JSON.stringify({seen: '2024-06-01T00:00:00Z', before: '2024-06-01T00:00:00Z', at: 0}))"
    )
    page.reload()
    marked = page.locator("article.claim", has=marks)
    assert [each.get_attribute("data-claim") for each in marked.all()] == ["spring-talks/keep-shut-summer"]
    expect(page.locator("#changes ~ ul li", has=marks)).to_have_count(2)
    page.reload()
    assert marks.count() > 0, "a reload takes no mark away"
    page.clock.install()
    page.clock.fast_forward("02:00:00")
    page.reload()
    assert marks.count() == 0, "hours later it is seen"


def test_a_claims_link_is_copied(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}topics/sluice/")
    claim = page.locator('[data-claim="sluice-shut/open-now"]')
    claim.locator("summary").click()
    claim.get_by_role("button", name="Copy link").click()
    expect(claim.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}briefs/sluice-shut/#open-now"


def test_a_permalink_opens_the_evidence_of_its_claim(page: Page, site: str) -> None:
    page.goto(f"{site}briefs/sluice-shut/#open-now")
    opened = page.locator("article.claim", has=page.locator("details[open]"))
    assert [each.get_attribute("data-claim") for each in opened.all()] == ["sluice-shut/open-now"]
    page.goto(f"{site}topics/sluice/#sluice-shut/gate-broken")
    expect(page.locator('[data-claim="sluice-shut/gate-broken"] details')).to_have_attribute("open", "")


def test_with_the_keyboard_alone_evidence_opens_and_every_control_is_reached(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    controls = "a:visible, button:visible, summary:visible, input:visible"
    for _ in range(3 * page.locator(controls).count()):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(() => { const e = document.activeElement; if (e === document.body) return '';"
            " e.setAttribute('reached', '');"
            # A date field marks the part of it that has the focus.
            " return e.type === 'date' ? 'its own' : getComputedStyle(e).outlineStyle })()"
        )
        if not outline:
            break
        assert outline != "none", "the focus is not to be seen"
    missed = [each for each in page.locator(controls).all() if each.get_attribute("reached") is None]
    assert [each.inner_text() for each in missed] == []
    page.locator("summary", has_text="Evidence").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".proof").first).to_have_attribute("open", "")


@pytest.fixture
def no_script(browser: Browser) -> Page:
    return browser.new_context(java_script_enabled=False).new_page()


def test_without_script_the_same_text_and_evidence_are_there(page: Page, no_script: Page, site: str) -> None:
    for where in ("", "topics/sluice/", "positions/", "timeline/", "parties/uplands/", "briefs/spring-talks/"):
        page.goto(site + where)
        no_script.goto(site + where)
        plain, lively = no_script.locator("main").inner_text(), page.locator("main").inner_text()
        added = re.compile(
            rf"{AS_OF}|Show$|Topic$|Party$|Order$|^All$|Newest first|Oldest first|This page was due",
            re.MULTILINE,
        )
        assert [line for line in plain.splitlines() if line not in lively and not added.search(line)] == []
        assert AS_OF not in plain, "a form that does nothing"
        for form in no_script.locator("form, button").all():
            expect(form).to_be_hidden()
    no_script.goto(f"{site}briefs/spring-talks/")
    no_script.locator("summary").first.click()
    expect(no_script.get_by_text("no water before the harvest is in")).to_be_visible()
    no_script.context.close()


def test_nothing_is_wider_than_a_narrow_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for where in (
        "",
        "topics/",
        "topics/sluice/",
        "positions/",
        "timeline/",
        "parties/uplands/",
        "briefs/",
        "briefs/spring-talks/",
    ):
        page.goto(site + where)
        page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, where


def test_a_print_has_the_evidence_and_the_addresses_of_links(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    expect(page.get_by_text("the sluice stays shut until spring").first).to_be_visible()
    printed = "(selector) => getComputedStyle(document.querySelector(selector), '::after').content"
    assert page.evaluate(printed, ".evidence blockquote").strip('"') in {
        "https://post.example/2024/gate",
        "https://wire.example/a-b,c",
    }
    permalink = page.evaluate(printed, '[data-claim="sluice-shut/open-now"] .claim__tools a').strip('" ')
    assert permalink == f"{site}briefs/sluice-shut/#open-now"
    expect(page.get_by_role("button", name="Copy link").first).to_be_hidden()
    expect(page.get_by_label(AS_OF)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_on_paper_the_numbers_of_the_bottom_line_are_found_at_its_claims(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    page.emulate_media(media="print")
    found = page.evaluate("""() => {
        const words = (element) => element && getComputedStyle(element, "::before").content.replaceAll('"', "");
        return [...document.querySelectorAll(".refs a")].map((ref) => ({
            number: ref.textContent,
            printed: ref.checkVisibility(),
            here: document.getElementById(ref.getAttribute("href").slice(1))?.checkVisibility() ?? false,
            called: words(document.getElementById(ref.getAttribute("href").slice(1))?.closest("[data-number]")),
        }));
    }""")
    assert found
    for each in found:
        assert each["printed"]
        assert each["called"] == (f"{each['number']} in the bottom line" if each["here"] else "none")
    assert {each["here"] for each in found} == {True}
    page.goto(f"{site}topics/sluice/")
    page.evaluate("document.querySelector('.numbered > .claim').hidden = true")
    before = "getComputedStyle(document.querySelector('.numbered'), '::before').content"
    assert page.evaluate(before) == "none", "a claim that a day leaves out has no number either"
    page.emulate_media(media="screen")
    page.reload()
    assert page.evaluate(before) == "none", "on a screen the number is a link"


def test_on_paper_nothing_stands_alone_at_the_end_of_a_page_and_no_row_jumps_whole(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    page.emulate_media(media="print")
    after = "(selector) => getComputedStyle(document.querySelector(selector)).breakAfter"
    for selector in ("h2", ".group > h3", ".dispute__kind", "summary", "h2 + .facts"):
        assert page.evaluate(after, selector) == "avoid", selector
    assert page.evaluate(after, ".row > h3") == "auto"


def test_links_in_opened_evidence_are_high_enough_and_leave_the_other_lines_alone(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
    rows = page.evaluate("""() => [...document.querySelectorAll(".evidence dl > div")].map((row) => {
        const link = row.querySelector("dd > a"), lines = (selector) => getComputedStyle(row.querySelector(selector)).lineHeight;
        const foot = (element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            return range.getClientRects()[0].bottom;
        };
        return {
            high: link?.getBoundingClientRect().height,
            off: link && Math.abs(foot(link) - foot(row.querySelector("dt"))),
            lines: lines("dd"),
        };
    })""")
    assert len({row["lines"] for row in rows}) == 1
    linked = [row for row in rows if row["high"] is not None]
    assert 0 < len(linked) < len(rows)
    for row in linked:
        assert row["high"] >= 24
        assert row["off"] < 1.5, "the label stands on the line of what it names"


def test_feeds_are_advertised_to_everybody_but_the_theme(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    assert page.locator("link[rel=alternate]").count() == 0, "the theme would ask each for its site map"
    assert page.locator("link[rel~=alternate][type='application/rss+xml']").count() == 2


def test_the_invented_dossier_is_what_these_tests_take_it_for() -> None:
    assert {linked.id for linked in orla.world().library().claims_by_topic["sluice"]} == set(ALL_OF_SLUICE)


def test_a_list_that_is_cut_off_says_what_of_it_is_shown_and_leads_on_at_its_end(page: Page, large_site: str) -> None:
    page.goto(f"{large_site}timeline/")
    state = page.locator("[data-filters] [role=status]")
    expect(page.get_by_text("The newest 300 of 1,200 stand here; all of them, by period:")).to_be_visible()
    expect(page.locator("svg.picture")).to_be_visible()
    page.get_by_label("Party").select_option("guild")
    expect(state).to_have_text("100 of the 300 claims that stand here")
    # Its columns are of all claims, whoever they are of.
    expect(page.locator("svg.picture")).to_be_hidden()
    page.get_by_label("Party").select_option("")
    page.get_by_label("Order").select_option("oldest")
    expect(state).to_have_text("Oldest first among the 300 claims that stand here")
    for where in ("timeline/", "timeline/2016/", "topics/topic-0/", "topics/topic-0/2016-01/", "parties/uplands/2016/"):
        page.goto(large_site + where)
        ways = page.get_by_role("navigation", name=re.compile("period"))
        expect(ways).to_have_count(2)
        assert ways.first.inner_text() == ways.last.inner_text()
        lines = page.locator(".row--month, .group, .claim").last
        assert ways.last.bounding_box()["y"] > lines.bounding_box()["y"], where  # type: ignore[index]
