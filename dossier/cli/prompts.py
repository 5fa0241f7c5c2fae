"""Asks whoever sits at the terminal for what was not given as an option.

Never asks where nobody can answer: then it says which options are missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.cli.console import Console
from dossier.cli.environment import can_ask
from dossier.problem import UserError


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be asked for: its key, the option that gives it, and how it is asked."""

    key: str
    option: str
    words: str


def complete(
    given: Mapping[str, str],
    questions: tuple[Question, ...],
    console: Console,
    misfit: Callable[[str, str], str] = lambda _key, _value: "",
    proposals: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return what was given together with answers to all questions that it leaves open.

    `misfit` says what is wrong with an answer, or nothing; the question is then asked again. `proposals` are taken where
    the answer is empty. Raises `UserError` where nobody can answer.
    """
    answers = dict(given)
    open_questions = [question for question in questions if not answers.get(question.key)]
    if open_questions and not can_ask():
        options = ", ".join(question.option for question in open_questions)
        raise UserError(
            f"{options} {'is' if len(open_questions) == 1 else 'are'} missing",
            "add what is missing, or run this on a terminal to be asked for it",
        )
    if open_questions:
        console.remark("nothing is written before the last answer; Ctrl-C stops")
    for question in open_questions:
        proposed = (proposals or {}).get(question.key, "")
        words = f"{question.words} [{proposed}]: " if proposed else f"{question.words}: "
        while not answers.get(question.key):
            answer = console.ask(words).strip() or proposed
            fault = misfit(question.key, answer) if answer else ""
            if fault:
                console.complain(f"  {fault}")
            else:
                answers[question.key] = answer
    return answers
