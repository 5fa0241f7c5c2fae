"""The list of sources, newest first, and its pages by period where it is long."""

from typing import Any

import pytest

from tests.pages import long
from tests.world import QUOTE, World, claim, drift, evidence

TEXT = "A title\nThey wrote that the night trams will be back in May\nNobody has read this yet\nNor this\n"


def _world(*claims: Any, **more: Any) -> World:
    world = World(**more)
    world.source("gazette", "Trams are back", outlet="Gazette", published="2031-03-03")
    world.source("courier", "Trams, perhaps", outlet="Courier", published="2031-04", directness="relay")
    world.brief("spring", *(claims or (claim("a"),)))
    return world


def test_sources_are_told_newest_first_with_their_grade_and_how_they_came_by_their_story() -> None:
    page = _world().page("sources/")
    assert page.heading == page.title == "Sources"
    assert page.lines == [
        "Courier: Trams, perhaps / April 2031 · graded B, usually reliable · passes on a report by others / not cited",
        "Gazette: Trams are back / 3 March 2031 · graded B, usually reliable · its own reporting / cited by 1 claim",
    ]
    assert page.address("Trams are back") == "/sources/gazette/"


@pytest.mark.parametrize(
    ("directness", "words"),
    [
        ("original", "its own reporting"),
        ("relay", "passes on a report by others"),
        ("rewrite", "rewrites what others reported"),
        ("third-hand", "third-hand: passes on what others passed on"),
    ],
)
def test_how_directly_a_source_has_its_story_is_told_in_words(directness: str, words: str) -> None:
    world = World()
    world.source("gazette", directness=directness)
    assert f"· {words} /" in world.page("sources/").lines[0]


def test_a_source_says_how_often_it_bends_its_origin_and_what_is_not_yet_read() -> None:
    bent = [evidence(drift=drift("It turns a wish into a plan."))]
    world = World()
    world.source("gazette", text=TEXT, left_out=[{"paragraphs": [1], "reason": "the title"}])
    world.brief("spring", claim("a", evidence=bent), claim("b", evidence=bent), claim("c"))
    line = world.page("sources/").lines[0]
    assert line.endswith("/ cited by 3 claims · bends its origin in 2 places · 2 paragraphs not yet read")
    world.briefs["spring"]["claims"] = [claim("a", evidence=[*bent, evidence()])]
    assert "cited by 1 claim · bends its origin in 1 place ·" in world.page("sources/").lines[0]


def test_a_source_says_when_it_was_held_against_the_archive() -> None:
    world = _world()
    assert "held against the archive" not in world.page("sources/").text
    world.check_quotes("gazette", "2031-06-01")
    assert (
        world.page("sources/").lines[1].endswith("/ cited by 1 claim · held against the archive, last on 1 June 2031")
    )
    world.briefs["spring"]["claims"].append(claim("more", evidence=[evidence("gazette", "they stop again")]))
    world.check_quotes("gazette", "2031-06-01", QUOTE)
    assert (
        world.page("sources/")
        .lines[1]
        .endswith("/ cited by 2 claims · 1 of 2 quotes held against the archive, last on 1 June 2031")
    )


def test_the_list_leads_to_the_method_where_there_is_one() -> None:
    page = _world(written=["method/"]).page("sources/")
    assert page.opening.blocks[1] == (
        "2 sources, newest first by the date that is known. A grade is about a source in general; how one claim is known stands beside "
        "the claim. Method tells how quotes are held against the archive, and when a text bends its origin."
    )
    assert page.address("Method") == "/method/"
    assert "Method" not in _world().page("sources/").text


def test_what_others_are_told_of_the_list() -> None:
    page = _world().page("sources/")
    assert page.description.startswith(
        "Every source with its grade, how it came by its story and how much of it is accounted for. Who wants what"
    )
    assert page.crumbs == ["Harbour File", "Sources"]
    assert (page.filters, page.contents, page.is_searched) == ({}, [], True)
    assert page.modified == "2031-03-04T09:00:00Z"


def test_a_long_list_shows_the_newest_and_leads_to_its_periods() -> None:
    page = long.site().page("sources/")
    assert page.opening.blocks[1].startswith("311 sources, newest first by the date that is known.")
    assert "The newest 300 of 311 stand here; all of them, by period:" in page.blocks
    assert page.lines[:3] == ["2017 (1 source)", "2016 (155 sources)", "2015 (155 sources)"]
    assert page.address("2015") == "/sources/year/2015/"
    assert page.lines[3].startswith("Gazette: All of it / 2017 · graded B")
    assert page.lines[4].startswith("Courier 309: Text of 2016-06-15 / 15 June 2016")


def test_a_period_shows_all_of_it() -> None:
    page = long.site().page("sources/year/2015/")
    assert page.heading == page.title == "Sources: 2015"
    assert page.opening.blocks[1].startswith("155 sources, newest first by the date that is known.")
    told = [line for line in page.lines if ": Text of " in line]
    assert len(told) == 155
    assert told[0].startswith("Courier 154: Text of 2015-06-15 / 15 June 2015")
    assert page.values("aria-current") == ["page", "page"]
    assert "Other periods:" in page.blocks
    assert page.description.endswith("how much of it is accounted for: 2015.")
    assert not page.is_searched
