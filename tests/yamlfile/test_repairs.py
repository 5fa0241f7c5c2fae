"""Slips for which the hint is an edit: what it says to do makes the file readable."""

import pytest

from dossier.problem import Span
from dossier.yamlfile import read

BRIEF = """\
title: The toll rises
claims:
  - id: toll-rises
    text: The toll rises.
    topics: [toll, bridge]
    evidence:
      - source: gazette
        paragraph: 3
        quote: the toll will rise in the spring
      - source: herald
        paragraph: 1
        quote: nobody has asked the drivers yet
"""


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line", "hint"),
    [
        ("claims:\n", "claims\n", "missing-colon", 2, 'write "claims:"'),
        ("text: The", "text = The", "missing-colon", 4, 'write "text: The toll rises."'),
        ("bridge]", "bridge]]", "extra-bracket", 5, 'delete the last "]"'),
        ("      - source: gazette", "     - source: gazette", "indentation", 7, "indent it by 1 more space"),
        ("    text:", "   text:", "indentation", 4, "indent it by 1 more space"),
        ("    text:", "      text:", "indentation", 4, "indent it by 2 fewer spaces"),
        ("    evidence:\n", "", "missing-list-key", 6, 'put a line "evidence:" above the list'),
        ("title:", "```yaml\ntitle:", "code-fence", 1, 'delete the lines that begin with "```"'),
    ],
)
def test_a_slip_is_told_at_its_line_with_an_edit_that_mends_it(
    right: str, wrong: str, code: str, line: int, hint: str
) -> None:
    assert right in BRIEF
    _, problems = read(BRIEF.replace(right, wrong, 1), "briefings/2031/toll.yaml")
    assert [one.code.name for one in problems] == [code]
    assert isinstance(problems[0].at, Span)
    assert problems[0].at.line == line
    assert problems[0].hint.startswith(hint)


def test_an_element_that_is_off_as_a_whole_is_moved_as_a_whole() -> None:
    element = "      - source: gazette\n        paragraph: 3\n        quote: the toll will rise in the spring\n"
    moved = element.replace("\n ", "\n").removeprefix(" ")
    _, problems = read(BRIEF.replace(element, moved), "briefings/2031/toll.yaml")
    assert [one.code.name for one in problems] == ["indentation"]
    assert "lines that belong to it" in problems[0].hint


def test_braces_without_spaces_are_one_problem_a_line_and_are_read() -> None:
    tree, problems = read("evidence:\n  - {source:gazette, paragraph:3, quote:'it rises'}\n", "x.yaml")
    assert [(one.code.name, one.at.line) for one in problems if isinstance(one.at, Span)] == [("missing-space", 2)]
    assert tree == {"evidence": [{"source": "gazette", "paragraph": "3", "quote": "it rises"}]}


def test_a_comment_glued_to_a_closing_quote_is_told() -> None:
    _, problems = read('short: "Over the hill"#4 is far\n', "x.yaml")
    assert [(one.code.name, one.hint.split(" if")[0]) for one in problems] == [
        ("comment-in-text", 'write "Over the hill#4 is far"')
    ]


@pytest.mark.parametrize("mark", ["<<<<<<< here", "||||||| base", "=======", ">>>>>>> there"])
def test_one_mark_of_a_merge_is_told(mark: str) -> None:
    _, problems = read(f"a: b\n{mark}\nc: d\n", "x.yaml")
    assert [(one.code.name, one.at.line) for one in problems if isinstance(one.at, Span)] == [("merge-conflict", 2)]


def test_line_ends_of_old_are_read() -> None:
    assert read(BRIEF.replace("\n", "\r"), "x.yaml") == read(BRIEF, "x.yaml")


@pytest.mark.parametrize("separator", "\u2028\u2029\x0b\x0c\x85")
def test_a_line_separator_is_replaced_by_a_space(separator: str) -> None:
    _, problems = read(f"a: one{separator}two\n", "x.yaml")
    assert [one.hint for one in problems] == ["type a space in its place if it parts two words, else delete it"]
