import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.problem import Place, Problem, Span
from dossier.problem.report import ReadLines, as_github, as_json, as_summary, as_text, count, sort
from tests.problem.codes import COMMENT_IN_TEXT, UNKNOWN_KEY, WRONG_WORD

FILE = "briefings/2031/votes.yaml"
TEXT = [
    "title: The vote",
    "claims:",
    "  - id: harbour-route",
    "    party: counsil",
    "\tnote: 会议 ended \u202eat once  ",
]


def lines(file: str) -> list[str]:
    return TEXT if file == FILE else []


def error(line: int = 4, column: int = 12, end: int = 19, **changes: object) -> Problem:
    values: dict[str, object] = {
        "code": WRONG_WORD,
        "message": 'claim "harbour-route" names "counsil"',
        "at": Span(FILE, line, column, line, end),
        "hint": 'did you mean "council"?',
    }
    return Problem(**(values | changes))  # type: ignore[arg-type]


def warning(**changes: object) -> Problem:
    return error(**({"code": COMMENT_IN_TEXT, "message": "a comment", "hint": ""} | changes))  # type: ignore[arg-type]


def plain(problems: list[Problem], lines: ReadLines) -> str:
    return "".join(piece.text for piece in as_text(problems, lines))


def test_a_problem_has_place_code_message_excerpt_and_hint() -> None:
    assert plain([error()], lines) == (
        'briefings/2031/votes.yaml:4:12: error[wrong-word]: claim "harbour-route" names "counsil"\n'
        "    4 |     party: counsil\n"
        "      |            ^^^^^^^\n"
        '      = did you mean "council"?\n'
        "\n"
        "1 error in 1 file\n"
    )


def test_a_place_and_a_severity_have_a_style_of_their_own() -> None:
    pieces = list(as_text([error(message="a:1:1: error[x]: b"), warning(line=9)], lines))
    assert [piece for piece in pieces if piece.style != "plain"] == [
        (f"{FILE}:4:12:", "place"),
        ("error", "error"),
        (f"{FILE}:9:12:", "place"),
        ("warning", "warning"),
    ]


def test_a_problem_of_a_whole_file_or_of_a_file_without_lines_has_no_excerpt() -> None:
    assert plain([error(at=Span(FILE))], lines).splitlines()[1].startswith("      =")
    assert plain([error(at=Span("gone.yaml", 3, 1, 3, 4))], lines).splitlines()[1].startswith("      =")
    assert plain([error(line=4, column=99, end=100)], lines).splitlines()[1].startswith("      =")


def test_problems_are_sorted_and_each_is_reported_once() -> None:
    early, late = error(line=1, column=1, end=6), error()
    other = error(at=Span("a.yaml", 9, 1, 9, 2))
    assert sort([late, error(), early, other, late]) == [other, early, late]
    same_place = [error(code=WRONG_WORD), error(code=UNKNOWN_KEY), error(code=UNKNOWN_KEY, end=13)]
    assert [problem.code.name for problem in sort(same_place)] == ["unknown-key", "unknown-key", "wrong-word"]


def test_places_must_have_been_looked_up() -> None:
    with pytest.raises(TypeError, match="not looked up"):
        sort([error(at=Place(FILE, ("title",)))])


def test_the_count_names_what_there_is() -> None:
    assert count([]) == "no problem"
    assert count([warning()]) == "1 warning in 1 file"
    assert count([error(line=n) for n in range(1200)]) == "1,200 errors in 1 file"
    three = [error(line=1), error(line=2), error(line=3), warning(at=Span("a.yaml", 1, 1, 1, 2))]
    assert count(three) == "3 errors and 1 warning in 2 files"


def underlined(problem: Problem) -> tuple[str, str]:
    excerpt = plain([problem], lines).splitlines()[1:3]
    return excerpt[0], excerpt[1]


def test_carets_stand_below_wide_letters_tabs_and_what_a_terminal_obeys() -> None:
    shown, carets = underlined(error(line=5, column=8, end=10))
    assert shown == "    5 |     note: 会议 ended \\u202eat once"
    assert carets == "      |           ^^^^"
    assert underlined(error(line=5, column=17, end=18))[1] == "      | " + " " * 21 + "^^^^^^"
    assert underlined(error(line=5, column=18, end=20))[1] == "      | " + " " * 27 + "^^"


def test_marks_upon_letters_take_no_room() -> None:
    told = plain([error(line=1, column=4, end=5)], lambda _: ["e\u0301x y"]).splitlines()
    assert told[2] == "      |   ^"


