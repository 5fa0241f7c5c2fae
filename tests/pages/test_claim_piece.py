"""The claim piece: the claim, how it stands, its ties, and all that a reader can open beneath it."""

from typing import Any

import pytest

from tests.reviews import review
from tests.webpage import Piece
from tests.world import QUOTE, World, claim, correction, drift, evidence, update

TEXT = "The city says that night trams return."


def _world(*others: Any, **more: Any) -> World:
    world = World()
    world.party("city", "The city")
    world.source("gazette", "Trams are back")
    world.brief("spring", claim("return", TEXT, **more), *others)
    return world


def _piece(world: World, claim_id: str = "spring/return") -> Piece:
    return world.page(f"briefs/{claim_id.partition('/')[0]}/").claim(claim_id)


def _made(*others: Any, **more: Any) -> Piece:
    return _piece(_world(*others, **more))


def _relay(world: World) -> World:
    """Add a wire's report that goes back to a document, which the gazette passes on."""
    world.origin("minutes", "Minutes of the council", "document", publisher="City council")
    world.origin("wire", "Harbour Wire report", publisher="Harbour Wire", depends_on=["minutes"])
    return world


def test_a_piece_says_of_what_sort_the_claim_is_whose_of_when_and_how_it_is_known() -> None:
    piece = _made(kind="position")
    assert piece.heading == TEXT
    assert piece.facts == (
        "Position · The city · of 2 March 2031; in these sources from 3 March 2031 · One report: The Gazette"
    )
    assert piece.address("The city") == "/parties/city/"


def test_a_speaker_is_named_with_his_office() -> None:
    world = _world(said_by="mara-quint")
    world.person("mara-quint", "Mara Quint", party="city", role="mayor")
    assert "Statement · The city · Mara Quint, mayor · of 2 March" in _piece(world).facts
    del world.people["mara-quint"]["role"]
    assert "Statement · The city · Mara Quint · of 2 March" in _piece(world).facts


def test_who_said_it_and_of_whom_it_speaks_lead_to_their_pages() -> None:
    world = _world(said_by="tess-ford", about=["mara-quint", "ada-reed"])
    world.person("tess-ford", "Tess Ford")
    world.person("mara-quint")
    world.person("ada-reed")
    piece = _piece(world)
    assert "Speaks of Mara Quint, Ada Reed." in piece.blocks
    people = {"Tess Ford": "tess-ford", "Mara Quint": "mara-quint", "Ada Reed": "ada-reed"}
    for name, person in people.items():
        assert piece.address(name) == f"/people/{person}/"


@pytest.mark.parametrize(
    ("date", "reported", "words"),
    [
        ("2031-03-02", "2031-03-03", "of 2 March 2031; in these sources from 3 March 2031"),
        ("2031-03-02", "2031-03-02", "of 2 March 2031"),
        ("2031-03", "2031-04", "of March 2031; in these sources from April 2031"),
        ("2031", "2031", "of 2031"),
    ],
)
def test_since_when_it_is_in_the_sources_stands_beside_its_date_where_they_differ(
    date: str, reported: str, words: str
) -> None:
    assert f" · The city · {words} · One report" in _made(date=date, reported=reported).facts


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("denied", "Denied"),
        ("disputed", "Disputed"),
        ("withdrawn", "Withdrawn"),
    ],
)
def test_the_status_stands_first_and_its_reason_below(status: str, word: str) -> None:
    piece = _made(status=status, status_reason="The paper took it back.")
    assert piece.facts.startswith(f"{word} · Statement")
    assert piece.warnings == [f"{word}: The paper took it back."]
    assert _made(status=status).warnings == []


def test_a_replaced_claim_is_called_so() -> None:
    piece = _made(claim("later", supersedes=["return"], date="2031-05-01", reported="2031-05-02"))
    assert piece.facts.startswith("Replaced · Statement")
    assert "2031-05-02" in piece.values("data-since")


@pytest.mark.parametrize(
    ("cited", "warning"),
    [
        ([evidence()], []),
        ([evidence(origin="rumour")], []),
        ([evidence(support="denies")], ["No evidence here supports this claim; all of it denies it."]),
    ],
)
def test_a_reader_is_warned_where_nothing_supports_the_claim(cited: list[Any], warning: list[str]) -> None:
    world = _relay(_world(evidence=cited))
    world.origin("rumour", "Background", "background")
    assert _piece(world).warnings == warning


