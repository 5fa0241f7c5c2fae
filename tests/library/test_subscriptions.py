"""What can be subscribed to, what each feed tells, and the names by which feeds remember updates for good."""

from typing import Any

import pytest

from dossier.library import feed_updates, quiet_since, subscriptions
from dossier.linked import subscription
from tests.world import World, claim, correction, update


def _world(*updates: Any, **settings: Any) -> World:
    world = World(**settings)
    world.topic("trams", "Night trams", question="Will they run?", order=2)
    world.topic("noise", "Noise", order=1)
    world.party("guild", "The guild", order=2)
    world.party("city", "The city", order=1)
    world.brief(
        "spring",
        claim("a", topics=["trams"], party="guild"),
        claim("b", topics=["noise"], party=None, reported="2031-04"),
        updates=list(updates),
    )
    return world


def _library(*updates: Any, **settings: Any) -> Any:
    return _world(*updates, **settings).library()


def test_there_is_a_feed_of_everything_and_one_of_each_topic_and_party_in_their_order() -> None:
    found = subscriptions(_library())
    assert [*found] == ["all", "noise", "trams", "party/city", "party/guild"]
    assert [feed.folder for feed in found.values()] == ["", "Topics", "Topics", "Parties", "Parties"]
    everything, trams = found["all"], found["trams"]
    assert (everything.scope, everything.title, everything.page) == ("all", "Harbour File: all updates", "")
    assert everything.description == "Who wants what of the harbour, and what that rests on."
    assert (trams.title, trams.description, trams.page) == (
        "Harbour File: Night trams",
        "Will they run?",
        "topics/trams/",
    )
    assert [trams.address(form) for form in ("atom", "rss", "json")] == [
        "feeds/trams/atom.xml",
        "feeds/trams/rss.xml",
        "feeds/trams/feed.json",
    ]


def test_the_feed_of_a_party_says_whose_it_is() -> None:
    guild = subscriptions(_library())["party/guild"]
    assert (guild.scope, guild.title, guild.page) == ("party/guild", "Harbour File: The guild", "parties/guild/")
    assert guild.description == "What changed in what is told of The guild: its positions, its statements, its acts."
    assert [guild.address(form) for form in ("atom", "rss", "json")] == [
        "feeds/party/guild/atom.xml",
        "feeds/party/guild/rss.xml",
        "feeds/party/guild/feed.json",
    ]


def test_the_feed_of_a_party_tells_the_major_updates_that_name_a_claim_of_it() -> None:
    library = _library(
        update("one", "2031-05-01T09:00:00+00:00", claims=["a", "b"]),
        update("two", "2031-05-02T09:00:00+00:00", claims=["b"]),
        update("none", "2031-05-03T09:00:00+00:00", topics=["trams"]),
        update("typo", "2031-05-04T09:00:00+00:00", "development", claims=["a"], significance="minor"),
        update("three", "2031-05-05T09:00:00+00:00", claims=["a"]),
    )
    told = {scope: [each.id for each in feed_updates(library, scope)] for scope in ("party/guild", "party/city")}
    assert told == {"party/guild": ["three", "one"], "party/city": []}


def test_whoever_was_told_of_an_update_in_the_feed_of_a_party_is_told_what_mends_it() -> None:
    library = _library(
        update("one", "2031-05-01T09:00:00+00:00", claims=["a", "b"]),
        correction("mends", "2031-05-02T09:00:00+00:00", "b", corrects="one"),
        correction("again", "2031-05-03T09:00:00+00:00", "b", corrects="mends"),
    )
    assert [each.id for each in feed_updates(library, "party/guild")] == ["again", "mends", "one"]


def test_the_forms_stand_in_the_order_in_which_pages_advertise_them() -> None:
    assert [*subscription.MEDIA_TYPES.items()] == [
        ("atom", "application/atom+xml"),
        ("rss", "application/rss+xml"),
        ("json", "application/feed+json"),
    ]
    assert [*subscription.FORM_NAMES.items()] == [("atom", "Atom"), ("rss", "RSS"), ("json", "JSON Feed")]


