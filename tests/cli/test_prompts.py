"""Values that are missing are asked for on a terminal, and named elsewhere."""

import pytest

from dossier.cli import prompts
from dossier.cli.console import Console
from dossier.cli.prompts import Question, complete
from dossier.problem import UserError

QUESTIONS = (Question("title", "--title", "Its title"), Question("date", "--date", "When it took place"))


@pytest.fixture
def console() -> Console:
    return Console()


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, console: Console) -> list[str]:
    """Return the list of answers that a person gives, to be filled; the questions are appended to `console.asked`."""
    given: list[str] = []
    monkeypatch.setattr(prompts, "can_ask", lambda: True)
    monkeypatch.setattr(console, "ask", lambda _question: given.pop(0))
    return given


def test_values_that_are_given_are_not_asked_for(console: Console) -> None:
    assert complete({"title": "A", "date": "2031"}, QUESTIONS, console) == {"title": "A", "date": "2031"}


@pytest.mark.parametrize(
    ("given", "message"), [({}, "--title, --date are missing"), ({"title": "A"}, "--date is missing")]
)
def test_without_a_terminal_missing_options_are_named(
    given: dict[str, str], message: str, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "can_ask", lambda: False)
    with pytest.raises(UserError, match=message):
        complete(given, QUESTIONS, console)


def test_missing_values_are_asked_for(console: Console, answers: list[str]) -> None:
    answers += ["  A pier ", "2031"]
    assert complete({}, QUESTIONS, console) == {"title": "A pier", "date": "2031"}


def test_an_empty_answer_means_the_default_or_is_asked_for_again(console: Console, answers: list[str]) -> None:
    answers += ["", "", "2031"]
    assert complete({}, QUESTIONS, console, defaults={"title": "A pier"}) == {"title": "A pier", "date": "2031"}


def test_a_wrong_answer_is_asked_for_again(
    console: Console, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answers += ["June", "2031-06"]

    def validate(key: str, value: str) -> str:
        return "" if key != "date" or value[0].isdigit() else f"{value} is not a date"

    assert complete({"title": "A"}, QUESTIONS, console, validate) == {"title": "A", "date": "2031-06"}
    assert capsys.readouterr().err == "  June is not a date\n"


def test_the_question_shows_the_default(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(prompts, "can_ask", lambda: True)

    def ask(question: str) -> str:
        asked.append(question)
        return "2031" if question.startswith("When") else ""

    monkeypatch.setattr(console, "ask", ask)
    complete({}, QUESTIONS, console, defaults={"title": "A pier"})
    assert asked == ["Its title [A pier]: ", "When it took place: "]