def test_a_claim_that_rests_on_what_was_taken_back_says_so() -> None:
    world = _world(evidence=[evidence(origin="letter")])
    world.origin("note", "Note of the clerk", "document", status="withdrawn", status_reason="it was a forgery")
    world.origin("letter", "Letter of the guild", "document", depends_on=["note"])
    piece = _piece(world)
    assert piece.warnings[-1] == "Rests on Note of the clerk (withdrawn)."
    assert piece.address("Note of the clerk (withdrawn)") == "/origins/note/"
    world.origins["letter"] |= {"depends_on": [], "status": "corrected", "status_reason": "a number was wrong"}
    piece = _piece(world)
    assert piece.warnings == ["Rests on Letter of the guild (corrected)."]
    assert "Letter of the guild was corrected: a number was wrong" in piece.evidence[0].pairs["How it came"]


def _reviewed(reviews: str) -> World:
    world = _world()
    world.settings["reviews"] = reviews
    review(world, "spring/return", "Una Reed <una>")
    return world


def _told(world: World) -> list[str]:
    return [block for block in _piece(world).blocks if "against its sources" in block]


@pytest.mark.parametrize("reviews", ["shown", "required"])
def test_a_claim_says_who_has_read_it_against_its_sources(reviews: str) -> None:
    world = _reviewed(reviews)
    assert _told(world) == ["Read against its sources by Una Reed <una> on 5 March 2031."]
    world.briefs["spring"]["claims"][0]["note"] = "A note."
    assert _told(world) == ["Changed since it was read against its sources by Una Reed <una> on 5 March 2031."]


def test_nobody_is_named_where_the_settings_do_not_want_it_or_nobody_has_read_it() -> None:
    assert "Una Reed" not in _piece(_reviewed("off")).text
    world = _reviewed("shown")
    world.reviews.clear()
    assert "against its sources" not in _piece(world).text


def test_evidence_shows_the_quote_and_leads_to_it_on_its_publishers_page() -> None:
    (found,) = _made().evidence
    assert found.blocks[0] == f"“{QUOTE}”"
    assert found.address(QUOTE) == "https://gazette.example/text#:~:text=" + QUOTE.replace(" ", "%20")
    assert found.blocks[1] == "The Gazette (grade B), paragraph 2, 3 March 2031"
    assert found.address("The Gazette") == "/sources/gazette/"
    assert found.address("paragraph 2") == "/sources/gazette/#p2"


def test_a_doubtful_source_is_not_vouched_for() -> None:
    for grade, rel in (("A", []), ("C", []), ("D", ["nofollow"]), ("F", ["nofollow"])):
        world = _world()
        world.sources["gazette"]["reliability"] = {"grade": grade, "reason": "so we judge", "judged": "2031"}
        assert _piece(world).evidence[0].values("rel") == rel, grade


@pytest.mark.parametrize("grade", "ABCDEF")
def test_the_grade_of_a_source_is_told_beside_it(grade: str) -> None:
    world = _world()
    world.sources["gazette"]["reliability"] = {"grade": grade, "reason": "so we judge", "judged": "2031"}
    assert _piece(world).evidence[0].blocks[1] == f"The Gazette (grade {grade}), paragraph 2, 3 March 2031"


@pytest.mark.parametrize(
    ("support", "words"),
    [
        ("full", ""),
        ("partial", "Supports the claim in part. "),
        ("denies", "Denies the claim; denied by The Gazette. "),
    ],
)
def test_evidence_says_how_far_it_supports_the_claim_and_who_denies_it(support: str, words: str) -> None:
    piece = _made(evidence=[evidence(paragraph=3), evidence(support=support)])
    assert piece.evidence[1].blocks[1] == f"{words}The Gazette (grade B), paragraph 2, 3 March 2031"


def test_how_a_story_came_is_told_from_its_first_origin_on() -> None:
    world = _relay(_world(evidence=[evidence(origin="wire")]))
    pairs = _piece(world).evidence[0].pairs
    assert pairs["How it came"] == "Minutes of the council → Harbour Wire → The Gazette"
    assert "Minutes of the council then Harbour Wire then The Gazette" in _piece(world).evidence[0].spoken


def test_origins_side_by_side_are_told_side_by_side() -> None:
    world = _relay(_world(evidence=[evidence(origin="wire")]))
    world.origin("tape", "Tape of the meeting", "document")
    world.origins["wire"]["depends_on"] = ["minutes", "tape"]
    told = _piece(world).evidence[0].pairs["How it came"]
    assert told == "Minutes of the council and Tape of the meeting → Harbour Wire → The Gazette"


def test_a_sources_own_report_has_no_chain() -> None:
    assert _made().evidence[0].pairs["How it came"] == "its own report"


