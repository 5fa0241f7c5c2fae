"""The timeline: everything by the date of the thing itself, drawn, filtered, and by period where it is long."""

from functools import cache
from typing import Any

import pytest

from tests.webpage import WebPage
from tests.world import Site, World, claim


def _page(*claims: Any) -> WebPage:
    world = World()
    world.topic("trams", "Night trams")
    world.topic("noise", "Noise")
    world.party("city", "The city")
    world.party("guild", "The guild")
    world.brief("spring", *claims)
    return world.page("timeline/")


def _picture(*dates: str) -> str:
    (words,) = _page(*(claim(f"c-{number}", date=date) for number, date in enumerate(dates))).pictures
    return words


def test_what_came_out_late_stands_where_it_belongs() -> None:
    page = _page(
        claim("a", "It happened long ago.", date="2030-01-05", reported="2031-06-01"),
        claim("b", "It happened in May.", date="2031-05-01"),
        claim("c", "It happened in March.", date="2031-03-01"),
        claim("d", "It happened later in May.", date="2031-05-20"),
        claim("e", "It happened some day in May.", date="2031-05"),
        claim("f", "It happened some day that year.", date="2031"),
    )
    assert page.by_date == [
        (
            "May 2031",
            ["20 May 2031 It happened later in May.", "1 May 2031 It happened in May.", "It happened some day in May."],
        ),
        ("March 2031", ["1 Mar 2031 It happened in March."]),
        ("2031", ["It happened some day that year."]),
        ("January 2030", ["5 Jan 2030 It happened long ago."]),
    ]


def test_what_was_by_a_date_stands_before_what_was_in_that_month() -> None:
    page = _page(
        claim("a", "It happened in May.", date="2031-05-01"),
        claim("b", "It had happened.", date="2031-05-20", dated="by"),
        claim("c", "It happened on that day.", date="2031-05-20"),
    )
    assert page.by_date == [
        ("May 2031", ["20 May 2031 It happened on that day.", "1 May 2031 It happened in May."]),
        ("In or before May 2031", ["by 20 May 2031 It had happened."]),
    ]


def test_the_opening_says_how_much_there_is_and_of_which_time() -> None:
    page = _page(claim("a", date="2030-01-05"), claim("b", date="2031-05"))
    assert page.heading == page.title == "Timeline"
    assert page.opening.blocks[1] == (
        "2 claims from 5 January 2030 to May 2031, by the date on which a thing happened, or by which it had happened, newest first. A claim leads to its evidence."
    )
    assert "1 claim on 5 January 2030, by" in _page(claim("a", date="2030-01-05")).opening.text
    assert "1 claim in 2030, by" in _page(claim("a", date="2030")).opening.text


def test_it_can_be_filtered_by_the_topics_and_parties_that_stand_on_it() -> None:
    page = _page(claim("a", topics=["trams"], party="guild"), claim("b", topics=["trams", "noise"], party=None))
    options = {
        each.get("name"): [(option.get("value"), option.text) for option in each.findall("option")]
        for each in page.all(".//form[@data-filters]//select")
    }
    assert options == {
        "topic": [("", "All"), ("trams", "Night trams"), ("noise", "Noise")],
        "party": [("", "All"), ("guild", "The guild")],
        "order": [("", "Newest first"), ("oldest", "Oldest first")],
    }
    found = [(each.values("data-topics"), each.values("data-party")) for each in page.items]
    assert found == [([" trams noise "], [""]), ([" trams "], ["guild"])]


def test_marks_can_be_filtered_as_lines_can() -> None:
    page = _page(
        claim("a", date="2031-01-02", topics=["noise"]), claim("b", date="2031-03-02", topics=["trams"], party=None)
    )
    marks = page.all(".//*[local-name()='rect']")
    assert [(mark.get("data-topics"), mark.get("data-party")) for mark in marks] == [
        (" noise ", "city"),
        (" trams ", ""),
    ]
    assert [mark.get("data-since") for mark in marks] == ["2031-01-02", "2031-03-02"]


def test_marks_of_a_month_stand_on_each_other_in_the_order_in_which_they_became_known() -> None:
    page = _page(
        claim("a", date="2031-01-02", reported="2031-01-09"),
        claim("b", date="2031-01-03", reported="2031-01-04"),
        claim("c", date="2031-03-02"),
    )
    marks = [
        (each.get("x"), float(each.get("y")), each.get("data-since")) for each in page.all(".//*[local-name()='rect']")
    ]
    first, second, third = marks
    assert (first[2], second[2], third[2]) == ("2031-01-04", "2031-01-09", "2031-03-02")
    assert first[0] == second[0] != third[0]
    assert first[1] == third[1] > second[1] > 0


