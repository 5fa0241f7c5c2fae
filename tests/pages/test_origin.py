"""The page of an origin: what it is and rests on, who passed it on, and what falls with it."""

from typing import Any

import pytest
from lxml.html import HtmlElement

from tests.webpage import Part, WebPage
from tests.world import World, claim, evidence, update

ORIGIN = "origins/letter/"


def _world(*claims: Any, **more: Any) -> World:
    world = World()
    world.source("gazette", outlet="Gazette", published="2031-03-03")
    world.source("courier", outlet="Courier", published="2031-03")
    world.origin("letter", "Letter of the guild", **{"kind": "document", "publisher": "The guild", **more})
    world.brief("spring", *claims)
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page(ORIGIN)


def _cites(claim_id: str, *origins: str, **more: Any) -> Any:
    cited = [evidence(paragraph=number, origin=origin) for number, origin in enumerate(origins, start=2)]
    return claim(claim_id, **{"evidence": cited, **more})


def _tree(page: WebPage) -> list[Any]:
    """Return who passed it on: each as its words, or as its words and those who had it from there."""
    (tree,) = page.all(".//div[@class='tree']")

    def branches(list_: HtmlElement) -> list[Any]:
        found: list[Any] = []
        for item in list_.findall("li"):
            below = item.find("ul")
            words = " ".join(Part(each).text for each in item if each.tag != "ul") or Part(item).text
            found.append([words, branches(below)] if below is not None else words)
        return found

    (first,) = tree.findall("ul")
    return branches(first)


def test_the_opening_says_what_it_is() -> None:
    page = _page(_cites("a"), _cites("b", "letter"), date="2031-02")
    assert page.kicker == "Origin · Document"
    assert page.opening.address("Origin") == "/origins/"
    assert page.heading == page.title == "Letter of the guild"
    assert page.opening.blocks[2:] == ["The guild · February 2031 · 1 claim"]
    assert _page(_cites("a", "letter"), _cites("b", "letter")).opening.blocks[2] == "The guild · 2 claims"


def test_what_is_nobodys_report_is_told_as_what_it_is() -> None:
    world = World()
    world.origin("rumour", "Background", "background")
    world.brief("spring", claim("a"))
    page = world.page("origins/rumour/")
    assert page.opening.blocks == [
        "Origin · An outlet’s own voice",
        "Background",
        "1 claim",
        "The outlet’s own voice: it is nobody’s report, so it never counts as an independent origin.",
    ]
    assert "What falls with it" not in page.headings


@pytest.mark.parametrize("status", ["corrected", "withdrawn"])
def test_an_origin_that_was_taken_back_says_so_and_why(status: str) -> None:
    page = _page(status=status, status_reason="it was a forgery")
    assert f"This origin was {status}: it was a forgery" in page.opening.blocks
    assert "This origin was" not in _page().text


def test_the_record_says_what_it_rests_on_and_what_to_know_of_it() -> None:
    world = _world(
        rests_on="what two clerks said",
        depends_on=["minutes", "tape"],
        caveats=["nobody saw it", "it is not dated"],
        url="https://guild.example/letter",
    )
    world.origin("minutes", "Minutes of the council", "document")
    world.origin("tape", "Tape of the meeting", "document")
    page = world.page(ORIGIN)
    assert page.pairs == {
        "Rests on": "What two clerks said",
        "Goes back to": "Minutes of the council, Tape of the meeting",
        "Caveats": "Nobody saw it / It is not dated",
        "Published at": "https://guild.example/letter",
    }
    assert page.address("Minutes of the council") == "/origins/minutes/"
    assert page.address("https://guild.example/letter") == "https://guild.example/letter"
    assert _page().pairs == {}


def test_who_passed_it_on_is_a_tree_down_to_the_texts() -> None:
    world = _world(
        _cites("a", "letter"),
        _cites("b", "letter"),
        _cites("c", "wire"),
        claim("d", evidence=[evidence("courier", origin="wire", origin_basis="inferred")]),
    )
    world.origin("wire", "Wire report", depends_on=["letter"])
    page = world.page(ORIGIN)
    assert page.section("Who passed it on").blocks[1] == "Letter of the guild"
    assert _tree(page) == [
        [
            "Wire report report",
            [
                "Courier March 2031 · 1 claim · inferred by the editors, not named for these passages",
                "Gazette 3 March 2031 · 1 claim",
            ],
        ],
        "Gazette 3 March 2031 · 2 claims",
    ]
    assert page.address("Wire report") == "/origins/wire/"
    assert page.section("Who passed it on").address("Gazette") == "/sources/gazette/"


def test_a_text_that_names_it_once_names_it() -> None:
    world = _world(
        claim(
            "a", evidence=[evidence(origin="letter", origin_basis="inferred"), evidence(paragraph=3, origin="letter")]
        )
    )
    assert _tree(world.page(ORIGIN)) == ["Gazette 3 March 2031 · 1 claim"]


