import pytest

from dossier.evidence.fingerprint import paragraphs
from dossier.evidence.passage import Alignment, align, extent, passage
from dossier.evidence.words import words
from tests.evidence.invented import LIGHTHOUSE, TEXTS


@pytest.mark.parametrize("name", TEXTS)
def test_a_passage_has_its_words_and_stands_in_the_text(name: str) -> None:
    for paragraph in paragraphs(TEXTS[name]):
        found = words(paragraph)
        for first in range(len(found)):
            for last in range(first + 1, min(first + 9, len(found)) + 1):
                cut = passage(paragraph, first, last)
                assert cut in " ".join(paragraph.split())
                assert words(cut) == found[first:last]


def test_a_passage_is_set_as_in_the_text() -> None:
    text = "He said: “The mast —\u00a0isn’t  ready,” by 10–12 May in the U.S. harbour."
    assert passage(text, 2, 6) == "The mast — isn’t"
    assert passage(text, 6, 9) == "ready,” by 10–12"
    assert passage(text, 10, 14) == "in the U.S."
    assert passage(text, 14, 90) == "harbour"
    assert passage(text, 15, 16) == passage("", 0, 1) == ""
    assert text[slice(*extent(text, 2, 4))] == "The mast"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("the lamp on Gull Rock", Alignment(0, 3, 8)),
        ("the lamp on Seal Rock", Alignment(1, 3, 8)),
        ("the lamp Gull Rock", Alignment(1, 3, 8)),
        ("the old lamp on Gull Rock", Alignment(1, 3, 8)),
        ("keeper of lamp upon Gull Rock", Alignment(2, 1, 8)),
        ("nothing alike", Alignment(2, 0, 0)),
        ("", Alignment(0, 0, 0)),
    ],
)
def test_the_nearest_run_is_found(sought: str, found: Alignment) -> None:
    assert align(words(sought), words(paragraphs(LIGHTHOUSE)[1])) == found
