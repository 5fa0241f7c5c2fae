"""The page of a party: what it wants on each topic, what changed, and what it has said and done."""

from typing import Any

from tests.webpage import WebPage
from tests.world import World, claim, evidence, update

PARTY = "parties/city/"
FOLLOW = "Follow by feed: Atom · RSS · JSON Feed (what a feed is)"


def _world(*claims: Any, **more: Any) -> World:
    world = World()
    for topic in ("trams", "noise", "rent"):
        world.topic(topic)
    world.party("city", "The city", **more)
    world.party("guild", "The guild")
    world.brief("spring", *claims)
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page(PARTY)


def _position(claim_id: str, text: str = "", topics: tuple[str, ...] = ("trams",), **more: Any) -> Any:
    return claim(claim_id, text, kind="position", topics=list(topics), **more)


def test_the_opening_says_who_it_is_and_how_much_there_is() -> None:
    page = _page(claim("a", status="disputed"), claim("b"), claim("c", party="guild"), about="Runs *all* trams.")
    assert page.kicker == "Party"
    assert page.opening.address("Party") == "/parties/"
    assert page.heading == page.title == "The city"
    assert page.opening.blocks[2:] == [
        "Runs all trams.",
        "2 claims, 1 disputed",
        FOLLOW,
        "As of 3 March 2031; review due 31 December 2031",
    ]


def test_its_other_names_stand_where_search_finds_them() -> None:
    page = _page(aliases=["Town hall", "City"], spellings=["Місто"])
    assert page.opening.blocks[-3] == "Other names and search words: Town hall, Місто"
    assert page.values("data-pagefind-meta") == ["names"]
    assert "Other names" not in _page().text


def test_what_it_wants_is_told_topic_by_topic_in_their_order() -> None:
    section = _page(
        _position("n", "The city wants it quiet.", ("noise",)),
        _position("t", "The city wants trams.", ("trams", "noise"), date="2031-03-09"),
        _position("g", "The guild wants rest.", ("rent",), party="guild"),
    ).section("What it wants")
    assert section.headings == ["What it wants", "Trams", "Noise"]
    assert section.section("Noise").lines == [
        "The city wants trams. / of 9 March 2031 · One report: The Gazette",
        "The city wants it quiet. / of 2 March 2031; in these sources from 3 March 2031 · One report: The Gazette",
    ]
    assert section.address("Noise") == "/topics/noise/"
    assert section.section("Trams").address("The city wants trams.") == "/briefs/spring/#t"


def test_topics_on_which_no_position_was_found_are_named() -> None:
    section = _page(_position("t", topics=("trams",))).section("What it wants")
    assert section.blocks[-1] == "No position found in these sources on Noise · Rent."
    assert section.address("Rent") == "/topics/rent/"
    every = _page(_position("t", topics=("trams", "noise", "rent")))
    assert "No position found" not in every.section("What it wants").text


def test_what_changed_over_time_sets_the_newer_position_against_the_older() -> None:
    page = _page(
        _position("one", "The city wants many.", date="2031-01-05"),
        _position("two", "The city wants few.", date="2031-02", reported="2031-02", supersedes=["one"]),
        _position("three", "The city wants none.", date="2031-03-01", supersedes=["two"]),
    )
    section = page.section("What changed over time")
    assert section.lines == [
        "Trams, 1 March 2031 / Now / The city wants none. / Before / The city wants few. (February 2031)",
        "Trams, February 2031 / Now / The city wants few. / Before / The city wants many. (5 January 2031)",
    ]
    assert section.address("The city wants none.") == "/briefs/spring/#three"
    assert section.address("The city wants many.") == "/briefs/spring/#one"
    assert [each.values("data-since") for each in section.items] == [["2031-03-01"], ["2031-02-28"]]
    assert "Nothing of this had been reported by that day." in section.hidden


def test_what_is_dated_by_a_day_changed_by_that_day() -> None:
    section = _page(
        _position("one", "The city wants many.", date="2031-01-05", dated="by"),
        _position("two", "The city wants few.", date="2031-02", reported="2031-02", dated="by", supersedes=["one"]),
    ).section("What changed over time")
    told = "Trams, in or before February 2031 / Now / The city wants few. / Before / The city wants many. (by 5 January 2031)"
    assert section.lines == [told]


def test_a_change_is_told_under_the_topic_that_both_share() -> None:
    section = _page(
        _position("one", "The city wants many.", ("noise",)),
        _position("two", "The city wants few.", ("trams", "noise"), date="2031-05-01", supersedes=["one"]),
    ).section("What changed over time")
    assert section.lines[0].startswith("Noise, 1 May 2031")


def test_what_is_no_change_of_position_is_not_told_as_one() -> None:
    page = _page(
        claim("said", topics=["trams"]),
        claim("again", topics=["trams"], date="2031-05-01", supersedes=["said"]),
        _position("held", date="2031-01-01"),
        _position("gone", status="withdrawn", status_reason="Taken back.", date="2031-05-01", supersedes=["held"]),
    )
    assert "What changed over time" not in page.headings
    assert page.contents == ["What it wants", "What it has said and done", "Cite this page"]


