"""The page of a source: its record, how it came by its story, where it bends it, and each paragraph's fate."""

from typing import Any

import pytest

from tests.webpage import WebPage
from tests.world import QUOTE, Tree, World, claim, drift, evidence, update

SOURCE = "sources/gazette/"
TEXT = f"A title\nThey wrote that {QUOTE}\nAgain they wrote that {QUOTE}\nNobody has read this one\n"
LEFT_OUT = [{"paragraphs": [1], "reason": "the title"}]


def _world(*claims: Any, **more: Any) -> World:
    """Return a world with one source of four paragraphs: 2 and 3 are cited, 1 is left out, 4 is not read."""
    world = World()
    world.topic("trams")
    world.topic("noise")
    world.source("gazette", "Trams are back", **{"text": TEXT, "outlet": "Gazette", "left_out": LEFT_OUT, **more})
    world.origin("gazette-report", "Report of the gazette", publisher="Gazette")
    world.brief(
        "spring", *(claims or (claim("a", "It is so."), claim("b", "It is not.", evidence=[evidence(paragraph=3)])))
    )
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page(SOURCE)


def _bent(*paragraphs: int, how: Tree | None = None, **more: Any) -> list[Any]:
    found = how or drift("It turns a wish into a plan.")
    return [evidence(paragraph=each, drift=found, **more) for each in paragraphs]


def test_the_opening_says_what_it_is_and_leads_to_its_text() -> None:
    page = _page(abstract="It tells of *trams*.", published="2031-03", directness="relay")
    assert page.kicker == "Source · Gazette"
    assert page.opening.address("Source") == "/sources/"
    assert page.heading == "Trams are back"
    assert page.title == "Gazette: Trams are back"
    assert page.opening.blocks[2:] == [
        "March 2031 · graded B, usually reliable · passes on a report by others · cited by 2 claims",
        "It tells of trams.",
        "Read it at Gazette · Look for an archived copy",
    ]
    assert page.address("Read it at Gazette") == "https://gazette.example/text"
    assert "https://gazette.example/text" in page.address("Look for an archived copy")


def test_a_doubtful_source_is_not_vouched_for() -> None:
    grade = {"grade": "D", "reason": "names nobody", "judged": "2031"}
    for more, rel in (({}, None), ({"reliability": grade}, "nofollow")):
        (link,) = _page(**more).all(".//a[starts-with(., 'Read it at')]")
        assert link.get("rel") == rel


def test_a_title_in_another_language_is_marked_as_such() -> None:
    assert _page(language="uk").all(".//h1/@lang") == ["uk"]
    assert _page().all(".//h1/@lang") == []


def test_the_way_that_most_claims_came_by_stands_first_and_nobodys_last() -> None:
    world = _world(
        claim("a"),
        claim("b", evidence=[evidence(origin="wire")]),
        claim("c", evidence=[evidence(origin="wire")]),
        *(claim(f"h-{n}", evidence=[evidence(origin="rumour")]) for n in range(3)),
    )
    world.origin("minutes", "Minutes of the council", "document")
    world.origin("wire", publisher="Harbour Wire", depends_on=["minutes"], rests_on="two clerks")
    world.origin("rumour", "Background", "background")
    section = world.page(SOURCE).section("How it came by its story")
    assert section.lines == [
        "Minutes of the council → Harbour Wire → Gazette / 2 claims · the origin rests on: two clerks",
        "Gazette: its own report / 1 claim",
        "Background → Gazette / 3 claims · the outlet’s own voice",
    ]
    assert section.address("Harbour Wire") == "/origins/wire/"
    assert "/sources/gazette/" not in [address for _, address in section.links]


