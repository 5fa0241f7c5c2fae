"""`upgrade`: rewrites an older dossier in today's format and prints what it did and what is left to decide.

What changes is left to `authoring.upgrade`.
"""

import argparse

from dossier.authoring.upgrade import upgrade
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import root_of
from dossier.disk import WriteError, write_file
from dossier.model import FORMAT
from dossier.pipeline.load import read_content
from dossier.problem import UserError
from dossier.wording.phrase import count


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add nothing: `upgrade` has only the common options."""


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:  # noqa: ARG001
    """Rewrite the files. Returns 0 also where something is left to decide: `check` has what cannot stay as it is."""
    root = root_of(basics)
    upgraded = upgrade(read_content(root))
    if upgraded.before == FORMAT:
        console.remark(f"the dossier is in format {FORMAT} already: nothing was changed")
        return 0
    try:
        for path, content in upgraded.files.items():
            write_file(root, path, content, replace=True)
    except WriteError as error:
        raise UserError(str(error)) from error
    console.remark(f"from format {upgraded.before} to format {FORMAT}: {count(len(upgraded.files), 'file')} rewritten")
    for line in upgraded.done:
        console.remark(f"  {line}")
    if upgraded.undecided:
        console.say(f"\n{count(len(upgraded.undecided), 'thing')} that only a person can decide:")
        for span, what in upgraded.undecided:
            where = f"{span.file}:{span.line}:{span.column}" if span.line else span.file
            console.say(f"{where}: {what}")
    console.remark("\nNow run: python build.py check")
    return 0