def test_an_empty_span_gets_one_caret() -> None:
    assert underlined(error(line=1, column=7, end=7))[1] == "      |       ^"
    assert underlined(error(line=1, column=16, end=16))[1] == "      | " + " " * 15 + "^"


def test_a_span_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert underlined(error(at=Span(FILE, 1, 8, 3, 4)))[1] == "      |        ^^^^^^^^"


@pytest.mark.parametrize("column", [1, 30, 250, 480, 497])
def test_long_lines_are_cut_around_the_span(column: int) -> None:
    line = "".join(f"{n:05}" for n in range(100))
    shown, carets = plain([error(line=1, column=column, end=column + 4)], lambda _: [line]).splitlines()[1:3]
    assert len(shown) == 8 + 100
    start = carets.index("^")
    assert shown[start : start + 4] == line[column - 1 : column + 3]
    assert carets.count("^") == 4


def test_a_long_span_is_cut_too() -> None:
    shown, carets = plain([error(line=1, column=3, end=900)], lambda _: ["x" * 1000]).splitlines()[1:3]
    assert len(shown) <= 8 + 100
    assert len(carets) <= 8 + 100


@given(st.text(max_size=300), st.integers(1, 300), st.integers(0, 300))
def test_no_line_makes_the_report_fail_or_speak_to_the_terminal(line: str, column: int, length: int) -> None:
    line = line.replace("\n", " ")
    problem = error(line=1, column=column, end=column + length, message=f"bad {line}")
    text = plain([problem], lambda _: [line])
    assert all(part.isprintable() for part in text.splitlines() if part.isascii())
    assert not set(text) & set("\x1b\r\u202e\u200b\ue000\x07")


def test_related_places_are_named() -> None:
    problem = error(related=(("the first one", Span(FILE, 1, 1, 1, 6)),))
    assert plain([problem], lines).splitlines()[4] == "      = the first one: briefings/2031/votes.yaml:1:1"


def test_json_is_one_stable_document() -> None:
    problem = error(related=(("the first", Span(FILE, 1, 1, 1, 6)),))
    document = json.loads(as_json([warning(line=9), problem]))
    assert document == {
        "schema": "dossier-problems/1",
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "file": FILE,
                "line": 4,
                "column": 12,
                "end_line": 4,
                "end_column": 19,
                "severity": "error",
                "code": "wrong-word",
                "message": 'claim "harbour-route" names "counsil"',
                "hint": 'did you mean "council"?',
                "related": [
                    {"file": FILE, "line": 1, "column": 1, "end_line": 1, "end_column": 6, "message": "the first"}
                ],
            },
            {
                "file": FILE,
                "line": 9,
                "column": 12,
                "end_line": 9,
                "end_column": 19,
                "severity": "warning",
                "code": "comment-in-text",
                "message": "a comment",
                "hint": None,
                "related": [],
            },
        ],
    }
    assert json.loads(as_json([]))["problems"] == []


def test_github_hears_of_the_worst_first() -> None:
    first, second = as_github([warning(line=1), error()], "dossier/").splitlines()
    at = "file=dossier/briefings/2031/votes.yaml,line={0},endLine={0},col=12,endColumn=19"
    words = 'claim "harbour-route" names "counsil"%0Adid you mean "council"?'
    assert first == f"::error {at.format(4)},title=wrong-word::{words}"
    assert second == f"::warning {at.format(1)},title=comment-in-text::a comment"


def test_nothing_in_a_problem_can_be_a_command_of_its_own() -> None:
    hostile = error(message="50%\r\n::add-mask::x", at=Span("a,b:c%.yaml", 2, 1, 3, 5), hint="")
    assert as_github([hostile]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=3,title=wrong-word::50%25%0D%0A::add-mask::x\n"
    )


def test_the_summary_lists_all_by_file() -> None:
    hostile = error(at=Span("a_b.yaml", 2, 1, 2, 5), message="<img src=x> [x](y) `z` @all | *a*", hint="")
    assert as_summary([error(), hostile, warning(line=9)]) == (
        "### 2 errors and 1 warning in 2 files\n"
        "\n**a\\_b.yaml**\n\n"
        "- error, line 2, column 1 (`wrong-word`): \\<img src=x\\> \\[x\\](y) \\`z\\` \\@all \\| \\*a\\*\n"
        "\n**briefings/2031/votes.yaml**\n\n"
        '- error, line 4, column 12 (`wrong-word`): claim "harbour-route" names "counsil" — '
        'did you mean "council"?\n'
        "- warning, line 9, column 12 (`comment-in-text`): a comment\n"
    )
