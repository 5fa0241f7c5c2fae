"""What is disputed on a topic: sides at equal weight, each told once, and claims that are doubted with none against them."""

from typing import Any

import pytest

from tests.webpage import Part
from tests.world import World, claim, evidence

SECTION = "What is disputed"
DENIAL = "One side asserts something, the other denies it."
BY_MILL = "Reported by The Gazette; denied by the mill."
FACT = "A conflict of fact: what these assert cannot both hold."
POSITIONS = "Opposed positions: the two sides here want different things."


def _world(*claims: Any) -> World:
    world = World()
    for party in ("city", "guild", "mill"):
        world.party(party)
    world.brief("spring", *claims)
    return world


def _disputes(world: World, where: str = "topics/harbour/") -> list[tuple[str, list[str], list[str]]]:
    """Return each dispute: how it is worded, and the claims on its left and on its right."""
    page = world.page(where)
    if SECTION not in page.headings:
        return []
    found = []
    for each in page.section(SECTION).all(".//div[@class='dispute']"):
        left, right = (Part(side) for side in each.xpath(".//div[@class='sides']/div"))
        found.append((Part(each).blocks[0], _claims(left), _claims(right)))
    return found


def _claims(side: Part) -> list[str]:
    return [address.rpartition("/")[2] for _, address in side.links if address.startswith("#")]


def _position(claim_id: str, party: str = "city", **more: Any) -> Any:
    return claim(claim_id, kind="position", party=party, **more)


def test_denials_facts_and_positions_are_worded_apart_in_this_order() -> None:
    world = _world(
        _position("open"),
        _position("shut", "guild", opposes=["open"]),
        claim("broke", kind="event", party=None),
        claim("whole", kind="denial", party="mill", contradicts=["broke"]),
        claim("ten", kind="event", party="city"),
        claim("twelve", kind="event", party="guild", contradicts=["ten"]),
    )
    assert _disputes(world) == [
        (BY_MILL, ["whole"], ["broke"]),
        (FACT, ["ten"], ["twelve"]),
        (POSITIONS, ["open"], ["shut"]),
    ]


@pytest.mark.parametrize(
    ("whose", "words"),
    [
        ({"party": "mill", "said_by": "mara-quint"}, "Reported by The Gazette; denied by Mara Quint."),
        ({"party": None}, DENIAL),
        # Whoever an outlet does not name is not named here either.
        ({"party": "mill", "evidence": [evidence(origin="voices")]}, DENIAL),
    ],
)
def test_a_denial_says_who_denies_where_that_is_known(whose: dict[str, Any], words: str) -> None:
    world = _world(
        claim("broke", kind="event", party=None), claim("whole", kind="denial", contradicts=["broke"], **whose)
    )
    world.origin("voices", kind="report", publisher="The Gazette", unnamed_sources=True)
    assert [each[0] for each in _disputes(world)] == [words]


def test_one_who_denies_without_a_name_is_told_as_such() -> None:
    world = _world(
        claim("broke", kind="event", party=None),
        claim("whole", kind="denial", said_by="mara-quint", contradicts=["broke"]),
        claim("fine", kind="denial", party=None, contradicts=["broke"]),
    )
    assert _disputes(world)[0][0] == "Reported by The Gazette; denied by Mara Quint and one not named."


def test_what_two_sentences_assert_is_said_to_conflict_and_never_the_sentences() -> None:
    world = _world(
        claim("heard", "The paper reported that a wire broke.", kind="statement", status="disputed"),
        claim("denied", "The mill called the report false.", kind="denial", party="mill", contradicts=["heard"]),
    )
    assert "can be true" not in world.page("topics/harbour/").text


def test_each_side_says_whose_what_of_what_sort_when_and_how_it_is_known() -> None:
    world = _world(
        _position("open", text="The city wants it open.", said_by="mara-quint"),
        _position("shut", "guild", text="The guild wants it shut.", date="2031-03", opposes=["open"]),
        claim("broke", "A wire broke.", kind="event", party=None, contradicts=["denied"], status="disputed"),
        claim("denied", "No wire broke.", kind="denial", party="guild"),
    )
    text = world.page("topics/harbour/").section(SECTION).text
    assert "The city The city wants it open. Position · Mara Quint · of 2 March 2031 · One report: The Gazette" in text
    assert "The guild The guild wants it shut. Position · of March 2031 · One report: The Gazette" in text
    # What has no party is headed by what it is.
    assert "Event A wire broke. Disputed · Event · of 2 March 2031 · One report: The Gazette" in text


def test_a_claim_leads_to_its_piece_on_the_page_and_a_party_to_its_page() -> None:
    world = _world(_position("open", text="The city wants it open."), _position("shut", "guild", opposes=["open"]))
    section = world.page("topics/harbour/").section(SECTION)
    assert section.address("The city wants it open.") == "#spring/open"
    assert section.address("The city") == "/parties/city/"


def test_a_replaced_side_is_called_so_and_tells_the_script_from_when_on() -> None:
    world = _world(
        _position("open"),
        _position("shut", "guild", opposes=["open"], date="2031-03-10", reported="2031-03-11"),
        _position("later", "guild", supersedes=["shut"], date="2031-05-01", reported="2031-05-02"),
    )
    section = world.page("topics/harbour/").section(SECTION)
    assert section.text.count("Replaced") == 1
    (dispute,) = (Part(each) for each in section.all(".//div[@class='dispute']"))
    # The day on which both sides were known, then those of each side, and that on which one was replaced.
    assert dispute.values("data-since") == ["2031-03-11", "2031-03-03", "2031-03-11", "2031-05-02"]


