"""Reports problems as text for people, JSON for programs, and annotations and a summary for a pull request on GitHub.

The lines to show are handed in, and printing is left to `cli`. Characters of the content that would steer a terminal or
a page are spelled out.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from dossier.problem.place import Span
from dossier.problem.problem import Problem
from dossier.wording import english

SCHEMA = "dossier-problems/1"
ReadLines = Callable[[str], Sequence[str]]
Style = Literal["plain", "place", "error", "warning"]

_MAX_WIDTH = 100
# So many characters on either side of a problem are looked at: a line may be a megabyte long.
_CONTEXT = 4 * _MAX_WIDTH
_TAB = "    "
UNSEEN = frozenset(("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"))
"""Unicode's categories of what a terminal obeys or does not show: controls, bidirectional marks, zero-width and private
characters."""


class Piece(NamedTuple):
    """A part of a text that is shown in one style."""

    text: str
    style: Style = "plain"


def sort(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted by file, line, column and code, each once. All must be at a `Span`."""
    unique: dict[tuple[str, int, int, str, str, Span], Problem] = {}
    for problem in problems:
        at = span(problem)
        unique.setdefault((at.file, at.line, at.column, problem.code.name, problem.message, at), problem)
    return [unique[key] for key in sorted(unique)]


def span(problem: Problem) -> Span:
    """Return the span of a problem. Raises `TypeError` if it is at a `Place` that was not looked up."""
    if not isinstance(problem.at, Span):
        raise TypeError(f"{problem.code} is at a place that was not looked up: {problem.at}")
    return problem.at


def count(problems: Iterable[Problem]) -> str:
    """Return how many problems there are in how many files: `3 errors and 1 warning in 2 files`."""
    ordered = sort(problems)
    if not ordered:
        return "no problem"
    errors = sum(problem.severity == "error" for problem in ordered)
    parts = [
        english.count(number, noun)
        for number, noun in ((errors, "error"), (len(ordered) - errors, "warning"))
        if number
    ]
    return f"{english.listed(parts)} in {english.count(len({span(problem).file for problem in ordered}), 'file')}"


def as_text(problems: Iterable[Problem], lines: ReadLines) -> Iterator[Piece]:
    """Yield the pieces of a text for a terminal: all problems, in order, and their count.

    `lines` gives a file's lines, without their ends. A problem of a whole file, or of a line that does not exist, has no
    excerpt.
    """
    ordered = sort(problems)
    for problem in ordered:
        yield from _block(problem, lines)
        yield Piece("\n")
    yield Piece(f"{count(ordered)}\n")


def as_json(problems: Iterable[Problem]) -> str:
    """Return all problems as one JSON document `{"schema": "dossier-problems/1", "errors", "warnings", "problems"}`."""
    ordered = sort(problems)
    errors = sum(problem.severity == "error" for problem in ordered)
    document = {
        "schema": SCHEMA,
        "errors": errors,
        "warnings": len(ordered) - errors,
        "problems": [
            {
                **_position(span(problem)),
                "severity": problem.severity,
                "code": problem.code.name,
                "message": problem.message,
                "hint": problem.hint or None,
                "related": [
                    {**_position(at), "message": words} for words, at in problem.related if isinstance(at, Span)
                ],
            }
            for problem in ordered
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem], folder: str = "") -> str:
    """Return one workflow command for each problem, errors first: GitHub shows ten for each step and drops the rest.

    `folder` is the dossier's folder in the repository, with a slash at its end, where it is not the repository itself.
    """
    ordered = sorted(sort(problems), key=lambda problem: problem.severity != "error")
    return "".join(_command(problem, folder) for problem in ordered)


def as_summary(problems: Iterable[Problem]) -> str:
    """Return all problems as Markdown for the summary of a step on GitHub, file by file."""
    ordered = sort(problems)
    parts = [f"### {count(ordered).capitalize()}\n"]
    file = None
    for problem in ordered:
        at = span(problem)
        if at.file != file:
            file = at.file
            parts.append(f"\n**{_markdown(file)}**\n\n")
        hint = f" — {_markdown(problem.hint)}" if problem.hint else ""
        where = f"line {at.line}, column {at.column}"
        parts.append(f"- {problem.severity}, {where} (`{problem.code}`): {_markdown(problem.message)}{hint}\n")
    return "".join(parts)


def _block(problem: Problem, lines: ReadLines) -> Iterator[Piece]:
    at = span(problem)
    yield Piece(_spelled_out(f"{at.file}:{at.line}:{at.column}:"), "place")
    yield Piece(" ")
    yield Piece(problem.severity, problem.severity)
    yield Piece(_spelled_out(f"[{problem.code}]: {problem.message}") + "\n")
    for line in _excerpt(at, lines):
        yield Piece(line + "\n")
    if problem.hint:
        yield Piece(f"      = {_spelled_out(problem.hint)}\n")
    for words, other in problem.related:
        if isinstance(other, Span):
            yield Piece(f"      = {_spelled_out(f'{words}: {other.file}:{other.line}:{other.column}')}\n")


def _excerpt(at: Span, lines: ReadLines) -> list[str]:
    if at == Span(at.file):
        return []
    there = lines(at.file)
    if at.line > len(there) or at.column > len(there[at.line - 1]) + 1:
        return []
    line = there[at.line - 1]
    end = at.end_column - 1 if at.end_line == at.line else len(line.rstrip())
    start = at.column - 1
    near = (
        line[max(0, start - _CONTEXT) : start],
        line[start : min(end, start + _CONTEXT)],
        line[end : end + _CONTEXT],
    )
    before, marked, after = _window(*(_spelled_out(part) for part in near))
    underline = " " * _width(before) + "^" * max(_width(marked), 1)
    return [f"{at.line:>5} | {before}{marked}{after}".rstrip(), f"      | {underline}"]


def _window(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Return a long line cut down to what is around its marked part."""
    if _width(before + marked + after) <= _MAX_WIDTH:
        return before, marked, after
    marked = _cut_end(marked, _MAX_WIDTH * 3 // 4)
    room = _MAX_WIDTH - _width(marked)
    before = _cut_start(before, max(room - _width(after), room // 2))
    return before, marked, _cut_end(after, room - _width(before))


def _cut_end(text: str, widest: int) -> str:
    if _width(text) <= widest:
        return text
    while _width(text) > widest - 1:
        text = text[: -max(1, (_width(text) - widest) // 2)]
    return f"{text}…"


def _cut_start(text: str, widest: int) -> str:
    if _width(text) <= widest:
        return text
    while _width(text) > widest - 1:
        text = text[max(1, (_width(text) - widest) // 2) :]
    return f"…{text}"


def _spelled_out(text: str) -> str:
    """Return a text in which everything that a terminal obeys or hides is spelled out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spell_out(letter) for letter in text)


def _spell_out(letter: str) -> str:
    if letter == "\t":
        return _TAB
    if unicodedata.category(letter) not in UNSEEN:
        return letter
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a wide character, none for a combining mark."""
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
    fields["title"] = problem.code.name
    words = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{problem.severity} {properties}::{_escaped(words)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|&~$@!^])", r"\\\1", _spelled_out(text))
