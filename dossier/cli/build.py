"""`build`: builds and publishes the site, or prints why it did not.

The build itself is left to `pipeline.build`.
"""

import argparse

from dossier.cli.check import print_problems
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, root_of, site_of
from dossier.cli.progress import reporting, stages_line
from dossier.disk import PublishError
from dossier.pipeline.build import Report, build
from dossier.problem import UserError
from dossier.search import SearchError
from dossier.wording.english import count


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add nothing: `build` has only the common options."""


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:  # noqa: ARG001
    """Build and publish. Returns 1 where errors stopped it."""
    return 0 if build_and_report(basics, console).count is not None else 1


def build_and_report(basics: Basics, console: Console, *, defer_search: bool = False) -> Report:
    """Build the site, print the result and return the report of the run.

    With `defer_search` the index of a large site is left as it is, as indexing takes seconds.
    """
    root = root_of(basics)
    site, archive = site_of(basics, root), archive_of(basics)
    try:
        with reporting(console) as reporter:
            built = build(root, site, archive, search=basics.search, hurry=defer_search, reporter=reporter)
    except (PublishError, SearchError) as error:
        raise UserError(str(error)) from error
    if built.problems:
        print_problems(built.problems, built.loaded, "text", console)
    if built.count is None:
        console.complain(f"nothing was published; {_site_name(basics)} is unchanged")
        return built
    files = built.count
    console.remark(
        f"{_site_name(basics)} has {count(files.written + files.unchanged, 'file')}: "
        f"{files.written:,} new or changed, {files.unchanged:,} unchanged; {files.removed:,} removed"
    )
    console.remark(stages_line(built.stages))
    return built


def _site_name(basics: Basics) -> str:
    if basics.site:
        return basics.site
    return "site/" if basics.root == "." else f"{basics.root.rstrip('/')}/site/"
