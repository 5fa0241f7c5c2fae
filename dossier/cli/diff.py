"""`diff`: says what changed since a revision, and whether it may go in as it is.

Never says that nothing changed where it could not look.
"""

import argparse
import json

from dossier.check.changes import Incomparable, incomparable_as_markdown
from dossier.cli.console import Console
from dossier.cli.environment import add_to_step_summary
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import root_of
from dossier.pipeline.load import load
from dossier.pipeline.revision_diff import NoSuchRevision, compare_with


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the words and options of `diff`."""
    parser.add_argument(
        "revision",
        metavar="REVISION",
        help="a branch, a tag or a commit; what came to it since this work began is left out",
    )
    parser.add_argument(
        "--format",
        type=one_of("markdown", "json"),
        default="markdown",
        metavar="FORM",
        help="markdown (default) or json",
    )


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Compare and report. Returns 1 where the change must not go in as it is, or could not be compared, 2 for no such revision."""
    try:
        comparison = compare_with(load(root_of(basics)), options.revision)
    except Incomparable as fault:
        markdown = incomparable_as_markdown(str(fault))
        document = {"schema": "dossier-diff/1", "revision": options.revision, "comparable": False, "why": str(fault)}
        console.say(
            json.dumps(document, ensure_ascii=False, indent=2) if options.format == "json" else markdown.rstrip()
        )
        add_to_step_summary(markdown)
        return 2 if isinstance(fault, NoSuchRevision) else 1
    markdown = comparison.as_markdown()
    console.say((comparison.as_json() if options.format == "json" else markdown).rstrip())
    add_to_step_summary(markdown)
    return 1 if comparison.has_errors else 0
