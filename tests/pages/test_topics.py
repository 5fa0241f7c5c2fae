"""The list of topics, each with the first sentence of its bottom line."""

from typing import Any

from tests.webpage import WebPage
from tests.world import World, claim, evidence, update


def _world(*claims: Any) -> World:
    world = World()
    world.topic("trams", "Night trams", order=2)
    world.topic(
        "noise",
        "Noise",
        order=1,
        bottom_line={
            "as_of": "2031-03-04",
            "sentences": [
                {"text": "It is *loud*. It gets louder.", "claims": ["spring/n"]},
                {"text": "Still.", "claims": ["spring/n"]},
            ],
        },
    )
    world.brief("spring", claim("n", topics=["noise"], status="denied"), *claims)
    return world


def _page(*claims: Any) -> WebPage:
    return _world(*claims).page("topics/")


def test_topics_stand_in_their_order_with_their_answer_and_what_it_rests_on() -> None:
    world = _world(claim("t", topics=["trams"], evidence=[evidence("courier")]))
    world.topics["noise"]["in_short"] = {"text": "It is loud, says the guild.", "claims": ["spring/n"]}
    world.source("gazette", published="2031-03-03")
    world.source("courier", published="2031-04")
    page = world.page("topics/")
    assert page.heading == page.title == "Topics"
    assert page.blocks == [
        "Topics",
        "Noise",
        "It is loud, says the guild.",
        "As of 4 March 2031; review due 31 December 2031 · newest evidence 3 March 2031 · 1 claim, 1 denied",
        "Night trams",
        "What becomes of night trams?",
        "As of 3 March 2031; review due 31 December 2031 · newest evidence April 2031 · 1 claim",
    ]
    assert page.address("Noise") == "/topics/noise/"
    assert page.sections == ["Noise", "Night trams"]


def test_topics_of_one_order_stand_by_their_titles() -> None:
    world = World()
    for topic in ("c", "a", "b"):
        world.topic(topic, f"Topic {topic}", order=5)
    assert world.page("topics/").sections == ["Topic a", "Topic b", "Topic c"]


def test_a_topic_tells_the_script_of_its_newest_significant_change() -> None:
    world = _world(claim("t", topics=["trams"]))
    world.briefs["spring"]["updates"] = [
        update("one", "2031-03-04T09:00:00+00:00", claims=["n"]),
        update("two", "2031-03-05T10:00:00+02:00", "development", claims=["n"]),
        update("typo", "2031-04-05T09:00:00+00:00", "development", claims=["n"], significance="minor"),
    ]
    assert world.page("topics/").values("data-changed") == ["2031-03-05T08:00:00Z"]


def test_a_topic_without_claims_says_so() -> None:
    assert _page().blocks[-1].endswith(" · 0 claims")


def test_without_topics_the_list_is_a_page_too() -> None:
    assert World().page("topics/").blocks == ["Topics"]


def test_what_others_are_told_of_the_list() -> None:
    page = _page()
    assert page.description == (
        "Every topic with its bottom line and how fresh it is. Who wants what of the harbour, and what that rests on."
    )
    assert page.crumbs == ["Harbour File", "Topics"]
    assert page.modified == "2031-03-04T09:00:00Z"
    assert (page.filters, page.contents, page.is_searched) == ({}, [], True)
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]
