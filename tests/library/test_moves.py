"""What moved or was merged is found by its old id: updates that were published name it, and feeds go on."""

from typing import Any

from dossier.library import feed_updates, subscriptions
from tests.moves import merge_topic, moved
from tests.world import World, claim, update

AT = "2031-05-0{}T09:00:00+00:00"


def _moved() -> World:
    world = World()
    world.topic("trams")
    world.brief("spring", moved("a", "summer/a"), claim("b"), updates=[update("told", AT.format(1), claims=["a"])])
    world.brief("summer", claim("a", "The trams run."), date="2031-06-01", updates=[])
    return world


def _merged(*later: Any) -> World:
    world = World()
    world.topic("trams", "Night trams")
    merge_topic(world, "noise", "trams", "Noise")
    updates = [
        update("trams-first", AT.format(1), topics=["trams"]),
        update("noise-first", AT.format(2), topics=["noise"]),
        update("noise-second", AT.format(4), topics=["noise"]),
        *later,
    ]
    world.brief("spring", claim("a", topics=["trams"]), updates=updates)
    return world


def _told(world: World) -> dict[str, list[str]]:
    library = world.library()
    return {scope: [one.id for one in feed_updates(library, scope)] for scope in subscriptions(library)}


def test_an_update_names_a_claim_where_it_is_now() -> None:
    library = _moved().library()
    assert library.updates_by_id["told"].claims == ("summer/a",)
    assert [*library.claims_by_brief["spring"]] == [library.claims["spring/b"]]
    assert library.claims["summer/a"].published == library.updates_by_id["told"].update.at


def test_it_is_found_through_several_moves_and_a_circle_leads_nowhere() -> None:
    world = _moved()
    world.brief("autumn", moved("a", "spring/a"), claim("c"))
    world.brief("winter", moved("x", "y"), moved("y", "x"), claim("d"))
    library = world.library()
    assert library.former_claims == {"autumn/a": "summer/a", "spring/a": "summer/a"}


def test_a_feed_tells_nothing_that_was_told_elsewhere_before_a_merger() -> None:
    told = _told(_merged())
    assert told["noise"] == ["noise-second", "noise-first"]
    assert told["trams"] == ["trams-first"]


def test_the_feed_of_a_merged_topic_goes_on_with_what_is_new_in_the_other() -> None:
    between = update("trams-second", AT.format(3), topics=["trams"])
    after = update("trams-third", AT.format(5), topics=["trams"])
    told = _told(_merged(between, after))
    assert told["noise"] == ["trams-third", "noise-second", "noise-first"]
    assert told["trams"] == ["trams-third", "trams-second", "trams-first"]


def test_pages_know_an_update_of_a_merged_topic_by_the_other() -> None:
    library = _merged().library()
    assert library.updates_by_id["noise-first"].topics == ("trams",)
    assert [one.id for one in library.updates_by_topic["trams"]] == ["noise-second", "noise-first", "trams-first"]


def test_an_update_that_stands_in_the_file_of_a_merged_topic_stays_in_its_feed() -> None:
    world = _merged()
    world.topics["noise"]["updates"] = [update("own", AT.format(6))]
    assert _told(world)["noise"][0] == "own"


def test_the_feed_says_what_the_topic_has_become() -> None:
    feed = subscriptions(_merged().library())["noise"]
    assert feed.description == "“Noise” is now part of “Night trams”. This feed goes on with what is new there."
    assert (feed.page, feed.goes_on) == ("topics/trams/", True)
