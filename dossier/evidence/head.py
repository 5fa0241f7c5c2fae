"""The head of the files that commands write beside the records: what kind of file it is, and what it belongs to.

The lines below the head are left to the modules of each kind of file.
"""

import re
from collections.abc import Sequence

from dossier.problem import Code, Problem, Span


def title(name: str, version: int) -> str:
    """Return the first line of a file of this kind and version."""
    return f"{name} {version}"


def read_head(
    lines: Sequence[str], name: str, version: int, keys: Sequence[tuple[str, re.Pattern[str]]]
) -> tuple[list[str], tuple[int, str] | None]:
    """Return the values of the head's lines `<key>: <value>`, or the number of a wrong line and what is wrong with it."""
    if not lines or lines[0] != title(name, version):
        found, _, made = lines[0].partition(" ") if lines else ("", "", "")
        if found == name and made.isdecimal():
            return [], (1, f"this file is of version {made}, and this Dossier knows version {version}")
        return [], (1, f'the first line of this file reads "{title(name, version)}"')
    values = []
    for number, (key, form) in enumerate(keys, 2):
        found, _, value = lines[number - 1].partition(": ") if number <= len(lines) else ("", "", "")
        if found != key or not form.fullmatch(value):
            return [], (number, f'line {number} of this file reads "{key}: …"')
        values.append(value)
    return values, None


def line_fault(code: Code, file: str, line: int, lines: Sequence[str], message: str, hint: str) -> Problem:
    """Return a problem of a whole line of a file."""
    end = len(lines[line - 1]) + 1 if line <= len(lines) else 1
    return Problem(code, message, Span(file, line, 1, line, end), hint)