def test_what_it_said_and_did_is_told_newest_first_without_its_name() -> None:
    page = _page(
        claim("b", "It was said in March.", date="2031-03-05"),
        claim("c", "It was said in May.", date="2031-05-01", kind="event"),
        claim("a", "It was said before.", date="2031-03-01"),
        claim("d", "Somebody else said it.", party="guild"),
    )
    section = page.section("What it has said and done")
    assert section.by_date == [
        ("May 2031", ["1 May 2031 It was said in May."]),
        ("March 2031", ["5 Mar 2031 It was said in March.", "1 Mar 2031 It was said before."]),
    ]
    assert section.lines[0] == "1 May 2031 It was said in May. / Event · One report: The Gazette"


def test_what_others_judge_of_it_is_not_called_its_own_words() -> None:
    title = "What it has said and done, and what others judge of it"
    page = _page(claim("a"), claim("b", kind="analysis"))
    assert title in page.headings
    assert title in page.contents
    assert title not in _page(claim("a")).headings


def test_who_speaks_for_it_is_told_with_what_they_said() -> None:
    world = _world(claim("a", said_by="mara-quint"), claim("b", said_by="mara-quint"), claim("c", said_by="tess-ford"))
    world.person("mara-quint", "Mara Quint", party="city", role="mayor")
    world.person("tess-ford", "Tess Ford", party="guild")
    world.person("mute", "Nobody Heard", party="city")
    page = world.page(PARTY)
    section = page.section("Who speaks for it")
    assert section.lines == ["Mara Quint, mayor / 2 claims"]
    assert section.address("Mara Quint") == "/people/mara-quint/"
    assert page.contents == ["What it wants", "What it has said and done", "Who speaks for it", "Cite this page"]
    del world.people["mara-quint"]["role"]
    assert world.page(PARTY).section("Who speaks for it").lines[0].startswith("Mara Quint / 2 claims")
    assert "Who speaks for it" not in _page().headings


def test_the_contents_name_every_section_in_its_order() -> None:
    world = _world(_position("one", date="2031-01-01", said_by="mara-quint"), _position("two", supersedes=["one"]))
    page = world.page(PARTY)
    names = [
        "What it wants",
        "What changed over time",
        "What it has said and done",
        "Who speaks for it",
        "Cite this page",
    ]
    assert page.contents == page.sections == names
    assert page.contents_anchors == ["positions", "turns", "claims", "people", "cite"]
    assert set(page.contents_anchors) <= set(page.anchors)


def test_it_can_be_asked_for_an_earlier_day() -> None:
    (form,) = _page(claim("a", reported="2031-03-03"), claim("b", reported="2031-03-09")).all(".//form[@data-asof]")
    assert (form.get("data-earliest"), form.get("data-latest")) == ("2031-03-03", "2031-03-09")
    assert _page(claim("a")).all(".//form[@data-asof]") == []


def test_what_others_are_told_of_it() -> None:
    world = _world(claim("a"), claim("b", party="guild"), about="Runs *all* trams.")
    world.briefs["spring"]["updates"] += [
        update("more", "2031-05-01T09:00:00+00:00", "development", claims=["a"]),
        update("other", "2031-06-01T09:00:00+00:00", "development", claims=["b"]),
    ]
    page = world.page(PARTY)
    assert page.description == "The city: what it wants on each topic, and what it has said and done. Runs all trams."
    assert page.modified == "2031-05-01T09:00:00Z"
    assert page.published == ""
    assert "Version of 1 May 2031. https://harbour.example/file/parties/city/" in page.section("Cite this page").text
    assert page.crumbs == ["Harbour File", "Parties", "The city"]
    assert page.filters == {"Kind": ["Party"], "Topic": ["Trams"], "Party": ["The city"]}
    assert page.feeds == [
        f"/feeds/{scope}/{file}" for scope in ("party/city", "all") for file in ("atom.xml", "rss.xml", "feed.json")
    ]
    assert [page.opening.address(form) for form in ("Atom", "RSS", "JSON Feed")] == page.feeds[:3]
    about = _page().description
    assert about.endswith("said and done. Who wants what of the harbour, and what that rests on.")


def test_a_party_that_said_nothing_has_a_page_too() -> None:
    page = _world(claim("a", party="guild")).page(PARTY)
    assert page.opening.blocks == [
        "Party",
        "The city",
        "0 claims",
        FOLLOW,
        "As of 3 March 2031; review due 31 December 2031",
    ]
    assert page.section("What it wants").blocks[1] == "No position found in these sources on Trams · Noise · Rent."
    assert page.section("What it has said and done").lines == []
    assert page.modified == ""


def test_how_it_is_known_is_told_beside_each_position() -> None:
    cited = [evidence(), evidence("courier", origin="gazette-report")]
    section = _page(_position("t", evidence=cited)).section("What it wants")
    assert section.lines[0].endswith("· One report: The Gazette")
