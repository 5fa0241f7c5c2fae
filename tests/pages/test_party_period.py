"""Pages of a party whose claims fill several: its first page with the newest, and a page for each period."""

from functools import cache

from tests.pages import long
from tests.webpage import WebPage
from tests.world import World, claim


def _first() -> WebPage:
    return long.site().page("parties/city/")


def _period() -> WebPage:
    return long.site().page("parties/city/2015/")


def test_the_first_page_has_the_newest_claims_and_leads_to_the_periods() -> None:
    section = _first().section("What it has said and done")
    assert "The newest stand here; all of it by period:" in section.blocks
    assert section.lines[:2] == ["2016 (155 claims)", "2015 (155 claims)"]
    assert section.address("2015") == "/parties/city/2015/"
    assert sum(len(lines) for _, lines in section.by_date) == 60
    assert section.by_date[0] == (
        "June 2016",
        [f"{day} Jun 2016 It was said on 2016-06-{day:02d}." for day in range(15, 0, -1)],
    )
    assert "The others, by period:" in section.blocks
    assert _first().opening.blocks[2] == "310 claims"


def test_a_period_has_all_of_it() -> None:
    page = _period()
    assert page.heading == page.title == "The city: 2015"
    assert page.kicker == "The city"
    assert page.opening.address("The city") == "/parties/city/"
    assert page.opening.blocks[2] == "155 claims, newest first"
    assert [month for month, _ in page.by_date] == [
        "June 2015",
        "May 2015",
        "April 2015",
        "March 2015",
        "February 2015",
        "January 2015",
    ]
    assert sum(len(lines) for _, lines in page.by_date) == 155
    assert page.by_date[0][1][0] == "15 Jun 2015 It was said on 2015-06-15."
    assert page.values("aria-current") == ["page", "page"]
    assert page.address("2016") == "/parties/city/2016/"


def test_a_line_of_a_period_does_not_repeat_the_party() -> None:
    assert "15 Jun 2015 It was said on 2015-06-15. / Position · One report: " in " ".join(_period().lines)


def test_a_period_can_be_asked_for_an_earlier_day() -> None:
    (form,) = _period().all(".//form[@data-asof]")
    assert form.get("data-earliest") == "2015-01-01"


def test_what_others_are_told_of_a_period() -> None:
    page = _period()
    assert page.description == "The city: what it said and did, 2015."
    assert page.crumbs == ["Harbour File", "Parties", "The city: 2015"]
    assert (page.is_searched, page.contents) == (False, [])
    assert page.feeds == _first().feeds


@cache
def _turning() -> WebPage:
    """Return the page of a party that changed its position on each of 70 days."""
    days = [f"2031-{n // 28 + 1:02d}-{n % 28 + 1:02d}" for n in range(70)]
    world = World()
    world.brief(
        "many",
        *(
            claim(f"c-{n}", kind="position", date=day, supersedes=[f"c-{n - 1}"] if n else [])
            for n, day in enumerate(days)
        ),
    )
    return world.page("parties/city/")


def test_very_many_changes_are_counted() -> None:
    section = _turning().section("What changed over time")
    assert len(section.lines) == 60
    assert section.lines[0].startswith("Harbour, 14 March 2031")
    assert section.blocks[-1] == "9 earlier changes, told beside the claims on the pages of the topics."
    assert "What it had changed by that day is told beside its claims, on the pages of the topics." in section.hidden
