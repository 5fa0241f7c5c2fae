"""The page of a topic: the state of a subject in a minute, and what each line of it rests on."""

from typing import Any

from tests.webpage import Part, WebPage
from tests.world import QUOTE, World, claim, correction, evidence, update

TOPIC = "topics/trams/"


def _world(*claims: Any, **more: Any) -> World:
    world = World()
    world.topic("trams", "Night trams", **more)
    for party in ("city", "guild", "mill"):
        world.party(party)
    world.brief("spring", *claims)
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page(TOPIC)


def _position(claim_id: str, text: str = "", party: str = "city", **more: Any) -> Any:
    return claim(claim_id, text, kind="position", party=party, **more)


def _line(*sentences: tuple[str, list[str]], as_of: str = "2031-03-04") -> Any:
    return {"as_of": as_of, "sentences": [{"text": text, "claims": claims} for text, claims in sentences]}


def test_the_opening_says_what_is_asked_how_new_the_answer_is_and_when_it_is_due_for_review() -> None:
    page = _page(question="Will they run again?", review_by="2031-09")
    assert page.kicker == "Topic"
    assert page.opening.address("Topic") == "/topics/"
    assert page.heading == page.title == "Night trams"
    assert page.opening.blocks[2:] == [
        "Will they run again?",
        (
            "As of 3 March 2031; review due September 2031 · newest evidence 3 March 2031 · last significantly changed "
            "4 March 2031"
        ),
    ]
    assert page.opening.address("4 March 2031") == "/updates/spring-told/"


def test_the_newest_evidence_is_the_newest_source_that_is_cited() -> None:
    world = _world(claim("a"), claim("b", evidence=[evidence("courier")]))
    world.source("gazette", published="2031-03-03")
    world.source("courier", published="2031-04")
    world.source("unused", published="2031-12-01")
    assert "newest evidence April 2031 ·" in world.page(TOPIC).opening.text


def test_evidence_of_a_month_may_be_newer_than_that_of_a_day_in_it() -> None:
    world = _world(claim("a"), claim("b", evidence=[evidence("courier")]))
    world.source("gazette", published="2031-04-24")
    world.source("courier", published="2031-04")
    assert "newest evidence April 2031 ·" in world.page(TOPIC).opening.text


def test_a_minor_change_is_no_significant_one() -> None:
    world = _world()
    world.briefs["spring"]["updates"].append(
        update("typo", "2031-06-01T09:00:00+00:00", "development", significance="minor")
    )
    page = world.page(TOPIC)
    assert "last significantly changed 4 March 2031" in page.opening.text
    assert page.modified == "2031-06-01T09:00:00Z"
    world.briefs["spring"]["updates"] = []
    assert "significantly changed" not in world.page(TOPIC).opening.text


def test_the_day_of_a_change_is_that_of_its_author() -> None:
    world = _world()
    world.briefs["spring"]["updates"] = [update("told", "2031-03-05T00:30:00+02:00")]
    assert "last significantly changed 5 March 2031" in world.page(TOPIC).opening.text


def test_that_a_review_is_overdue_is_said_by_the_readers_own_clock() -> None:
    page = _page(review_by="2031-09")
    assert page.opening.hidden == ["This was due for review by September 2031. Newer developments may be missing."]
    assert page.values("data-review-by") == ["2031-09"]


def test_the_bottom_line_numbers_the_claims_that_it_rests_on() -> None:
    line = _line(
        ("It is *nearly* settled.", ["spring/b", "spring/a"]),
        ("But not yet.", ["spring/a", "summer/far"]),
        as_of="2031-03",
    )
    world = _world(claim("a", "The first thing."), claim("b", "The second thing."), bottom_line=line)
    world.topic("noise")
    world.brief("summer", claim("far", "It is far away.", topics=["noise"]))
    section = world.page(TOPIC).section("Bottom line")
    assert section.blocks[1:3] == [
        "It is nearly settled. 1 2 But not yet. 2 3",
        "As of March 2031. Numbers lead to the claims that each sentence rests on.",
    ]
    assert section.links[:4] == [
        ("1", "#spring/b"),
        ("2", "#spring/a"),
        ("2", "#spring/a"),
        ("3", "/briefs/summer/#far"),
    ]
    assert section.values("aria-label")[:2] == ["1: The second thing.", "2: The first thing."]
    assert section.values("data-since") == ["2031-03-31", "2031-03-31"]
    assert "The bottom line is as of March 2031, later than the date you chose." in section.hidden


