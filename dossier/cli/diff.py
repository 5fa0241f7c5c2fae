"""`diff`: prints what changed since a revision, and fails where a published claim changed without an update.

The comparison is left to `pipeline.revision_diff`.
"""

import argparse
import json
from pathlib import Path

from dossier.authoring.upgrade import in_todays_format
from dossier.check.changes import COMMENT, STEP_SUMMARY, IncomparableError, as_markdown, as_text, code, incomparable
from dossier.cli.console import Console
from dossier.cli.environment import add_to_step_summary, step_summary
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import archive_of, root_of
from dossier.disk import length, write_report
from dossier.pipeline.load import load
from dossier.pipeline.revision_diff import Comparison, NoSuchRevisionError, compare_with


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments and options of `diff`."""
    parser.add_argument(
        "revision",
        metavar="REVISION",
        help="a branch, a tag or a commit; its own later changes are left out",
    )
    parser.add_argument(
        "--format",
        type=one_of("text", "markdown", "json"),
        default="text",
        metavar="FORM",
        help="text (default); markdown, cut to the length of a comment on GitHub; or json",
    )
    parser.add_argument("--whole", metavar="FILE", help="write the whole report in Markdown to a file, too")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Compare and print. Returns 1 where there are errors or nothing can be compared, 2 where there is no such revision."""
    try:
        loaded = load(root_of(basics), archive_of(basics))
        comparison = compare_with(loaded, options.revision, in_todays_format)
    except IncomparableError as fault:
        report = incomparable(str(fault))
        document = {"schema": "dossier-diff/1", "revision": options.revision, "comparable": False, "why": str(fault)}
        shown = {"json": json.dumps(document, ensure_ascii=False, indent=2), "markdown": as_markdown(report)}
        console.say(shown.get(options.format, as_text(report)).rstrip())
        add_to_step_summary(as_markdown(report))
        return 2 if isinstance(fault, NoSuchRevisionError) else 1
    if options.whole:
        write_report(Path(options.whole), comparison.as_markdown())
    whole = _where_the_whole_is(options)
    if options.format == "json":
        shown_now = comparison.as_json()
    elif options.format == "markdown":
        shown_now = comparison.as_markdown(COMMENT, whole)
    else:
        shown_now = as_text(comparison.report)
    console.say(shown_now.rstrip())
    _summarise(comparison, whole)
    return 1 if comparison.has_errors else 0


def _where_the_whole_is(options: argparse.Namespace) -> str:
    command = code(f"python build.py diff {options.revision}")
    return f"{code(Path(options.whole).name)}, or {command}" if options.whole else command


def _summarise(comparison: Comparison, whole: str) -> None:
    file = step_summary()
    if file is not None:
        add_to_step_summary(comparison.as_markdown(STEP_SUMMARY - length(file), whole))
