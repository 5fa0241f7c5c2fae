"""`check`: lists all problems of the content.

The rules are left to the room `check`, the layout of the report to `problem.report`.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from dossier.cli.console import Console, has_errors
from dossier.cli.environment import add_to_step_summary, folder_in_repository
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import archive_of, root_of
from dossier.cli.progress import reporting
from dossier.disk import read_file
from dossier.pipeline.frame_check import frame_problems
from dossier.pipeline.load import Loaded, load
from dossier.problem import Problem, UserError, known_problems, report
from dossier.wording.english import count
from dossier.yamlfile import resolve_places

_LIMIT = 64 << 20


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument(
        "--format",
        type=one_of("text", "json", "github"),
        default="text",
        metavar="FORM",
        help="text (default), json for programs, github for annotations in a pull request",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings, too")
    parser.add_argument(
        "--known",
        type=Path,
        metavar="FILE",
        help="leave out the problems in this report of an earlier check --format json",
    )


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Check and report. Returns 1 where there are errors, or, when strict, warnings."""
    root, archive = root_of(basics), archive_of(basics)
    known = _known(options.known) if options.known else Counter()
    with reporting(console) as reporter:
        loaded = load(root, archive, reporter)
        found = resolve_places([*loaded.problems, *frame_problems(loaded)], loaded.scan.files.get)
    new = known_problems.left(report.sort(found), known)
    if known:
        console.complain(f"{count(len(found) - len(new), 'problem')} of an earlier check left out")
    print_problems(new, loaded, options.format, console, are_new=bool(known))
    failed = new if options.strict else has_errors(new)
    return 1 if failed else 0


def _known(path: Path) -> Counter[tuple[str, str, str]]:
    try:
        return known_problems.read(read_file(path, _LIMIT).decode("utf-8"))
    except (OSError, ValueError) as error:
        hint = f"write it with: python build.py check --format json >{path}"
        raise UserError(f'"{path}" is no report of a check: {error}', hint) from error


def print_problems(
    problems: Sequence[Problem], loaded: Loaded, form: str, console: Console, *, are_new: bool = False
) -> None:
    """Print the problems of a dossier as `text`, `json` or `github`, or that there are none, or no new ones."""
    clean = clean_summary(loaded, "no new problem" if are_new else "no problem")
    problems = [replace(problem, hint=console.as_typed(problem.hint)) for problem in problems]
    if form == "json":
        console.say(report.as_json(problems).rstrip())
    elif form == "github":
        if problems:
            console.instruct(report.as_github(problems, folder_in_repository(loaded.root)).rstrip())
        add_to_step_summary(report.as_summary(problems) if problems else clean + "\n")
        console.complain(report.count(problems) if problems else clean)
    elif problems:
        console.report(report.as_text(problems, cache(loaded.lines)))
    else:
        console.remark(clean)


def clean_summary(loaded: Loaded, none: str = "no problem") -> str:
    """Return a sentence that says what was checked without finding a problem."""
    counts = loaded.counts
    parts = (
        count(counts.briefs, "brief"),
        count(counts.claims, "claim"),
        count(counts.quotes, "quote"),
        count(counts.sources, "source"),
        count(counts.topics, "topic"),
    )
    how = "by fingerprint and against the archive" if loaded.archive else "by fingerprint"
    return f"{none} found in {count(counts.files, 'file')} ({', '.join(parts)}); quotes were checked {how}"
