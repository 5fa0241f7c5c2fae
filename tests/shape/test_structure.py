"""Every way to get the structure of a file wrong: its code, its place and the words in which it is told."""

import pytest

from tests.shape.samples import PEOPLE, Case, changed, shaped, tell

BAD: dict[str, Case] = {
    "mistyped key": ("brief", "    short:", "    shrot:", "unknown-key", 9, 5, 10, 'did you mean "short"?'),
    "mistyped key that must be": ("brief", "summary:", "sumary:", "unknown-key", 3, 1, 7, 'did you mean "summary"?'),
    "key with hyphen": ("brief", "said_by:", "said-by:", "unknown-key", 12, 5, 12, 'did you mean "said_by"?'),
    "key indented too little": (
        "brief",
        "        drift: L",
        "    drift: L",
        "unknown-key",
        27,
        5,
        10,
        '"drift" is a key of evidence',
    ),
    "key of no record": (
        "people",
        "    role:",
        "    colour:",
        "unknown-key",
        5,
        5,
        11,
        "its keys are: id, name, party",
    ),
    "dash without a space": (
        "brief",
        "    status: r",
        "    -drift: y\n    status: r",
        "unknown-key",
        16,
        5,
        11,
        "a space behind the dash",
    ),
    "missing key": ("brief", "    reported: 2031-05-07\n", "", "missing-key", 7, 5, 22, 'has no "reported"'),
    "key without value": (
        "brief",
        "date: 2031-05-06",
        "date:",
        "missing-key",
        14,
        5,
        9,
        'add "date: …": when the thing',
    ),
    "missing fixed word": (
        "brief",
        "    kind: position\n",
        "",
        "missing-key",
        7,
        5,
        22,
        "(position, event, statement,",
    ),
    "missing key of the file": (
        "topic",
        "question: Where will the line run?\n",
        "",
        "missing-key",
        1,
        1,
        17,
        'the topic has no "question"',
    ),
    "missing list": (
        "topic",
        "      claims: [votes/harbour-route]\n",
        "",
        "missing-key",
        10,
        7,
        43,
        'sentence 1 of the bottom line has no "claims"',
    ),
    "missing record": (
        "topic",
        "scope:\n  includes: The course of the line.\n",
        "",
        "missing-key",
        1,
        1,
        17,
        'add "scope:" and below it, indented, "includes:"',
    ),
    "missing list of records": (
        "parties",
        "parties:",
        "#",
        "no-keys",
        1,
        1,
        1,
        'write "parties:" as a line of its own above the list',
    ),
    "missing abstract": (
        "source",
        "The council picked the harbour.",
        "",
        "missing-key",
        19,
        1,
        4,
        "write it below the front matter",
    ),
    "abstract in the wrong place": (
        "source",
        "language: en",
        "abstract: x\nlanguage: en",
        "unknown-key",
        8,
        1,
        9,
        "stands below the front matter",
    ),
    "text for keys": (
        "topic",
        "scope:\n  includes: T",
        "scope: T",
        "no-keys",
        5,
        8,
        31,
        "the scope must have keys of its own, but is a text",
    ),
    "list for keys": (
        "topic",
        "  as_of: 2031\n  sentences:",
        "  - as_of: 2031\n    sentences:",
        "no-keys",
        7,
        1,
        12,
        'delete the "- " before the keys',
    ),
    "text in a list of records": (
        "people",
        "people:\n",
        "people:\n  - Mara\n",
        "no-keys",
        2,
        5,
        9,
        "person 1 must have keys of its own",
    ),
    "file of text": (
        "people",
        PEOPLE,
        "Mara Quint",
        "no-keys",
        1,
        1,
        1,
        'the file must consist of keys such as "people:"',
    ),
    "text for a list": (
        "brief",
        "[route, money]",
        "route, money",
        "not-a-list",
        13,
        13,
        25,
        'write "topics: [route, money]"',
    ),
    "one word for a list": ("origins", "[draft]", "draft", "not-a-list", 8, 17, 22, 'write "depends_on: [draft]"'),
    "dashes without spaces": (
        "topic",
        "[The line]",
        "\n  -The line\n  -The tram",
        "not-a-list",
        3,
        3,
        12,
        'write a space behind each dash: "- The line"',
    ),
    "keys for a list of records": (
        "people",
        "  - id: mara-quint",
        "    id: mara-quint",
        "not-a-list",
        2,
        5,
        19,
        'begin each person with "- "',
    ),
    "keys for evidence": (
        "brief",
        "      - source: c",
        "        source: c",
        "not-a-list",
        21,
        9,
        35,
        'begin each piece of evidence with "- "',
    ),
    "list for a text": (
        "brief",
        "party: council",
        "party: [council]",
        "not-a-text",
        11,
        12,
        21,
        'write "party: council"',
    ),
    "keys for a text": (
        "people",
        "role: Mayor",
        "role: {a: b}",
        "not-a-text",
        5,
        11,
        17,
        "must be one text, but is a set of keys",
    ),
    "list for a number": ("brief", "paragraph: 3", "paragraph: [3]", "not-a-text", 22, 20, 23, 'write "paragraph: 3"'),
    "list for a time": ("brief", "2031-05-08T09:00:00+02:00", "[2031]", "not-a-text", 33, 9, 15, "must be one text"),
    "list for a fixed word": ("brief", "level: high", "level: [high]", "not-a-text", 18, 14, 20, 'write "level: high"'),
    "list for a date": (
        "brief",
        "date: 2031-05-06",
        "date: [2031-05-06]",
        "not-a-text",
        14,
        11,
        23,
        'write "date: 2031-05-06"',
    ),
    "empty list": ("brief", "[route, money]", "[]", "empty-list", 13, 13, 15, "needs at least one topic"),
    "too many sentences": (
        "topic",
        "    - text: The council wants the harbour.\n      claims: [votes/harbour-route]\n",
        "    - {text: a, claims: [b/c]}\n" * 7,
        "list-too-long",
        9,
        3,
        12,
        "has 7 elements; 6 are the most",
    ),
}


@pytest.mark.parametrize("case", BAD.values(), ids=BAD.keys())
def test_each_misfit_has_its_code_place_and_words(case: Case) -> None:
    assert tell(case) == case[3:7]


def test_all_misfits_of_a_file_are_told_at_once() -> None:
    text = (
        changed("brief", "kind: position", "kind: postion")
        .replace("2031-05-06", "6.5.2031")
        .replace("    reported:", "    rep:")
    )
    _, problems = shaped("brief", text)
    assert [problem.code for problem in problems] == ["wrong-word", "wrong-date", "missing-key", "unknown-key"]


def test_a_mistyped_key_is_not_also_missing_but_another_is() -> None:
    _, problems = shaped("people", "people:\n  - ide: x\n")
    assert [problem.message for problem in problems] == ['person 1 has no "name"', '"ide" is not a key of a person']


def test_no_key_is_proposed_that_is_there_already() -> None:
    (problem,) = shaped("people", "people:\n  - id: x\n    name: y\n    nam: z\n")[1]
    assert problem.hint == "its keys are: id, name, party, role, aliases, spellings"


def test_a_list_of_bad_elements_is_not_called_empty() -> None:
    _, problems = shaped("brief", changed("brief", "[route, money]", "[A, B]"))
    assert [problem.code for problem in problems] == ["wrong-id", "wrong-id"]
