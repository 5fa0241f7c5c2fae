"""`schema`: writes the JSON Schemas that editors use, and those of the downloads.

What is in them is left to `authoring.schema_files`.
"""

import argparse

from dossier.authoring.schema_files import schema_files
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import root_of
from dossier.disk import WriteError, write_file
from dossier.problem import UserError
from dossier.wording.english import count


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add nothing: `schema` has only the common options."""


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:  # noqa: ARG001
    """Write the folder `schema/` in the root."""
    root = root_of(basics)
    files = schema_files()
    try:
        changed = [name for name, content in files.items() if write_file(root, f"schema/{name}", content, replace=True)]
    except WriteError as error:
        raise UserError(str(error)) from error
    console.remark(f"schema/ has {count(len(files), 'schema')}: {len(changed)} new or changed")
    return 0