def test_withdrawn_claims_dispute_nothing() -> None:
    gone = claim("gone", kind="event", party=None, status="withdrawn", status_reason="It was taken back.")
    world = _world(gone, claim("denied", kind="denial", contradicts=["gone"]))
    assert _disputes(world) == []


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        (["ab"], [("a", "b")]),
        (["ab", "ac"], [("a", "bc")]),
        (["ab", "cb"], [("ac", "b")]),
        (["ac", "ad", "bc", "bd"], [("ab", "cd")]),
        (["ab", "ad", "bc", "cd"], [("ac", "bd")]),
        # a and b never stand against each other, and neither do b and d, so neither may seem to.
        (["ac", "ad", "bc"], [("a", "cd"), ("b", "c")]),
    ],
)
def test_disputes_that_share_a_claim_are_told_once_and_none_is_made_up(
    pairs: list[str], told: list[tuple[str, str]]
) -> None:
    claims = [
        _position(name, date=f"2024-01-0{n + 1}", opposes=[pair[1] for pair in pairs if pair[0] == name])
        for n, name in enumerate("abcd")
    ]
    found = [("".join(sorted(left)), "".join(sorted(right))) for _, left, right in _disputes(_world(*claims))]
    assert found == told


def test_a_party_keeps_its_column_from_one_dispute_to_the_next() -> None:
    world = _world(
        _position("c-1", date="2031-01-01"),
        _position("g-1", "guild", date="2031-01-02", opposes=["c-1"]),
        _position("g-2", "guild", date="2031-02-01"),
        _position("c-2", date="2031-02-02", opposes=["g-2"]),
        claim("n-3", kind="event", party=None, date="2031-03-01"),
        claim("m-3", kind="denial", party="mill", date="2031-03-02", contradicts=["n-3"]),
    )
    assert [sides for _, *sides in _disputes(world)] == [[["m-3"], ["n-3"]], [["c-1"], ["g-1"]], [["c-2"], ["g-2"]]]


def test_disputes_are_told_from_the_oldest_on() -> None:
    claims = []
    for day in (3, 1, 2):
        claims.append(_position(f"c-{day}", date=f"2031-01-0{day}"))
        claims.append(_position(f"g-{day}", "guild", date="2031-02-01", opposes=[f"c-{day}"]))
    assert [left for _, left, _ in _disputes(_world(*claims))] == [["c-1"], ["c-2"], ["c-3"]]


def test_a_denial_filed_elsewhere_is_told_where_the_denied_claim_is_filed_and_only_there() -> None:
    world = World()
    world.topic("trams")
    world.topic("noise")
    world.brief(
        "spring", claim("open", topics=["trams"]), claim("shut", kind="denial", topics=["noise"], contradicts=["open"])
    )
    addresses = [address for _, address in world.page("topics/trams/").section(SECTION).links]
    assert "#spring/open" in addresses
    assert "/briefs/spring/#shut" in addresses
    assert SECTION not in world.page("topics/noise/").headings


@pytest.mark.parametrize(
    ("doubted", "mark"),
    [
        ({"status": "denied"}, "Denied"),
        ({"status": "disputed"}, "Disputed"),
        ({}, "Disputed"),
    ],
)
def test_a_claim_that_only_a_passage_denies_is_listed_apart_with_who_denies_it(
    doubted: dict[str, Any], mark: str
) -> None:
    cited = [evidence(), evidence(paragraph=3, support="denies", origin="letter")]
    world = _world(claim("doubted", "A wire broke.", evidence=cited, **doubted), claim("calm", "It rained."))
    world.origin("gazette-report", publisher="The Gazette")
    world.origin("letter", "Letter of the guild", "document", publisher="The guild")
    section = world.page("topics/harbour/").section(SECTION)
    assert "Denied in the evidence itself" in section.headings
    known = "of 2 March 2031 · One report: The Gazette · denied by The guild"
    assert section.lines == [f"A wire broke. / {mark} · Statement · The city · {known}"]
    assert section.address("A wire broke.") == "#spring/doubted"
    assert section.address("The guild") == "/origins/letter/"


def test_what_nobody_doubts_is_not_under_what_is_disputed() -> None:
    calm = [
        claim("calm"),
        _position("open"),
        claim("weak", evidence=[evidence(support="partial")]),
    ]
    page = _world(*calm).page("topics/harbour/")
    assert SECTION not in page.headings
    assert SECTION not in page.contents


def test_a_claim_that_another_stands_against_is_no_lone_doubt() -> None:
    world = _world(
        claim("broke", kind="event", party=None, status="disputed"),
        claim("whole", kind="denial", contradicts=["broke"]),
        claim("gone", status="withdrawn", status_reason="It was taken back.", evidence=[evidence(support="denies")]),
        _position("open", status="disputed"),
        _position("shut", "guild", opposes=["open"]),
    )
    section = world.page("topics/harbour/").section(SECTION)
    assert "Denied in the evidence itself" not in section.headings
    assert len(_disputes(world)) == 2


def test_a_position_that_a_passage_denies_says_who_denies_it() -> None:
    denied = [evidence(origin="wire"), evidence(paragraph=3, origin="hall", support="denies")]
    world = _world(_position("open", evidence=denied), _position("shut", "guild"))
    world.origin("hall", kind="statement", publisher="Town hall")
    page = world.page("topics/harbour/")
    lines = page.section("Where each side stands").lines
    assert lines[0].endswith("· denied by Town hall")
    assert "denied by" not in lines[1]
