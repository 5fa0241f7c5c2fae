"""Every paragraph accounted for, and nothing kept that nothing uses."""

from collections.abc import Callable
from copy import deepcopy

import pytest

from dossier.library import Reading
from tests.check.lake import BRIEF_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_paragraphs_neither_cited_nor_left_out_are_reported(lake: Dossier) -> None:
    lake.texts["gazette"] += "".join(f"A further line of words, numbered {number}.\n" for number in range(5))
    told = lake.only("paragraph-unaccounted")
    assert told.message == 'paragraphs 5-9 of "gazette" are neither cited by a claim nor left out'
    lake.sources["gazette"]["left_out"].append({"paragraphs": [6, 7, 8], "reason": "Weather"})
    assert lake.only("paragraph-unaccounted").message.startswith("paragraphs 5 and 9 of")
    lake.sources["gazette"]["left_out"].append({"paragraphs": [5], "reason": "Weather"})
    assert lake.only("paragraph-unaccounted").message == (
        'paragraph 9 of "gazette" is neither cited by a claim nor left out'
    )


def test_a_paragraph_is_not_both_cited_and_left_out(lake: Dossier) -> None:
    lake.sources["gazette"]["left_out"].append({"paragraphs": [3], "reason": "Weather"})
    told = lake.only("left-out-and-cited")
    assert told.message == 'paragraph 3 of "gazette" is left out, yet "pier-dispute/line-keeps-pier" cites it'
    assert path_of(told) == ("left_out", 1, "paragraphs", 0)


def test_a_paragraph_is_left_out_once_and_exists(lake: Dossier) -> None:
    lake.sources["gazette"]["left_out"].append({"paragraphs": [1, 9], "reason": "Weather"})
    assert lake.told() == [
        ("paragraph-past-end", "sources/gazette.md", ("left_out", 1, "paragraphs", 1)),
        ("repeated-reference", "sources/gazette.md", ("left_out", 1, "paragraphs", 0)),
    ]


@pytest.mark.parametrize("key", ["url", "text_sha256", "archive_file"])
def test_one_text_has_one_record(lake: Dossier, key: str) -> None:
    known = {"url": lake.sources["courier"]["url"], "text_sha256": None, "archive_file": "courier.txt"}
    lake.sources["gazette"][key] = known[key]
    if key == "text_sha256":
        lake.texts["gazette"] = lake.texts["courier"]
        del lake.sources["gazette"]["text_sha256"]
    told = [fault for fault in lake.told() if fault[0] == "same-source-twice"]
    assert told == [("same-source-twice", "sources/gazette.md", (key,))]


def test_what_nothing_uses_is_named(lake: Dossier) -> None:
    lake.sources["tribune"] = deepcopy(lake.sources["courier"]) | {"url": "https://tribune.example/pier"}
    lake.texts["tribune"] = "One line of words that nobody cites.\n"
    lake.parties.append({"id": "weather", "name": "The weather"})
    lake.add_origin("tribune-report", "report", "The Tribune", "2031-05-05")
    assert lake.told() == [
        ("unused-origin", "briefings/origins.yaml", ("origins", 4, "id")),
        ("unused-party", "briefings/parties.yaml", ("parties", 2, "id")),
        ("unused-source", "sources/tribune.md", ()),
    ]


def test_what_is_used_by_another_is_used(lake: Dossier) -> None:
    lake.parties.append({"id": "weather", "name": "The weather"})
    lake.people[0]["party"] = "weather"
    lake.add_origin("ledger", "document", "Lake Council", "2031-05-05")
    lake.origins[0]["depends_on"] = ["ledger"]
    assert lake.codes() == ["speaker-of-another-party"]


def test_nothing_is_called_unused_while_a_brief_cannot_be_read(lake: Dossier) -> None:
    lake.parties.append({"id": "weather", "name": "The weather"})
    lake.texts["gazette"] += "A further line.\n"
    lake.unreadable.append(Reading("brief", "other", BRIEF_FILE.replace("pier-dispute", "other"), None))
    assert lake.codes() == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda lake: lake.claim("line-keeps-pier")["evidence"][0].update(source="tribune"), "unknown-source"),
        (lambda lake: lake.claim("council-asks-to-share")["evidence"][0].update(origin="ledger"), "unknown-origin"),
        (lambda lake: lake.claim("office-wants-ferry-out").update(said_by="bert-tarn"), "unknown-person"),
        (lambda lake: lake.people[0].update(party="weather"), "unknown-party"),
        (lambda lake: lake.origins[0].update(depends_on=["ledger"]), "unknown-origin"),
    ],
)
def test_nothing_is_called_unused_that_a_misspelt_id_may_have_meant(
    lake: Dossier, spoil: Callable[[Dossier], None], code: str
) -> None:
    lake.texts["gazette"] += "A further line of words.\n" if code == "unknown-source" else ""
    if code == "unknown-party":
        lake.parties.append({"id": "harbour", "name": "The harbour"})
    if code == "unknown-origin":
        lake.add_origin("ledgers", "document", "Lake Council", "2031-05-05")
    spoil(lake)
    assert lake.codes() == [code]


def test_a_misspelt_id_of_one_kind_hides_nothing_of_another(lake: Dossier) -> None:
    lake.parties.append({"id": "weather", "name": "The weather"})
    lake.claim("council-asks-to-share")["evidence"][0]["origin"] = "ledger"
    assert lake.codes() == ["unknown-origin", "unused-party"]


def test_many_gaps_are_shortened(lake: Dossier) -> None:
    lake.texts["gazette"] += "".join(f"A further line of words, numbered {number}.\n" for number in range(60))
    lake.sources["gazette"]["left_out"].append({"paragraphs": list(range(6, 65, 2)), "reason": "Weather"})
    assert lake.only("paragraph-unaccounted").message == (
        "paragraphs 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41, 43 and 10 more "
        'of "gazette" are neither cited by a claim nor left out'
    )
