"""`move`: moves a claim to another brief, with everything that names it.

The edits are left to `authoring.move_records`.
"""

import argparse

from dossier.authoring.move_records import Files, move_claim
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import root_of
from dossier.disk import WriteError, write_file
from dossier.model.ids import ID_WORDS, is_id
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments and options of `move`."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim, as <brief>/<claim>")
    parser.add_argument("brief", metavar="BRIEF", help="the brief that it moves to")
    parser.add_argument("--id", default="", help="another id for it there (default: the one that it has)")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Change the files and print which."""
    if options.id and not is_id(options.id):
        raise UserError(f'"{options.id}" cannot be an id: {ID_WORDS}', "choose another one")
    loaded = load(root_of(basics))
    write_changed(loaded, move_claim(loaded, options.claim, options.brief, options.id), console)
    return 0


def write_changed(loaded: Loaded, files: Files, console: Console) -> None:
    """Write changed files and say which they are. Raises `UserError` where one cannot be written."""
    try:
        for path, content in files.items():
            write_file(loaded.root, path, content, replace=True)
            console.say(f"changed {path}")
    except WriteError as error:
        raise UserError(str(error)) from error
    console.remark("published updates keep the old id; now run: python build.py check")
