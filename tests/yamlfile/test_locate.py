from dossier.problem import Place, Problem, Span
from dossier.yamlfile import locate, resolve_places
from dossier.yamlfile.syntax import SYNTAX

TEXT = """\
# a remark
title: The route
date:
summary: >-
  The council has voted,
  and it's settled.

claims:
  - id: harbour-route
    text: 'it''s "the" harbour'
    topics: [route, money]
    evidence:
      - source: courier
        paragraph: 3
        quote: "say \\"yes\\" to it"
  - id: other
    note: one
      two
kinds:
- a
- b
box: {x: 1,
  y: 2}
nested:
  - - deep
"""


def span(*path: str | int, part: str = "", on: str = "value", text: str = TEXT) -> tuple[int, int, int, int]:
    place = Place("x.yaml", path, on="key" if on == "key" else "value", part=part)
    found = locate(text, "x.yaml", [place])[place]
    assert found.file == "x.yaml"
    return found.line, found.column, found.end_line, found.end_column


def words(*path: str | int, part: str = "", on: str = "value", text: str = TEXT) -> str:
    line, column, end_line, end_column = span(*path, part=part, on=on, text=text)
    lines = text.splitlines()
    if line == end_line:
        return lines[line - 1][column - 1 : end_column - 1]
    return "\n".join(
        [lines[line - 1][column - 1 :], *lines[line : end_line - 1], lines[end_line - 1][: end_column - 1]]
    )


def test_scalars_stand_where_their_text_stands_quotes_and_all() -> None:
    assert words("title") == "The route"
    assert words("claims", 0, "text") == "'it''s \"the\" harbour'"
    assert words("claims", 1, "note") == "one\n      two"
    assert span("claims", 0, "evidence", 0, "paragraph") == (14, 20, 14, 21)
    assert words("summary") == "The council has voted,\n  and it's settled."


def test_keys_stand_where_they_are_written() -> None:
    assert words("claims", 0, "topics", on="key") == "topics"
    assert span("claims", 1, "id", on="key") == (16, 5, 16, 7)


def test_lists_and_mappings_are_shown_at_their_head() -> None:
    assert words("claims", 1) == "id: other"
    assert words("claims", 0, "evidence") == "evidence"
    assert words("claims", 0, "evidence", 0) == "source: courier"
    assert words("claims", 0, "topics") == "[route, money]"
    assert words("claims", 0, "topics", 1) == "money"
    assert words("kinds") == "kinds"
    assert words("box") == "{x: 1,\n  y: 2}"
    assert words("nested", 0) == "deep"


def test_what_is_missing_is_shown_at_its_nearest_parent() -> None:
    assert words("claims", 0, "party") == "id: harbour-route"
    assert words("claims", 7, "party") == "claims"
    assert words("summery") == "title: The route"
    assert words("date") == "date"


def test_the_whole_file_is_its_first_position() -> None:
    assert span() == (1, 1, 1, 1)
    assert span("b", text="b\n") == (1, 1, 1, 2)
    assert span("a", text="") == (1, 1, 1, 1)
    place = Place("x.yaml", ("a",))
    assert locate("a: b: c", "x.yaml", [Place("x.yaml")]) == {Place("x.yaml"): Span("x.yaml")}
    assert locate(b"\xff\xfe", "x.yaml", [place]) == {place: Span("x.yaml")}


def test_a_part_is_found_in_plain_quoted_and_block_texts() -> None:
    assert span("title", part="route") == (2, 12, 2, 17)
    assert span("claims", 0, "text", part="it's") == (10, 12, 10, 17)
    assert words("claims", 0, "evidence", 0, "quote", part='"yes"') == '\\"yes\\"'
    assert words("summary", part="voted, and") == "voted,\n  and"
    assert span("summary", part="settled") == (6, 12, 6, 19)
    assert words("claims", 1, "note", part="one two") == "one\n      two"
    assert words("claims", 0, "topics", part="money") == "money"


def test_a_part_that_is_not_there_leaves_the_whole_value() -> None:
    assert words("title", part="tunnel") == "The route"


def test_wide_letters_count_one_column_each_and_crlf_none() -> None:
    text = "\ufeffa: 会议 😀 go\r\nb: x y\r\n"
    assert span("a", part="go", text=text) == (1, 9, 1, 11)
    assert span("b", part="y", text=text) == (2, 6, 2, 7)


def test_the_first_of_two_equal_keys_is_meant() -> None:
    assert span("a", text="a: b\na: c\n") == (1, 4, 1, 5)


def test_places_of_other_files_are_left_out() -> None:
    assert locate(TEXT, "x.yaml", [Place("y.yaml", ("title",))]) == {}


def test_places_become_spans_and_only_their_files_are_read() -> None:
    asked: list[str] = []

    def source(file: str) -> str:
        asked.append(file)
        return "some-format 1" if file.endswith(".txt") else TEXT

    there = Span("z.yaml", 3, 1, 3, 2)
    problems = [
        Problem(SYNTAX, "a", Place("x.yaml", ("title",)), related=(("b", Place("y.yaml", ("kinds", 1))), ("c", there))),
        Problem(SYNTAX, "d", there),
        Problem(SYNTAX, "e", Place("prints/x.txt", ("paragraph", 3))),
    ]
    first, second, third = resolve_places(problems, source)
    assert first.at == Span("x.yaml", 2, 8, 2, 17)
    assert first.related == (("b", Span("y.yaml", 21, 3, 21, 4)), ("c", there))
    assert second.at == there
    assert third.at == Span("prints/x.txt")
    assert sorted(asked) == ["prints/x.txt", "x.yaml", "y.yaml"]


def test_a_place_in_a_missing_file_is_the_file() -> None:
    (problem,) = resolve_places([Problem(SYNTAX, "a", Place("x.yaml", ("title",)))], lambda _: None)
    assert problem.at == Span("x.yaml")


def test_places_are_found_in_a_file_with_refused_characters() -> None:
    assert span("d", text="a: b\x1bc\nd: e\n") == (2, 4, 2, 5)
    assert span("d", text="a:\u00a0b\nd: e\n") == (2, 4, 2, 5)
