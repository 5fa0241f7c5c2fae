"""The page of a brief: what happened, the claims it comes to in their author's order, and its history."""

from typing import Any

from tests.webpage import WebPage
from tests.world import World, claim, correction, evidence, update

BRIEF = "briefs/spring/"


def _world(*claims: Any, **more: Any) -> World:
    world = World()
    for topic in ("trams", "noise"):
        world.topic(topic)
    world.party("city")
    world.party("guild")
    world.brief("spring", *claims, **more)
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page(BRIEF)


def test_the_opening_says_when_and_what_happened_and_what_it_is_about() -> None:
    page = _page(
        claim("a", topics=["noise"]),
        claim("b", topics=["trams"]),
        title="Spring talks",
        date="2031-03",
        summary="They *met*.\n\nThey parted.",
    )
    assert page.kicker == "Brief · March 2031"
    assert page.opening.address("Brief") == "/briefs/"
    assert page.heading == page.title == "Spring talks"
    assert page.opening.blocks[2:] == ["They met.", "They parted.", "About Trams · Noise"]
    assert page.opening.address("Noise") == "/topics/noise/"


def test_a_brief_that_is_dated_by_a_day_says_so() -> None:
    page = _page(claim("a", date="2031-03-02", dated="by"), date="2031-03-02", dated="by")
    assert page.kicker == "Brief · by 2 March 2031"


def test_claims_stand_in_the_order_of_their_author() -> None:
    page = _page(claim("new", date="2031-03-09"), claim("old", date="2031-03-01"), claim("mid", date="2031-03-05"))
    section = page.section("3 claims")
    assert [each.values("data-claim")[0] for each in section.claims] == ["spring/new", "spring/old", "spring/mid"]
    assert _page(claim("a")).sections[0] == "1 claim"


def test_the_history_is_told_newest_first() -> None:
    updates = [
        update("told", "2031-03-04T09:00:00+00:00", note="It is new."),
        correction("mended", "2031-05-01T09:00:00+00:00", "a", note="A number was wrong.", before="four", after="five"),
    ]
    section = _page(claim("a"), updates=updates).section("What changed on this page")
    assert section.lines == [
        "1 May 2031 · Correction / A number was wrong. / Before / four / Now / five",
        "4 March 2031 · New / It is new.",
    ]
    assert section.address("4 March 2031") == "/updates/told/"
    assert "What changed on this page" not in _page(claim("a"), updates=[]).headings


def test_an_update_of_another_brief_is_not_part_of_its_history() -> None:
    world = _world(claim("a"))
    other = [update("other", "2031-06-01T09:00:00+00:00", claims=["spring/a"])]
    world.brief("summer", claim("b"), updates=other)
    page = world.page(BRIEF)
    assert len(page.section("What changed on this page").lines) == 1
    assert page.modified == "2031-03-04T09:00:00Z"


def test_the_contents_list_its_claims_where_they_are_few() -> None:
    page = _page(claim("a", short="The first"), claim("b", "The second thing is so."))
    assert page.contents == [
        ["Claims", ["The first", "The second thing is so"]],
        "What changed on this page",
        "Cite this page",
    ]
    assert page.contents_anchors == ["_claims", "a", "b", "_changes", "_cite"]
    assert set(page.contents_anchors) <= set(page.anchors)
    twelve = _page(*(claim(f"c-{n}") for n in range(12)))
    assert len(twelve.contents[0][1]) == 12
    thirteen = _page(*(claim(f"c-{n}") for n in range(13)), updates=[])
    assert thirteen.contents == ["Claims", "Cite this page"]


def test_a_change_can_be_suggested_where_files_can_be_edited() -> None:
    page = _page()
    address = "https://code.example/harbour/edit/main/briefings/2031/spring.yaml"
    assert page.address("Suggest a change to this brief") == address
    world = World(edit=None)
    world.brief("spring")
    assert "Suggest a change" not in world.page(BRIEF).text