@pytest.mark.parametrize(
    ("origin", "cited", "facts"),
    [
        ("letter", ["inferred"], "1 claim · inferred by the editors, not named for these passages"),
        ("letter", ["inferred", "stated", "stated"], "3 claims · inferred by the editors for 1 of them"),
        ("letter", ["stated"], "1 claim"),
        # A bucket names nobody, and a source needs no naming in its own report.
        ("rumour", ["inferred"], "1 claim · the outlet’s own voice"),
        ("gazette-report", ["inferred"], "1 claim"),
    ],
)
def test_a_way_says_for_how_many_claims_the_editors_infer_it(origin: str, cited: list[str], facts: str) -> None:
    world = _world(
        *(claim(f"c-{n}", evidence=[evidence(origin=origin, origin_basis=each)]) for n, each in enumerate(cited))
    )
    world.origin("letter", "Letter of the guild", "document")
    world.origin("rumour", "Background", "background")
    line = world.page(SOURCE).section("How it came by its story").lines[0]
    assert line.partition(" / ")[2] == facts


def test_claims_that_a_way_denies_are_counted_apart() -> None:
    world = _world(
        claim("a", evidence=[evidence(origin="letter")]),
        claim("b", evidence=[evidence(origin="tide"), evidence(origin="letter", paragraph=3, support="denies")]),
    )
    world.origin("letter", "Letter of the guild", "document")
    world.origin("tide", publisher="The Tide")
    lines = world.page(SOURCE).section("How it came by its story").lines
    assert "1 claim · denies 1 claim" in next(line for line in lines if line.startswith("Letter of the guild"))


def test_a_way_from_what_was_taken_back_says_so() -> None:
    world = _world(claim("a", evidence=[evidence(origin="letter")]))
    world.origin("letter", "Letter of the guild", "document", status="withdrawn", status_reason="it was a forgery")
    line = world.page(SOURCE).section("How it came by its story").lines[0]
    assert line.endswith(" / Letter of the guild was withdrawn: it was a forgery")


def test_the_record_is_told_in_words() -> None:
    page = _page(
        published="2031-03",
        accessed="2031-03-09",
        authors=["A. Reporter", "B. Writer"],
        language="uk",
        directness="relay",
        directness_note="has it from the wire",
        leaning="of the harbour",
        rights="full-text",
    )
    pairs = page.section("The record").pairs
    digest = pairs.pop("Archived text")
    assert pairs == {
        "Published": "March 2031. How that is known: printed under the title",
        "Read on": "9 March 2031",
        "By": "A. Reporter and B. Writer",
        "Language": "Ukrainian",
        "Directness": "Passes on a report by others. Has it from the wire",
        "Grade": "B, usually reliable: corrects its errors in print (judged 1 March 2031)",
        "Leaning": "Of the harbour",
        "Rights": "The text may be republished.",
    }
    assert digest.startswith("Known by its SHA-256: ")
    assert len(digest.split()[-1]) == 64


def test_the_record_leaves_out_what_is_not_known() -> None:
    pairs = _page(text=None, language="tlh").section("The record").pairs
    assert [*pairs] == ["Published", "Language", "Directness", "Grade", "Rights"]
    assert pairs["Language"] == "tlh"
    assert pairs["Directness"] == "Its own reporting"
    assert pairs["Rights"] == "The text belongs to its publisher and is not shown here."


def test_a_bend_is_told_once_however_many_claims_meet_it() -> None:
    world = _world(
        claim("a", evidence=_bent(3, 2)),
        claim("b", evidence=_bent(3)),
        claim("c", evidence=_bent(2, how=drift("It leaves out the price.", "omits"), origin="letter")),
    )
    world.origin("letter", "Letter of the guild", "document")
    section = world.page(SOURCE).section("How it differs from what its origin said")
    assert section.headings[1:] == ["Where it bends it", "What it leaves out"]
    assert section.lines == [
        "It turns a wish into a plan. / What it adds · ¶2, ¶3 · origin: Report of the gazette",
        "It leaves out the price. / ¶2 · origin: Letter of the guild",
    ]
    assert section.address("¶3") == "#p3"
    assert section.address("Letter of the guild") == "/origins/letter/"
    assert "How it differs from what its origin said" not in _page().headings


