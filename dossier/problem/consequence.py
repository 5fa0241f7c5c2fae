"""Leaves out problems that only say again what another problem says of the same words.

What follows from a fault elsewhere is left to the rules, which know of it.
"""

from collections.abc import Sequence

from dossier.problem.code import Area
from dossier.problem.place import Place, Span
from dossier.problem.problem import Problem

_DEPTHS = {Area.YAML: 0, Area.VALUES: 1}
_DEEPEST = 2


def without_consequences(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems without those at words that cannot be read: what is made of such words says nothing.

    A fault of YAML comes before one of the value, and that before one of what the files say of each other. A warning gives
    way to an error in the same words, whichever is found first.
    """
    by_line: dict[tuple[str, int], list[Problem]] = {}
    for problem in problems:
        if isinstance(problem.at, Span):
            by_line.setdefault((problem.at.file, problem.at.line), []).append(problem)
    return [
        problem
        for problem in problems
        if isinstance(problem.at, Place)
        or not any(_hides(other, problem) for other in by_line[problem.at.file, problem.at.line])
    ]


def _hides(one: Problem, other: Problem) -> bool:
    depth, below = _depth(one), _depth(other)
    if depth == below or not _overlap(one.at, other.at):
        return False
    if one.severity != other.severity:
        return one.severity == "error"
    return depth < below and one.severity == "error"


def _depth(problem: Problem) -> int:
    return _DEPTHS.get(problem.code.area, _DEEPEST)


def _overlap(one: Span | Place, other: Span | Place) -> bool:
    if not isinstance(one, Span) or not isinstance(other, Span) or one == Span(one.file) or other == Span(other.file):
        return False
    begin, end = (one.line, one.column), (one.end_line, max(one.end_column, one.column + 1))
    return begin < (other.end_line, max(other.end_column, other.column + 1)) and (other.line, other.column) < end
