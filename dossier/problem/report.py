"""Problems as text for people, JSON for programs, and annotations and a summary for a pull request on GitHub.

Never opens a file and never prints: it is given the lines it shows, and returns text. Never lets a character of the
content steer the terminal or the page that shows it.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from dossier.problem.place import Span
from dossier.problem.problem import Problem

SCHEMA = "dossier-problems/1"
Lines = Callable[[str], Sequence[str]]

_WIDEST = 100
# A line of a megabyte is not looked at whole for each of its problems.
_REACH = 4 * _WIDEST
_TAB = "    "
# What a terminal obeys or does not show: controls, bidirectional marks, zero-width and private characters.
_UNSHOWN = frozenset(("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"))


def sort(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, line, column and code, each once. All must stand at a `Span`."""
    unique: dict[tuple[str, int, int, str, str, Span], Problem] = {}
    for problem in problems:
        at = span(problem)
        unique.setdefault((at.file, at.line, at.column, problem.code, problem.message, at), problem)
    return [unique[key] for key in sorted(unique)]


def span(problem: Problem) -> Span:
    """Return where a problem stands. Raises `TypeError` where it stands at a place that was not looked up."""
    if not isinstance(problem.at, Span):
        raise TypeError(f"{problem.code} stands at a place that was not looked up: {problem.at}")
    return problem.at


def count(problems: Iterable[Problem]) -> str:
    """Return how many problems there are in how many files: `3 errors and 1 warning in 2 files`."""
    told = sort(problems)
    if not told:
        return "no problem"
    errors = sum(problem.severity == "error" for problem in told)
    parts = [_many(errors, "error"), _many(len(told) - errors, "warning")]
    files = len({span(problem).file for problem in told})
    return f"{' and '.join(part for part in parts if part)} in {_many(files, 'file')}"


def as_text(problems: Iterable[Problem], lines: Lines) -> str:
    """Return all problems for a terminal, in order, and their count. `lines` gives a file's lines, without their ends.

    A problem of a whole file, or of a line that is not there, has no excerpt.
    """
    told = sort(problems)
    return "".join(f"{_told(problem, lines)}\n" for problem in told) + f"{count(told)}\n"


def as_json(problems: Iterable[Problem]) -> str:
    """Return all problems as one JSON document `{"schema": "dossier-problems/1", "errors", "warnings", "problems"}`."""
    told = sort(problems)
    errors = sum(problem.severity == "error" for problem in told)
    document = {
        "schema": SCHEMA,
        "errors": errors,
        "warnings": len(told) - errors,
        "problems": [
            {
                **_position(span(problem)),
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint or None,
                "related": [
                    {**_position(at), "message": words} for words, at in problem.related if isinstance(at, Span)
                ],
            }
            for problem in told
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem], folder: str = "") -> str:
    """Return a workflow command a problem, errors first, as GitHub shows ten a step and drops the rest.

    `folder` is the dossier's folder in the repository, with a slash at its end, where it is not the repository itself.
    """
    told = sorted(sort(problems), key=lambda problem: problem.severity != "error")
    return "".join(_command(problem, folder) for problem in told)


def as_summary(problems: Iterable[Problem]) -> str:
    """Return all problems as Markdown for the summary of a workflow's step, file by file."""
    told = sort(problems)
    parts = [f"### {count(told).capitalize()}\n"]
    file = None
    for problem in told:
        at = span(problem)
        if at.file != file:
            file = at.file
            parts.append(f"\n**{_markdown(file)}**\n\n")
        hint = f" — {_markdown(problem.hint)}" if problem.hint else ""
        where = f"line {at.line}, column {at.column}"
        parts.append(f"- {problem.severity}, {where} (`{problem.code}`): {_markdown(problem.message)}{hint}\n")
    return "".join(parts)


def _told(problem: Problem, lines: Lines) -> str:
    at = span(problem)
    head = f"{at.file}:{at.line}:{at.column}: {problem.severity}[{problem.code}]: {problem.message}"
    parts = [_shown(head), *_excerpt(at, lines)]
    if problem.hint:
        parts.append(f"      = {_shown(problem.hint)}")
    for words, other in problem.related:
        if isinstance(other, Span):
            parts.append(f"      = {_shown(f'{words}: {other.file}:{other.line}:{other.column}')}")
    return "\n".join(parts) + "\n"


def _excerpt(at: Span, lines: Lines) -> list[str]:
    if at == Span(at.file):
        return []
    there = lines(at.file)
    if at.line > len(there) or at.column > len(there[at.line - 1]) + 1:
        return []
    line = there[at.line - 1]
    end = at.end_column - 1 if at.end_line == at.line else len(line.rstrip())
    start = at.column - 1
    near = (line[max(0, start - _REACH) : start], line[start : min(end, start + _REACH)], line[end : end + _REACH])
    before, marked, after = _window(*(_shown(part) for part in near))
    underline = " " * _width(before) + "^" * max(_width(marked), 1)
    return [f"{at.line:>5} | {before}{marked}{after}".rstrip(), f"      | {underline}"]


def _window(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Cut a long line down to what stands around its marked part."""
    if _width(before + marked + after) <= _WIDEST:
        return before, marked, after
    marked = _start(marked, _WIDEST * 3 // 4)
    room = _WIDEST - _width(marked)
    before = _end(before, max(room - _width(after), room // 2))
    return before, marked, _start(after, room - _width(before))


def _start(text: str, widest: int) -> str:
    if _width(text) <= widest:
        return text
    while _width(text) > widest - 1:
        text = text[: -max(1, (_width(text) - widest) // 2)]
    return f"{text}…"


def _end(text: str, widest: int) -> str:
    if _width(text) <= widest:
        return text
    while _width(text) > widest - 1:
        text = text[max(1, (_width(text) - widest) // 2) :]
    return f"…{text}"


def _shown(text: str) -> str:
    """Return a text on one line with nothing in it that a terminal obeys or hides."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if letter == "\t":
        return _TAB
    if unicodedata.category(letter) not in _UNSHOWN:
        return letter
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for wide letters, none for marks upon others."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(letter) in {"Mn", "Me"} else 1 + (unicodedata.east_asian_width(letter) in {"W", "F"})
        for letter in text
    )


def _position(at: Span) -> dict[str, str | int]:
    return {
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
    }


def _command(problem: Problem, folder: str) -> str:
    at = span(problem)
    fields: dict[str, str | int] = {"file": folder + at.file, "line": at.line, "endLine": at.end_line}
    # GitHub takes columns only within one line, and none that are empty.
    if at.line == at.end_line and at.column < at.end_column:
        fields |= {"col": at.column, "endColumn": at.end_column}
    fields["title"] = problem.code
    words = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    told = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{problem.severity} {told}::{_escaped(words)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|&~$@!^])", r"\\\1", _shown(text))


def _many(number: int, noun: str) -> str:
    if not number:
        return ""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