def test_what_a_paragraph_leaves_out_is_no_bend() -> None:
    section = _page(claim("a", "It is so.", evidence=_bent(2, how=drift("No price.", "omits")))).section(
        "Paragraph by paragraph"
    )
    assert "2*" not in section.lines
    assert "leaves out part of what its origin said" in section.text
    assert "bends its origin" not in section.text.replace("cited, and bends its origin", "")


def test_every_paragraph_says_what_became_of_it() -> None:
    section = _page(
        claim("a", "It is so.", evidence=_bent(2)),
        claim("b", "It is not.", evidence=[evidence(), evidence(paragraph=3)]),
    ).section("Paragraph by paragraph")
    assert section.blocks[1] == "4 paragraphs: 2 cited, 1 left out, with a reason, 1 not yet read."
    assert section.lines[:4] == ["1", "2*", "3", "4"]
    facts = "Statement · The city · One report: Gazette"
    passages = [" / ".join(each.blocks) for each in section.items[4:]]
    assert passages == [
        "¶1 / Left out: the title",
        f"¶2 / It is not. / {facts} / It is so. / {facts} · this passage bends its origin",
        f"¶3 / It is not. / {facts}",
        "¶4 / Not yet read",
    ]
    assert {"p1", "p2", "p3", "p4"} <= {*_page().anchors}
    assert section.address("It is not.") == "/briefs/spring/#b"
    assert section.address("this passage bends its origin") == "#drift"


def test_a_strip_of_all_paragraphs_can_be_heard() -> None:
    section = _page(claim("a", evidence=_bent(2))).section("Paragraph by paragraph")
    told = [each.spoken for each in section.items[:4]]
    assert told == [
        "Paragraph 1, left out",
        "Paragraph 2, cited, this passage bends its origin",
        "Paragraph 3, not read",
        "Paragraph 4, not read",
    ]
    assert section.address("2*") == "#p2"


def test_a_claim_that_the_same_paragraph_tells_straight_is_not_said_to_be_bent() -> None:
    straight = claim("straight", "It is told straight.", evidence=[evidence(paragraph=3), *_bent(2)])
    section = _page(straight, claim("bent", "It is bent.", evidence=_bent(3))).section("Paragraph by paragraph")
    (third,) = (" / ".join(each.blocks) for each in section.items if each.blocks[0] == "¶3")
    assert third.count("bends its origin") == 1
    assert third.index("It is told straight.") < third.index("It is bent.") < third.index("bends its origin")


def test_left_out_paragraphs_keep_their_reasons_apart() -> None:
    left = [*LEFT_OUT, {"paragraphs": [4], "reason": "repeats paragraph 2"}]
    blocks = _page(left_out=left).section("Paragraph by paragraph").blocks
    assert "Left out: the title" in blocks
    assert "Left out: repeats paragraph 2" in blocks
    assert "4 paragraphs: 2 cited, 2 left out, with a reason." in blocks


def test_without_a_fingerprint_what_is_cited_still_has_its_place() -> None:
    section = _page(text=None).section("Paragraph by paragraph")
    assert section.blocks[1] == "Nobody has yet recorded how many paragraphs it has; these are cited."
    assert [each.blocks[0] for each in section.items] == ["¶2", "¶3"]


def test_a_source_that_nobody_cites_says_so() -> None:
    world = World()
    world.source("gazette", text=None)
    page = world.page(SOURCE)
    assert page.opening.blocks[2].endswith("· cited by 0 claims")
    assert page.section("Paragraph by paragraph").blocks[1:] == [
        "Nobody has yet recorded how many paragraphs it has.",
        "No claim cites this source.",
    ]
    assert page.section("How its quotes were checked").blocks[1:] == ["There is no quote to check."]
    assert page.contents == ["The record", "Paragraph by paragraph", "How its quotes were checked", "Cite this page"]


def _checks(world: World) -> list[str]:
    return world.page(SOURCE).section("How its quotes were checked").lines


