"""The page of a person: who they are, what they said on the record or as reported, and what is said of them."""

from typing import Any

from tests.webpage import WebPage
from tests.world import World, claim, evidence, update

PERSON = "people/mara-quint/"
RECORD, REPORTED, ABOUT = "Said on the record", "Said, as others report it", "What is said of them"


def _world(*claims: Any, **more: Any) -> World:
    world = World()
    world.topic("trams")
    world.topic("noise")
    world.party("city", "The city")
    world.party("guild", "The guild")
    world.person("mara-quint", "Mara Quint", **more)
    world.person("tess-ford", "Tess Ford", party="guild")
    world.origin("speech", "Speech of the mayor", "statement", speaker="mara-quint", date="2031-03-01")
    world.origin("reply", "Reply of the guild", "statement", speaker="tess-ford")
    world.brief("spring", *claims)
    return world


def _page(*claims: Any, **more: Any) -> WebPage:
    return _world(*claims, **more).page(PERSON)


def _said(claim_id: str, text: str = "", origin: str = "speech", **more: Any) -> Any:
    return claim(
        claim_id,
        text,
        **{"said_by": "mara-quint", "topics": ["trams"], "evidence": [evidence(origin=origin)], **more},
    )


def test_the_opening_says_who_it_is() -> None:
    page = _page(_said("a"), party="city", role="mayor", aliases=["M. Quint", "Quint"], spellings=["Квінт"])
    assert page.kicker == "Person · The city"
    assert page.opening.address("Person") == "/people/"
    assert page.opening.address("The city") == "/parties/city/"
    assert page.heading == page.title == "Mara Quint"
    assert page.opening.blocks[2:] == ["mayor", "1 claim", "Other names and search words: M. Quint, Квінт"]
    assert page.values("data-pagefind-meta") == ["names"]


def test_what_is_not_known_of_a_person_leaves_no_gap() -> None:
    page = _world(party="city").page(PERSON)
    assert page.opening.blocks == ["Person · The city", "Mara Quint", "0 claims"]
    assert _page().kicker == "Person"


def test_what_was_said_on_the_record_stands_apart_from_what_others_report_and_from_what_is_said_of_them() -> None:
    page = _page(
        _said("a", "Mara Quint says that trams will run."),
        _said("b", "Mara Quint is reported to want quiet.", "gazette-report"),
        _said(
            "c", "The guild calls Mara Quint slow.", "reply", said_by="tess-ford", about=["mara-quint"], party="guild"
        ),
        _said("d", "The guild wants rest.", "reply", said_by="tess-ford", party="guild"),
    )
    assert page.section(RECORD).lines == [
        "Mara Quint says that trams will run. / Statement · of 2 March 2031; in these sources from 3 March 2031 · On the record: Mara Quint; here through The Gazette (grade B)"
    ]
    assert [line.split(" / ")[0] for line in page.section(REPORTED).lines] == ["Mara Quint is reported to want quiet."]
    assert page.section(ABOUT).lines == [
        "The guild calls Mara Quint slow. / Statement · The guild · of 2 March 2031; in these sources from 3 March 2031 · On the record: Tess Ford; here through The Gazette (grade B)"
    ]
    assert "The guild wants rest." not in page.text
    assert page.opening.blocks[-1] == "3 claims"


def test_they_stand_by_topic_with_the_newest_first() -> None:
    section = _page(
        _said("n", "They want quiet.", topics=["noise"]),
        _said("b", "They want trams in March.", date="2031-03-05"),
        _said("c", "They want trams in May.", topics=["trams", "noise"], date="2031-05-01"),
    ).section(RECORD)
    assert section.headings == [RECORD, "Trams", "Noise"]
    assert [line.split(" / ")[0] for line in section.lines] == [
        "They want trams in May.",
        "They want trams in March.",
        "They want quiet.",
    ]
    assert section.lines[0].endswith(" · Noise")


def test_each_line_leads_to_the_claim_and_its_topics() -> None:
    section = _page(_said("a", "They say so.", topics=["noise", "trams"])).section(RECORD)
    assert section.links == [
        ("Noise", "/topics/noise/"),
        ("They say so.", "/briefs/spring/#a"),
        ("Trams", "/topics/trams/"),
    ]


