"""The change log by day, and its pages by period where it is long."""

from typing import Any

import pytest

from tests.pages import long
from tests.webpage import WebPage
from tests.world import World, claim, correction, update


def _page(*updates: Any) -> WebPage:
    world = World()
    for topic in ("trams", "noise", "rent", "rain"):
        world.topic(topic)
    world.brief("spring", claim("a", topics=["trams"]), claim("b", topics=["noise", "rent"]), updates=list(updates))
    return world.page("updates/")


def test_updates_are_told_by_day_in_utc_newest_first() -> None:
    page = _page(
        update("one", "2031-03-04T09:00:00+00:00", title="The first"),
        update("two", "2031-03-04T23:30:00-02:00", title="The second"),
        update("three", "2031-03-05T12:00:00+00:00", title="The third"),
    )
    assert page.heading == page.title == "Updates"
    assert page.opening.blocks[1] == (
        "3 updates, newest first. Significant ones also go out by feed; minor ones are kept here only."
    )
    assert page.opening.address("feed") == "/feeds/"
    assert page.by_date == [("5 March 2031", ["The third", "The second"]), ("4 March 2031", ["The first"])]
    assert page.address("The second") == "/updates/two/"
    assert page.values("data-changed") == ["2031-03-05T12:00:00Z", "2031-03-05T01:30:00Z", "2031-03-04T09:00:00Z"]


@pytest.mark.parametrize(
    ("kind", "word"),
    [("development", "Development"), ("correction", "Correction"), ("retraction", "Retraction"), ("closed", "Closed")],
)
def test_an_update_says_what_changed_of_what_sort_it_is_and_of_which_topics(kind: str, word: str) -> None:
    page = _page(update("one", kind=kind, claims=["a"], title="It changed", note="It *is* so. And more."))
    assert page.lines == [f"It changed / It is so. / {word} · Trams"]
    assert page.address("Trams") == "/topics/trams/"


def test_what_is_new_is_told_by_its_title_alone() -> None:
    assert _page(update("one", claims=["a"], title="It is new")).lines == ["It is new / New · Trams"]


def test_an_update_without_a_title_bears_that_of_its_brief() -> None:
    assert _page(update("one", claims=["a"])).lines == ["Spring / New · Trams"]


def test_a_minor_update_says_so() -> None:
    page = _page(update("one", kind="development", claims=["a"], significance="minor", note="Spelling."))
    assert page.lines == ["Spring / Spelling. / Development, minor · Trams"]


def test_an_update_that_was_corrected_since_says_so() -> None:
    told = update("one", claims=["a"], note="It is so.")
    for before, since in (("It is so.", "corrected since"), ("so.", "corrected in part since")):
        mending = correction("two", "2031-05-01T09:00:00+00:00", "a", note="It was wrong.", before=before)
        assert _page(told, mending).lines == [
            "Spring / It was wrong. / Correction · Trams",
            f"Spring / New, {since} · Trams",
        ]


def test_of_many_topics_three_are_named() -> None:
    page = _page(update("one", topics=["trams", "noise", "rent", "rain"]))
    assert page.lines == ["Spring / New · Trams · Noise · Rent and 1 more"]


def test_an_empty_log_is_a_page_too() -> None:
    page = _page()
    assert page.blocks[1].startswith("0 updates")
    assert page.blocks[-1] == "Nothing has changed yet."
    assert "Nothing has changed yet." not in _page(update("one")).blocks


def test_what_others_are_told_of_the_log() -> None:
    page = _page(update("one"))
    assert page.description.startswith("What was added, changed and corrected, day by day. Who wants what")
    assert page.crumbs == ["Harbour File", "Updates"]
    assert page.modified == "2031-03-04T09:00:00Z"
    assert (page.filters, page.contents, page.is_searched) == ({}, [], True)


def test_a_long_log_shows_the_newest_and_leads_to_its_periods() -> None:
    page = long.site().page("updates/")
    assert page.opening.blocks[1].startswith("312 updates, newest first.")
    assert "The newest 300 of 312 stand here; all of them, by period:" in page.blocks
    assert page.lines[:3] == ["2017 (1 update)", "2016 (155 updates)", "2015 (156 updates)"]
    assert page.address("2015") == "/updates/year/2015/"
    assert page.by_date[0] == ("1 January 2017", ["Night trams"])


def test_a_period_shows_all_of_it() -> None:
    page = long.site().page("updates/year/2015/")
    assert page.heading == page.title == "Updates: 2015"
    assert page.opening.blocks[1].startswith("156 updates, newest first.")
    assert len(page.by_date) == 156
    assert page.by_date[0] == ("24 December 2015", ["Brief of 2015-01-01"])
    assert page.values("aria-current") == ["page", "page"]
    assert page.description == "What was added, changed and corrected, day by day: 2015."
    assert not page.is_searched


def test_an_update_of_which_a_part_was_corrected_since_says_that_much() -> None:
    page = _page(update("one", claims=["a", "b"]), correction("two", "2031-05-01T09:00:00+00:00", "a", note="It was."))
    assert page.lines[1] == "Spring / New, corrected in part since · Trams · Noise · Rent"
