import re

import pytest

from dossier.problem import CODES, Code, Place, Problem
from dossier.problem.catalogue import ALL


def test_no_code_stands_twice() -> None:
    assert len(CODES) == len(ALL)


@pytest.mark.parametrize("code", ALL, ids=CODES)
def test_each_code_has_a_plain_name_a_meaning_and_a_remedy(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    for words in (code.meaning, code.remedy):
        assert not words[0].islower()
        assert words.endswith(".")
        assert "  " not in words
    assert code.severity in {"error", "warning"}


def test_a_problem_has_the_severity_of_its_code_and_no_other_code_will_do() -> None:
    assert Problem("comment-in-text", "x", Place("x.yaml")).severity == "warning"
    with pytest.raises(KeyError):
        Problem("no-such-code", "x", Place("x.yaml"))
