"""Environment variables, terminals and standard streams.

Printing is left to `console`.
"""

import os
import sys
from pathlib import Path
from typing import TextIO

from dossier.problem import UserError


def archive_variable() -> str | None:
    """Return the folder of full texts in `DOSSIER_ARCHIVE`, or None."""
    return os.environ.get("DOSSIER_ARCHIVE") or None


def wants_colour() -> bool:
    """Return whether standard output is a terminal that shows colours, and `NO_COLOR` is not set."""
    return _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def wants_progress() -> bool:
    """Return whether standard error is a terminal that can show progress."""
    return _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


def can_ask() -> bool:
    """Return whether standard input is a terminal, so that questions can be answered."""
    return _is_terminal(sys.stdin)


def _is_terminal(stream: TextIO | None) -> bool:
    # A stream that is closed at the start is None.
    return stream is not None and stream.isatty()


def asks_this_machine() -> bool:
    """Return whether pages may be fetched from this machine itself, which only tests want."""
    return os.environ.get("DOSSIER_FETCH_LOOPBACK") == "1"


def standard_input(most: int) -> bytes:
    """Return what comes on standard input. Raises `UserError` where nobody sends anything, or more than `most` bytes."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UserError("nothing comes on standard input", "send a text: … | python build.py source add -")
    content = sys.stdin.buffer.read(most + 1)
    if len(content) > most:
        raise UserError(f"standard input has more than {most:,} bytes")
    return content


def is_workflow() -> bool:
    """Return whether the output goes to GitHub's runner, which runs commands in it."""
    return bool(os.environ.get("GITHUB_ACTIONS"))


def folder_in_repository(root: Path) -> str:
    """Return a folder's path in the repository that a workflow checked out, with a slash at the end.

    The path is empty for the repository itself, and where no workflow runs.
    """
    top = os.environ.get("GITHUB_WORKSPACE")
    if not top or not root.resolve().is_relative_to(Path(top).resolve()):
        return ""
    inner = root.resolve().relative_to(Path(top).resolve()).as_posix()
    return "" if inner == "." else f"{inner}/"


def step_summary() -> Path | None:
    """Return the file of the summary that GitHub shows for a step of a workflow, or None where no workflow runs."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(file) if file else None


def add_to_step_summary(markdown: str) -> None:
    """Add text to the summary that GitHub shows for a step of a workflow. Does nothing where no workflow runs."""
    file = step_summary()
    if file:
        with file.open("a", encoding="utf-8") as stream:
            stream.write(markdown)


def silence_output() -> None:
    """Discard what is still to be printed, as nothing reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
