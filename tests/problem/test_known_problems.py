"""Problems that an earlier check found are known by their file, code and message."""

from collections import Counter

from dossier.problem import Problem, Span, known_problems, report
from tests.problem.codes import WRONG_WORD

FIRST = Problem(WRONG_WORD, "it is odd", Span("a.yaml", 3))


def test_a_problem_is_known_on_another_line() -> None:
    known = known_problems.read(report.as_json([FIRST]))
    assert known_problems.left([Problem(WRONG_WORD, "it is odd", Span("a.yaml", 9))], known) == []


def test_one_more_with_the_same_words_is_new() -> None:
    second = Problem(WRONG_WORD, "it is odd", Span("a.yaml", 9))
    known = known_problems.read(report.as_json([FIRST]))
    assert known_problems.left([FIRST, second], known) == [second]
    assert known == Counter({("a.yaml", WRONG_WORD.name, "it is odd"): 1})


def test_another_file_or_message_is_new() -> None:
    known = known_problems.read(report.as_json([FIRST]))
    others = [Problem(WRONG_WORD, "it is odd", Span("b.yaml", 3)), Problem(WRONG_WORD, "it is even", Span("a.yaml", 3))]
    assert known_problems.left(others, known) == others
