"""`diff`: prints what changed since a revision, and fails where a published claim changed without an update.

The comparison is left to `pipeline.revision_diff`.
"""

import argparse
import json

from dossier.authoring.upgrade import in_todays_format
from dossier.check.changes import IncomparableError, incomparable_as_markdown
from dossier.cli.console import Console
from dossier.cli.environment import add_to_step_summary
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import archive_of, root_of
from dossier.pipeline.load import load
from dossier.pipeline.revision_diff import NoSuchRevisionError, compare_with


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments and options of `diff`."""
    parser.add_argument(
        "revision",
        metavar="REVISION",
        help="a branch, a tag or a commit; its own later changes are left out",
    )
    parser.add_argument(
        "--format",
        type=one_of("markdown", "json"),
        default="markdown",
        metavar="FORM",
        help="markdown (default) or json",
    )


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Compare and print. Returns 1 where there are errors or nothing can be compared, 2 where there is no such revision."""
    try:
        loaded = load(root_of(basics), archive_of(basics))
        comparison = compare_with(loaded, options.revision, in_todays_format)
    except IncomparableError as fault:
        markdown = incomparable_as_markdown(str(fault))
        document = {"schema": "dossier-diff/1", "revision": options.revision, "comparable": False, "why": str(fault)}
        console.say(
            json.dumps(document, ensure_ascii=False, indent=2) if options.format == "json" else markdown.rstrip()
        )
        add_to_step_summary(markdown)
        return 2 if isinstance(fault, NoSuchRevisionError) else 1
    markdown = comparison.as_markdown()
    console.say((comparison.as_json() if options.format == "json" else markdown).rstrip())
    add_to_step_summary(markdown)
    return 1 if comparison.has_errors else 0
