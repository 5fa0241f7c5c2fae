"""The list of parties, each with how much there is of it."""

from tests.webpage import WebPage
from tests.world import World, claim


def _page() -> WebPage:
    world = World()
    for topic in ("trams", "noise"):
        world.topic(topic)
    world.party("guild", "The guild", order=2, about="Drives *all* trams.")
    world.party("city", "The city", order=1)
    world.party("mill", "The mill", order=3)
    world.brief(
        "spring",
        claim("a", kind="position", party="city", topics=["trams", "noise"]),
        claim("b", kind="position", party="city", topics=["trams"], status="disputed"),
        claim("c", kind="position", party="guild", topics=["trams"]),
        claim("d", party="mill"),
    )
    return world.page("parties/")


def test_parties_stand_in_their_order_with_their_claims_and_positions() -> None:
    page = _page()
    assert page.heading == page.title == "Parties"
    assert page.blocks == [
        "Parties",
        "The city",
        "2 claims, 1 disputed · positions on 2 topics",
        "The guild",
        "Drives all trams.",
        "1 claim · positions on 1 topic",
        "The mill",
        "1 claim · no position found",
    ]
    assert page.address("The guild") == "/parties/guild/"


def test_without_parties_the_list_is_a_page_too() -> None:
    assert World().page("parties/").blocks == ["Parties"]


def test_what_others_are_told_of_the_list() -> None:
    page = _page()
    assert page.description == (
        "Everybody whose positions are followed here. Who wants what of the harbour, and what that rests on."
    )
    assert page.crumbs == ["Harbour File", "Parties"]
    assert page.modified == "2031-03-04T09:00:00Z"
    assert (page.filters, page.contents, page.is_searched) == ({}, [], True)