def test_on_paper_a_claim_has_the_number_by_which_the_bottom_line_refers_to_it() -> None:
    page = _page(claim("a"), claim("b"), bottom_line=_line(("So.", ["spring/b"])))
    (numbered,) = page.all(".//*[@data-number]")
    assert numbered.get("data-number") == "1 in the bottom line"
    assert Part(numbered).claims[0].values("data-claim") == ["spring/b"]


FULL = [
    "Bottom line",
    "Where each side stands",
    "What is disputed",
    "How it unfolded",
    ["Every claim", ["The city", "The guild", "Events and analysis"]],
    "What these sources do not say",
    "Other names and search words",
    "What changed on this page",
    "Sources of this page",
    "Cite this page",
]


def test_the_contents_name_every_section_in_its_order() -> None:
    page = _page(
        _position("open"),
        _position("shut", party="guild", opposes=["open"]),
        claim("broke", kind="event", party=None),
        aliases=["Owl trams"],
    )
    assert page.contents == FULL
    assert page.contents_anchors == [
        "bottom-line",
        "positions",
        "disputed",
        "timeline",
        "claims",
        "_claims/city",
        "_claims/guild",
        "_claims/_others",
        "gaps",
        "names",
        "changes",
        "sources",
        "cite",
    ]
    assert set(page.contents_anchors) <= set(page.anchors)
    assert page.sections == [each if isinstance(each, str) else each[0] for each in FULL]


def test_the_contents_name_no_section_that_is_not_there() -> None:
    world = _world(claim("a"))
    world.briefs["spring"]["updates"] = []
    page = world.page(TOPIC)
    assert page.contents == [
        "Bottom line",
        "Where each side stands",
        "How it unfolded",
        "Every claim",
        "What these sources do not say",
        "Sources of this page",
        "Cite this page",
    ]
    assert not {"What is disputed", "Other names and search words", "What changed on this page"} & set(page.headings)


def test_a_phone_has_the_contents_below_the_bottom_line() -> None:
    page = _page(claim("a"))
    (jump,) = (Part(each) for each in page.all(".//nav[@class='jump']"))
    assert jump.links == [
        ("Where each side stands", "#positions"),
        ("How it unfolded", "#timeline"),
        ("Every claim", "#claims"),
        ("What these sources do not say", "#gaps"),
        ("What changed on this page", "#changes"),
        ("Sources of this page", "#sources"),
        ("Cite this page", "#cite"),
    ]


def test_each_side_stands_with_its_newest_position_first() -> None:
    section = _page(
        _position("g", "The guild is against it.", "guild"),
        _position("old", "The city wants it open.", date="2031-01"),
        _position("new", "The city wants it cheap.", date="2031-02-01"),
    ).section("Where each side stands")
    assert section.headings == ["Where each side stands", "The city", "The guild"]
    assert section.section("The city").lines == [
        "The city wants it cheap. / of 1 February 2031 · One report: The Gazette",
        "The city wants it open. / of January 2031 · One report: The Gazette",
    ]
    assert section.address("The city wants it cheap.") == "#spring/new"
    assert section.address("The guild") == "/parties/guild/"


def test_a_party_without_a_position_is_named_as_a_gap() -> None:
    section = _page(_position("g", "The guild is against it.", "guild")).section("Where each side stands")
    assert section.blocks[-1] == (
        "No position found in these sources: The city · The mill. That is a gap in the sources, not a neutral position."
    )
    assert section.address("The mill") == "/parties/mill/"
    every = _page(_position("a"), _position("b", party="guild"), _position("c", party="mill"))
    assert "No position found" not in every.section("Where each side stands").text


