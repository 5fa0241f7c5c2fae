"""Leaves out problems that an earlier check found, so that a change is not held up by faults that it did not make.

What counts as a problem is left to the rules. Lines may have moved, so a problem is known by its file, code and message.
"""

import json
from collections import Counter
from collections.abc import Iterable

from dossier.problem.problem import Problem
from dossier.problem.report import SCHEMA, span


def read(text: str) -> Counter[tuple[str, str, str]]:
    """Return what a report as JSON tells of. Raises `ValueError` where the text is none."""
    try:
        document = json.loads(text)
        if document["schema"] == SCHEMA:
            return Counter((each["file"], each["code"], each["message"]) for each in document["problems"])
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
    raise ValueError(str(document["schema"]))


def left(problems: Iterable[Problem], known: Counter[tuple[str, str, str]]) -> list[Problem]:
    """Return the problems that are not among the known ones. Of as many with the same words, so many are left out."""
    left, new = Counter(known), []
    for problem in problems:
        key = (span(problem).file, problem.code.name, problem.message)
        if left[key]:
            left[key] -= 1
        else:
            new.append(problem)
    return new
