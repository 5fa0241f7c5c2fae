"""Markdown that no page renders is told, with what it is."""

import pytest

from dossier.problem import Place
from tests.check.lake import BRIEF_FILE, Dossier


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("See [the pier](../pier/) now.", "a link within the site"),
        ("A ![picture](https://lake.example/a.png) here.", "an image"),
        ("It is ~~old~~ new.", "a struck word"),
        ("The sums:\n\n| who | how much |\n|---|---|\n| line | none |", "a table"),
        ("# The pier\n\nIt stays.", "a heading"),
        ("The pier\n---\nIt stays.", "a heading"),
        ("It stays.\n\n***\n\nIt goes.", "a rule"),
        ("It <b>stays</b>.", "HTML"),
        ("<div>It stays.</div>", "HTML"),
        ("It [stays][1].\n\n[1]: https://lake.example/", "an address for a link elsewhere"),
    ],
)
def test_what_would_be_published_as_typed_is_told(text: str, what: str) -> None:
    lake = Dossier()
    lake.brief["summary"] = text
    told = lake.only("markdown-not-rendered")
    assert what in told.message
    assert isinstance(told.at, Place)
    assert (told.at.file, told.at.path) == (BRIEF_FILE, ("summary",))
    assert told.at.part in text
    assert told.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "A *plain* text with `code`, [a link](https://lake.example/) and a list:\n\n- one\n- two\n\n1. three",
        "> A quotation by <https://lake.example/> and <mailto:a@lake.example>.",
        "5 < 6 and 7 > 3 & so on; a ~ b; 1 | 2; #1 of 3; x_y_z!",
        "A break.  \nAnother line - with a dash.",
    ],
)
def test_what_is_rendered_is_let_pass(text: str) -> None:
    lake = Dossier()
    lake.brief["summary"] = text
    assert lake.codes() == []


def test_every_text_is_looked_at() -> None:
    lake = Dossier()
    lake.brief["summary"] = lake.claims[0]["note"] = lake.updates[0]["note"] = lake.sources["gazette"]["abstract"] = (
        "~~a~~"
    )
    lake.parties[0]["about"] = "~~a~~"
    lake.topic["gaps"] = ["~~a~~"]
    lake.topic["scope"] = {"includes": "~~a~~", "excludes": "~~a~~"}
    lake.topic["bottom_line"]["sentences"][0]["text"] = "~~a~~"
    assert lake.codes() == ["markdown-not-rendered"] * 9
