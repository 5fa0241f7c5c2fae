from dossier.problem import Place, Span
from dossier.yamlfile import locate, read_front_matter

TEXT = """\
---
title: A tram for the hills
url: https://courier.example/1
left_out:
  - paragraphs: [1]
---

What the page says,
in our words.

---
A second part.
"""


def place(text: str, *path: str | int, part: str = "") -> tuple[int, int, int, int]:
    at = Place("x.md", path, part=part)
    found = locate(text, "x.md", [at])[at]
    return found.line, found.column, found.end_line, found.end_column


def codes(text: str | bytes) -> list[tuple[str, int, int]]:
    found = []
    for problem in read_front_matter(text, "x.md")[3]:
        assert isinstance(problem.at, Span)
        found.append((problem.code.name, problem.at.line, problem.at.column))
    return found


def test_front_matter_and_body_are_parted() -> None:
    tree, body, line, problems = read_front_matter(TEXT, "x.md")
    assert problems == []
    assert tree == {
        "title": "A tram for the hills",
        "url": "https://courier.example/1",
        "left_out": [{"paragraphs": ["1"]}],
    }
    assert body == "What the page says,\nin our words.\n\n---\nA second part."
    assert line == 8


def test_crlf_and_a_byte_order_mark_change_nothing() -> None:
    assert read_front_matter(("\ufeff" + TEXT.replace("\n", "\r\n")).encode(), "x.md") == read_front_matter(
        TEXT, "x.md"
    )


def test_the_body_may_be_empty() -> None:
    assert read_front_matter("---\na: b\n---\n", "x.md") == ({"a": "b"}, "", 4, [])


def test_places_have_the_lines_of_the_file() -> None:
    assert place(TEXT, "title") == (2, 8, 2, 28)
    assert place(TEXT, "left_out", 0, "paragraphs", 0) == (5, 18, 5, 19)
    assert place(TEXT, "abstract") == (8, 1, 12, 15)
    assert place(TEXT, "abstract", part="second part") == (12, 3, 12, 14)
    assert place(TEXT, "abstract", part="says, in") == (8, 15, 9, 3)


def test_problems_have_the_lines_of_the_file() -> None:
    assert codes("---\na: b\nc: d: e\n---\nbody\n") == [("needs-quotes", 3, 5)]
    assert codes("---\na: b\na: c\n---\nbo\u202edy\n") == [("bidi-character", 5, 3), ("duplicate-key", 3, 1)]
    assert codes(b"---\na: b\n---\nbo\xe9dy\n") == [("not-utf-8", 4, 3)]


def test_a_fence_that_is_missing_or_not_closed_is_a_problem() -> None:
    assert codes("title: x\n") == [("front-matter-missing", 1, 1)]
    assert codes("") == [("front-matter-missing", 1, 1)]
    assert codes("\n---\na: b\n---\n") == [("front-matter-missing", 1, 1)]
    assert codes("---\ntitle: x\n\nbody\n") == [("front-matter-unclosed", 1, 1)]
    assert codes("---") == [("front-matter-unclosed", 1, 1)]
    assert codes("--- a\nb: c\n---\n") == [("front-matter-missing", 1, 1)]
    assert read_front_matter("---\ntitle: x\n", "x.md")[:3] == (None, "", 1)


def test_front_matter_with_nothing_in_it_is_a_problem() -> None:
    assert codes("---\n---\nbody\n") == [("empty-file", 1, 1)]
    assert codes("---\n\n\n---\nbody\n") == [("empty-file", 1, 1)]


def test_a_longer_fence_closes() -> None:
    assert read_front_matter("---\na: b\n-----\nc\n", "x.md") == ({"a": "b"}, "c", 4, [])


def test_a_body_that_is_not_there_is_shown_at_the_closing_fence() -> None:
    assert place("---\na: b\n---\n\n\n", "abstract") == (3, 1, 3, 4)
