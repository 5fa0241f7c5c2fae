"""`build`: makes the site, or says why it did not.

Never touches the published site where there is an error.
"""

import argparse

from dossier.cli.check import show
from dossier.cli.console import Console, count
from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, root_of, site_of
from dossier.cli.progress import reporting, stages_line
from dossier.disk import PublishError
from dossier.pipeline.build import Report, build
from dossier.problem import UserError
from dossier.search import SearchError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add nothing: `build` has only the options of every command."""


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:  # noqa: ARG001
    """Build and publish. Returns 1 where errors stopped it."""
    return 0 if make(basics, console).count is not None else 1


def make(basics: Basics, console: Console, *, hurry: bool = False) -> Report:
    """Build the site, in a hurry or not, print what came of it, and return the report of the run."""
    root = root_of(basics)
    site, archive = site_of(basics, root), archive_of(basics)
    try:
        with reporting(console) as reporter:
            made = build(root, site, archive, search=basics.search, hurry=hurry, reporter=reporter)
    except (PublishError, SearchError) as error:
        raise UserError(str(error)) from error
    if made.problems:
        show(made.problems, made.loaded, "text", console)
    if made.count is None:
        console.complain(f"nothing was published; {_name(basics)} is as it was")
        return made
    counted = made.count
    console.remark(
        f"{_name(basics)} holds {count(counted.written + counted.unchanged, 'file')}: "
        f"{counted.written:,} new or changed, {counted.unchanged:,} as before; {counted.removed:,} removed"
    )
    console.remark(stages_line(made.stages))
    return made


def _name(basics: Basics) -> str:
    if basics.site:
        return basics.site
    return "site/" if basics.root == "." else f"{basics.root.rstrip('/')}/site/"