def test_the_page_is_cited_with_the_day_of_its_newest_change() -> None:
    cited = "“Spring”. Harbour File. Version of 4 March 2031. https://harbour.example/file/briefs/spring/"
    assert cited in _page().section("Cite this page").blocks


def test_search_finds_it_as_a_brief_by_its_topics_and_parties() -> None:
    page = _page(claim("a", topics=["noise"], party="guild"), claim("b", topics=["trams"], party="guild"))
    assert page.filters == {"Kind": ["Brief"], "Topic": ["Trams", "Noise"], "Party": ["The guild"]}


def test_feeds_of_its_topics_are_advertised_before_that_of_everything() -> None:
    page = _page(claim("a", topics=["noise"]), claim("b", topics=["trams"]))
    assert [each for each in page.feeds if each.endswith("atom.xml")] == [
        "/feeds/trams/atom.xml",
        "/feeds/noise/atom.xml",
        "/feeds/all/atom.xml",
    ]


def test_others_are_told_its_summary_and_its_dates() -> None:
    updates = [update("told"), update("more", "2031-06-01T09:00:00+00:00", "development", claims=["first"])]
    page = _page(summary="They *met*. They parted.", updates=updates)
    assert page.description == "They met. They parted."
    assert (page.published, page.modified) == ("2031-03-04T09:00:00Z", "2031-06-01T09:00:00Z")
    assert page.node["@type"] == "Article"
    assert page.crumbs == ["Harbour File", "Briefs", "Spring"]
    assert page.node["about"] == [{"@type": "Thing", "name": "Trams"}]


def test_a_long_summary_is_cut_between_words_for_others() -> None:
    page = _page(summary="They met again. " * 40)
    assert page.description.endswith("…")
    assert 180 < len(page.description) <= 200
    # Some languages have no spaces to cut at.
    assert _page(summary="夜" * 300).description == "夜" * 199 + "…"


def test_structured_data_tell_each_claim_with_who_says_it_and_where_it_appears() -> None:
    world = _world(
        claim(
            "said",
            "The mayor says so.",
            said_by="mara-quint",
            reported="2031-03-09",
            status="denied",
            evidence=[evidence(origin="talk")],
        ),
        claim("held", party="guild", evidence=[evidence("courier"), evidence("courier", paragraph=3)]),
        claim("done", kind="event"),
    )
    world.person("mara-quint", "Mara Quint", party="city")
    world.origin("talk", "Talk of the mayor", "statement", publisher="The city", speaker="mara-quint")
    world.origin("gazette-report", publisher="The Gazette")
    world.source("gazette")
    world.source("courier", "Trams, perhaps", outlet="Courier", language="uk", authors=["A. Reporter"])
    page = world.page(BRIEF)
    url = "https://harbour.example/file/"
    said, held, done = page.data("Claim")
    assert said == {
        "@type": "Claim",
        "@id": f"{url}briefs/spring/#said",
        "url": f"{url}briefs/spring/#said",
        "text": "The mayor says so.",
        "datePublished": "2031-03-09",
        "creativeWorkStatus": "Denied",
        "isPartOf": {"@id": f"{url}briefs/spring/"},
        "appearance": [{"@id": f"{url}sources/gazette/#text"}],
        "author": {"@type": "Person", "name": "Mara Quint", "url": f"{url}people/mara-quint/"},
    }
    # Only a person who spoke is an author: nobody spoke for the guild.
    assert "author" not in held
    assert held["appearance"] == [{"@id": f"{url}sources/courier/#text"}]
    assert "author" not in done
    texts = {each["@id"]: each for each in page.data("Article") if each["@id"].endswith("#text")}
    assert len(texts) == 2
    assert texts[f"{url}sources/courier/#text"] == {
        "@type": "Article",
        "@id": f"{url}sources/courier/#text",
        "url": "https://courier.example/text",
        "headline": "Trams, perhaps",
        "inLanguage": "uk",
        "datePublished": "2031-03-03",
        "publisher": {"@type": "Organization", "name": "Courier"},
        "author": [{"@type": "Person", "name": "A. Reporter"}],
    }
