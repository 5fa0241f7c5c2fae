"""A claim as one line of a list: what it says, whose it is, when, how it stands and how it is known."""

from typing import Any

import pytest

from tests.webpage import Part
from tests.world import World, claim, evidence, update

TEXT = "The city says that night trams return."


def _world(*others: Any, **more: Any) -> World:
    world = World()
    world.topic("trams", "Night trams")
    world.party("city", "The city")
    world.brief("spring", claim("return", TEXT, **more), *others)
    return world


def _item(*others: Any, **more: Any) -> Part:
    items = _world(*others, **more).page("timeline/").items
    (found,) = (each for each in items if TEXT in each.text)
    return found


def _line(*others: Any, **more: Any) -> str:
    return " / ".join(_item(*others, **more).blocks)


def test_a_line_says_when_what_of_what_sort_whose_since_when_and_how_it_is_known() -> None:
    assert _line() == (
        f"2 Mar 2031 {TEXT} / "
        "Statement · The city · in these sources from 3 March 2031 · One report: The Gazette · Night trams"
    )


def test_a_line_tells_since_when_it_is_in_the_sources_only_where_that_is_another_day() -> None:
    assert "in these sources" not in _line(date="2031-03-03", reported="2031-03-03")
    assert "in these sources from April 2031" in _line(date="2031-03-03", reported="2031-04")


def test_a_line_leads_to_the_claim_and_to_its_topics() -> None:
    assert _item().links == [(TEXT, "/briefs/spring/#return"), ("Night trams", "/topics/trams/")]


@pytest.mark.parametrize(("date", "shown"), [("2031-03", ""), ("2031", ""), ("2031-03-02", "2 Mar 2031 ")])
def test_a_line_has_a_day_only_where_one_is_known(date: str, shown: str) -> None:
    assert _line(date=date).startswith(f"{shown}{TEXT}")


def test_a_line_of_nobody_names_no_party() -> None:
    assert " / Event · in these sources" in _line(kind="event", party=None)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("position", "Position"),
        ("event", "Event"),
        ("statement", "Statement"),
        ("denial", "Denial"),
        ("analysis", "Analysis"),
    ],
)
def test_a_line_names_its_kind(kind: str, word: str) -> None:
    assert f" / {word} · The city" in _line(kind=kind)


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        (None, ""),
        ("denied", "Denied · "),
        ("disputed", "Disputed · "),
        ("withdrawn", "Withdrawn · "),
    ],
)
def test_a_line_is_marked_by_how_the_claim_stands(status: str | None, mark: str) -> None:
    assert f" / {mark}Statement · The city" in _line(status=status)


def test_a_line_is_marked_as_disputed_where_a_passage_denies_it() -> None:
    assert " / Disputed · Statement" in _line(evidence=[evidence(), evidence(paragraph=3, support="denies")])


def test_what_is_disputed_and_replaced_is_marked_as_both() -> None:
    newer = claim("later", supersedes=["return"], date="2031-05-01", reported="2031-05-02")
    assert " / Disputed · Replaced · Statement" in _line(newer, status="disputed")


def test_a_mark_holds_from_the_day_on_which_the_denial_was_known() -> None:
    world = _world(status="disputed", evidence=[evidence(), evidence("courier", support="denies")])
    world.source("courier", published="2031-04-01")
    item = next(each for each in world.page("timeline/").items if TEXT in each.text)
    assert item.all(".//strong[contains(., 'Disputed')]/../@data-since") == ["2031-04-01"]


def test_a_line_that_was_replaced_says_so_and_from_which_day_on() -> None:
    newer = claim("later", supersedes=["return"], date="2031-05-01", reported="2031-05-02")
    item = _item(newer)
    assert " / Replaced · Statement" in " / ".join(item.blocks)
    assert item.values("data-since") == ["2031-03-03", "2031-05-02"]


