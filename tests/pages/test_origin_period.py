"""Pages of an origin on which more claims rest than one page bears: the newest, and a page for each period."""

from tests.pages import long


def test_the_first_page_has_the_newest_and_leads_to_the_periods() -> None:
    page = long.site().page("origins/minutes/")
    section = page.section("What rests on it")
    assert "The newest stand here; all of them by period:" in section.blocks
    assert section.lines[:2] == ["2016 (155 claims)", "2015 (155 claims)"]
    assert section.address("2015") == "/origins/minutes/year/2015/"
    assert sum(len(lines) for _, lines in section.by_date) == 60
    assert section.by_date[0][1][0] == "15 Jun 2016 It was said on 2016-06-15."
    assert "The others, by period:" in section.blocks
    assert page.opening.blocks[2].endswith(" · 310 claims")


def test_a_period_has_all_of_it() -> None:
    page = long.site().page("origins/minutes/year/2015/")
    assert page.heading == page.title == "Minutes of the council: 2015"
    assert page.kicker == "Minutes of the council"
    assert page.opening.address("Minutes of the council") == "/origins/minutes/"
    assert page.opening.blocks[2] == "155 claims, newest first"
    assert sum(len(lines) for _, lines in page.by_date) == 155
    assert page.by_date[0][1][0] == "15 Jun 2015 It was said on 2015-06-15."
    assert page.by_date[-1][1][-1] == "1 Jan 2015 It was said on 2015-01-01."
    assert page.values("aria-current") == ["page", "page"]
    assert page.address("2016") == "/origins/minutes/year/2016/"


def test_what_others_are_told_of_a_period() -> None:
    page = long.site().page("origins/minutes/year/2015/")
    assert page.description == "Claims that rest on Minutes of the council: 2015."
    assert page.crumbs == ["Harbour File", "Origins", "Minutes of the council: 2015"]
    assert (page.is_searched, page.contents) == (False, [])