def test_texts_stand_by_their_dates() -> None:
    world = _world(claim("a", evidence=[evidence("gazette", origin="letter"), evidence("courier", origin="letter")]))
    world.sources["courier"]["published"] = "2031-03-02"
    assert _tree(world.page(ORIGIN)) == ["Courier 2 March 2031 · 1 claim", "Gazette 3 March 2031 · 1 claim"]


def test_a_report_with_two_ways_to_it_is_drawn_once() -> None:
    world = _world(_cites("x", "d"))
    world.origin("b", "Report B", depends_on=["letter"])
    world.origin("c", "Report C", depends_on=["letter"])
    world.origin("d", "Report D", depends_on=["b", "c"])
    assert _tree(world.page(ORIGIN)) == [
        ["Report B report", [["Report D report", ["Gazette 3 March 2031 · 1 claim"]]]],
        ["Report C report", ["Report D see above"]],
    ]


def test_a_circle_ends() -> None:
    world = _world(_cites("x", "tape"), depends_on=["c"])
    world.origin("b", "Report B", depends_on=["letter"])
    world.origin("c", "Report C", depends_on=["b"])
    assert _tree(world.page(ORIGIN)) == [["Report B report", [["Report C report", ["Letter of the guild see above"]]]]]


def test_a_long_line_of_reports_is_drawn_six_deep() -> None:
    world = _world(_cites("x", "r-9"))
    for number in range(1, 10):
        world.origin(f"r-{number}", f"Report {number}", depends_on=[f"r-{number - 1}" if number > 1 else "letter"])
    depth, tree = 0, _tree(world.page(ORIGIN))
    while isinstance(tree[0], list):
        depth, tree = depth + 1, tree[0][1]
    # Below the origin itself: six levels that have another below them, and a last one.
    assert (depth, tree) == (6, ["Report 7 report"])


def test_what_is_not_drawn_is_counted() -> None:
    world = _world(_cites("x", "tape"))
    for number in range(100):
        world.origin(f"r-{number:03d}", f"Report {number}", depends_on=["letter"])
    tree = _tree(world.page(ORIGIN))
    assert (len(tree), tree[-1]) == (41, "and 60 more")


def test_a_thicket_ends() -> None:
    world = _world(_cites("x", "tape"))
    layers = [[f"l{layer}-{n:02d}" for n in range(30)] for layer in range(4)]
    for above, names in zip([["letter"], *layers], layers, strict=False):
        for name in names:
            world.origin(name, depends_on=above)

    def count(branches: list[Any]) -> int:
        return sum(1 + count(each[1]) if isinstance(each, list) else not each.startswith("and ") for each in branches)

    # 27,000 ways lead to the last layer.
    assert count(_tree(world.page(ORIGIN))) <= 120


def test_an_origin_that_no_source_passes_on_says_so() -> None:
    world = World(complete=False)
    world.origin("letter", "Letter of the guild", "document")
    page = world.page(ORIGIN)
    assert page.section("Who passed it on").blocks[1:] == ["No source here passes it on."]
    assert page.section("What rests on it").blocks[1:] == ["No claim rests on it."]
    assert page.contents == ["Who passed it on", "What rests on it", "Cite this page"]


def _falls(*claims: Any) -> list[str]:
    world = _world(*claims)
    world.origin("tape", "Tape of the meeting", "document")
    world.origin("wire", "Wire report", depends_on=["letter"])
    page = world.page(ORIGIN)
    return page.section("What falls with it").blocks[1:] if "What falls with it" in page.headings else []


@pytest.mark.parametrize(
    ("alone", "words"),
    [
        (1, "The one claim that rests on it has no other support here."),
        (3, "The 3 claims that rest on it have no other support here."),
    ],
)
def test_what_rests_on_it_alone_falls_with_it(alone: int, words: str) -> None:
    assert _falls(*(_cites(f"c-{n}", "letter") for n in range(alone))) == [words]


@pytest.mark.parametrize(
    ("alone", "beside", "other", "words"),
    [
        (
            1,
            1,
            0,
            "Of 2 claims that rest on it, 1 has no other support here. / Without it, 1 claim has fewer independent origins.",
        ),
        (
            2,
            3,
            0,
            "Of 5 claims that rest on it, 2 have no other support here. / Without it, 3 claims have fewer independent origins.",
        ),
        (0, 1, 0, "Without it, 1 claim has fewer independent origins."),
        (0, 2, 1, "Without it, 2 claims have fewer independent origins."),
    ],
)
def test_what_falls_and_what_only_leans_on_it_is_counted(alone: int, beside: int, other: int, words: str) -> None:
    found = _falls(
        *(_cites(f"a-{n}", "letter") for n in range(alone)),
        *(_cites(f"b-{n}", "letter", "tape") for n in range(beside)),
        *(_cites(f"o-{n}", "tape") for n in range(other)),
    )
    told = [line for line in found if "rest on it" in line or line.startswith("Without it")]
    assert " / ".join(told) == words