def test_a_doubted_position_is_marked() -> None:
    section = _page(_position("a", "The city wants it open.", status="disputed")).section("Where each side stands")
    assert section.lines == [
        "The city wants it open. / Disputed · of 2 March 2031; in these sources from 3 March 2031 · One report: The Gazette"
    ]


def test_what_a_position_replaced_can_be_opened() -> None:
    section = _page(
        _position("old", "The city wants it open.", date="2031-01-05", reported="2031-01-06"),
        _position("new", "The city wants it shut.", date="2031-02-01", reported="2031-02-03", supersedes=["old"]),
    ).section("The city")
    assert section.blocks[1:] == [
        "The city wants it shut.",
        "of 1 February 2031; in these sources from 3 February 2031 · One report: The Gazette",
        "What it replaced",
        "The city wants it open. 5 January 2031",
    ]
    assert section.values("data-until") == ["2031-02-03"]
    assert Part(section.all(".//details")[0]).values("data-since") == ["2031-02-03", "2031-02-03"]


def test_a_party_all_of_whose_positions_were_replaced_or_withdrawn_has_none() -> None:
    section = _page(
        _position("old", date="2031-01-05"),
        claim("plain", kind="statement", date="2031-02-01", supersedes=["old"]),
        _position("gone", party="guild", status="withdrawn", status_reason="It was never said."),
    ).section("Where each side stands")
    assert section.headings == ["Where each side stands"]
    assert "No position found in these sources: The city · The guild · The mill." in section.text


def test_very_many_positions_are_counted() -> None:
    section = _page(*(_position(f"p-{n:02d}", date=f"2031-01-{n:02d}") for n in range(1, 16))).section("The city")
    assert len(section.lines) == 12
    assert section.blocks[-1] == "3 further positions in force, among the claims below"
    assert section.values("data-from") == ["2031-01-04"]
    assert any("What it wanted then stands among the claims of the topic" in each for each in section.hidden)


def test_how_it_unfolded_is_told_from_the_oldest_on() -> None:
    page = _page(
        claim("c", "It came third.", date="2031-03-09"),
        claim("a", "It came first.", date="2030-12"),
        claim("b", "It came second.", date="2031-03-01"),
        claim("d", "It came last.", date="2031-05"),
    )
    section = page.section("How it unfolded")
    assert section.by_date == [
        ("December 2030", ["It came first."]),
        ("March 2031", ["1 Mar 2031 It came second.", "9 Mar 2031 It came third."]),
        ("May 2031", ["It came last."]),
    ]
    assert section.address("It came first.") == "#spring/a"
    assert section.pictures == [
        "Claims about Night trams by month: 4 claims from December 2030 to May 2031, most of them in or by March 2031 (2)."
    ]


def test_every_claim_stands_with_its_party_the_newest_first() -> None:
    section = _page(
        claim("e", "A wire broke.", kind="event", party=None),
        _position("g", "The guild is against it.", "guild"),
        claim("old", "The city said so before.", date="2031-01-01"),
        claim("new", "The city says so now.", date="2031-04-01"),
    ).section("Every claim")
    assert section.headings == [
        "Every claim",
        "The city",
        "The city says so now.",
        "The city said so before.",
        "The guild",
        "The guild is against it.",
        "Events and analysis",
        "A wire broke.",
    ]
    assert section.blocks[1] == "4 claims"
    assert section.claims[0].evidence[0].blocks[0] == f"“{QUOTE}”"


def test_what_is_counted_as_disputed_is_what_is_marked_so() -> None:
    section = _page(
        claim("a", status="disputed"),
        claim("b", contradicts=["c"]),
        claim("c"),
        claim("d", evidence=[evidence(), evidence(paragraph=3, support="denies")]),
        claim("e", status="denied"),
        _position("f"),
        _position("g", party="guild", opposes=["f"]),
        claim("calm"),
        claim("gone", status="withdrawn", status_reason="It was taken back.", evidence=[evidence(support="denies")]),
    ).section("Every claim")
    assert section.blocks[1] == "9 claims · 2 disputed, 1 denied"
    marks = [each.text for each in section.all(".//article//strong") if each.text in ("Disputed", "Denied")]
    assert sorted(marks) == ["Denied", "Disputed", "Disputed"]
    assert _page(claim("a")).section("Every claim").blocks[1] == "1 claim"


