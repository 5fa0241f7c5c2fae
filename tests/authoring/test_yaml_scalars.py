"""Values are read back as they were written."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.authoring.yaml_scalars import flow, scalar

PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("C", "Zl", "Zp")))


def read(written: str) -> object:
    return yaml.safe_load(f"key: {written}\n")["key"]


@pytest.mark.parametrize(
    "text",
    [
        "Plain words",
        "no",
        "NO",
        "null",
        "~",
        "1.10",
        "0123",
        "12:30",
        "1e3",
        "demand #1",
        "a: b",
        "ends with colon:",
        "@home",
        "`tick",
        "- dash",
        "[list]",
        "{map}",
        "*alias",
        "&anchor",
        "!tag",
        "% per cent",
        "> more",
        "| pipe",
        '"quoted" words',
        'back\\slash and "quote"',
        "it's",
        "https://example.org/a?b=c#d",
        "Зеленський: 5",
        "two\nlines",
        "two\n\nparagraphs, the second with: a colon",
        "word " * 60 + "end",
        "word:  two spaces " * 20 + "end",
        "#hash " * 40 + "end",
        "x" * 300,
    ],
)
def test_a_value_is_read_back_as_it_was(text: str) -> None:
    assert read(scalar(text)) == text


@given(PRINTABLE)
def test_any_text_is_read_back_without_surrounding_white_space(text: str) -> None:
    found = read(scalar(text))
    assert ("" if found is None else str(found)) == text.strip() or text.strip() == ""


@pytest.mark.parametrize("text", ["2031-05", "2031-05-06", "Ferry to stop", "lake-council"])
def test_a_value_is_quoted_only_if_needed(text: str) -> None:
    assert scalar(text) == text


def test_long_text_is_folded_below_its_key() -> None:
    written = scalar("A rather long sentence of words. " * 10, 4)
    assert written.startswith(">-\n    A rather")
    assert max(map(len, written.splitlines())) <= 116


@pytest.mark.parametrize("words", [[], ["one"], ["no", "2", "a, b", "brief/claim", 'say "so"']])
def test_a_list_is_read_back_as_it_was(words: list[str]) -> None:
    assert yaml.safe_load(flow(words)) == words
