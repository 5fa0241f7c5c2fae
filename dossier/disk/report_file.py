"""Writes a report to the file that a person or a workflow named, and says how long that file is already.

What the report says is left to the rooms that call it.
"""

from pathlib import Path

from dossier.problem import UserError


def length(file: Path) -> int:
    """Return how many bytes a file has, 0 where there is none."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def write_report(file: Path, text: str) -> None:
    """Write a text to a file, whatever it held. Raises `UserError` where that is not possible."""
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise UserError(f"{file} cannot be written: {error.strerror}") from error