def test_a_replaced_claim_is_called_so_beside_its_paragraph_too() -> None:
    world = _world(claim("later", supersedes=["return"], date="2031-05-01"))
    lines = world.page("sources/gazette/").section("Paragraph by paragraph").text
    assert f"{TEXT} Replaced · Statement · The city · One report: The Gazette" in lines


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        ([evidence()], "One report: The Gazette"),
        ([evidence(), evidence("courier", origin="gazette-report")], "One report: The Gazette"),
        (
            [evidence("courier", origin="wire-report"), evidence("mill", origin="wire-report")],
            "One report: The Wire report; here through The Courier (grade B) and The Mill (grade B)",
        ),
        ([evidence(), evidence("courier", origin="courier-report")], "2 independent origins: The Gazette; The Courier"),
        ([evidence(), evidence("courier", origin="courier-report", support="partial")], "One report: The Gazette"),
        (
            [evidence(), evidence("courier", origin="courier-report", origin_basis="inferred")],
            "One report: The Gazette",
        ),
        ([evidence(origin_basis="inferred")], "One report, by our reading of The Gazette"),
        ([evidence(), evidence("courier", origin="courier-report", support="denies")], "One report: The Gazette"),
    ],
)
def test_a_line_says_how_the_claim_is_known(cited: list[Any], words: str) -> None:
    assert f" · {words} · Night trams" in _line(evidence=cited)


def test_a_line_tells_the_script_how_its_basis_changed() -> None:
    world = _world(evidence=[evidence(), evidence("courier", origin="courier-report")])
    world.source("gazette", published="2031-03-03")
    world.source("courier", published="2031-04-01")
    steps = "2031-03-03 One report: The Gazette|2031-04-01 2 independent origins: The Gazette; The Courier"
    for where in ("timeline/", "topics/trams/", "parties/city/"):
        assert steps in world.page(where).values("data-steps"), where
    assert not _world().page("timeline/").values("data-steps")


def test_a_line_tells_the_script_from_when_it_was_known_and_when_it_changed() -> None:
    world = _world(date="2031-02-28", reported="2031-03")
    world.briefs["spring"]["updates"].append(
        update("more", "2031-04-05T10:00:00+02:00", "development", claims=["return"])
    )
    item = world.page("timeline/").items[0]
    assert item.values("data-since") == ["2031-03-31"]
    assert item.values("data-changed") == ["2031-04-05T08:00:00Z"]


def test_a_claim_that_no_update_names_changed_with_the_publication_of_its_brief() -> None:
    world = _world()
    world.briefs["spring"]["updates"] = [
        update("told", "2031-03-04T09:00:00+00:00"),
        update("other", kind="development"),
    ]
    assert world.page("timeline/").items[0].values("data-changed") == ["2031-03-04T09:00:00Z"]
    world.briefs["spring"]["updates"] = []
    assert world.page("timeline/").items[0].values("data-changed") == []


def test_a_line_is_told_to_its_end() -> None:
    text = f"The city asked {'again and ' * 25}once more for trams."
    world = World()
    world.brief("spring", claim("long", text))
    for where in ("timeline/", "topics/harbour/", "parties/city/", "origins/gazette-report/", "sources/gazette/"):
        assert text in world.page(where).words_of_links, where


@pytest.mark.parametrize(
    ("date", "words", "day", "fact"),
    [
        ("2031-03-02", "by 2 March 2031", "by 2 Mar 2031 ", ""),
        ("2031-02", "in or before February 2031", "", "in or before February 2031 · "),
    ],
)
def test_a_claim_that_is_dated_by_a_day_or_month_says_so(date: str, words: str, day: str, fact: str) -> None:
    world = World()
    world.source("gazette", "Trams are back")
    world.brief("spring", claim("return", "Trams are back.", date=date, reported="2031-03-03", dated="by"))
    facts = f"{words}; in these sources from 3 March 2031 · "
    assert facts in world.page("briefs/spring/").claim("spring/return").facts
    line = world.page("timeline/").lines[-1]
    assert line.startswith(f"{day}Trams are back. / Statement · The city · {fact}in these sources from 3 March 2031")
