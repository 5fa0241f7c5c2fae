"""The list of origins, newest first, those that nobody can be named behind apart, and its pages by period."""

import pytest

from tests.pages import long
from tests.webpage import WebPage
from tests.world import World, claim, evidence


def _world() -> World:
    world = World()
    world.source("gazette", outlet="Gazette")
    world.origin("letter", "Letter of the guild", "document", publisher="The guild", date="2031-02")
    world.origin("wire", "Wire report", publisher="Harbour Wire", date="2031-03-03", depends_on=["letter"])
    world.origin("talk", "Talk with the mayor", "interview", publisher="Gazette")
    world.origin("rumour", "Background", "background")
    world.brief(
        "spring",
        claim("a", evidence=[evidence(origin="wire"), evidence("courier", origin="wire")]),
        claim("b", evidence=[evidence(origin="letter")]),
        claim("c", evidence=[evidence(origin="rumour")]),
    )
    return world


def _page() -> WebPage:
    return _world().page("origins/")


def test_origins_are_told_newest_first_with_what_they_are_and_what_rests_on_them() -> None:
    page = _page()
    assert page.heading == page.title == "Origins"
    assert page.opening.blocks[1] == (
        "3 origins, newest first by the date that is known. An origin is who first reported or said a thing; all texts that pass on one origin "
        "count as one."
    )
    assert page.lines[:3] == [
        "Wire report / Report · Harbour Wire · 3 March 2031 · 1 claim rests on it, passed on by 2 sources",
        "Letter of the guild / Document · The guild · February 2031 · 2 claims rest on it, passed on by 2 sources",
        "Talk with the mayor / Interview · Gazette · no claim rests on it",
    ]
    assert page.address("Wire report") == "/origins/wire/"


def test_what_nobody_can_be_named_behind_stands_apart() -> None:
    section = _page().section("Nobody’s report")
    assert section.blocks[1] == (
        "Common knowledge, what an outlet says in its own voice, and what a text says without telling where it has it "
        "from. These never count as independent origins."
    )
    assert section.lines == ["Background / An outlet’s own voice · 1 claim rests on it, passed on by 1 source"]
    world = World()
    world.brief("spring")
    assert "No traceable origin" not in world.page("origins/").headings


@pytest.mark.parametrize(
    ("kind", "word"),
    [("report", "Report"), ("document", "Document"), ("interview", "Interview"), ("statement", "Statement")],
)
def test_an_origin_says_what_sort_it_is(kind: str, word: str) -> None:
    world = World()
    world.origin("one", kind=kind)
    assert world.page("origins/").lines[0].startswith(f"One / {word} · The One")


@pytest.mark.parametrize("status", ["corrected", "withdrawn"])
def test_an_origin_that_was_taken_back_says_so(status: str) -> None:
    world = World()
    world.origin("one", status=status, status_reason="it was a forgery")
    assert world.page("origins/").lines[0].startswith(f"One / {status.capitalize()} · Report")


def test_the_list_counts_what_the_page_of_an_origin_counts() -> None:
    site = _world().site()
    told = {
        address: line
        for line, (_, address) in zip(site.page("origins/").lines, site.page("origins/").links, strict=True)
    }
    for address, line in told.items():
        counted = site.page(address.removeprefix("/")).opening.blocks[2].rpartition(" · ")[2]
        assert f" · {counted} rest" in line or (counted, "no claim rests" in line) == ("0 claims", True)


def test_what_others_are_told_of_the_list() -> None:
    page = _page()
    assert page.description.startswith("Who first reported or said what the claims rest on. Who wants what")
    assert page.crumbs == ["Harbour File", "Origins"]
    assert (page.filters, page.contents, page.is_searched) == ({}, [], True)
    assert page.modified == "2031-03-04T09:00:00Z"


def test_a_long_list_shows_the_newest_and_leads_to_its_periods() -> None:
    page = long.site().page("origins/")
    assert page.opening.blocks[1].startswith("311 origins, newest first by the date that is known.")
    assert "The newest 300 of 311 stand here; all of them, by period:" in page.blocks
    assert page.lines[:3] == ["2016 (155 origins)", "2015 (155 origins)", "2014 (1 origin)"]
    assert page.lines[3].startswith("Report of 2016-06-15 / Report")
    assert page.section("Nobody’s report").lines == ["Background / An outlet’s own voice · no claim rests on it"]


def test_a_period_shows_all_of_it_and_nothing_of_nobody() -> None:
    page = long.site().page("origins/year/2015/")
    assert page.heading == page.title == "Origins: 2015"
    assert page.opening.blocks[1].startswith("155 origins, newest first by the date that is known.")
    told = [line for line in page.lines if line.startswith("Report of")]
    assert len(told) == 155
    assert told[0].startswith("Report of 2015-06-15")
    assert "No traceable origin" not in page.headings
    assert page.description == "Who first reported or said what the claims rest on: 2015."
    assert not page.is_searched


def test_origins_without_a_date_have_a_page_of_their_own() -> None:
    world = World()
    for number in range(301):
        world.origin(f"o-{number:03d}", **({} if number % 2 else {"date": "2031-03-01"}))
    site = world.site()
    assert [each for each in site.addresses if each.startswith("origins/year/")] == [
        "origins/year/2031/",
        "origins/year/undated/",
    ]
    page = site.page("origins/year/undated/")
    assert page.heading == "Origins: undated"
    assert page.opening.blocks[1].startswith("150 origins")
    assert page.modified == ""
