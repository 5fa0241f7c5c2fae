"""The first page: what the site covers, how fresh it is, what changed, and where each topic stands."""

from typing import Any

import pytest

from tests.webpage import WebPage
from tests.world import World, claim, correction, evidence, update


def _world(*claims: Any, updates: Any = None, **settings: Any) -> World:
    world = World(**settings)
    for topic in ("trams", "noise"):
        world.topic(topic)
    world.party("city")
    world.party("guild")
    more = {} if updates is None else {"updates": list(updates)}
    world.brief("spring", *(claims or (claim("a", topics=["trams"]),)), **more)
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page("")


def test_the_opening_says_what_it_covers_and_how_much_it_rests_on() -> None:
    page = _page(name="Tram File", description="Who wants what of trams.")
    assert page.heading == page.title == "Tram File"
    assert page.opening.blocks[1:] == [
        "Who wants what of trams.",
        (
            "Evidence on 3 March 2031: 1 claim on 1 source; behind it 1 newsroom · last significant change "
            "4 March 2031 · As of 3 March 2031; review due 31 December 2031"
        ),
    ]
    assert page.opening.address("4 March 2031") == "/updates/spring-told/"


def test_newsrooms_documents_and_people_on_the_record_are_counted_apart() -> None:
    world = _world(
        claim("a", evidence=[evidence("gazette", origin="wire"), evidence("courier", origin="letter")]),
        claim("b", evidence=[evidence("courier", origin="rumour")]),
        claim("c", evidence=[evidence("courier", origin="note"), evidence("courier", origin="talk", paragraph=3)]),
        claim("d", evidence=[evidence(origin="speech"), evidence("courier", origin="third", support="partial")]),
        claim("e", evidence=[evidence(origin="other"), evidence("courier", origin="third", origin_basis="inferred")]),
    )
    world.person("tess-ford", "Tess Ford")
    # A statement of nobody by name puts no person on the record.
    world.briefs["spring"]["claims"].append(claim("f", evidence=[evidence("courier", origin="voice")]))
    world.origin("voice", kind="statement", publisher="Town hall")
    world.origin("speech", kind="statement", publisher="The guild", speaker="tess-ford")
    world.origin("third", publisher="The Third Paper")
    world.origin("other", publisher="the harbour wire")
    world.source("gazette", published="2031-03-03")
    world.source("courier", published="2031-05")
    world.source("unused", published="2032")
    world.origin("wire", publisher="Harbour Wire", depends_on=["letter"])
    world.origin("letter", kind="document", publisher="The guild")
    world.origin("note", kind="document", publisher="the GUILD")
    world.origin("talk", kind="interview", publisher="The Tide", speaker="tess-ford")
    world.origin("rumour", kind="background")
    assert (
        "Evidence from 3 March 2031 to May 2031: 6 claims on 2 sources; behind them 1 newsroom, 2 documents, "
        "1 person on the record"
    ) in world.page("").opening.text


def test_the_newest_significant_change_is_dated_where_its_author_was() -> None:
    page = _page(
        updates=[
            update("one", "2031-03-05T00:30:00+02:00", claims=["a"]),
            update("typo", "2031-04-01T09:00:00+00:00", "development", claims=["a"], significance="minor"),
        ]
    )
    assert "last significant change 5 March 2031 · As of" in page.opening.text
    assert "last significant change" not in _page(updates=[]).opening.text


def test_what_changed_is_told_newest_first_and_minor_changes_are_not() -> None:
    page = _page(
        updates=[
            update("one", "2031-03-05T00:30:00+02:00", claims=["a"], title="It is new", note="It *is* so. And more."),
            update("typo", "2031-04-01T09:00:00+00:00", "development", claims=["a"], significance="minor"),
            correction("mended", "2031-05-01T09:00:00+00:00", "a", note="A number was wrong."),
        ]
    )
    section = page.section("What changed")
    assert section.lines == [
        "Spring / 1 May 2031 · Correction · Trams",
        "It is new / 5 March 2031 · New · Trams",
    ]
    assert section.address("It is new") == "/updates/one/"
    assert section.address("Trams") == "/topics/trams/"
    assert section.values("data-changed") == ["2031-05-01T09:00:00Z", "2031-03-04T22:30:00Z"]
    assert [each.text for each in section.all(".//strong")] == ["Correction"]


@pytest.mark.parametrize(("count", "shown", "more"), [(1, 1, False), (6, 6, False), (7, 6, True), (9, 6, True)])
def test_six_changes_are_shown_and_the_others_led_to(count: int, shown: int, more: bool) -> None:
    section = _page(
        updates=[update(f"u-{n}", f"2031-03-{n + 4:02d}T09:00:00+00:00", claims=["a"]) for n in range(count)]
    ).section("What changed")
    assert len(section.lines) == shown
    assert (("All changes", "/updates/") in section.links) == more


def test_the_state_of_play_leads_with_what_each_sentence_rests_on_and_its_age() -> None:
    world = _world(claim("a", "Trams return.", topics=["trams"]), claim("b", "It is loud.", topics=["noise"]))
    world.state_of_play(
        ("It *is* loud.", ["spring/b"]),
        ("Trams return.", ["spring/a", "spring/b"]),
        as_of="2031-03",
        review_by="2031-06",
    )
    page = world.page("")
    assert page.sections[0] == page.contents[0] == "State of play"
    section = page.section("State of play")
    assert section.blocks == [
        "State of play",
        "It is loud. 1",
        "Trams return. 2 1",
        "As of March 2031; review due June 2031. Numbers lead to the claims that each sentence rests on.",
    ]
    assert section.links == [("1", "/briefs/spring/#b"), ("2", "/briefs/spring/#a"), ("1", "/briefs/spring/#b")]
    # That it is overdue only the reader's clock can say.
    assert section.hidden == ["This was due for review by June 2031. Newer developments may be missing."]
    assert "As of" not in page.opening.text


