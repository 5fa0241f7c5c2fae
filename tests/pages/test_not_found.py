"""The page for addresses that lead nowhere."""

from typing import Any

from tests.webpage import WebPage
from tests.world import World


def _world(topics: int = 2, **settings: Any) -> World:
    world = World(**settings)
    for number in range(topics):
        world.topic(f"t-{number}", f"Topic {number}")
    return world


def _page(topics: int = 2, **settings: Any) -> WebPage:
    return _world(topics, **settings).page("404.html")


def test_it_says_what_may_have_happened_and_where_to_tell_of_it() -> None:
    page = _page()
    assert page.kicker == "Error 404"
    assert page.heading == page.title == "There is no page here"
    assert page.opening.blocks[2] == (
        "Pages of this site keep their addresses, so this one was probably mistyped or cut short. If a link led you here, "
        "please tell us which."
    )
    assert page.address("tell us which") == "https://code.example/harbour/issues/new"
    assert _page(repository=None).opening.blocks[2].endswith("mistyped or cut short.")


def test_it_lists_the_topics() -> None:
    section = _page().section("Topics")
    assert section.links == [("Topic 0", "/topics/t-0/"), ("Topic 1", "/topics/t-1/")]
    assert "Topics" not in _page(0).headings


def test_very_many_topics_are_counted() -> None:
    section = _page(100).section("Topics")
    assert len(section.lines) == 61
    assert section.lines[-1] == "and 40 more topics"
    assert section.address("and 40 more topics") == "/topics/"
    assert _page(61).section("Topics").lines[-1] == "and 1 more topic"
    assert _page(60).section("Topics").lines[-1] == "Topic 59"


def test_it_leads_on_to_pages_that_are_there() -> None:
    site = _world().site()
    links = site.page("404.html").section("Or go on from").links
    assert links == [
        ("The first page, with what changed last", "/"),
        ("Everything by date", "/timeline/"),
        ("Positions, side by side", "/positions/"),
        ("Sources", "/sources/"),
        ("All changes", "/updates/"),
    ]
    assert {address.removeprefix("/") for _, address in links} <= set(site.addresses)


def test_where_search_works_it_is_offered() -> None:
    assert _page().opening.hidden == ["by words or names, in any spelling"]


def test_it_is_kept_out_of_search_and_of_the_site_map() -> None:
    site = _world().site()
    page = site.page("404.html")
    assert not page.is_searched
    assert page.meta == {"robots": "noindex"}
    assert page.graph == []
    assert "404.html" not in site.sitemap()
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]
