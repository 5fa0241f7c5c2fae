"""The page of an update: what changed, what it said before, and the claims concerned."""

from typing import Any

import pytest

from tests.webpage import WebPage
from tests.world import World, claim, correction, update


def _world(*updates: Any) -> World:
    world = World()
    for topic in ("trams", "noise"):
        world.topic(topic)
    world.party("city")
    world.party("guild")
    world.brief(
        "spring",
        claim("a", "The city says so.", topics=["trams"], date="2031-03-01"),
        claim("b", "The guild says no.", topics=["noise", "trams"], party="guild"),
        updates=list(updates),
    )
    return world


def _page(update_id: str, *updates: Any) -> WebPage:
    return _world(*updates).page(f"updates/{update_id}/")


def test_it_says_when_what_and_where_something_changed() -> None:
    page = _page(
        "one",
        update("one", "2031-03-04T23:30:00-02:00", title="It is new", note="It *is* so.\n\nAnd more.", claims=["b"]),
    )
    assert page.kicker == "Update · New · 5 March 2031, 01:30 UTC"
    assert page.opening.address("Update") == "/updates/"
    assert page.heading == page.title == "It is new"
    assert page.opening.blocks[2:] == ["It is so.", "And more.", "Changed: Spring · about Noise · Trams"]
    assert page.opening.address("Spring") == "/briefs/spring/"
    assert page.opening.address("Noise") == "/topics/noise/"
    assert page.values("datetime")[0] == "2031-03-05T01:30:00Z"


def test_a_minor_update_says_so() -> None:
    page = _page("one", update("one", kind="development", significance="minor", claims=["a"]))
    assert page.kicker.startswith("Update · Development, minor · ")


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("new", "Spring"),
        ("development", "Spring"),
        ("correction", "Correction: Spring"),
        ("retraction", "Retraction: Spring"),
        ("closed", "Closed: Spring"),
    ],
)
def test_the_title_says_what_sort_of_change_it_is_where_that_matters(kind: str, title: str) -> None:
    page = _page("one", update("one", kind=kind, claims=["a"]))
    assert page.heading == page.title == title


def test_the_claims_concerned_stand_in_full_in_their_given_order() -> None:
    page = _page("one", update("one", claims=["b", "a"]))
    section = page.section("The claims concerned")
    assert [each.heading for each in section.claims] == ["The guild says no.", "The city says so."]
    assert section.claims[0].evidence


def test_very_many_claims_are_counted() -> None:
    world = World()
    ids = [f"c-{n:02d}" for n in range(60)]
    world.brief("many", *(claim(each) for each in ids), updates=[update("one", claims=ids)])
    section = world.page("updates/one/").section("The claims concerned")
    assert len(section.claims) == 40
    assert section.blocks[-1] == "and 20 further claims in Many"
    world.briefs["many"]["updates"] = [update("one", claims=ids[:40])]
    assert "further" not in world.page("updates/one/").section("The claims concerned").blocks[-1]


TOLD = update("told", "2031-03-04T09:00:00+00:00", claims=["a"])
MENDED = correction("mended", "2031-05-01T09:00:00+00:00", "a", before="four crowns", after="five crowns")


def test_a_correction_shows_the_words_before_and_after() -> None:
    page = _page("mended", TOLD, MENDED)
    assert page.section("Before and after").blocks == [
        "Before and after",
        "Before",
        "four crowns",
        "Now",
        "five crowns",
    ]
    assert [each.text for each in page.all(".//del")] == ["four crowns"]
    assert [each.text for each in page.all(".//ins")] == ["five crowns"]
    added = _page("one", update("one", kind="retraction", claims=["a"], before="four crowns"))
    assert added.section("Before and after").blocks[1:] == ["Before", "four crowns", "Now", "nothing"]
    assert "Before and after" not in _page("told", TOLD).headings


def test_a_correction_and_what_it_mends_lead_to_each_other() -> None:
    mending, mended = _page("mended", TOLD, MENDED), _page("told", TOLD, MENDED)
    assert mending.opening.blocks[-1] == "Mends the update of 4 March 2031, “Spring”"
    assert mending.address("the update of 4 March 2031, “Spring”") == "/updates/told/"
    notice = "A part of what stands here was corrected: see the correction of 1 May 2031, “Spring”."
    assert notice in mended.opening.blocks
    assert mended.address("the correction of 1 May 2031, “Spring”") == "/updates/mended/"
    assert "what stands here was corrected" not in mending.text


def test_a_correction_of_all_that_was_said_says_so() -> None:
    told = {**TOLD, "note": "Four crowns."}
    whole = correction("mended", "2031-05-01T09:00:00+00:00", "a", before="Four\ncrowns.", after="Five crowns.")
    notice = "What stands here was corrected: see the correction of 1 May 2031, “Spring”."
    assert notice in _page("told", told, whole).opening.blocks


def test_a_correction_of_a_correction_is_told_as_one() -> None:
    again = correction("again", "2031-06-01T09:00:00+00:00", "a", corrects="mended")
    assert _page("again", TOLD, MENDED, again).opening.blocks[-1] == "Mends the correction of 1 May 2031, “Spring”"


def test_the_topic_that_an_update_stands_in_is_named_once() -> None:
    world = _world()
    world.topics["noise"]["updates"] = [update("loud", topics=["noise", "trams"])]
    assert world.page("updates/loud/").opening.blocks[-1] == "Changed: Noise · about Trams"
    world.topics["noise"]["updates"] = [update("loud")]
    page = world.page("updates/loud/")
    assert page.opening.blocks[-1] == "Changed: Noise"
    assert page.address("Noise") == "/topics/noise/"


def test_the_contents_name_every_section_in_its_order() -> None:
    page = _page("mended", TOLD, MENDED)
    names = ["Before and after", "The claims concerned", "Cite this page"]
    assert page.contents == page.sections == names
    assert page.contents_anchors == ["wording", "claims", "cite"]
    assert _page("told", TOLD).contents == ["The claims concerned", "Cite this page"]
    assert _page("one", update("one")).contents == []


def test_what_others_are_told_of_it() -> None:
    page = _page("one", update("one", "2031-03-04T11:00:00+02:00", note="It *is* so.", claims=["b"]))
    assert page.description == "It is so."
    assert page.published == page.modified == "2031-03-04T09:00:00Z"
    assert page.node["@type"] == "Article"
    assert page.crumbs == ["Harbour File", "Updates", "Spring"]
    assert page.filters == {"Kind": ["Update"], "Topic": ["Noise", "Trams"], "Party": ["The guild"]}
    assert [each for each in page.feeds if each.endswith("atom.xml")] == [
        "/feeds/noise/atom.xml",
        "/feeds/trams/atom.xml",
        "/feeds/all/atom.xml",
    ]
    cited = "“Spring”. Harbour File. Version of 4 March 2031. https://harbour.example/file/updates/one/"
    assert cited in page.section("Cite this page").blocks
    long = _page("one", update("one", note="It is so, and more. " * 30))
    assert long.description.endswith("…")
    assert len(long.description) <= 200
