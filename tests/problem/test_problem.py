"""A problem and its code."""

import pickle

from dossier.problem import Place, Problem
from tests.problem.codes import COMMENT_IN_TEXT, WRONG_WORD


def test_a_problem_has_the_severity_of_its_code() -> None:
    assert Problem(COMMENT_IN_TEXT, "x", Place("x.yaml")).severity == "warning"
    assert Problem(WRONG_WORD, "x", Place("x.yaml")).severity == "error"


def test_a_code_is_written_as_its_name() -> None:
    assert f"{WRONG_WORD}" == "wrong-word"


def test_a_problem_from_another_process_equals_the_same_problem_here() -> None:
    problem = Problem(WRONG_WORD, "x", Place("x.yaml", ("a", 1)))
    assert pickle.loads(pickle.dumps(problem)) == problem
