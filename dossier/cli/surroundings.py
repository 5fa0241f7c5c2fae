"""What the command line takes from around it: variables of the environment, and the streams it was given.

Never changes the surroundings, but to let output go nowhere once nobody reads it.
"""

import os
import sys
from pathlib import Path


def archive_variable() -> str | None:
    """Return the folder of full texts that the environment names."""
    return os.environ.get("DOSSIER_ARCHIVE") or None


def wants_colour() -> bool:
    """Return whether standard output is a terminal that shows colours, and nobody asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def wants_progress() -> bool:
    """Return whether there is a terminal to draw progress on."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def can_ask() -> bool:
    """Return whether somebody is there to answer."""
    return sys.stdin.isatty()


def step_summary() -> Path | None:
    """Return the file whose text GitHub shows below a step of a workflow."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(named) if named else None


def append_to(file: Path, text: str) -> None:
    """Add text to a file that the surroundings named. What cannot be written is left."""
    try:
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        sys.stderr.write(f"{file} cannot be written: {error.strerror}\n")


def silence_output() -> None:
    """Let what is still to be printed go nowhere, as nobody reads it any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
