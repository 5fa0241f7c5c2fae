"""`check`: names everything that is wrong with the content.

Never writes anything but the summary that GitHub shows.
"""

import argparse
from collections.abc import Sequence
from functools import cache

from dossier.cli.console import Console, count, has_errors
from dossier.cli.environment import add_to_step_summary, folder_in_repository
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import archive_of, root_of
from dossier.cli.progress import reporting
from dossier.pipeline.load import Loaded, load
from dossier.problem import Problem, report


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument(
        "--format",
        type=one_of("text", "json", "github"),
        default="text",
        metavar="FORM",
        help="text (default), json for programs, github for annotations in a pull request",
    )
    parser.add_argument("--strict", action="store_true", help="let warnings count as problems in the exit code")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Check and report. Returns 1 where there are errors, or, when strict, warnings."""
    root, archive = root_of(basics), archive_of(basics)
    with reporting(console) as reporter:
        loaded = load(root, archive, reporter)
    show(loaded.problems, loaded, options.format, console)
    failed = loaded.problems if options.strict else has_errors(loaded.problems)
    return 1 if failed else 0


def show(found: Sequence[Problem], loaded: Loaded, form: str, console: Console) -> None:
    """Print the problems that were found in a dossier in one of the forms, or that there are none."""
    if form == "json":
        console.say(report.as_json(found).rstrip())
    elif form == "github":
        if found:
            console.instruct(report.as_github(found, folder_in_repository(loaded.root)).rstrip())
        add_to_step_summary(report.as_summary(found) if found else clean(loaded) + "\n")
        console.complain(report.count(found) if found else clean(loaded))
    elif found:
        console.report(report.as_text(found, cache(loaded.lines)))
    else:
        console.remark(clean(loaded))


def clean(loaded: Loaded) -> str:
    """Return the sentence that says what was checked and found in order."""
    library = loaded.library
    quotes = sum(len(linked.claim.evidence) for linked in library.claims.values())
    counts = (
        count(len(library.briefs), "brief"),
        count(len(library.claims), "claim"),
        count(quotes, "quote"),
        count(len(library.sources), "source"),
        count(len(library.topics), "topic"),
    )
    held = "by fingerprint and against the archive" if loaded.archive else "by fingerprint"
    files = count(len(loaded.scan.files), "file")
    return f"no problem found in {files} ({', '.join(counts)}); quotes were checked {held}"