def test_topics_stand_in_their_order_with_their_answers() -> None:
    world = _world(claim("a", topics=["trams"], status="disputed"), claim("b", topics=["noise"]))
    world.topics["trams"]["in_short"] = {"text": "The city wants them, the guild does not.", "claims": ["spring/a"]}
    section = world.page("").section("Topics")
    aged = "As of 3 March 2031; review due 31 December 2031 · newest evidence 3 March 2031"
    assert section.blocks == [
        "Topics",
        "Trams",
        "The city wants them, the guild does not.",
        f"{aged} · 1 claim, 1 disputed",
        "Noise",
        "What becomes of noise?",
        f"{aged} · 1 claim",
    ]
    assert section.address("Noise") == "/topics/noise/"


def _position(claim_id: str, party: str, *topics: str) -> Any:
    return claim(claim_id, kind="position", party=party, topics=list(topics), short=claim_id.capitalize())


def test_positions_stand_side_by_side_for_topics_that_have_any() -> None:
    section = _page(
        _position("open", "city", "trams"), _position("shut", "guild", "trams"), claim("n", topics=["noise"])
    ).section("Positions, side by side")
    assert section.rows == [
        ["Topic", "The city", "The guild"],
        ["Trams", "Open 2 March 2031 · One report", "Shut 2 March 2031 · One report"],
    ]
    assert section.links[-2:] == [("All topics and parties", "/positions/"), ("Each party by itself", "/parties/")]


def test_where_all_topics_have_positions_the_page_of_its_own_is_no_longer_list() -> None:
    section = _page(_position("open", "city", "trams", "noise")).section("Positions, side by side")
    assert [row[0] for row in section.rows] == ["Topic", "Trams", "Noise"]
    assert section.links[-2][0] == "On a page of their own"


def test_of_many_topics_the_five_with_most_to_compare_stand_in_their_order() -> None:
    world = World()
    for number in range(7):
        world.topic(f"t-{number}", f"Topic {number}")
    held = {0: 1, 1: 2, 2: 1, 3: 2, 4: 2, 5: 2, 6: 2}
    world.brief(
        "spring",
        *(
            _position(f"c-{topic}-{n}", party, f"t-{topic}")
            for topic, count in held.items()
            for n, party in enumerate(("city", "guild")[:count])
        ),
    )
    rows = world.page("").section("Positions, side by side").rows
    assert [row[0] for row in rows[1:]] == ["Topic 1", "Topic 3", "Topic 4", "Topic 5", "Topic 6"]


def test_the_site_says_how_it_is_used() -> None:
    lines = _page(written=["method/", "contribute/"]).section("How to use this site").lines
    assert lines == [
        "Subscribe. Feeds tell of every significant change, one feed for all and one for each topic.",
        "Check. Every claim opens to the quote, source and paragraph that it rests on; how evidence is checked.",
        "Find. All claims can be filtered by topic, party, person, kind, source, date and how they are known.",
        "Correct or add. How to contribute. Everything here is made from files in a public repository.",
        "Use. All claims, sources and positions can be downloaded.",
    ]
    bare = _page(repository=None).section("How to use this site").lines
    assert bare[1].endswith("that it rests on.")
    assert bare[3] == "Correct or add. Everything here is made from plain files."
    section = _page(written=["method/", "contribute/"]).section("How to use this site")
    assert [address for _, address in section.links] == [
        "/feeds/",
        "/method/",
        "/claims/",
        "/contribute/",
        "https://code.example/harbour",
        "/data/",
    ]


def test_the_contents_name_every_section_in_its_order() -> None:
    page = _page(_position("open", "city", "trams"))
    assert page.contents == ["Topics", "Positions", "What changed", "How to use this site"]
    assert page.sections == ["Topics", "Positions, side by side", "What changed", "How to use this site"]
    assert page.contents_anchors == ["topics", "positions", "changes", "more"]
    assert set(page.contents_anchors) <= set(page.anchors)
    assert _page(updates=[]).contents == ["Topics", "How to use this site"]


def test_what_others_are_told_of_the_site() -> None:
    page = _page()
    assert page.description == "Who wants what of the harbour, and what that rests on."
    assert page.modified == "2031-03-04T09:00:00Z"
    assert page.meta["og:url"] == "https://harbour.example/file/"
    assert page.meta["og:type"] == "website"
    assert page.meta["og:image"] == "https://harbour.example/file/card.png"
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]
    assert page.crumbs == []
    (site,) = page.data("WebSite")
    assert site["name"] == "Harbour File"
    assert site["publisher"]["@type"] == "Organization"
    assert page.filters == {}


def test_an_empty_dossier_has_a_first_page_too() -> None:
    page = World().page("")
    assert page.opening.blocks[-1] == "0 claims on 0 sources"
    assert page.contents == ["Topics", "How to use this site"]
    assert page.section("Topics").blocks == ["Topics"]
    assert page.modified == ""
