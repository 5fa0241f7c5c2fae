import pytest

from dossier.problem import Place, Problem, Span
from dossier.yamlfile import Tree, locate, read


def mended(text: str | bytes) -> object:
    tree, problems = read(text, "x.yaml")
    assert problems == []
    return tree


def test_every_scalar_stays_the_text_it_is() -> None:
    text = "a: no\nb: 1.10\nc: 12:30\nd: 0123\ne: 2025-04\nf: 2025-04-01\ng: true\nh: 0x1F\ni: 1_000\nj: .inf\n"
    assert mended(text) == {
        "a": "no",
        "b": "1.10",
        "c": "12:30",
        "d": "0123",
        "e": "2025-04",
        "f": "2025-04-01",
        "g": "true",
        "h": "0x1F",
        "i": "1_000",
        "j": ".inf",
    }


def test_lists_mappings_and_blocks() -> None:
    text = "list:\n  - a\n  - b: c\n    d: [e, 'f']\nkept: |\n  one\n  two\nfolded: >-\n  one\n  two\n\n  three\n"
    assert mended(text) == {
        "list": ["a", {"b": "c", "d": ["e", "f"]}],
        "kept": "one\ntwo\n",
        "folded": "one two\nthree",
    }


def test_a_key_with_nothing_behind_it_is_left_out_and_an_empty_text_is_not() -> None:
    text = "note:\nb: ''\nc: {status: , e: f}\ndate: # a remark\n"
    assert mended(text) == {"b": "", "c": {"e": "f"}}


def test_an_unknown_key_with_nothing_behind_it_stays_to_be_asked_about() -> None:
    assert mended("status denied:\nnote:\n") == {"status denied": ""}


def test_a_byte_order_mark_and_crlf_change_nothing() -> None:
    plain = "a: b\nc:\n  - d\n"
    assert mended("\ufeff" + plain) == mended(plain)
    assert mended(("\ufeff" + plain).replace("\n", "\r\n").encode()) == mended(plain)


def test_bytes_and_text_are_read_alike() -> None:
    text = "a: ціна 😀 “x”\n"
    assert mended(text) == mended(text.encode()) == {"a": "ціна 😀 “x”"}


