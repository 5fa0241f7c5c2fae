"""`check`: lists all problems of the content.

The rules are left to the room `check`, the layout of the report to `problem.report`.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.cli.console import Console, has_errors
from dossier.cli.environment import add_to_step_summary, folder_in_repository
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import archive_of, root_of
from dossier.cli.progress import reporting
from dossier.pipeline.load import Loaded, load
from dossier.problem import Problem, report
from dossier.wording.phrase import count


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


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Check and report. Returns 1 where there are errors, or, when strict, warnings."""
    root, archive = root_of(basics), archive_of(basics)
    with reporting(console) as reporter:
        loaded = load(root, archive, reporter)
    print_problems(loaded.problems, loaded, options.format, console)
    failed = loaded.problems if options.strict else has_errors(loaded.problems)
    return 1 if failed else 0


def print_problems(problems: Sequence[Problem], loaded: Loaded, form: str, console: Console) -> None:
    """Print the problems of a dossier as `text`, `json` or `github`, or that there are none."""
    problems = [replace(problem, hint=console.as_typed(problem.hint)) for problem in problems]
    if form == "json":
        console.say(report.as_json(problems).rstrip())
    elif form == "github":
        if problems:
            console.instruct(report.as_github(problems, folder_in_repository(loaded.root)).rstrip())
        add_to_step_summary(report.as_summary(problems) if problems else clean_summary(loaded) + "\n")
        console.complain(report.count(problems) if problems else clean_summary(loaded))
    elif problems:
        console.report(report.as_text(problems, cache(loaded.lines)))
    else:
        console.remark(clean_summary(loaded))


def clean_summary(loaded: Loaded) -> str:
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
    return f"no problem found in {count(counts.files, 'file')} ({', '.join(parts)}); quotes were checked {how}"