def test_an_own_report_that_rests_on_another_is_told_as_that_others() -> None:
    world = _relay(_world(evidence=[evidence(origin="own")]))
    world.origin("own", "Report of the gazette", publisher="the gazette", depends_on=["wire"])
    told = _piece(world).evidence[0].pairs["How it came"]
    assert told == "Minutes of the council → Harbour Wire → The Gazette"


def test_origins_in_a_circle_end_in_the_source_too() -> None:
    world = _world(evidence=[evidence(origin="a")])
    world.origin("a", "Letter A", "document", depends_on=["b"])
    world.origin("b", "Letter B", "document", depends_on=["a"])
    assert _piece(world).evidence[0].pairs["How it came"].endswith("→ The Gazette")


def test_what_is_nobodys_report_is_told_as_what_it_is() -> None:
    world = _world(evidence=[evidence(origin="rumour")])
    world.origin("rumour", "Background", "background")
    told = _piece(world).evidence[0].pairs["How it came"]
    assert told == "Background → The Gazette: the outlet’s own voice"


def test_an_inferred_origin_is_told_as_inferred() -> None:
    piece = _made(evidence=[evidence(origin_basis="inferred"), evidence(paragraph=3)])
    names = [each.pairs.get("Its origin", "") for each in piece.evidence]
    assert names == ["inferred by the editors; the text does not name it here", ""]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("omits", "What it leaves out"),
        ("adds", "What it adds"),
        ("sharpens", "What it makes stronger"),
        ("softens", "What it makes weaker"),
        ("misattributes", "What it gives to somebody else"),
    ],
)
def test_how_a_text_differs_from_its_origin_is_told_by_kind(kind: str, name: str) -> None:
    piece = _made(evidence=[evidence(drift=drift("A wish became a plan.", kind)), evidence(paragraph=3)])
    assert [each.pairs.get(name, "") for each in piece.evidence] == ["A wish became a plan.", ""]


def test_a_quote_says_how_it_was_checked() -> None:
    world = _world()
    assert _piece(world).evidence[0].pairs["Quote"] == "Fits the fingerprint of its paragraph."
    world.check_quotes("gazette", "2031-06-01")
    # What is said once on the page and on that of the source is not said of each quote.
    assert "Quote" not in _piece(world).evidence[0].pairs
    assert world.page("briefs/spring/").section("1 claim").blocks[1] == (
        "Where nothing else is said of a quote, it is on record as standing word for word in the archived text; the page of "
        "its source says when it was checked."
    )
    checked = "1 quote is on record as standing word for word in the archived text, checked on 1 June 2031."
    assert checked in world.page("sources/gazette/").text
    world = World()
    world.source("gazette", text=None)
    world.brief("spring", claim("return"))
    assert _piece(world).evidence[0].pairs["Quote"] == "Not checked yet."


def test_a_quote_in_another_language_is_marked_as_such() -> None:
    world = _world()
    assert _piece(world).evidence[0].values("lang") == []
    world.sources["gazette"]["language"] = "uk"
    assert _piece(world).evidence[0].values("lang") == ["uk"]


def test_evidence_is_counted_before_it_is_opened() -> None:
    cited = [evidence(), evidence(paragraph=3), evidence("courier")]
    assert "Evidence: 3 quotes from 2 sources" in _made(evidence=cited).blocks
    assert "Evidence: 1 quote from 1 source" in _made().blocks
    denied = [evidence(), evidence(paragraph=3, support="denies"), evidence("courier", support="denies")]
    assert "Evidence: 3 quotes from 2 sources, 1 for and 2 against" in _made(evidence=denied).blocks
    assert "Evidence: 0 quotes from 0 sources" in _made(evidence=[], status="withdrawn").blocks


def test_note_and_confidence_stand_with_the_evidence() -> None:
    piece = _made(note="Only *two* of them voted.", confidence={"level": "low", "reason": "One paper has it."})
    assert piece.blocks[3:5] == ["Only two of them voted.", "Editors’ confidence: low. One paper has it."]
    assert "confidence" not in _made().text


