"""A report of a change, ready to be shown: what stands at its top, and the one list of changes.

How it looks is left to `markdown` and `text`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.check.changes.difference import Changes, TouchedPages
from dossier.check.changes.files import ChangedFile, gravest_first
from dossier.check.changes.report_line import Grade, Phrase, ReportLine, Strong, Words
from dossier.check.changes.report_lines import list_lines
from dossier.problem import Problem
from dossier.wording.english import count

TITLE = "What this does to the dossier"
HEADINGS: dict[Grade, str] = {
    "told": "What readers are told otherwise than before",
    "machinery": "What the site is made with",
    "rest": "All else",
}
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Report:
    """What stands at the top of a report, line by line, and all changes, the gravest first."""

    top: tuple[Phrase, ...]
    lines: tuple[ReportLine, ...] = ()

    def of(self, grade: Grade) -> list[ReportLine]:
        """Return the changes of one grade."""
        return [line for line in self.lines if line.grade == grade]


def make_report(
    changes: Changes,
    problems: Sequence[Problem] = (),
    files: Sequence[ChangedFile] = (),
    note: Phrase = (),
    pages: TouchedPages | None = TouchedPages(),  # noqa: B008 - it is frozen
) -> Report:
    """Return the report of a change.

    `problems` are those of the change, `files` changed files outside the content. `note` is a line of ours on what was
    compared. `pages` are the pages of the site that change, or None if that is unknown.
    """
    lines = tuple(list_lines(changes, problems, files, pages))
    top = [note] if note else []
    return Report((*top, *_verdict(changes, problems, files, pages, lines)), lines)


def incomparable(why: str) -> Report:
    """Return the report for two revisions of which nothing can be compared."""
    return Report(((Strong("The revisions cannot be compared:"), " ", Words(why)),))


def _verdict(
    changes: Changes,
    problems: Sequence[Problem],
    files: Sequence[ChangedFile],
    pages: TouchedPages | None,
    lines: Sequence[ReportLine],
) -> Iterator[Phrase]:
    yield (Strong(_counted(changes, bool(files), pages, lines)),)
    by_code = {severity: Counter(one.code.name for one in problems if one.severity == severity) for severity in _FAULTS}
    for severity, (one, many) in _FAULTS.items():
        codes = by_code[severity]
        if codes:
            named = ", ".join(f"{name} ({number})" if number > 1 else name for name, number in sorted(codes.items()))
            yield (Strong(count(codes.total(), one, many)), f": {named}")
    acting = gravest_first([one for one in files if one.kind != "harmless"])
    if acting:
        names = [part for one in acting[:_MOST_NAMED] for part in (", ", Words(one.path))][1:]
        more = (f" and {len(acting) - _MOST_NAMED:,} more",) if len(acting) > _MOST_NAMED else ()
        yield (
            Strong(count(len(acting), "file to read before you build", "files to read before you build")),
            ": ",
            *names,
            *more,
        )


_FAULTS: dict[Literal["error", "warning"], tuple[str, str]] = {
    "error": ("error to be fixed before this can be merged", "errors to be fixed before this can be merged"),
    "warning": ("warning", "warnings"),
}


def _counted(changes: Changes, has_files: bool, pages: TouchedPages | None, lines: Sequence[ReportLine]) -> str:
    if changes.is_empty:
        if pages and (pages.new or pages.changed or pages.gone):
            # For instance the record of a check against the archive.
            return "No claim, record or update changed, yet pages do."
        return "Nothing in the content changed." if has_files else "Nothing that readers see changed."
    told = sum(line.grade == "told" for line in lines)
    counted = [
        count(told, "change of what readers are told", "changes of what readers are told"),
        count(len(changes.changed), "claim changed", "claims changed"),
        count(len(changes.really_added), "added", "added"),
        count(len(changes.really_removed), "removed", "removed"),
        *([count(len(changes.evidence_files), *_EVIDENCE_FILES)] if changes.evidence_files else []),
        *([count(len(changes.reviews), "review changed", "reviews changed")] if changes.reviews else []),
        *([count(len(changes.renamed), "renamed", "renamed")] if changes.renamed else []),
        *([count(len(changes.moved), "moved or merged", "moved or merged")] if changes.moved else []),
        count(len(changes.feed_items), "feed item results", "feed items result"),
    ]
    return " · ".join(counted)


_EVIDENCE_FILES = ("evidence file changed", "evidence files changed")