def test_a_feed_tells_the_major_updates_of_its_topic_newest_first() -> None:
    library = _library(
        update("one", "2031-05-01T09:00:00+00:00", claims=["a"]),
        update("two", "2031-05-02T09:00:00+00:00", claims=["b"]),
        update("typo", "2031-05-03T09:00:00+00:00", "development", claims=["a"], significance="minor"),
        update("three", "2031-05-04T09:00:00+00:00", claims=["a", "b"]),
    )
    told = {scope: [each.id for each in feed_updates(library, scope)] for scope in ("all", "trams", "noise")}
    assert told == {"all": ["three", "two", "one"], "trams": ["three", "one"], "noise": ["three", "two"]}


@pytest.mark.parametrize(("count", "pages"), [(0, 0), (1, 0), (3, 0), (4, 1), (6, 1), (7, 2)])
def test_an_archive_page_comes_into_being_when_the_first_update_leaves_the_live_feed(count: int, pages: int) -> None:
    assert subscription.archive_pages(_library(feed_size=3).settings, count) == pages


def test_names_for_good_are_tag_uris() -> None:
    settings = _library().settings
    assert subscription.update_tag(settings, "20310304-abc") == "tag:harbour.example,2031:update/20310304-abc"
    assert subscription.feed_tag(settings, "all") == "tag:harbour.example,2031:feed/all"


@pytest.mark.parametrize(
    ("kind", "title", "headline"),
    [
        ("new", "It is so", "It is so"),
        ("development", "It is so", "It is so"),
        ("correction", "It is so", "Correction: It is so"),
        ("retraction", "It is so", "Retraction: It is so"),
        ("closed", "It is so", "Closed: It is so"),
        ("correction", "correction of a number", "correction of a number"),
        ("closed", "Closed for good", "Closed for good"),
    ],
)
def test_a_headline_says_what_sort_of_change_it_is_where_that_matters(kind: str, title: str, headline: str) -> None:
    library = _library(update("one", kind=kind, title=title, claims=["a"]))
    assert subscription.headline(library.updates[0]) == headline


def test_times_are_told_in_utc_to_the_second() -> None:
    library = _library(update("one", "2031-05-01T01:30:00+05:45", claims=["a"]))
    assert subscription.published_at(library.updates[0]).isoformat() == "2031-04-30T19:45:00+00:00"
    moment = library.updates[0].update.at.replace(microsecond=5)
    assert subscription.to_utc(moment).isoformat() == "2031-04-30T19:45:00+00:00"


def test_an_update_last_changed_with_its_last_correction() -> None:
    library = _library(
        update("one", "2031-05-01T09:00:00+00:00", claims=["a"]),
        correction("two", "2031-05-02T09:00:00+00:00", "a", corrects="one"),
        correction("three", "2031-05-03T11:00:00+02:00", "a", corrects="one"),
    )
    found = {each.id: subscription.mended_at(each).isoformat() for each in library.updates}
    assert found == {
        "one": "2031-05-03T09:00:00+00:00",
        "two": "2031-05-02T09:00:00+00:00",
        "three": "2031-05-03T09:00:00+00:00",
    }


def test_a_feed_without_updates_bears_a_time_of_its_own() -> None:
    world = _world()
    world.topics["trams"]["bottom_line"] = {"as_of": "2031-06", "sentences": [{"text": "So.", "claims": ["spring/a"]}]}
    library = world.library()
    assert quiet_since(library, "trams").isoformat() == "2031-06-01T00:00:00+00:00"
    assert quiet_since(library, "party/guild").isoformat() == "2031-03-03T00:00:00+00:00"
    assert quiet_since(library, "party/city").isoformat() == "1970-01-01T00:00:00+00:00"
    # The newest report is of some day in April.
    assert quiet_since(library, "all").isoformat() == "2031-04-01T00:00:00+00:00"
    assert quiet_since(World().library(), "all").isoformat() == "1970-01-01T00:00:00+00:00"