def test_what_the_sources_do_not_say_and_what_the_page_takes_in() -> None:
    page = _page(
        gaps=["Nobody says what *it* costs.", "Nobody says who pays."],
        scope={"includes": "All of the night.", "excludes": "All of the day."},
    )
    section = page.section("What these sources do not say")
    assert section.lines == ["Nobody says what it costs.", "Nobody says who pays."]
    assert section.blocks[-4:] == [
        "What this page takes in",
        "All of the night.",
        "What it leaves out",
        "All of the day.",
    ]
    bare = _page().section("What these sources do not say")
    assert bare.blocks == [
        "What these sources do not say",
        "What this page takes in",
        "All that is said of night trams.",
    ]


def test_other_names_stand_here_but_for_those_that_the_title_says() -> None:
    page = _page(aliases=["Owl trams", "Trams"], spellings=["Трамвай", "owl TRAMS", "Owls"])
    assert page.section("Other names and search words").blocks == [
        "Other names and search words",
        "Owl trams, Трамвай, Owls",
    ]
    assert page.values("data-pagefind-meta") == ["names"]


def test_changes_are_told_newest_first_with_their_kind_and_owner() -> None:
    world = _world(claim("a"))
    world.topics["trams"]["updates"] = [
        update("closed", "2031-07-01T09:00:00+00:00", "closed", note="Nothing **more** will come.", title="The end")
    ]
    world.briefs["spring"]["updates"] = [
        update("told", "2031-03-04T23:30:00-02:00", claims=["a"], note="It is new."),
        correction("mended", "2031-05-01T09:00:00+00:00", "a", note="A number was wrong.", before="four", after="five"),
        update(
            "typo", "2031-05-02T09:00:00+00:00", "development", significance="minor", claims=["a"], note="Spelling."
        ),
    ]
    section = world.page(TOPIC).section("What changed on this page")
    assert section.lines == [
        "1 Jul 2031 The end / Closed",
        "2 May 2031 Spring / Development, minor",
        "1 May 2031 Spring / Correction",
        "5 Mar 2031 Spring / New, corrected in part since",
    ]
    assert section.address("The end") == "/updates/closed/"
    assert section.values("data-changed")[0] == "2031-07-01T09:00:00Z"


def test_a_change_that_is_about_another_topic_is_not_told_here() -> None:
    world = _world(claim("a"), claim("b", topics=["noise"]))
    world.briefs["spring"]["updates"] = [update("here", claims=["a"]), update("there", claims=["b"])]
    assert len(world.page(TOPIC).section("What changed on this page").lines) == 1


def test_sources_are_told_newest_first_and_each_once() -> None:
    world = _world(
        claim("a", evidence=[evidence("gazette"), evidence("gazette", paragraph=3), evidence("courier")]),
        claim("b", evidence=[evidence("courier")]),
    )
    world.source("gazette", "Trams are back", outlet="Gazette", published="2031-03-03")
    world.source(
        "courier",
        "Trams, perhaps",
        outlet="Courier",
        published="2031-04",
        reliability={"grade": "E", "reason": "so", "judged": "2031"},
    )
    world.source("unused", "No trams")
    section = world.page(TOPIC).section("Sources of this page")
    assert section.lines == [
        "Courier: Trams, perhaps / Graded E, unreliable: so / April 2031 · cited by 2 claims · at its publisher",
        "Gazette: Trams are back / Graded B, usually reliable: corrects its errors in print / 3 March 2031 · cited by 1 claim · at its publisher",
    ]
    assert section.address("Trams are back") == "/sources/gazette/"
    assert [each.get("rel") for each in section.all(".//a[starts-with(@href, 'https:')]")] == ["nofollow", None]
    assert [each.values("data-since")[0] for each in section.items] == ["2031-04-30", "2031-03-03"]
