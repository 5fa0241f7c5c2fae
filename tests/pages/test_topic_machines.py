"""The page of a topic for search, feeds, structured data and citations, and on earlier days."""

from typing import Any

import pytest

from tests.webpage import WebPage
from tests.world import World, claim, update

TOPIC = "topics/trams/"


def _world(*claims: Any, **more: Any) -> World:
    world = World()
    world.topic("trams", "Night trams", **more)
    for party in ("city", "guild", "mill"):
        world.party(party)
    world.brief("spring", *claims)
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page(TOPIC)


def _position(claim_id: str, text: str = "", party: str = "city", **more: Any) -> Any:
    return claim(claim_id, text, kind="position", party=party, **more)


def _line(*sentences: tuple[str, list[str]], as_of: str = "2031-03-04") -> Any:
    return {"as_of": as_of, "sentences": [{"text": text, "claims": claims} for text, claims in sentences]}


def test_the_page_is_cited_with_the_day_of_its_newest_change() -> None:
    cited = "“Night trams”. Harbour File. Version of 4 March 2031. https://harbour.example/file/topics/trams/"
    assert _page().section("Cite this page").blocks[1] == cited


def test_an_earlier_day_can_be_asked_for_where_something_was_known_on_several() -> None:
    page = _page(claim("a", reported="2031-03-03"), claim("b", date="2031-03-09", reported="2031-03"))
    (form,) = page.all(".//form[@data-asof]")
    assert (form.get("data-earliest"), form.get("data-latest")) == ("2031-03-03", "2031-03-31")
    assert _page(claim("a"), claim("b")).all(".//form[@data-asof]") == []


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("What changed on this page", "As it stands today, not on the day you chose:"),
        ("What these sources do not say", "As it stands today, not on the day you chose:"),
        ("How it unfolded", "Nothing of this had been reported by that day."),
        ("Sources of this page", "Nothing of this had been reported by that day."),
    ],
)
def test_a_section_says_what_it_shows_while_an_earlier_day_is_chosen(section: str, words: str) -> None:
    assert words in _page(claim("a"), gaps=["Nobody says what it costs."]).section(section).hidden


def test_search_finds_it_as_a_topic_by_its_parties() -> None:
    page = _page(_position("g", party="guild"), claim("c", party="city"), claim("n", party=None))
    assert page.filters == {"Kind": ["Topic"], "Topic": ["Night trams"], "Party": ["The city", "The guild"]}
    assert page.is_searched


def test_its_own_feed_is_advertised_before_that_of_everything() -> None:
    page = _page()
    assert page.feeds == [
        *(f"/feeds/trams/{name}" for name in ("atom.xml", "rss.xml", "feed.json")),
        *(f"/feeds/all/{name}" for name in ("atom.xml", "rss.xml", "feed.json")),
    ]
    assert page.feed_titles[:3] == [
        "Harbour File: Night trams",
        "Harbour File: Night trams (RSS)",
        "Harbour File: Night trams (JSON)",
    ]


def test_others_are_told_it_in_short_and_its_dates() -> None:
    in_short = {"text": "It is nearly settled.", "claims": ["spring/a"]}
    world = _world(claim("a"), bottom_line=_line(("It is nearly settled. Not yet.", ["spring/a"])), in_short=in_short)
    world.briefs["spring"]["updates"].append(update("more", "2031-06-01T11:00:00+02:00", "development", claims=["a"]))
    page = world.page(TOPIC)
    assert page.description == "It is nearly settled."
    assert (page.published, page.modified) == ("2031-03-04T09:00:00Z", "2031-06-01T09:00:00Z")
    assert page.meta["og:type"] == "article"
    assert page.meta["og:title"] == "Night trams"
    assert page.meta["article:published_time"] == "2031-03-04T09:00:00Z"
    assert page.meta["article:modified_time"] == "2031-06-01T09:00:00Z"
    assert page.meta["og:image"] == "https://harbour.example/file/topics/trams/card.png"
    assert page.crumbs == ["Harbour File", "Topics", "Night trams"]


def test_structured_data_tell_of_an_article_about_its_subject() -> None:
    page = _page(aliases=["Owls"], spellings=["Трамвай", "Owls"], question="Will they *run*?")
    assert page.node["@type"] == "Article"
    assert page.node["headline"] == "Night trams"
    assert page.node["about"] == [{"@type": "Thing", "name": "Night trams"}]
    (subject,) = page.data("Thing")
    assert subject["alternateName"] == ["Owls", "Трамвай"]
    assert subject["description"] == "Will they run?"
    (bare,) = _page().data("Thing")
    assert "alternateName" not in bare


def test_a_topic_without_claims_has_a_page_too() -> None:
    world = World(complete=False)
    world.topic("trams", "Night trams")
    world.party("city")
    page = world.page(TOPIC)
    assert page.opening.blocks[-1] == "As of 3 March 2031; review due 31 December 2031"
    assert page.section("Every claim").blocks[1] == "0 claims"
    assert page.section("Sources of this page").lines == []
    assert page.section("Where each side stands").blocks[1].startswith("No position found in these sources: The city.")
    assert page.section("Bottom line").words_of_links[0] != "1"
    assert (page.modified, page.published, page.meta["og:type"]) == ("", "", "website")
    assert page.pictures == []
