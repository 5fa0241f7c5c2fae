"""What the command line takes from around it: variables of the environment, and the streams it was given.

Never changes the surroundings, but to let output go nowhere once nobody reads it.
"""

import os
import sys
from pathlib import Path
from typing import TextIO


def archive_variable() -> str | None:
    """Return the folder of full texts that the environment names."""
    return os.environ.get("DOSSIER_ARCHIVE") or None


def wants_colour() -> bool:
    """Return whether standard output is a terminal that shows colours, and nobody asked for none."""
    return _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def wants_progress() -> bool:
    """Return whether there is a terminal to draw progress on."""
    return _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


def can_ask() -> bool:
    """Return whether somebody is there to answer."""
    return _is_terminal(sys.stdin)


def _is_terminal(stream: TextIO | None) -> bool:
    # A stream that was closed before the start is None, whatever its type says.
    return stream is not None and stream.isatty()


def is_workflow() -> bool:
    """Return whether GitHub's runner reads what is printed, and obeys what it takes for its commands."""
    return bool(os.environ.get("GITHUB_ACTIONS"))


def folder_in_repository(root: Path) -> str:
    """Return a folder's path in the repository that a workflow on GitHub checked out, with a slash at its end.

    Empty where it is the repository itself, or where no workflow runs.
    """
    top = os.environ.get("GITHUB_WORKSPACE")
    if not top or not root.resolve().is_relative_to(Path(top).resolve()):
        return ""
    inner = root.resolve().relative_to(Path(top).resolve()).as_posix()
    return "" if inner == "." else f"{inner}/"


def add_to_step_summary(markdown: str) -> None:
    """Add text to what GitHub shows below a step of a workflow. Nothing happens where no workflow runs."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if named:
        with Path(named).open("a", encoding="utf-8") as stream:
            stream.write(markdown)


def silence_output() -> None:
    """Let what is still to be printed go nowhere, as nobody reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
