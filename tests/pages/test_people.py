"""The list of people, by party, each with how much there is of them."""

from tests.webpage import WebPage
from tests.world import World, claim


def _page() -> WebPage:
    world = World()
    world.topic("trams")
    world.party("guild", "The guild", order=2)
    world.party("city", "The city", order=1)
    world.person("ada-reed", "Ada Reed")
    world.person("tess-ford", "Tess Ford", party="guild", role="driver")
    world.person("mara-quint", "Mara Quint", party="city")
    world.person("bo-lind", "Bo Lind", party="city")
    world.brief(
        "spring",
        claim("a", said_by="mara-quint", about=["tess-ford", "mara-quint"]),
        claim("b", said_by="mara-quint", status="disputed"),
    )
    return world.page("people/")


def test_people_stand_by_party_in_the_order_of_parties_and_those_of_none_last() -> None:
    page = _page()
    assert page.heading == page.title == "People"
    assert page.blocks == [
        "People",
        "The city",
        "Mara Quint",
        "2 claims, 1 disputed",
        "Bo Lind",
        "0 claims",
        "The guild",
        "Tess Ford",
        "driver · 1 claim",
        "Of no party here",
        "Ada Reed",
        "0 claims",
    ]
    assert page.address("Tess Ford") == "/people/tess-ford/"
    assert page.address("The guild") == "/parties/guild/"


def test_without_people_there_is_no_list() -> None:
    world = World()
    world.brief("spring", claim("a"))
    assert [where for where in world.site().addresses if where.startswith("people/")] == []


def test_what_others_are_told_of_the_list() -> None:
    page = _page()
    assert page.description == (
        "Who speaks here, and of whom these sources speak. Who wants what of the harbour, and what that rests on."
    )
    assert page.crumbs == ["Harbour File", "People"]
    assert page.modified == "2031-03-04T09:00:00Z"
    assert (page.filters, page.contents, page.is_searched) == ({}, [], True)
