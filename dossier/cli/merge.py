"""`merge`: merges a topic, source or origin into another one, with everything that names it.

The edits are left to `authoring.move_records`.
"""

import argparse

from dossier.authoring.move_records import merge
from dossier.cli.console import Console
from dossier.cli.move import write_changed
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import root_of
from dossier.pipeline.load import load

_KINDS = ("topic", "source", "origin")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `merge`."""
    parser.add_argument("kind", type=one_of(*_KINDS), metavar="|".join(_KINDS), help="what is merged")
    parser.add_argument("old", metavar="OLD", help="the id that goes")
    parser.add_argument("new", metavar="NEW", help="the id that stays")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Change the files and print which."""
    loaded = load(root_of(basics))
    write_changed(loaded, merge(loaded, options.kind, options.old, options.new), console)
    return 0