def test_the_state_of_checks_is_told_with_its_date() -> None:
    world = _world()
    assert _checks(world) == [
        "2 quotes fit the fingerprint of the paragraph; none is on record as held against the archived text."
    ]
    world.check_quotes("gazette", "2031-07-01")
    assert _checks(world) == [
        "2 quotes are on record as standing word for word in the archived text, checked on 1 July 2031."
    ]


def test_quotes_are_counted_apart_by_how_they_were_checked() -> None:
    other = "the wires had to be mended first"
    world = _world(claim("a"), claim("b", evidence=[evidence(quote=other)]))
    del world.texts["gazette"], world.sources["gazette"]["left_out"]
    world.check_quotes("gazette", "2031-07-01", other)
    assert _checks(world) == [
        "1 quote is on record as standing word for word in the archived text, checked on 1 July 2031.",
        "1 quote fits the fingerprint of the paragraph; not yet on record as held against the archived text.",
    ]


def test_each_quote_is_counted_once_and_what_fits_nothing_is_told() -> None:
    one = _world(claim("a"), claim("again"))
    assert _checks(one) == [
        "1 quote fits the fingerprint of the paragraph; none is on record as held against the archived text."
    ]
    wrong = _world(claim("a", evidence=[evidence(quote="nothing of the kind was said")]), claim("b"))
    assert _checks(wrong) == [
        "1 quote fits the fingerprint of the paragraph; none is on record as held against the archived text.",
        "1 quote could not be checked.",
    ]


def test_the_contents_name_every_section_in_its_order() -> None:
    page = _page(claim("a", evidence=_bent(2)))
    names = [
        "How it came by its story",
        "The record",
        "How it differs from what its origin said",
        "Paragraph by paragraph",
        "How its quotes were checked",
        "Cite this page",
    ]
    assert page.contents == page.sections == names
    assert page.contents_anchors == ["story", "record", "drift", "coverage", "checks", "cite"]
    assert set(page.contents_anchors) <= set(page.anchors)


def test_what_others_are_told_of_it() -> None:
    world = _world(claim("a"), claim("b", topics=["noise"], evidence=[evidence("courier")]), abstract="Of *trams*.")
    world.briefs["spring"]["updates"] += [
        update("more", "2031-05-01T09:00:00+00:00", "development", claims=["a"]),
        update("other", "2031-06-01T09:00:00+00:00", "development", claims=["b"]),
    ]
    page = world.page(SOURCE)
    assert (
        page.description
        == "How Gazette came by its story, what rests on it, and how it differs from its origins. Of trams."
    )
    assert page.modified == "2031-05-01T09:00:00Z"
    assert page.crumbs == ["Harbour File", "Sources", "Gazette: Trams are back"]
    assert page.filters == {"Kind": ["Source"], "Topic": ["Trams"]}
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]
    (text,) = page.data("Article")
    assert text["@id"] == "https://harbour.example/file/sources/gazette/#text"
    assert text["url"] == "https://gazette.example/text"
    cited = (
        "“Gazette: Trams are back”. Harbour File. Version of 1 May 2031. https://harbour.example/file/sources/gazette/"
    )
    assert cited in page.section("Cite this page").blocks


def test_a_source_says_how_it_stands_and_which_versions_there_are() -> None:
    world = _world(claim("a", evidence=[evidence("gazette", paragraph=2), evidence("gazette", paragraph=3)]))
    world.sources["gazette"]["refreshed"] = {"date": "2031-06-01", "result": "changed", "missing": ["3"]}
    world.source("later", outlet="Gazette", title="Trams are back again", published="unknown", version_of="gazette")
    page = world.page(SOURCE)
    assert "On 1 June 2031 paragraph 3 no longer stood on the page as archived." in page.text
    assert "Other versions of this text: Trams are back again, date unknown" in page.text
    assert "Other versions of this text: Trams are back, " in world.page("sources/later/").text
    shown = world.page("briefs/spring/").text
    assert shown.count("On 1 June 2031 this paragraph no longer stood on the page as archived.") == 1
