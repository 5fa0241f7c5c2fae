"""Asks on the terminal for values that were not given as options.

Without a terminal it raises an error that names the missing options. Reading and printing is left to `console`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.cli.console import Console
from dossier.cli.environment import can_ask
from dossier.problem import UserError


@dataclass(frozen=True, slots=True)
class Question:
    """A value to ask for: its key, the option that gives it, and the words of the question."""

    key: str
    option: str
    words: str


def complete(
    given: Mapping[str, str],
    questions: tuple[Question, ...],
    console: Console,
    validate: Callable[[str, str], str] = lambda _key, _value: "",
    defaults: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return the given values, and an answer for each question that they leave open.

    `validate` returns what is wrong with an answer, or an empty text; a wrong answer is asked for again. An empty answer
    means the value in `defaults`. Raises `UserError` where there is no terminal.
    """
    answers = dict(given)
    open_questions = [question for question in questions if not answers.get(question.key)]
    if open_questions and not can_ask():
        options = ", ".join(question.option for question in open_questions)
        raise UserError(
            f"{options} {'is' if len(open_questions) == 1 else 'are'} missing",
            "add them, or run the command on a terminal to be asked",
        )
    if open_questions:
        console.remark("nothing is written before the last answer; stop with Ctrl-C")
    for question in open_questions:
        default = (defaults or {}).get(question.key, "")
        words = f"{question.words} [{default}]: " if default else f"{question.words}: "
        while not answers.get(question.key):
            answer = console.ask(words).strip() or default
            fault = validate(question.key, answer) if answer else ""
            if fault:
                console.complain(f"  {fault}")
            else:
                answers[question.key] = answer
    return answers
