"""The files of the page of all claims: every claim in one part, its traits in the same order, few files for one edit."""

import json
from typing import Any

from dossier.exports import claim_parts
from dossier.library import Library
from tests import moves
from tests.world import World, claim, evidence


def _files(library: Library) -> dict[str, Any]:
    return {part.address.removeprefix("data/claims/"): json.loads(part.make()) for part in claim_parts(library)}


def _stamps(library: Library) -> dict[str, bytes]:
    return {part.address.removeprefix("data/claims/"): part.stamp for part in claim_parts(library)}


def _long() -> World:
    """Return a world of 260 claims: 130 in May 2031, 100 in June 2031, and 30 in 2030."""
    world = World()
    months = ["2031-05"] * 130 + ["2031-06"] * 100 + ["2030-02"] * 30
    claims = [claim(f"c-{place}", date=f"{month}-{place % 27 + 1:02}") for place, month in enumerate(months)]
    world.brief("spring", *claims)
    return world


def _traits(file: dict[str, Any]) -> list[dict[str, list[str]]]:
    """Return for each claim the values of its traits."""
    columns = {
        trait: [
            [file["names"][trait][number] for number in (cell if isinstance(cell, list) else [cell])] for cell in cells
        ]
        for trait, cells in file["columns"].items()
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def test_the_index_names_each_part_with_its_number_of_claims() -> None:
    files = _files(_long().library())
    assert files["index.json"] == {
        "parts": [["2031-06", 100], ["2031-05.2", 30], ["2031-05.1", 100], ["2030", 30]],
        "years": [["2031", 230], ["2030", 30]],
        "former": {"topic": {}, "source": {}},
    }
    assert {name for name, _ in files["index.json"]["parts"]} == {
        name.removesuffix(".json")
        for name in files
        if name not in ("index.json", "names.json") and not name.startswith("traits/")
    }
    for name, number in files["index.json"]["parts"]:
        assert len(files[f"{name}.json"]) == number


def test_every_claim_is_in_one_part_and_its_traits_are_in_the_same_order() -> None:
    library = _long().library()
    files = _files(library)
    parts = [line for name, _ in files["index.json"]["parts"] for line in files[f"{name}.json"]]
    assert [line[0] for line in parts] == list(library.claims)
    dates = [
        date
        for year, _ in files["index.json"]["years"]
        for date, number in files[f"traits/{year}.json"]["dates"]
        for _ in range(number)
    ]
    assert dates == [line[1] for line in parts]
    assert [len(_traits(files[f"traits/{year}.json"])) for year in ("2031", "2030")] == [230, 30]


def test_a_small_dossier_is_one_part_and_an_empty_one_none() -> None:
    world = World()
    assert _files(world.library()) == {
        "index.json": {"parts": [], "years": [], "former": {"topic": {}, "source": {}}},
        "names.json": {"people": [], "sources": []},
    }
    world.brief("spring", claim("a", date="2031-05"))
    index = _files(world.library())["index.json"]
    assert (index["parts"], index["years"]) == ([["all", 1]], [["2031", 1]])


def test_the_index_names_the_ids_that_topics_had_before() -> None:
    former = _files(moves.world().library())["index.json"]["former"]
    assert former == {"topic": {"noise": "trams"}, "source": {}}


def test_a_line_says_when_what_whose_and_how_it_is_known() -> None:
    world = World()
    world.party("city", "The city")
    world.origin("report", kind="report", unnamed_sources=True)
    world.brief(
        "spring",
        claim("a", "It was said.", date="2031-05-02", reported="2031-06-01", evidence=[evidence(origin="report")]),
        claim(
            "b",
            "It had been.",
            date="2031-04",
            dated="by",
            kind="event",
            party=None,
            status="denied",
            status_reason=".",
        ),
    )
    said, been = _files(world.library())["all.json"]
    assert said == [
        "spring/a",
        "2031-05-02",
        "2 May 2031",
        "It was said.",
        "Statement · The city · in these sources from 1 June 2031 · One report, which also uses unnamed sources",
        [],
    ]
    assert been[:4] == ["spring/b", "2031-04", "in or before Apr 2031", "It had been."]
    assert been[4].startswith("Event · ")
    assert been[5] == [["denied", "Denied"]]


def test_traits_are_what_claims_are_filtered_by() -> None:
    world = World()
    for person in ("mara", "otto"):
        world.person(person)
    world.origin("report", kind="report", unnamed_sources=True)
    world.origin("named", kind="report")
    world.brief(
        "spring",
        claim(
            "a",
            date="2031-05-05",
            topics=["trams", "noise"],
            party="city",
            kind="denial",
            said_by="mara",
            about=["otto"],
        ),
        claim(
            "b",
            date="2031-05-04",
            party=None,
            evidence=[evidence("gazette", origin="report"), evidence("courier", origin="report")],
        ),
        claim(
            "c",
            date="2031-05-03",
            evidence=[evidence(origin="named")],
            status="disputed",
            status_reason="Some doubt it.",
        ),
        claim("d", date="2031-05-02", status="withdrawn", status_reason="It was wrong."),
        claim("e", date="2031-05-02", evidence=[evidence(support="denies")]),
        claim("f", date="2031-05-01", supersedes=["spring/e"]),
    )
    files = _files(world.library())
    ids = [line[0].removeprefix("spring/") for line in files["all.json"]]
    rows = dict(zip(ids, _traits(files["traits/2031.json"]), strict=True))
    first = rows["a"]
    assert (first["topic"], first["party"], first["kind"]) == (["trams", "noise"], ["city"], ["denial"])
    assert first["person"] == ["mara", "otto"]
    assert rows["b"]["party"] == []
    assert rows["b"]["person"] == []
    assert rows["b"]["source"] == ["gazette", "courier"]
    assert rows["b"]["basis"] == ["one-report", "unnamed"]
    assert rows["c"]["basis"] == ["one-report"]
    assert rows["e"]["basis"] == ["none"]
    assert [rows[each]["status"] for each in "abcdef"] == [
        ["plain"],
        ["plain"],
        ["disputed"],
        ["withdrawn"],
        ["disputed", "replaced"],
        ["plain"],
    ]


def test_names_are_those_of_people_and_sources_that_claims_name() -> None:
    world = World()
    world.person("mara", "Mara Quint")
    world.person("otto", "Otto Vale")
    world.person("silent", "Nobody Here")
    world.source("gazette", "Trams may be back", outlet="The Gazette", published="2031-05-02")
    world.source("unread", "Nothing of it")
    world.brief("spring", claim("a", said_by="mara", about=["otto"], evidence=[evidence("gazette")]))
    assert _files(world.library())["names.json"] == {
        "people": [["mara", "Mara Quint"], ["otto", "Otto Vale"]],
        "sources": [["gazette", "The Gazette", "Trams may be back (2 May 2031)"]],
    }


def test_an_edit_of_one_claim_changes_its_part_and_the_traits_of_its_year() -> None:
    world = _long()
    before = _stamps(world.library())
    assert _stamps(_long().library()) == before
    edited = next(one for one in world.briefs["spring"]["claims"] if one["date"].startswith("2031-06"))
    edited["text"] = "This is said in other words."
    after = _stamps(world.library())
    assert {name for name in before if after[name] != before[name]} == {"2031-06.json", "traits/2031.json"}


def test_a_new_claim_leaves_older_parts_as_they_are() -> None:
    world = _long()
    before = _stamps(world.library())
    world.brief("later", claim("new", date="2031-05-31"))
    after = _stamps(world.library())
    assert {name for name in before if after[name] != before[name]} == {
        "index.json",
        "2031-05.2.json",
        "traits/2031.json",
    }