def test_it_can_be_asked_for_an_earlier_day() -> None:
    page = _page(claim("a", date="2031-01-02"), claim("b", date="2031-03-02", reported="2031-03-09"))
    (form,) = page.all(".//form[@data-asof]")
    assert (form.get("data-earliest"), form.get("data-latest")) == ("2031-01-02", "2031-03-09")


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (
            ("2031-01-05", "2031-03-02", "2031-03-09"),
            "by month: 3 claims from 5 January 2031 to 9 March 2031, most of them in or by March 2031 (2).",
        ),
        (
            ("2021-03-01", "2031-02-01", "2031-01-01", "2031-06-01"),
            "by quarter: 4 claims from 1 March 2021 to 1 June 2031, most of them in or by January to March 2031 (2).",
        ),
        (
            ("2021-10-01", "2031-12-01", "2031-10-01"),
            "by quarter: 3 claims from 1 October 2021 to 1 December 2031, most of them in or by October to December 2031 (2).",
        ),
        (
            ("1981", "2031", "2031-05"),
            "by year: 3 claims from 1981 to May 2031, most of them in or by 2031 (2).",
        ),
        (
            ("1881", "2021", "2031-05", "2031"),
            "by decade: 4 claims from 1881 to May 2031, most of them in or by the decade of 2030 (2).",
        ),
    ],
)
def test_the_picture_says_in_words_what_it_shows(dates: tuple[str, ...], words: str) -> None:
    assert _picture(*dates) == f"Everything that happened or was said {words}"


def test_of_months_with_as_many_claims_the_oldest_is_named() -> None:
    assert _picture("2031-02-01", "2031-03-01").endswith("most of them in or by February 2031 (1).")


def test_there_is_no_picture_of_one_month() -> None:
    assert _page(claim("a"), claim("b")).pictures == []


def test_what_lies_far_back_shares_a_column() -> None:
    near = [claim(f"c-{n}", date=f"2031-0{n % 6 + 1}-01") for n in range(12)]
    page = _page(claim("far", date="1954"), *near)
    assert [each.text for each in page.all(".//*[local-name()='text']")] == ["earlier", "2031"]
    places = {each.get("x") for each in page.all(".//*[local-name()='rect']")}
    assert len(places) == 7


def test_an_empty_timeline_is_a_page_too() -> None:
    page = World().page("timeline/")
    assert page.opening.blocks[1].startswith("0 claims, by the date on which a thing happened")
    assert page.lines == []
    assert page.pictures == []


@cache
def _long() -> Site:
    """Return a site with 320 claims: 310 of 2015, so many that its months have pages of their own, and 10 of 2016."""
    world = World()
    world.topic("trams", "Night trams")
    for number in range(320):
        date = f"2015-{number // 26 + 1:02d}-{number % 26 + 1:02d}" if number < 310 else f"2016-01-{number - 309:02d}"
        world.brief(f"b-{number:03d}", claim("c", f"It was number {number}.", date=date), date=date)
    return world.site()


def test_a_long_timeline_shows_the_newest_and_leads_to_its_periods() -> None:
    page = _long().page("timeline/")
    assert len(page.lines) == 300 + 2 * 13
    assert page.opening.blocks[1].startswith("320 claims from 1 January 2015 to 10 January 2016")
    assert "The newest 300 of 320 stand here; all of them, by period:" in page.blocks
    assert "The newest 300 of 320 stand here; the others, by period:" in page.blocks
    assert page.items[0].text == "2016 (10 claims)"
    assert page.items[1].text == "December 2015 (24 claims)"
    assert page.address("December 2015") == "/timeline/2015-12/"
    # Of what is cut off nothing true could be told of an earlier day.
    assert page.all(".//form[@data-asof]") == []


def test_a_period_shows_all_of_it_and_leads_to_the_others() -> None:
    page = _long().page("timeline/2015-12/")
    assert page.heading == page.title == "Timeline: December 2015"
    assert page.opening.blocks[1].startswith("24 claims from 1 December 2015 to 24 December 2015, by the date")
    assert sum("It was number" in line for line in page.lines) == 24
    assert "stand here" not in page.text
    assert "Other periods:" in page.blocks
    assert "December 2015" not in page.words_of_links
    assert page.values("aria-current") == ["page", "page"]
    assert page.address("2016") == "/timeline/2016/"
    (form,) = page.all(".//form[@data-asof]")
    assert (form.get("data-earliest"), form.get("data-latest")) == ("2015-12-01", "2031-03-03")


def test_the_periods_hold_everything_once() -> None:
    site = _long()
    where = [each for each in site.addresses if each.startswith("timeline/") and each != "timeline/"]
    lines = [line for each in where for line in site.page(each).lines if "It was number" in line]
    assert len(where) == 13
    assert len(lines) == len(set(lines)) == 320


def test_what_others_are_told_of_the_page() -> None:
    page = _long().page("timeline/")
    assert page.description == (
        "What happened and what was said, by date. Who wants what of the harbour, and what that rests on."
    )
    assert page.modified == "2016-01-12T09:00:00Z"
    assert page.crumbs == ["Harbour File", "Timeline"]
    assert (page.is_searched, page.filters, page.contents) == (True, {}, [])
    period = _long().page("timeline/2015-12/")
    assert period.description == "What happened and what was said, by date: December 2015."
    assert period.modified == "2015-12-26T09:00:00Z"
    assert period.crumbs == ["Harbour File", "Timeline", "Timeline: December 2015"]
    assert not period.is_searched
    assert period.feeds == page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]