def test_what_somebody_says_of_themselves_stands_once() -> None:
    page = _page(_said("a", about=["mara-quint"]))
    assert page.sections == [RECORD, "Statements and interviews", "Cite this page"]


def test_words_that_a_statement_of_theirs_denies_are_not_on_the_record() -> None:
    denied = [evidence(origin="gazette-report"), evidence("courier", origin="speech", support="denies")]
    assert REPORTED in _page(_said("a", evidence=denied)).sections


def test_the_statements_and_interviews_in_which_they_speak_are_listed_newest_first() -> None:
    world = _world()
    world.origin("talk", "Talk with the mayor", "interview", speaker="mara-quint", date="2031-05-01")
    world.origin("note", "Note of the mayor", "statement", speaker="mara-quint")
    section = world.page(PERSON).section("Statements and interviews")
    assert section.lines == [
        "Talk with the mayor / Interview · 1 May 2031",
        "Speech of the mayor / Statement · 1 March 2031",
        "Note of the mayor / Statement",
    ]
    assert section.address("Talk with the mayor") == "/origins/talk/"


def test_very_many_statements_are_counted() -> None:
    world = _world()
    for number in range(61):
        world.origin(f"o-{number}", f"Speech {number}", "statement", speaker="mara-quint")
    lines = world.page(PERSON).section("Statements and interviews").lines
    assert len(lines) == 61
    assert lines[-1] == "and 2 more"


def test_the_contents_name_every_section_in_its_order() -> None:
    page = _page(_said("a"), _said("b", origin="gazette-report"), _said("c", said_by="tess-ford", about=["mara-quint"]))
    assert page.contents == page.sections == [RECORD, REPORTED, ABOUT, "Statements and interviews", "Cite this page"]
    assert page.contents_anchors == ["record", "reported", "about", "speeches", "cite"]


def test_somebody_whom_no_claim_names_has_a_page_without_empty_parts() -> None:
    world = _world()
    world.person("mute", "Nobody Heard")
    page = world.page("people/mute/")
    assert page.sections == ["Cite this page"]
    assert page.modified == ""


def test_it_can_be_asked_for_an_earlier_day() -> None:
    (form,) = _page(_said("a", reported="2031-03-03"), _said("b", reported="2031-03-09")).all(".//form[@data-asof]")
    assert (form.get("data-earliest"), form.get("data-latest")) == ("2031-03-03", "2031-03-09")


def test_what_others_are_told_of_them() -> None:
    world = _world(
        _said("a"), _said("b", said_by="tess-ford", topics=["noise"]), party="city", role="mayor", aliases=["Q."]
    )
    world.briefs["spring"]["updates"] += [
        update("more", "2031-05-01T09:00:00+00:00", "development", claims=["a"]),
        update("other", "2031-06-01T09:00:00+00:00", "development", claims=["b"]),
    ]
    page = world.page(PERSON)
    assert page.description == (
        "Mara Quint: what they said, on the record or as reported, and what is said of them. mayor."
    )
    assert page.modified == "2031-05-01T09:00:00Z"
    assert page.crumbs == ["Harbour File", "People", "Mara Quint"]
    assert page.filters == {"Kind": ["Person"], "Topic": ["Trams"], "Party": ["The city"]}
    where = "https://harbour.example/file/people/mara-quint/"
    assert page.data("Person") == [
        {
            "@type": "Person",
            "@id": f"{where}#person",
            "name": "Mara Quint",
            "mainEntityOfPage": {"@id": where},
            "description": "mayor",
            "alternateName": ["Q."],
        }
    ]


def test_names_of_speakers_lead_here_from_disputes_and_origins() -> None:
    world = _world(
        _said("a", "The city wants trams.", kind="position"),
        _said("b", "The guild denies it.", kind="denial", party="guild", said_by="tess-ford", contradicts=["a"]),
    )
    for where in ("topics/trams/", "origins/speech/"):
        assert ("Mara Quint", f"/{PERSON}") in world.page(where).links, where
    assert ("Tess Ford", "/people/tess-ford/") in world.page("topics/trams/").section("What is disputed").links
