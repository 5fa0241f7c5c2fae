"""One mistake, told and mended: counts the problems of a mistake, and does what each hint says.

A mistake is told well where there is one problem, at a line that the mistake is in. It may also be legal: what stands
there then is valid, and `why_legal` says by which rule.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Any

import yaml

from dossier.problem import Problem, Span
from tests.slips.hints import ways
from tests.slips.material import check, files
from tests.slips.slips import Mistake


@dataclass
class Outcome:
    """What came of a mistake: its problems, whether it is told well, the rule by which it is legal, and its hint.

    `hint` is `none`, `advice` where it does not say what to write, `passed` or `failed`.
    """

    mistake: Mistake
    problems: tuple[Problem, ...]
    is_told: bool = False
    legal: str = ""
    hint: str = "none"
    after: tuple[Problem, ...] = field(default=())

    def __str__(self) -> str:
        told = "\n".join(f"    {_where(one)} [{one.code}] {one.message} = {one.hint}" for one in self.problems)
        return f"{self.mistake}\n{told or '    no problem'}"


def _where(problem: Problem) -> str:
    assert isinstance(problem.at, Span)
    return f"{problem.at.file}:{problem.at.line}:{problem.at.column}"


def run(mistake: Mistake) -> Outcome:
    """Check a dossier with a mistake in it, and follow the hint of its problem."""
    file = mistake.spot.file
    problems = check({file: mistake.text})
    outcome = Outcome(mistake, problems)
    if not problems:
        outcome.legal = why_legal(mistake)
        return outcome
    outcome.is_told = len(problems) == 1 and _is_right_line(mistake, problems[0])
    for problem in problems:
        assert isinstance(problem.at, Span)
        text = mistake.text if problem.at.file == file else files()[problem.at.file]
        groups = ways(problem, text)
        if groups is None:
            outcome.hint = "advice" if problem.hint and outcome.hint == "none" else outcome.hint
            continue
        if outcome.hint != "failed":
            outcome.hint = "passed"
        # Each thing that a hint offers has to pass, in one of the ways in which an editor would understand it. Where it
        # says on what it depends which one is right, one of them has to.
        if _DEPENDS.search(problem.hint):
            groups = [[made for group in groups for made in group]]
        for group in groups:
            left: tuple[Problem, ...] = ()
            for made in group:
                left = check({file: mistake.text, problem.at.file: made})
                if not (set(map(_key, left)) - set(map(_key, problems)) or problem in left) and (
                    len(left) < len(problems)
                ):
                    break
            else:
                outcome.hint = "failed"
                outcome.after = left
    return outcome


_DEPENDS = re.compile(r"\bif\b|, whichever|, or|\bor\b")


def _key(problem: Problem) -> tuple[str, str, str]:
    assert isinstance(problem.at, Span)
    return problem.at.file, problem.code.name, problem.message


def changed_lines(before: str, after: str) -> tuple[int, int]:
    """Return the first and the last line of a text that another one has not; the last is lower where lines are gone."""
    old, new = before.split("\n"), after.split("\n")
    same = len([*takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))])
    left = min(len(old), len(new)) - same
    ends = len([*takewhile(lambda pair: pair[0] == pair[1], zip(old[::-1][:left], new[::-1][:left], strict=False))])
    return same + 1, len(new) - ends


def _is_right_line(mistake: Mistake, problem: Problem) -> bool:
    spot, at = mistake.spot, problem.at
    assert isinstance(at, Span)
    first, last = changed_lines(spot.text, mistake.text)
    if mistake.slip.startswith("line: twice"):
        first -= 1
    # An indentation is wrong beside that of the next line.
    beside = mistake.slip.startswith(("indent:", "dash:"))
    if at.file == spot.file and first - beside <= at.line <= last + beside:
        return True
    if last < first or mistake.slip in _GONE:
        # What is missing is told anywhere in its record.
        shift = mistake.text.count("\n") - spot.text.count("\n")
        return at.file == spot.file and spot.record[0] - 1 <= at.line <= spot.record[1] + max(shift, 0)
    # An id that is another one is told where it is named.
    if spot.path[-1] == "id" and spot.kind == "id":
        text = files()[at.file] if at.file != spot.file else mistake.text
        return spot.value in text.split("\n")[at.line - 1]
    return False


_GONE = {
    "line: a comment",
    "key: a hash in front",
    "value: empty",
    "line: only its first one missing",
    "records: written as an empty list",
}


def why_legal(mistake: Mistake) -> str:
    """Return the rule by which a text with a mistake in it is valid, or an empty string where no rule covers it."""
    spot = mistake.spot
    try:
        before, after = _tree(spot.file, spot.text), _tree(spot.file, mistake.text)
    except yaml.YAMLError:
        return ""
    if before == after:
        return "says the same"
    parent_before, parent_after = before, after
    for step in spot.path[:-1]:
        parent_before = parent_before[step]
        try:
            parent_after = parent_after[step]
        except (KeyError, IndexError, TypeError):
            return ""
    key = spot.path[-1]
    if not isinstance(parent_after, Mapping):
        return ""
    rest_before = {name: value for name, value in parent_before.items() if name != key}
    rest_after = {name: value for name, value in parent_after.items() if name != key}
    if rest_before != rest_after:
        return ""
    if key not in parent_after or parent_after[key] == "":
        return "" if spot.is_required else "may be left out"
    value = parent_after[key]
    if spot.kind in ("text", "texts", "setting"):
        return "any text is allowed" if not mistake.slip.startswith(_SHOWN) or spot.kind == "setting" else ""
    return "another allowed value" if mistake.slip in _ANOTHER and value != parent_before[key] else ""


# Signs that readers would see and that no text needs.
_SHOWN = (
    "value: in curly",
    "value: in low",
    "value: in guillemets",
    "value: curly",
    "value: double",
    "value: straight",
)
# Slips that give what is right elsewhere.
_ANOTHER = {
    "number: zero",
    "number: letter O for zero",
    "id: a letter is missing",
    "id: a letter is missing at its end",
    "id: two letters are swapped",
    "id: a letter more",
    "id: unknown",
    "word: a number",
    "date: month and day swapped",
    "language: three letters",
    "ids: the first unknown",
}


@lru_cache(maxsize=64)
def _tree(file: str, text: str) -> Any:
    if file.endswith(".md"):
        text = text.split("---\n")[1]
    return yaml.load(text, yaml.CBaseLoader)