def test_remarks_that_are_plainly_remarks_are_let_pass() -> None:
    assert mended(
        "# top\na: b  # one word, then a remark\n  # indented\nc: 'd e' # behind quotes\nf: '#1'\ng: a#b\n"
    ) == {
        "a": "b",
        "c": "d e",
        "f": "#1",
        "g": "a#b",
    }


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "PDF\u200cهای بندر",
        "5\u200cگانه",
        "क्\u200dष",
        "ක්\u200dෂ",
        "👩\u200d🚀",
        "👨\u200d👩\u200d👧 on the quay",
        "🏳\ufe0f\u200d🌈",
        "👩🏽\u200d🚒",
        "1\ufe0f\u20e3",
        "\u845b\U000e0100城",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f Over the hill",
        "រដ្ឋ\u200bផ្លូវ",
        "ท่า\u200bเรือ 5",
        "ꦥꦺꦭ\u200bꦧꦸ",
        "שפת C++\u200f היא",
        "لغة C++\u200f هي",
        "שפת \u2066C++\u2069 היא",
        "١٢\u061c-٣",
        "۵\u200f ریال \u061cبندر",
        "ᠠ\u180b ᠨ\u180eᠠ",
        "ᄀ\u1160ᆨ",
        "a\u0301\u034f\u0323",
    ],
)
def test_what_cannot_be_seen_is_let_pass_where_writing_needs_it(text: str) -> None:
    assert mended(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize(
    "text", ["Порт, said the traders", "5G-мережа", "Pythonом", "Tシャツ", "iPhoneів", "µm", "ЄС/EU", "кWh"]
)
def test_words_of_two_scripts_that_no_eye_confuses_are_let_pass(text: str) -> None:
    assert mended(f"a: {text}\n") == {"a": text}


def test_a_tree_is_returned_beside_problems_that_leave_it_usable() -> None:
    tree, problems = read("title: a\u200bb\ndate: null\ntitle: twice\nlist: &x [c]\n", "x.yaml")
    assert tree == {"title": "ab", "list": ["c"]}
    assert [problem.code.name for problem in problems] == [
        "invisible-character",
        "null-value",
        "duplicate-key",
        "alias",
    ]


def test_a_duplicate_key_names_the_first_and_keeps_its_value() -> None:
    tree, problems = read("x:\n  a: 1\n  b: 2\n  a: {c: 3}\n", "x.yaml")
    assert tree == {"x": {"a": "1", "b": "2"}}
    (problem,) = problems
    assert problem.at == Span("x.yaml", 4, 3, 4, 4)
    assert problem.related == (('the first "a"', Span("x.yaml", 2, 3, 2, 4)),)


def test_an_alias_bomb_is_refused_and_not_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    tree, problems = read(bomb, "x.yaml")
    assert tree is None
    assert {problem.code.name for problem in problems} == {"alias"}
    assert len(problems) == 9 + 16


def test_nesting_is_refused_before_it_costs_anything() -> None:
    for text in ("[" * 3000, "{a: " * 3000, "- " * 3000, "? " * 3000, "".join(" " * n + "a:\n" for n in range(100))):
        tree, problems = read(text, "x.yaml")
        assert tree is None
        assert len(problems) == 1
        assert problems[0].code.name in {"too-deep", "complex-key"}
    assert mended("[" * 32 + "]" * 32)


def test_a_file_too_large_is_refused_unread() -> None:
    (problem,) = read(b"a: b\n" * 2_000_000, "x.yaml")[1]
    assert (problem.code.name, problem.at) == ("file-too-large", Span("x.yaml"))


def test_many_refused_characters_are_counted_and_not_all_named() -> None:
    problems = read("a: " + "b\u200b" * 100 + "\n", "x.yaml")[1]
    assert len(problems) == 20
    assert problems[-1].message.endswith("80 more such places follow")


def test_a_merge_conflict_is_one_problem() -> None:
    text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n"
    tree, problems = read(text, "x.yaml")
    assert tree is None
    assert [(problem.code.name, problem.at) for problem in problems] == [
        ("merge-conflict", Span("x.yaml", 2, 1, 2, 13))
    ]


def hint(text: str) -> str:
    problems: list[Problem] = read(text, "x.yaml")[1]
    return problems[0].hint


def test_hints_give_the_line_as_it_must_stand() -> None:
    assert hint("text: he said: go\n") == 'write "he said: go"'
    assert hint("text: @home is a name\n") == 'write "@home is a name"'
    assert hint('text: "go" he said\n') == "write '\"go\" he said'"
    assert hint("text: 'it's so'\n") == 'write "it\'s so"'
    assert hint('text: "he said "no" to it"\n') == "write 'he said \"no\" to it'"
    assert hint("text: [sic] he said\n") == 'write "[sic] he said"'
    assert hint("text: *x marks it\n") == 'write the value out; if it belongs to a text, write "*x marks it"'
    assert hint("a: b\ntext:words\nc: d\n") == 'write "text: words"'
    assert hint("text: demand #1\n").startswith('write "demand #1" if that is the text')


def test_every_proposed_line_is_read_as_the_text_it_was() -> None:
    for value in (
        "he said: go",
        "@home",
        "`code`",
        '"go" he said',
        "[sic] he said",
        "{x} y",
        "%x",
        "x: y: z",
        "!x",
        "& x",
    ):
        proposal = hint(f"text: {value}\n").rpartition("write ")[2]
        assert mended(f"text: {proposal}\n") == {"text": value}


def test_no_proposal_where_the_text_goes_on_in_the_next_line() -> None:
    assert hint("text: he said: go\n  and went\n") == "put the whole text in quotes"


def test_quotes_that_are_part_of_a_text_are_reported() -> None:
    assert hint('quote: trams return in May"\n') == 'write "trams return in May"'
    assert hint('quote: “trams return in May"\n') == 'write "trams return in May"'
    curly = "quote: “trams return in May”\n"
    assert hint(curly) == 'write "trams return in May", or "“trams return in May”" if they belong to it'
    long = "so many words that no hint can show them all on one line " * 2
    assert hint(f'quote: {long}end"\n') == "open it in front of the text too, or delete it"
    assert hint(f"quote: “{long}end”\n").startswith('type straight quotes (") in their place')


def test_quotes_that_belong_to_a_text_are_let_pass() -> None:
    for text in (
        'a: he said "no"\n',
        "a: “yes” and “no”\n",
        "a: 'trams return in May\"'\n",
        'a: "“trams return”"\n',
        "a: as “constructive”\n",
        "a: |\n  “trams return”\n",
        'a: |\n  trams return"\n',
        'a: "trams\n  return"\n',
        "a: the traders' \n",
    ):
        assert read(text, "x.yaml")[1] == [], text


def test_a_number_sign_that_begins_no_comment_is_let_pass_in_a_text() -> None:
    assert read("a: |\n  #1 of the demands\n  b # c\n# a remark\nd: >-\n  e\n\n# another\n", "x.yaml")[1] == []
    assert "in 1 more of its lines" in read("a: |\n  # b\n  # c\n", "x.yaml")[1][0].message


def test_an_element_without_its_dash_is_read_as_one_of_its_own() -> None:
    text = "c:\n  - id: a\n    b: c\n    id: d\n    b: e\n"
    tree, problems = read(text, "x.yaml")
    assert tree == {"c": [{"id": "a", "b": "c"}, {"id": "d", "b": "e"}]}
    assert problems[0].hint == 'if a new element begins here, write "- id: d", the dash below that of the one above'
    place = Place("x.yaml", ("c", 1, "b"))
    assert locate(text, "x.yaml", [place])[place] == Span("x.yaml", 5, 8, 5, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  b: 1\n  c: 2\n  b: 3\n  c: 4\n", {"a": {"b": "1", "c": "2"}}),
        ("- a:\n    b: 1\n    c: 2\n    b: 3\n    c: 4\n", [{"a": {"b": "1", "c": "2"}}]),
        ("- [x, {b: 1, c: 2, b: 3, c: 4}]\n", [["x", {"b": "1", "c": "2"}]]),
        ("b: 1\nc: 2\nb: 3\nc: 4\n", {"b": "1", "c": "2"}),
    ],
)
def test_a_doubled_first_key_outside_a_list_begins_no_element(text: str, expected: Tree) -> None:
    tree, problems = read(text, "x.yaml")
    assert tree == expected
    assert [problem.message for problem in problems] == [
        '"b" stands twice in the same place',
        '"c" stands twice in the same place',
    ]


