"""Shows a report as plain text for a terminal: everything that is in it.

Markdown is left to `markdown`.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import get_args

from dossier.check.changes.markup import seen
from dossier.check.changes.report import HEADINGS, TITLE, Report
from dossier.check.changes.report_line import Grade, Part, Phrase, Ref, Strong, Wordings


def as_text(report: Report) -> str:
    """Return a report as plain text. No line begins with words of the pull request."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield TITLE
    yield from (_phrase(line) for line in report.top)
    for grade in get_args(Grade):
        lines = report.of(grade)
        if lines:
            yield f"\n{HEADINGS[grade].upper()}"
        for group, those in groupby(lines, lambda line: line.group):
            yield f"\n{group}"
            for line in those:
                yield f"- {_phrase(line.phrase)}"
                for below in line.below:
                    yield from _below(below)


def _below(one: Phrase | Wordings) -> Iterator[str]:
    if isinstance(one, Wordings):
        for before, after in one.places:
            yield f"    - {seen(before)}"
            yield f"    + {seen(after)}"
    else:
        yield f"  {_phrase(one)}"


def _phrase(phrase: Phrase) -> str:
    return "".join(map(_part, phrase))


def _part(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Strong):
        return part.text
    if isinstance(part, Ref):
        name = seen(part.name)
        return name if part.at.file in part.name or not part.at.file else f"{name} in {seen(part.at.file)}"
    return f'"{seen(part.text)}"'
