"""What a page tells of an earlier day, and that it tells nothing of it that is not so."""

import re

from playwright.sync_api import Page, expect

from tests.browser.reading import ALL_OF_SLUICE, AS_OF, choose, claims, shown


def test_as_of_a_day_what_was_reported_later_is_gone_and_what_it_replaced_is_back(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    assert claims(page) == ALL_OF_SLUICE
    uplands = page.locator(".row", has=page.get_by_role("heading", name="The Uplands")).first
    position = uplands.locator(".stance__text")
    assert shown(position) == ["Shut all summer"]
    assert shown(uplands.locator("summary")) == ["What it replaced"]

    choose(page, "2024-05-20")
    assert claims(page) == [
        "sluice-shut/keep-shut",
        "spring-talks/wrongly-noted",
        "sluice-shut/open-now",
        "sluice-shut/gate-broken",
    ]
    assert shown(position) == ["Shut until the river falls"]
    assert shown(uplands.locator("summary")) == []
    expect(page.locator("[data-count]")).to_have_text("4 claims")
    # The claim that was replaced later does not say so yet, and nothing is tied to what nobody knew.
    assert not [facts for facts in shown(page.locator(".facts")) if facts.startswith("·") or facts.endswith("·")]
    old = page.locator('[data-claim="sluice-shut/keep-shut"]')
    assert "Replaced" not in old.inner_text()
    assert "Opposed to" in (old.text_content() or "")
    # The bottom line is younger than the day.
    expect(page.get_by_text("The gate stays shut.")).to_be_hidden()
    expect(page.get_by_text("later than the date you chose")).to_be_visible()
    assert page.locator("svg.picture rect:not([hidden])").count() == 4
    expect(page.get_by_role("status").first).to_contain_text("had reported by 20 May 2024")
    assert "as-of=2024-05-20" in page.url

    choose(page, "2024-05-21")
    assert claims(page) == ALL_OF_SLUICE
    choose(page, "2024-03-03")
    assert claims(page) == ["sluice-shut/keep-shut", "spring-talks/wrongly-noted", "sluice-shut/open-now"]

    page.get_by_role("button", name="Back to the present").click()
    assert claims(page) == ALL_OF_SLUICE
    assert shown(position) == ["Shut all summer"]
    expect(page.locator("[data-count]")).to_have_text("6 claims")
    expect(page.get_by_text("The gate stays shut.").first).to_be_visible()
    assert "as-of" not in page.url


def test_a_link_can_name_the_day(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/?as-of=2024-05-20")
    assert len(claims(page)) == 4
    page.goto(f"{site}topics/sluice/?as-of=<script>")
    assert len(claims(page)) == 6


def test_as_of_the_basis_is_worked_out_anew(page: Page, site: str) -> None:
    # Its first paper is of March, its second of May; both go back to one report.
    page.goto(f"{site}topics/sluice/")
    basis = page.locator('[data-claim="spring-talks/keep-shut-summer"] .basis')
    expect(basis).to_have_text("One report: River Wire")
    page.evaluate(
        "document.querySelector('[data-claim=\"spring-talks/keep-shut-summer\"]').dataset.since = '2024-03-01'"
    )
    choose(page, "2024-05-20")
    expect(basis).to_have_text("One report: River Wire; here through The Valley Post (grade B)")
    page.get_by_role("button", name="Back to the present").click()
    expect(basis).to_have_text("One report: River Wire")


def test_any_day_may_be_asked_for_and_is_answered_in_words(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    state = page.locator("[data-asof] [role=status]")
    choose(page, "1999-12-31")
    expect(state).to_contain_text(
        "Nothing here had been reported by 31 December 1999; the first report is of 3 March 2024"
    )
    assert claims(page) == []
    expect(page.locator("svg.picture")).to_be_hidden()
    for section in ("disputed", "timeline", "sources"):
        inside = page.locator(f"section[aria-labelledby={section}] > :visible")
        assert shown(inside)[1:] == ["Nothing of this had been reported by that day."]
    choose(page, "2124-01-01")
    expect(state).to_contain_text("As of 1 January 2124 the same as today: nothing here is newer than 1 June 2024")
    assert claims(page) == ALL_OF_SLUICE
    expect(page.get_by_text("newest evidence")).to_be_visible()
    page.reload()
    expect(state).to_contain_text("the same as today")
    page.get_by_role("button", name="Back to the present").click()
    expect(state).to_be_empty()
    expect(page.locator("svg.picture")).to_be_visible()
    page.goto(f"{site}topics/sluice/?as-of=2024-02-31")
    expect(state).to_be_empty()


def test_what_is_told_of_today_says_so_while_another_day_is_chosen(page: Page, site: str) -> None:
    page.goto(f"{site}topics/sluice/")
    notes = page.get_by_text("As it stands today, not on the day you chose:")
    assert shown(notes) == []
    choose(page, "2024-05-20")
    assert len(shown(notes)) == 2
    expect(page.get_by_text("newest evidence")).to_be_hidden()


def test_no_count_of_today_stands_beside_an_earlier_day(page: Page, site: str) -> None:
    page.goto(f"{site}parties/uplands/")
    counts = page.locator("header > .facts").first
    expect(counts).to_have_text("3 claims")
    choose(page, "2024-05-20")
    expect(counts).to_have_text("1 claim")
    expect(page.locator("section[aria-labelledby=people] .facts")).to_be_hidden()
    expect(page.locator("section[aria-labelledby=turns] [data-none]")).to_be_visible()
    page.goto(f"{site}positions/?as-of=2024-05-20")
    counts = page.locator("header > .facts").first
    expect(counts).to_contain_text("2 topics, 2 parties: 2 of 4 cells hold a position. A cell", use_inner_text=True)
    page.goto(f"{site}timeline/?as-of=2024-05-20")
    counts = page.locator("header > .facts").first
    expect(counts).to_contain_text("4 claims, by the date", use_inner_text=True)


def test_a_line_says_the_same_of_its_evidence_as_its_claim(page: Page, large_site: str) -> None:
    # The first paper is of March 2024, the second of May; both tell of what was reported years before.
    page.goto(f"{large_site}parties/uplands/2016/?as-of=2024-04-01")
    lines = page.locator(".lines .facts")
    known = "One report: Guild Gazette; here through The Valley Post (grade B)"
    assert {text.partition(" · ")[2] for text in shown(lines)} == {known}
    page.goto(f"{large_site}topics/topic-0/2016-01/?as-of=2024-04-01")
    claim = page.locator("article.claim >> visible=true").first
    expect(claim.locator(".basis")).to_have_text(known)
    expect(claim.locator("summary").first).to_have_text("Evidence: 1 quote from 1 source")
    page.get_by_role("button", name="Back to the present").click()
    expect(claim.locator(".basis")).to_have_text(
        "2 independent origins: Guild Gazette, here through The Valley Post (grade B); Letter of the guild, 1 March 2024"
    )
    expect(claim.locator("summary").first).to_have_text("Evidence: 2 quotes from 2 sources")


def test_a_page_that_leaves_claims_out_says_nothing_of_an_earlier_day(page: Page, large_site: str) -> None:
    for where, sections in (("topics/topic-0/", ("timeline",)), ("parties/uplands/", ())):
        page.goto(large_site + where)
        choose(page, "2017-06-01")
        assert claims(page) == []
        assert shown(page.locator(".row--month")) == []
        assert shown(page.locator("[data-count]")) == []
        assert not re.search(r"\b0 claims", page.locator("main").inner_text())
        for section in sections:
            expect(page.locator(f"section[aria-labelledby={section}] [data-past]")).to_be_visible()
        # Hundreds of positions are held; the row keeps the newest dozen.
        stance = page.locator(".stance").first
        assert shown(stance.locator("li")) == ["What it wanted then stands among the claims of the topic"]
        link = page.locator(".periods a", has_text="2016").first
        link.click()
        assert "as-of=2017-06-01" in page.url
        assert shown(page.locator(".claim__text, .lines > li"))
        page.go_back()
        page.get_by_role("button", name="Back to the present").click()
        assert shown(page.locator(".row--month"))
        assert "as-of" not in (page.locator(".periods a").first.get_attribute("href") or "")
    page.goto(f"{large_site}timeline/")
    expect(page.get_by_label(AS_OF)).to_have_count(0)
    page.locator(".periods a").first.click()
    expect(page.get_by_label(AS_OF)).to_be_visible()


def test_positions_follow_the_day_and_say_where_there_was_none(page: Page, site: str) -> None:
    page.goto(f"{site}positions/")
    cells = page.locator("tbody tr").first.locator("td")
    assert shown(cells.nth(0).locator("li a")) == ["Shut all summer"]
    choose(page, "2024-05-01")
    assert shown(cells.nth(0).locator("li a")) == ["Shut until the river falls"]
    ferry = page.locator("tbody tr").nth(1).locator("td").first
    assert shown(ferry.locator("li")) == ["No position reported by that day"]
    expect(page.get_by_text("but reported it later")).to_be_visible()
    page.get_by_role("button", name="Back to the present").click()
    assert shown(ferry.locator("li a")) == ["Shut all summer"]