def test_elements_without_dashes_do_not_take_minutes() -> None:
    tree, problems = read("- a: b\n" + "  a: b\n" * 50_000, "x.yaml")
    assert tree == [{"a": "b"}]
    assert len(problems) == 50_000


def test_hints_on_dashes() -> None:
    assert hint("c:\n  - id: a\n  -id: b\n") == 'write "- id: b"'
    for mark in "–—•*":
        assert hint(f"c:\n  - id: a\n  {mark} id: b\n") == 'type an ordinary hyphen and a space: "- id: b"'
    for line in ("-quay", "– quay", "quay"):
        proposal = 'if it is an element of the list, begin it with "- ": "- quay"'
        assert hint(f"topics:\n  - hill\n  {line}\nb: c\n") == proposal


def test_of_elements_in_two_columns_the_one_that_is_alone_has_to_move() -> None:
    alike = ": elements of one list begin in one column"
    moved = "and the lines that belong to it, by 2"
    assert hint("c:\n  - id: a\n  - id: b\n- id: d\n") == f"indent it, {moved} more spaces{alike}"
    assert hint("c:\n- id: a\n  d: e\n  - id: b\n  - id: d\n") == f"indent line 2, {moved} more spaces{alike}"
    assert hint("c:\n- id: a\n  d: e\n  - id: b\n- id: d\n") == f"indent it, {moved} fewer spaces{alike}"
    # One against one: what is pasted stands too far left, not too far right.
    assert hint("c:\n- id: a\n  d: e\n  - id: b\n") == f"indent line 2, {moved} more spaces{alike}"


def test_hints_on_keys_without_a_colon() -> None:
    assert hint("a: b\nkind event\nc: d\n") == 'write "kind: event"'
    assert hint("a: b\nKind： event\nc: d\n") == 'write "kind: event"'
    assert hint("c:\n  - id quay\n    text: b\n") == 'write "- id: quay"'
    goes_on = "if it goes on with the text of line 1, indent it more than that line's key"
    assert hint("a: b\nharbour event\nc: d\n") == goes_on
    # A key that stands beside it already is no key that lost its colon.
    assert hint("date: b\ndate of it\nc: d\n") == goes_on
    assert hint("a: b\ndate of it\ndate: d\n") == goes_on
    long = "text: The line will run along\nafter all that was said\nc: d\n"
    assert hint(long) == f'write "after: all that was said" if that is meant; {goes_on}'


@pytest.mark.parametrize(
    "text",
    [
        "c:\n  - id: a\n    date: b\n    date of it\n    text: d\n",
        "c:\n  - date: b\n    date of it\n    text: d\n",
        "c:\n  - id: a\n    date of it\n    text: d\n    date: b\n",
    ],
)
def test_a_key_that_its_mapping_has_already_did_not_lose_its_colon(text: str) -> None:
    assert hint(text).startswith("if it goes on with the text of line")


@pytest.mark.parametrize(
    "text",
    [
        "c:\n  - date: b\n  - id: x\n    date of it\n    text: d\n",
        "c:\n  - id: x\n    date of it\n    text: d\n  - date: b\n",
        "date: b\nc:\n  - id: x\n    date of it\n    text: d\n",
        "c:\n  - id: x\n    refreshed:\n      date: b\n    date of it\n    text: d\n",
    ],
)
def test_a_key_of_another_mapping_says_nothing_of_a_lost_colon(text: str) -> None:
    assert hint(text) == 'write "date: of it"'
