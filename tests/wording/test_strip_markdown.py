"""Markdown as plain words: marks go, words stay."""

import pytest

from dossier.wording.strip_markdown import first_sentence, plain


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Plain words, 3 > 2 & so on.", "Plain words, 3 > 2 & so on."),
        ("It **rose** by *one*, __surely__ and _slowly_.", "It rose by one, surely and slowly."),
        ("a snake_case_name and 2*3*4", "a snake_case_name and 234"),
        ("see [the *minutes*](https://board.example/a_(b)) and ![a pier](pier.png)", "see the minutes and a pier"),
        ("see [the minutes][1] or <https://board.example/x>", "see the minutes or https://board.example/x"),
        ("# Toll\n\n- one\n- two\n\n> 1. said", "Toll one two said"),
        ("1. first\n2) second", "first second"),
        ("run `a *b* c` and ``x ` y``", "run a *b* c and x ` y"),
        (r"\*not\* a \[link\](x) \\", "*not* a [link](x) \\"),
        ("AT&amp;T &lt;b&gt;", "AT&T <b>"),
        ("one\n\n---\n\n```text\ntwo\n```\nthree", "one two three"),
        ("an unclosed [link and **star", "an unclosed [link and **star"),
        ("  two \n lines  ", "two lines"),
    ],
)
def test_markdown_becomes_plain_words(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize(
    ("markdown", "first"),
    [
        ("The toll rose. Nobody paid.", "The toll rose."),
        ("It rose to **4.50** crowns. “Why?” they asked.", "It rose to 4.50 crowns."),
        ("One sentence only", "One sentence only"),
    ],
)
def test_a_text_begins_with_its_first_sentence(markdown: str, first: str) -> None:
    assert first_sentence(markdown) == first
