"""A mistake is told once, at its line, and its hint mends it: slips of every kind at every field of a small dossier.

`SLIPS` is the number of mistakes that are tried (a sample, the same in each run), or `all`; `make slips` tries all.
"""

import os
import random
import sys
from collections import Counter
from functools import cache
from unittest import mock

from dossier import model
from dossier.problem import Area, Code, Problem, Span
from tests.slips import trial
from tests.slips.material import check
from tests.slips.slips import SLIPS, Mistake, mistakes
from tests.slips.spots import chosen

NUMBER = os.environ.get("SLIPS", "300")
_TOLD, _PASSED = 0.96, 0.96
"""The shares of mistakes told once at their line, and of hints that pass, below which something has become worse."""
# Records are told of in their own files, by the keys of `mkdocs.yml`, and by what stands below the front matter.
_ELSEWHERE = {f"Settings.{key}" for key in model.Settings.model_fields} | {"Source.abstract", "MergedSource.abstract"}
_AS_OTHERS = {"MovedClaim.id", "MergedOrigin.id", "Update.before"}


@cache
def every_mistake() -> tuple[Mistake, ...]:
    return tuple(mistake for spot in chosen() for mistake in mistakes(spot))


def test_the_dossier_has_no_problem_and_every_field() -> None:
    assert check({}) == ()
    kinds = {kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, model.Record)}
    fields = {f"{kind.__name__}.{key}" for kind in kinds for key in kind.model_fields}
    assert fields - _ELSEWHERE - _AS_OTHERS <= {spot.name for spot in chosen()}


def test_every_slip_can_be_made() -> None:
    assert {mistake.slip for mistake in every_mistake()} == set(SLIPS)


def test_a_mistake_is_told_once_and_its_hint_mends_it() -> None:
    made = [*every_mistake()]
    if NUMBER != "all":
        random.Random(1).shuffle(made)
        made = made[: int(NUMBER)]
    outcomes = [trial.run(mistake) for mistake in made]
    illegal = [one for one in outcomes if not one.legal]
    badly = [one for one in illegal if not one.is_told]
    hints = Counter(one.hint for one in outcomes)
    failed = [one for one in outcomes if one.hint == "failed"]
    told = 1 - len(badly) / len(illegal)
    passed = hints["passed"] / (hints["passed"] + hints["failed"])
    summary = (
        f"{len(made)} mistakes, {len(made) - len(illegal)} of them legal ({_listed(one.legal for one in outcomes)}); "
        f"{told:.1%} told once at their line; {hints['passed']} hints passed, {len(failed)} failed ({passed:.1%})"
    )
    sys.stdout.write(f"{summary}\n")
    assert told >= _TOLD, f"{summary}\n" + "\n".join(map(str, badly))
    assert passed >= _PASSED, f"{summary}\n" + "\n".join(map(str, failed))


def test_a_hint_that_does_not_mend_is_noticed() -> None:
    mistake = next(one for one in every_mistake() if one.slip == "word: unknown")
    code = Code("wrong", Area.VALUES, "error", "It is wrong.", "Mend it.")
    line = trial.changed_lines(mistake.spot.text, mistake.text)[0]
    problem = Problem(code, "this is wrong", Span(mistake.spot.file, line, 1, line, 2), 'write "this instead"')
    with mock.patch.object(trial, "check", return_value=(problem,)):
        assert trial.run(mistake).hint == "failed"
    with mock.patch.object(trial, "check", lambda files: (problem,) if "this instead" not in str(files) else ()):
        assert trial.run(mistake).hint == "passed"


def _listed(rules: object) -> str:
    counts = Counter(rule for rule in rules if rule)  # type: ignore[attr-defined]
    return ", ".join(f"{times} {rule}" for rule, times in counts.most_common())