def test_the_script_is_told_how_basis_and_evidence_grew() -> None:
    world = _world(evidence=[evidence(), evidence("courier", origin="courier-report")])
    world.source("courier", published="2031-04-01")
    assert _piece(world).values("data-steps") == [
        "2031-03-03 One report: The Gazette|2031-04-01 2 independent origins: The Gazette; The Courier",
        "2031-03-03 1 quote from 1 source|2031-04-01 2 quotes from 2 sources",
    ]
    assert _piece(world).facts.endswith(" · 2 independent origins: The Gazette; The Courier")
    assert "Evidence: 2 quotes from 2 sources" in _piece(world).text
    # What denies the claim is further evidence, and no further support.
    world.briefs["spring"]["claims"][0]["evidence"][1]["support"] = "denies"
    assert _piece(world).values("data-steps") == [
        "2031-03-03 1 quote from 1 source|2031-04-01 2 quotes from 2 sources, 1 for and 1 against"
    ]
    together = _world(evidence=[evidence(), evidence("courier", origin="courier-report")])
    assert _piece(together).values("data-steps") == []


def test_the_script_is_told_from_which_day_on_evidence_was_known() -> None:
    world = _world(evidence=[evidence(), evidence("courier", origin="courier-report")], reported="2031-03-01")
    world.source("courier", published="2031-04")
    since = [each.values("data-since")[0] for each in _piece(world).evidence]
    # The first counts from the claim's own report, and a month from its last day.
    assert since == ["2031-03-01", "2031-04-30"]
    assert _piece(world).values("data-since")[0] == "2031-03-01"


def test_of_several_that_replace_a_claim_the_first_known_counts() -> None:
    piece = _made(
        claim("one", supersedes=["return"], date="2031-06-01", reported="2031-06-02"),
        claim("two", supersedes=["return"], date="2031-05-01", reported="2031-05"),
    )
    assert piece.all(".//strong[contains(., 'Replaced')]/../@data-since") == ["2031-05-31"]


def test_a_correction_is_the_newest_change_of_the_claims_it_names_alone() -> None:
    world = _world(claim("other"))
    world.briefs["spring"]["updates"] = [
        update("told", "2031-03-04T09:00:00+00:00", claims=["return", "other"]),
        correction("mended", "2031-03-09T09:00:00+00:00", "return"),
    ]
    assert _piece(world).values("data-changed") == ["2031-03-09T09:00:00Z"]
    assert _piece(world, "spring/other").values("data-changed") == ["2031-03-04T09:00:00Z"]


def test_a_claim_has_a_permalink_and_leads_to_its_brief() -> None:
    piece = _made()
    assert piece.address("Permalink") == "/briefs/spring/#return"
    assert piece.address("Spring") == "/briefs/spring/"


def test_a_problem_is_reported_where_the_repository_is() -> None:
    address = _made().address("Report a problem")
    assert address.startswith(
        "https://code.example/harbour/issues/new?title=Problem%20with%20claim%20spring%2Freturn"
        "&body=https%3A%2F%2Fharbour.example%2Ffile%2Fbriefs%2Fspring%2F%23return"
    )
    world = World(repository=None)
    world.brief("spring", claim("return"))
    assert "Report a problem" not in _piece(world).words_of_links


def test_a_claim_is_headed_by_its_short_id_at_home_and_by_its_full_id_elsewhere() -> None:
    site = _world().site()
    assert "return" in site.page("briefs/spring/").anchors
    for where in ("topics/harbour/", "updates/spring-told/"):
        assert "return" not in site.page(where).anchors
    assert "spring/return" in site.page("topics/harbour/").anchors


def test_a_claim_says_how_it_is_cited_in_its_brief_alone() -> None:
    site = _world().site()
    piece = site.page("briefs/spring/").claim("spring/return")
    assert "Cite this claim" in piece.text
    cited = "“The city says that night trams return.” In “Spring”, Harbour File. Version of 4 March 2031."
    assert f"{cited} https://harbour.example/file/briefs/spring/#return" in piece.blocks
    assert "Cite this claim" not in site.page("topics/harbour/").text


def test_a_piece_is_the_same_wherever_it_stands() -> None:
    site = _world(evidence=[evidence(), evidence(paragraph=3)], note="So it is.").site()
    home = site.page("briefs/spring/").claim("spring/return")
    away = site.page("topics/harbour/").claim("spring/return")
    assert away.blocks == [each for each in home.blocks if each in away.blocks]
    assert (away.facts, [each.text for each in away.evidence]) == (home.facts, [each.text for each in home.evidence])


def test_a_quote_in_another_language_has_our_translation() -> None:
    piece = _made(evidence=[evidence(translation="the trams will be back")])
    assert "In our translation: “the trams will be back”." in piece.evidence[0].text


def test_whom_a_claim_speaks_of_is_told() -> None:
    world = _world(about=["mara-quint"])
    world.person("mara-quint", "Mara Quint")
    assert "Speaks of Mara Quint." in _piece(world).blocks
