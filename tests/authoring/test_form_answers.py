"""Answers are read from JSON or from the text of an issue; what is not plainly an answer to a form is refused."""

import json

import pytest

from dossier.authoring.form_answers import WrongAnswersError, read_issue, read_json
from dossier.problem import UserError
from dossier.wording.suggestion import FORMS
from tests.authoring import suggested


@pytest.mark.parametrize("form", FORMS)
def test_an_issue_says_the_same_as_json(form: str) -> None:
    text = suggested.issue(form)
    assert read_issue(text.encode()) == suggested.answers(form)
    assert read_issue(text.replace("\n", "\r\n").encode()) == suggested.answers(form)


def test_the_first_question_names_the_form() -> None:
    first = [fields[0].question for fields in FORMS.values()]
    others = [field.question for fields in FORMS.values() for field in fields[1:]]
    assert len({*first, *others}) == len(first) + len(others)


def test_only_a_long_answer_has_lines() -> None:
    told = suggested.answers("correct-claim", text="One\r\n  line:\n\n - two", why="One \n\n  two\n")
    assert (told["text"], told["why"]) == ("One line: - two", "One\n\n  two")


def test_another_heading_is_part_of_an_answer() -> None:
    told = read_issue(suggested.issue("correct-claim", why="### Because\n\nit is so").encode())
    assert told["why"] == "### Because\n\nit is so"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "does not begin with"),
        ("Hello\n\n" + suggested.issue("add-claim"), "does not begin with"),
        (suggested.issue("correct-claim").rpartition("###")[0], "each question"),
        (suggested.issue("correct-claim", why="So.\n\n### What should it say?\n\nNothing."), "each question"),
        (suggested.issue("correct-claim", text="So.\n### What is the new quote?"), "each question"),
    ],
)
def test_an_issue_that_was_not_made_with_a_form_is_refused(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_issue(text.encode())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("### x", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", '"form" is not one of'),
        ('{"form": ["add-claim"]}', '"form" is not one of'),
        ('{"form": "../add-claim"}', '"form" is not one of'),
        ('{"form": "add-claim", "breif": "x"}', "no such field"),
        ('{"form": "add-claim", "brief": {"x": 1}}', "is not a text"),
        ('{"form": "add-claim", "brief": true}', "is not a text"),
    ],
)
def test_json_that_does_not_answer_a_form_is_refused(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_json(text.encode())


def test_other_bytes_are_refused() -> None:
    for read in (read_json, read_issue):
        with pytest.raises(UserError, match="UTF-8"):
            read(b"\xff\xfe")


def test_what_is_wrong_with_answers_is_told_by_their_questions() -> None:
    given = {"form": "correct-claim", "claim": "a/b", "text": "x\u202ey", "quote": "x" * 20_000, "paragraph": "\ud800"}
    with pytest.raises(WrongAnswersError) as error:
        read_json(json.dumps(given).encode())
    assert [(fault.question, fault.message.partition(" U+")[0]) for fault in error.value.faults] == [
        ("What should it say?", "the character"),
        ("What was wrong, and how do you know?", "there is no answer"),
        ("Which paragraph is the new quote in?", "the character"),
        ("What is the new quote?", "the answer has 20,000 characters; at most 10,000 are read"),
    ]
