"""Every trap of YAML: the code it gets and the exact line and column."""

import pytest

from dossier.problem import Code, Span
from dossier.yamlfile import (
    characters,
    front_matter,
    list_dashes,
    quote_errors,
    read,
    reading,
    recorder,
    scalars,
    syntax,
)

BAD: dict[str, tuple[str | bytes, list[tuple[str, int, int, int, int]]]] = {
    "tab as indentation": ("a:\n\tb: c\n", [("tab-indent", 2, 1, 2, 2)]),
    "tab behind spaces": ("a:\n  b: c\n  \td: e\n", [("tab-indent", 3, 3, 3, 4)]),
    "colon in a text": ("a: 1\ntext: he said: go\n", [("needs-quotes", 2, 14, 2, 15)]),
    "colon at the end of a text": ("a: foo:\n", [("needs-quotes", 1, 7, 1, 8)]),
    "colon in the second line of a text": ("a: he went\n  and said: go\n", [("needs-quotes", 2, 11, 2, 12)]),
    "colon behind wide letters": ("text: 会议 😀: go\n", [("needs-quotes", 1, 11, 1, 12)]),
    "at sign": ("a: @foo\n", [("needs-quotes", 1, 4, 1, 5)]),
    "at sign behind a byte order mark": ("\ufeffa: @foo\n", [("needs-quotes", 1, 4, 1, 5)]),
    "backtick": ("a:\r\n  - `foo`\r\n", [("needs-quotes", 2, 5, 2, 6)]),
    "per cent": ("a: %foo\n", [("needs-quotes", 1, 4, 1, 5)]),
    "question mark": ("a: ? foo\n", [("needs-quotes", 1, 4, 1, 5)]),
    "asterisks": ("a: **bold** text\n", [("needs-quotes", 1, 4, 1, 5)]),
    "lone ampersand": ("a: & foo\n", [("needs-quotes", 1, 4, 1, 5)]),
    "bracket first": ("a: [sic] he said\n", [("needs-quotes", 1, 4, 1, 5)]),
    "brace first": ("- {x} y\n", [("needs-quotes", 1, 3, 1, 4)]),
    "text behind a quote": ('a: "foo" bar\n', [("needs-quotes", 1, 10, 1, 13)]),
    "apostrophe in single quotes": ("a: 'don't'\n", [("needs-quotes", 1, 9, 1, 11)]),
    "quote never closed": ('a: b\nc: "foo\nd: e\n', [("unclosed-quote", 2, 4, 2, 5)]),
    "quote closed by another": ('a: "foo\nb: "bar"\n', [("unclosed-quote", 1, 4, 1, 5)]),
    "quote cut by a document": ("a: 'foo\n---\nb: c\n", [("unclosed-quote", 1, 4, 1, 5)]),
    "bracket never closed": ("a: [b, c\nd: e\n", [("unclosed-bracket", 1, 4, 1, 5)]),
    "brace never closed": ("a: {b: c\nd: e\n", [("unclosed-bracket", 1, 4, 1, 5)]),
    "two commas": ("a: [b, , c]\n", [("syntax", 1, 8, 1, 9)]),
    "comma behind a list": ("a: [b, c],\nd: e\n", [("syntax", 1, 10, 1, 11)]),
    "unknown escape": ('a: "C:\\path"\n', [("bad-escape", 1, 7, 1, 9)]),
    "wrong hexadecimal escape": ('a: "b \\u12 c"\n', [("bad-escape", 1, 7, 1, 9)]),
    "no space behind the colon": ("a: b\ntext:foo\nc: d\n", [("missing-space", 2, 5, 2, 6)]),
    "no space behind the first colon": ("a:b\nc: d\n", [("missing-space", 1, 2, 1, 3)]),
    "indented too far": ("a: 1\n  b: 2\n", [("indentation", 2, 3, 2, 4)]),
    "indented too far in an element": ("- id: x\n   text: y\n", [("indentation", 2, 4, 2, 8)]),
    "indented too little": ("a:\n    b: 2\n  c: 3\n", [("indentation", 3, 3, 3, 4)]),
    "first line indented": ("  a: b\nc: d\n", [("indentation", 2, 1, 2, 2)]),
    "dash forgotten": ("topics:\n  - a\n  b\n", [("syntax", 3, 3, 3, 4)]),
    "first dash forgotten": ("claims:\n  id: a\n  - id: c\n", [("indentation", 3, 3, 3, 4)]),
    "keys of an element too far left": ("c:\n  - id: a\n  id: c\n", [("indentation", 3, 3, 3, 5)]),
    "list behind its key": ("a: - b\n", [("indentation", 1, 4, 1, 5)]),
    "line without a key": ("a: b\njust words\nc: d\n", [("syntax", 2, 1, 2, 11)]),
    "first line without a key": ("just words\na: b\n", [("syntax", 1, 1, 1, 11)]),
    "text of a block not indented": ("a: |\nfoo\nb: c\n", [("syntax", 2, 1, 2, 4)]),
    "text behind a block mark": ("a: | foo\n  bar\n", [("syntax", 1, 4, 1, 9)]),
    "no key before the colon": (": b\n", [("empty-key", 1, 1, 1, 2)]),
    "empty key in braces": ("{'': b}\n", [("empty-key", 1, 2, 1, 4)]),
    "code of a character that turns the text": ("a: b &#x202E; c\n", [("bidi-character", 1, 6, 1, 14)]),
    "name of a character that cannot be seen": ('a: "b &amp; c&shy;d"\n', [("invisible-character", 1, 14, 1, 19)]),
    "code of a mark of ours": ("- >-\n  &#57344;&#x41;\n", [("private-character", 2, 3, 2, 11)]),
    "code of no character": ("a: b &#0;\n", [("control-character", 1, 6, 1, 10)]),
    "duplicate key": ("a: b\nc: d\na: e\n", [("duplicate-key", 3, 1, 3, 2)]),
    "duplicate of an empty key": ("a:\na: e\n", [("duplicate-key", 2, 1, 2, 2)]),
    "duplicate key, quoted once": ("x:\n  - {'a': b, a: c}\n", [("duplicate-key", 2, 14, 2, 15)]),
    "dash forgotten before a second element": (
        "c:\n  - id: a\n    b: c\n    id: d\n    b: e\n  - id: f\n",
        [("duplicate-key", 4, 5, 4, 7)],
    ),
    "dashes forgotten before two elements": (
        "- id: a\n  b: c\n  id: d\n  b: e\n  id: f\n  b: g\n",
        [("duplicate-key", 3, 3, 3, 5), ("duplicate-key", 5, 3, 5, 5)],
    ),
    "first key of an element given twice": ("- id: a\n  b: c\n  id: d\n  e: f\n", [("duplicate-key", 3, 3, 3, 5)]),
    "no space behind a dash": ("c:\n  - id: a\n  -id: b\n", [("missing-space", 3, 3, 3, 4)]),
    "no space behind the first dash": ("c:\n  -id: a\n    b: c\n", [("missing-space", 2, 3, 2, 4)]),
    "another dash": ("c:\n  - id: a\n  – id: b\n", [("indentation", 3, 3, 3, 4)]),
    "a bullet first": ("c:\n  • id: a\n    b: c\n", [("indentation", 2, 3, 2, 4)]),
    "an asterisk": ("c:\n  * id: a\n    b: c\n", [("indentation", 2, 3, 2, 4)]),
    "element in another column": ("c:\n  - id: a\n  - id: b\n- id: c\n", [("indentation", 4, 1, 4, 2)]),
    "no colon behind a key": ("c:\n  - id: a\n    kind event\n    text: b\n", [("syntax", 3, 5, 3, 15)]),
    "a wide colon behind a key": ("c:\n  - id： a\n    text: b\n", [("syntax", 2, 3, 2, 10)]),
    "anchor": ("a: &x foo\n", [("alias", 1, 4, 1, 6)]),
    "alias": ("a: *x\n", [("alias", 1, 4, 1, 6)]),
    "alias as a key": ("*x : b\n", [("alias", 1, 1, 1, 3)]),
    "anchor on a list": ("a: &x\n  - b\n", [("alias", 1, 4, 1, 6)]),
    "tag": ("a: !foo bar\n", [("tag", 1, 4, 1, 8)]),
    "tag of the core schema": ("a: !!str 3\n", [("tag", 1, 4, 1, 9)]),
    "merge key": ("a:\n  <<: {b: c}\n", [("merge-key", 2, 3, 2, 5)]),
    "second document": ("a: b\n---\nc: d\n", [("several-documents", 2, 1, 2, 4)]),
    "text behind the end": ("a: b\n...\nc: d\n", [("several-documents", 3, 1, 3, 5)]),
    "directive": ("%YAML 1.2\n---\na: b\n", [("directive", 1, 1, 1, 10)]),
    "directive without a document": ("%YAML 1.2\na: b\n", [("directive", 1, 1, 1, 10)]),
    "list as a key": ("? [a]\n: b\n", [("complex-key", 1, 3, 1, 4)]),
    "template braces": ("a: {{ x }} y\n", [("complex-key", 1, 5, 1, 6)]),
    "3,000 brackets": ("[" * 3000, [("too-deep", 1, 33, 1, 34)]),
    "null": ("a: null\nb: ~\n", [("null-value", 1, 4, 1, 8), ("null-value", 2, 4, 2, 5)]),
    "null in a list": ("a:\n  - ~\n", [("null-value", 2, 5, 2, 6)]),
    "empty element": ("a:\n  -\n  - b\n", [("empty-element", 2, 3, 2, 4)]),
    "comment in a text": ("text: demand #1\n", [("comment-in-text", 1, 14, 1, 16)]),
    "comment instead of a text": ("text: #1 demand\n", [("comment-in-text", 1, 7, 1, 16)]),
    "remark behind a text": ("text: two words # remark\n", [("comment-in-text", 1, 17, 1, 25)]),
    "comment in the middle of a text": ("a: foo #1\n  more\n", [("needs-quotes", 1, 8, 1, 10)]),
    "comment in a folded text": ("a: >-\n  # ask Mara\n  b\n", [("comment-shown", 2, 3, 2, 13)]),
    "comments in a literal text": ("a: |\n  b\n  # c\n  #d\n  # e\nf: g\n", [("comment-shown", 3, 3, 3, 6)]),
    "opening quote forgotten": ('a: b c"\nd: e\n', [("stray-quote", 1, 7, 1, 8)]),
    "opening quote forgotten on two lines": ('- a: b\n    c"\n', [("stray-quote", 2, 6, 2, 7)]),
    "curly quote opens, straight one closes": ('a: “b c"\n', [("stray-quote", 1, 8, 1, 9)]),
    "text in curly quotes": ("a: “b c”\n", [("stray-quote", 1, 4, 1, 9)]),
    "texts in other quotes": (
        "- „b“\n- «c»\n- ‘d’s’\n",
        [("stray-quote", 1, 3, 1, 6), ("stray-quote", 2, 3, 2, 6), ("stray-quote", 3, 3, 3, 8)],
    ),
    "text in curly quotes in brackets": ("a: [“b”]\n", [("stray-quote", 1, 5, 1, 8)]),
    "nothing": ("", [("empty-file", 1, 1, 1, 1)]),
    "nothing but comments": ("# x\n---\n", [("empty-file", 1, 1, 1, 1)]),
    "Latin-1": (b"a: b\nc: d\xe9\n", [("not-utf-8", 2, 5, 2, 6)]),
    "Latin-1 behind other letters": ("a: ціна ".encode() + b"\xff\n", [("not-utf-8", 1, 9, 1, 10)]),
    "UTF-16 with a mark": ("a: b\n".encode("utf-16"), [("not-utf-8", 1, 1, 1, 1)]),
    "UTF-16 without a mark": ("a: b\n".encode("utf-16-le"), [("not-utf-8", 1, 1, 1, 1)]),
    "UTF-32": ("a: b\n".encode("utf-32"), [("not-utf-8", 1, 1, 1, 1)]),
    "NUL": ("a: b\0c\n", [("control-character", 1, 5, 1, 6)]),
    "escape character": ("a: b\x1bc\n", [("control-character", 1, 5, 1, 6)]),
    "lone carriage return": ("a: b\rc: d\n", [("control-character", 1, 5, 1, 6)]),
    "line separator": ("a: b\u2028c\nd: @\n", [("control-character", 1, 5, 1, 6), ("needs-quotes", 2, 4, 2, 5)]),
    "next line": ("a: b\x85c\n", [("control-character", 1, 5, 1, 6)]),
    "bidi override": ("a: 😀\u202eb\n", [("bidi-character", 1, 5, 1, 6)]),
    "bidi override in an escape": ('a: "b \\u202e c"\n', [("bidi-character", 1, 7, 1, 13)]),
    "NUL in an escape": ('a: "b"\nc: "\\0"\n', [("control-character", 2, 5, 2, 7)]),
    "zero-width space": ("a: b\u200bc\n", [("invisible-character", 1, 5, 1, 6)]),
    "joiner among Latin letters": ("a: b\u200dc\n", [("invisible-character", 1, 5, 1, 6)]),
    "byte order mark inside": ("a: b\ufeff\n", [("invisible-character", 1, 5, 1, 6)]),
    "private use": ("a: \ue000b\n", [("private-character", 1, 4, 1, 5)]),
    "replacement character": ("a: b\ufffd\n", [("damaged-character", 1, 5, 1, 6)]),
    "lone surrogate": ("a: b\ud800\n", [("damaged-character", 1, 5, 1, 6)]),
    "no-break spaces as indentation": ("a:\n\u00a0\u00a0b: c\n", [("odd-space", 2, 1, 2, 3)]),
    "no-break space behind a colon": ("a:\u00a0foo\nb: c\n", [("odd-space", 1, 3, 1, 4)]),
    "no-break space behind a dash": ("a:\n  -\u00a0b\n", [("odd-space", 2, 4, 2, 5)]),
}


@pytest.mark.parametrize(("text", "expected"), BAD.values(), ids=BAD.keys())
def test_each_trap_has_its_code_and_place(text: str | bytes, expected: list[tuple[str, int, int, int, int]]) -> None:
    found = []
    for problem in read(text, "x.yaml")[1]:
        assert isinstance(problem.at, Span)
        assert problem.message
        assert not problem.message.endswith(".")
        at = problem.at
        found.append((problem.code.name, at.line, at.column, at.end_line, at.end_column))
    assert found == expected


def test_every_code_of_the_room_is_met_by_a_sample() -> None:
    met = {code for _, expected in BAD.values() for code, *_ in expected}
    elsewhere = {"file-too-large", "merge-conflict", "front-matter-missing", "front-matter-unclosed"}
    modules = (characters, front_matter, list_dashes, quote_errors, reading, recorder, scalars, syntax)
    declared = {value.name for module in modules for value in vars(module).values() if isinstance(value, Code)}
    assert declared == met | elsewhere
