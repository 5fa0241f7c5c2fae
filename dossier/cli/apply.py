"""`apply`: turns the answers to a form, in which somebody suggests a change, into an edit of a brief.

Making the edit and judging it is left to `authoring.apply_answers`. What does not pass the check is not written.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from dossier.authoring.apply_answers import edit_of, judge, source_command
from dossier.authoring.form_answers import LARGEST, Answers, Fault, WrongAnswersError, read_issue, read_json
from dossier.cli.console import Console
from dossier.cli.minting import now, random_suffixes
from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, read_named, root_of
from dossier.disk import WriteError, write_file
from dossier.pipeline.load import load
from dossier.problem import UserError
from dossier.wording.english import count
from dossier.wording.suggestion import ADD_SOURCE


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the argument and the option of `apply`."""
    parser.add_argument("file", metavar="FILE", help="the answers, in JSON, with the name of the form as `form`")
    parser.add_argument("--issue-body", action="store_true", help="FILE is the text of an issue made with the form")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Change the brief and say how. Returns 1, with nothing written, where an answer does not fit."""
    raw = read_named(Path(options.file), LARGEST)
    try:
        return _apply(read_issue(raw) if options.issue_body else read_json(raw), basics, console)
    except WrongAnswersError as error:
        return _refuse(error.faults, console)


def _apply(answers: Answers, basics: Basics, console: Console) -> int:
    root, archive = root_of(basics), archive_of(basics)
    loaded = load(root, archive)
    if answers.form == ADD_SOURCE:
        command = source_command(loaded, answers)
        console.say(f"nothing was written: a source is made of its text. Whoever can read it types:\n\n  {command}\n")
        return 0
    edit = edit_of(loaded, answers, now(), random_suffixes())
    judged = judge(loaded, edit, answers, archive)
    if judged.errors:
        return _refuse(judged.errors, console)
    try:
        write_file(loaded.root, edit.file, edit.content, replace=True)
    except WriteError as error:
        raise UserError(str(error)) from error
    console.say(f"{edit.told} in {edit.file}, with an update that tells of it")
    _tell(judged.warnings, console)
    return 0


def _refuse(faults: Iterable[Fault], console: Console) -> int:
    faults = tuple(faults)
    _tell(faults, console)
    console.complain(f"nothing was written: {count(len(faults), 'problem')}")
    return 1


def _tell(faults: Iterable[Fault], console: Console) -> None:
    for question, message, hint in faults:
        console.say(f"{question} {message}" + (f"\n  = {hint}" if hint else ""))