def test_the_claims_that_fall_can_be_opened() -> None:
    one = _falls(_cites("a", "letter", text="It falls."), _cites("b", "letter", "tape"))
    assert one[1:-1] == ["The claim without other support", "It falls."]
    two = _falls(
        _cites("a", "letter", text="It falls."),
        _cites("c", "wire", text="It falls too."),
        _cites("b", "letter", "tape"),
    )
    assert two[1:-1] == ["The claims without other support", "It falls too.", "It falls."]


def test_a_relay_adds_no_origin_of_its_own() -> None:
    world = _world(_cites("a", "wire", "letter"))
    world.origin("wire", "Wire report", depends_on=["letter"])
    # Without the wire's report the letter is still there.
    assert "What falls with it" not in world.page("origins/wire/").headings
    assert _falls(_cites("a", "wire", "letter")) == ["The one claim that rests on it has no other support here."]


def test_very_many_claims_that_fall_are_counted() -> None:
    found = _falls(*(_cites(f"c-{n:03d}", "letter") for n in range(70)), _cites("b", "letter", "tape"))
    assert found[-2] == "and 10 more"
    assert len(found) == 2 + 60 + 2


def test_what_rests_on_it_is_told_newest_first_also_through_others() -> None:
    world = _world(
        _cites("a", "letter", text="It was in March.", date="2031-03-05"),
        _cites("b", "wire", text="It was in May.", date="2031-05-01"),
        _cites("c", "tape", text="It is another matter."),
    )
    world.origin("tape", "Tape of the meeting", "document")
    world.origin("wire", "Wire report", depends_on=["letter"])
    section = world.page(ORIGIN).section("What rests on it")
    assert section.by_date == [
        ("May 2031", ["1 May 2031 It was in May."]),
        ("March 2031", ["5 Mar 2031 It was in March."]),
    ]
    assert (
        section.lines[0]
        == "1 May 2031 It was in May. / Statement · The city · One report: The Wire; here through Gazette (grade B)"
    )
    assert section.address("It was in May.") == "/briefs/spring/#b"


def test_the_contents_name_every_section_in_its_order() -> None:
    page = _page(_cites("a", "letter"))
    names = ["Who passed it on", "What falls with it", "What rests on it", "Cite this page"]
    assert page.contents == page.sections == names
    assert page.contents_anchors == ["relays", "falls", "claims", "cite"]
    assert set(page.contents_anchors) <= set(page.anchors)


def test_what_others_are_told_of_it() -> None:
    world = _world(_cites("a", "letter"), _cites("b", "tape"), rests_on="two clerks")
    world.origin("tape", "Tape of the meeting", "document")
    world.briefs["spring"]["updates"] += [
        update("more", "2031-05-01T09:00:00+00:00", "development", claims=["a"]),
        update("other", "2031-06-01T09:00:00+00:00", "development", claims=["b"]),
    ]
    page = world.page(ORIGIN)
    assert page.description == ("Who passed on Letter of the guild, and which claims rest on it. Rests on: two clerks.")
    assert page.modified == "2031-05-01T09:00:00Z"
    cited = "“Letter of the guild”. Harbour File. Version of 1 May 2031. https://harbour.example/file/origins/letter/"
    assert cited in page.section("Cite this page").blocks
    assert page.crumbs == ["Harbour File", "Origins", "Letter of the guild"]
    assert page.filters == {"Kind": ["Origin"]}
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]


def test_a_claim_that_it_denies_does_not_rest_on_it() -> None:
    denied = claim("b", evidence=[evidence(origin="wire"), evidence(paragraph=3, origin="letter", support="denies")])
    page = _page(_cites("a", "letter"), denied)
    assert page.opening.blocks[2] == "The guild · 1 claim · denies 1 claim"
    assert page.section("What rests on it").words_of_links == ["This is the sentence that is called a."]
    assert page.section("What it denies").words_of_links == ["This is the sentence that is called b."]
    assert "The one claim that rests on it" in page.section("What falls with it").text
    assert _tree(page) == ["Gazette 3 March 2031 · 1 claim · denies 1 claim"]
    assert "What it denies" not in _page(_cites("a", "letter")).headings


def test_a_claim_with_other_support_does_not_fall() -> None:
    world = _world(_cites("a", "letter"), _cites("b", "letter", "lore"))
    world.origin("lore", "Background", "background")
    told = world.page(ORIGIN).section("What falls with it").blocks
    assert told[1] == "Of 2 claims that rest on it, 1 has no other support here."
    assert told[-1] == "Without it, 1 claim keeps other support but no independent origin."


@pytest.mark.parametrize(
    ("seen_by", "words"), [("The Tide", "The Tide; known here through Gazette (grade B)"), ("Gazette", "Gazette")]
)
def test_a_document_says_who_saw_it_and_through_whom_it_is_known(seen_by: str, words: str) -> None:
    assert _page(_cites("a", "letter"), seen_by=seen_by).pairs == {"Seen by": words}
