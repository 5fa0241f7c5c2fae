"""The list of briefs, month by month, and its pages by period where it is long."""

from tests.pages import long
from tests.world import World, claim


def _world() -> World:
    world = World()
    world.topic("trams")
    world.topic("noise")
    world.brief(
        "a", claim("x", topics=["noise", "trams"], status="disputed"), claim("y"), title="The first", date="2031-03-02"
    )
    world.brief("b", claim("x"), title="The second", date="2031-05")
    world.brief("c", claim("x"), title="The third", date="2031-03-09")
    return world


def test_briefs_are_told_by_month_newest_first() -> None:
    page = _world().page("briefs/")
    assert page.heading == page.title == "Briefs"
    assert page.opening.blocks[1].startswith("3 briefs, newest first. A brief is a dated digest of one development")
    assert page.by_date == [
        ("May 2031", ["The second"]),
        ("March 2031", ["9 Mar 2031 The third", "2 Mar 2031 The first"]),
    ]
    assert page.address("The second") == "/briefs/b/"


def test_briefs_dated_by_a_day_stand_under_a_heading_of_their_own() -> None:
    world = _world()
    world.brief("d", claim("x"), title="The fourth", date="2031-03-05", dated="by")
    assert world.page("briefs/").by_date[1:] == [
        ("March 2031", ["9 Mar 2031 The third", "2 Mar 2031 The first"]),
        ("In or before March 2031", ["by 5 Mar 2031 The fourth"]),
    ]


def test_a_brief_says_how_many_claims_it_has_and_on_what() -> None:
    page = _world().page("briefs/")
    assert page.lines[2] == "2 Mar 2031 The first / 2 claims, 1 disputed · Trams · Noise"
    assert page.address("Noise") == "/topics/noise/"


def test_briefs_of_one_day_stand_in_the_order_of_their_ids_backwards() -> None:
    world = World()
    for name in ("b", "c", "a"):
        world.brief(name, title=f"Brief {name}")
    assert [line.partition(" / ")[0] for line in world.page("briefs/").lines] == [
        "2 Mar 2031 Brief c",
        "2 Mar 2031 Brief b",
        "2 Mar 2031 Brief a",
    ]


def test_without_briefs_the_list_is_a_page_too() -> None:
    page = World().page("briefs/")
    assert page.opening.blocks[1].startswith("0 briefs")
    assert page.lines == []


def test_what_others_are_told_of_the_list() -> None:
    page = _world().page("briefs/")
    assert page.description == "Dated digests of what happened. Who wants what of the harbour, and what that rests on."
    assert page.crumbs == ["Harbour File", "Briefs"]
    assert page.node["@type"] == "CollectionPage"
    assert (page.filters, page.contents, page.is_searched) == ({}, [], True)
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]


def test_a_long_list_shows_the_newest_and_leads_to_its_periods() -> None:
    page = long.site().page("briefs/")
    assert page.opening.blocks[1].startswith("310 briefs, newest first")
    assert "The newest 300 of 310 stand here; all of them, by period:" in page.blocks
    assert sum(len(lines) for _, lines in page.by_date) == 300
    assert page.by_date[0][1][0] == "15 Jun 2016 Brief of 2016-06-15"
    assert page.lines[:2] == ["2016 (155 briefs)", "2015 (155 briefs)"]
    assert page.address("2015") == "/briefs/year/2015/"


def test_a_period_shows_all_of_it() -> None:
    page = long.site().page("briefs/year/2015/")
    assert page.heading == page.title == "Briefs: 2015"
    assert page.opening.blocks[1].startswith("155 briefs, newest first")
    assert sum(len(lines) for _, lines in page.by_date) == 155
    assert page.by_date[0][1][0] == "15 Jun 2015 Brief of 2015-06-15"
    assert page.by_date[-1][1][-1] == "1 Jan 2015 Brief of 2015-01-01"
    assert page.values("aria-current") == ["page", "page"]
    assert "Other periods:" in page.blocks
    assert page.address("2016") == "/briefs/year/2016/"
    assert page.description == "Dated digests of what happened: 2015."
    assert not page.is_searched


def test_a_brief_may_be_called_like_a_year() -> None:
    world = World()
    for number in range(301):
        world.brief("2031" if not number else f"b-{number:03d}", title=f"Brief {number}", updates=[])
    site = world.site()
    assert len(site.addresses) == len(set(site.addresses))
    assert site.page("briefs/2031/").heading == "Brief 0"
    assert "briefs/year/2031-03.1/" in site.addresses
