"""Updates in the library: whose they are, what they are about, and which mends which."""

from typing import Any

import pytest

from tests.seam import place
from tests.world import World, claim, correction, update


def _world(*updates: Any, of_topic: Any = ()) -> World:
    world = World()
    for topic in ("trams", "noise", "rent"):
        world.topic(topic)
    world.topics["noise"]["updates"] = list(of_topic)
    world.brief("spring", claim("a", topics=["trams"]), claim("b", topics=["rent", "noise"]), updates=list(updates))
    world.brief("summer", claim("c", topics=["rent"]), updates=[])
    return world


def _one(*updates: Any, of_topic: Any = ()) -> Any:
    """Return the last of the updates given, as it stands in the library."""
    return _world(*updates, of_topic=of_topic).library().updates_by_id[(*updates, *of_topic)[-1]["id"]]


def test_an_update_of_a_brief_knows_its_brief_and_its_place() -> None:
    found = _one(update("zero"), update("one"))
    assert (found.owner_kind, found.owner_id, found.owner_title) == ("brief", "spring", "Spring")
    assert (found.owner_address, found.address) == ("briefs/spring/", "updates/one/")
    assert found.place("note") == place("briefings/2031/spring.yaml", "updates", 1, "note")


def test_an_update_of_a_topic_knows_its_topic_and_its_place() -> None:
    found = _one(of_topic=[update("one")])
    assert (found.owner_kind, found.owner_id, found.owner_title) == ("topic", "noise", "Noise")
    assert found.owner_address == "topics/noise/"
    assert found.place() == place("briefings/topics/noise.yaml", "updates", 0)


def test_an_update_bears_its_own_title_or_that_of_its_brief() -> None:
    assert _one(update("one", title="It is new")).title == "It is new"
    assert _one(update("one")).title == "Spring"


def test_the_claims_of_an_update_stand_in_full() -> None:
    assert _one(update("one", claims=["b", "summer/c", "b", "nothing"])).claims == ("spring/b", "summer/c")
    assert _one(of_topic=[update("one", claims=["spring/a", "a"])]).claims == ("spring/a",)


@pytest.mark.parametrize(
    ("more", "topics"),
    [
        ({"topics": ["rent", "trams"]}, ("rent", "trams")),
        ({"topics": ["rent"], "claims": ["a"]}, ("rent",)),
        ({"claims": ["b", "a"]}, ("rent", "noise", "trams")),
        ({}, ("trams", "rent", "noise")),
        ({"topics": ["nothing", "rent"]}, ("rent",)),
        # It names claims, and none of them is there: it is not about all that its brief is about.
        ({"claims": ["nothing"]}, ()),
    ],
)
def test_an_update_of_a_brief_is_about_its_own_topics_or_those_of_its_claims_or_of_its_brief(
    more: dict[str, Any], topics: tuple[str, ...]
) -> None:
    assert _one(update("one", **more)).topics == topics


@pytest.mark.parametrize(
    ("more", "topics"),
    [
        ({}, ("noise",)),
        ({"topics": ["rent", "noise"]}, ("noise", "rent")),
        ({"claims": ["spring/a"]}, ("noise", "trams")),
    ],
)
def test_an_update_of_a_topic_is_about_that_topic_ahead_of_others(
    more: dict[str, Any], topics: tuple[str, ...]
) -> None:
    assert _one(of_topic=[update("one", **more)]).topics == topics


@pytest.mark.parametrize(
    ("kind", "significance", "major"),
    [
        ("new", "major", True),
        ("new", "minor", False),
        ("development", "minor", False),
        ("correction", "minor", True),
        ("retraction", "minor", True),
        ("closed", "minor", True),
    ],
)
def test_subscribers_are_told_of_major_updates_and_of_all_that_mend_or_close(
    kind: str, significance: str, major: bool
) -> None:
    assert _one(update("one", kind=kind, significance=significance)).is_major == major


AT = "2031-05-0{}T09:00:00+00:00"


def _mends(*updates: Any) -> Any:
    return _one(*updates).corrects


def test_a_correction_mends_the_update_that_it_names() -> None:
    told = update("told", AT.format(1), claims=["a"])
    other = update("other", AT.format(2), claims=["b"])
    library = _world(told, other, correction("mends", AT.format(3), "b", corrects="told")).library()
    assert library.updates_by_id["mends"].corrects == "told"
    assert library.updates_by_id["told"].corrected_by == ("mends",)
    assert library.updates_by_id["other"].corrected_by == ()


def test_a_correction_that_names_none_mends_the_newest_earlier_one_about_its_claims() -> None:
    first = update("z-first", AT.format(1), claims=["a"])
    second = update("a-second", AT.format(2), "development", claims=["a"])
    other = update("other", AT.format(3), "development", claims=["b"])
    later = update("later", AT.format(5), "development", claims=["a"])
    assert _mends(first, second, other, later, correction("mends", AT.format(4), "a")) == "a-second"
    assert _mends(first, second, other, later, correction("mends", AT.format(4), "a", "b")) == "other"
    assert _mends(later, correction("mends", AT.format(4), "a")) is None


def test_a_correction_mends_what_subscribers_were_told_rather_than_what_they_were_not() -> None:
    told = update("told", AT.format(1), claims=["a"])
    minor = update("minor", AT.format(2), "development", claims=["a"], significance="minor")
    assert _mends(told, minor, correction("mends", AT.format(3), "a")) == "told"
    assert _mends(minor, correction("mends", AT.format(3), "a")) == "minor"


@pytest.mark.parametrize(("kind", "mends"), [("retraction", "told"), ("development", None), ("closed", None)])
def test_only_a_correction_or_a_retraction_mends_without_naming_what(kind: str, mends: str | None) -> None:
    assert _mends(update("told", AT.format(1), claims=["a"]), update("one", AT.format(2), kind, claims=["a"])) == mends


@pytest.mark.parametrize("corrects", ["nothing", "mends"])
def test_an_update_mends_neither_itself_nor_what_is_not_there(corrects: str) -> None:
    told = update("told", AT.format(1), claims=["a"])
    assert _mends(told, correction("mends", AT.format(3), "a", corrects=corrects)) is None


def test_whoever_was_told_the_one_is_told_the_other() -> None:
    told = update("told", AT.format(1), topics=["noise"], claims=["a"])
    mends = correction("mends", AT.format(2), "a", topics=["rent"])
    again = correction("again", AT.format(3), "a", topics=["trams"])
    library = _world(told, mends, again).library()
    assert library.updates_by_id["mends"].topics == ("rent", "noise")
    assert library.updates_by_id["again"].topics == ("trams", "rent", "noise")
    assert library.updates_by_id["told"].topics == ("noise",)


def test_corrections_in_a_circle_end() -> None:
    one = correction("one", AT.format(1), "a", corrects="two", topics=["noise"])
    two = correction("two", AT.format(2), "a", corrects="one", topics=["rent"])
    library = _world(one, two).library()
    assert library.updates_by_id["one"].topics == ("noise", "rent")
    assert library.updates_by_id["one"].corrected_by == ("two",)


def test_all_corrections_of_an_update_are_known_in_the_order_of_their_ids() -> None:
    told = update("told", AT.format(1), claims=["a"])
    more = [correction(name, AT.format(n), "a", corrects="told") for n, name in ((2, "b"), (3, "a"))]
    assert _world(told, *more).library().updates_by_id["told"].corrected_by == ("a", "b")
