"""The page of feeds: every feed there is, in every form, with what a feed is good for."""

from tests import seam
from tests.webpage import WebPage
from tests.world import World, claim, correction, update


def _world() -> World:
    world = World()
    world.topic("trams", "Night trams")
    world.topic("noise", "Noise")
    world.party("city", "The city")
    world.party("guild", "The guild")
    updates = [
        update("one", claims=["a", "b"]),
        update("typo", "2031-03-05T09:00:00+00:00", "development", claims=["a"], significance="minor"),
        correction("mended", "2031-03-06T09:00:00+00:00", "a"),
    ]
    world.brief("spring", claim("a", topics=["trams"]), claim("b", topics=["noise"]), updates=updates)
    return world


def _page() -> WebPage:
    return _world().page("feeds/")


def test_it_says_what_a_feed_is_good_for() -> None:
    page = _page()
    assert page.heading == page.title == "Feeds"
    assert page.opening.blocks[1].startswith(
        "A feed tells a feed reader what is new, so that you need not come back to look."
    )
    assert page.sections == page.contents == ["Everything", "By topic", "By party", "For programs"]
    assert page.contents_anchors == ["all", "topics", "parties", "programs"]


def test_every_feed_stands_with_its_forms_and_how_much_it_has_told() -> None:
    page = _page()
    assert page.section("Everything").lines == ["All updates / Atom · RSS · JSON Feed · 2 updates"]
    assert page.section("By topic").lines == [
        "Night trams / Atom · RSS · JSON Feed · 2 updates",
        "Noise / Atom · RSS · JSON Feed · 2 updates",
    ]
    assert page.section("Everything").links == [
        ("All updates", "/updates/"),
        ("Atom", "/feeds/all/atom.xml"),
        ("RSS", "/feeds/all/rss.xml"),
        ("JSON Feed", "/feeds/all/feed.json"),
        ("All feeds in one file", "/feeds/subscriptions.opml"),
    ]
    assert page.section("By topic").address("Noise") == "/topics/noise/"
    section = page.section("By party")
    assert section.lines == [
        "The city / Atom · RSS · JSON Feed · 2 updates",
        "The guild / Atom · RSS · JSON Feed · 0 updates",
    ]
    assert section.address("The guild") == "/parties/guild/"
    assert "Atom of Night trams" in page.section("By topic").spoken


def test_a_dossier_without_parties_has_no_feeds_of_parties() -> None:
    world = World()
    world.topic("trams")
    world.brief("spring", claim("a", party=None))
    page = world.page("feeds/")
    assert page.sections == page.contents == ["Everything", "By topic", "For programs"]


def test_every_feed_that_is_written_is_offered_and_no_other() -> None:
    world = _world()
    offered = {address for _, address in world.page("feeds/").links if address.startswith("/feeds/")}
    assert offered == {f"/{where}" for where in seam.feed_files(world.library()) if "archive" not in where}


def test_the_address_of_the_first_form_can_be_copied() -> None:
    page = _page()
    assert page.values("data-copy") == ["feed-all", "feed-trams", "feed-noise", "feed-party_city", "feed-party_guild"]
    assert [each.get("href") for each in page.all(".//*[starts-with(@id, 'feed-')]")] == [
        "/feeds/all/atom.xml",
        "/feeds/trams/atom.xml",
        "/feeds/noise/atom.xml",
        "/feeds/party/city/atom.xml",
        "/feeds/party/guild/atom.xml",
    ]


def test_every_feed_that_a_page_advertises_is_written() -> None:
    world = _world()
    site, written = world.site(), {f"/{where}" for where in seam.feed_files(world.library())}
    for where in site.addresses:
        assert set(site.page(where).feeds) <= written, where
        assert site.page(where).feeds[-3:] == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]


def test_what_others_are_told_of_the_page() -> None:
    page = _page()
    assert page.description == (
        "Follow all updates, or those of one topic or one party. Who wants what of the harbour, and what that rests on."
    )
    assert page.crumbs == ["Harbour File", "Feeds"]
    assert page.is_searched
    assert page.modified == ""
