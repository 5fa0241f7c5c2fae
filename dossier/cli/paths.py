"""Finds the folders that a command works with (the dossier, the archive, the site), and reads a file that it names.

Making folders is left to the commands.
"""

from pathlib import Path

from dossier.cli.options import Basics
from dossier.disk import Archive, has_any, read_file
from dossier.problem import UserError


def root_of(basics: Basics) -> Path:
    """Return the folder of the dossier. Raises `UserError` where there is none."""
    root = Path(basics.root)
    if not has_any(root, ("mkdocs.yml", "briefings")):
        where = "here" if basics.root == "." else f'in "{basics.root}"'
        raise UserError(
            f"there is no dossier {where}: neither mkdocs.yml nor a folder briefings/",
            "change to its folder, or name it: --root DIR",
        )
    return root


def archive_of(basics: Basics) -> Path | None:
    """Return the archive, or None where none is named. Raises `UserError` where the folder does not exist."""
    if basics.archive is None:
        return None
    folder = Path(basics.archive)
    if not Archive(folder).exists:
        raise UserError(
            f'there is no folder "{basics.archive}" for the archive',
            "correct --archive or DOSSIER_ARCHIVE, or leave both out to check by fingerprint alone",
        )
    return folder


def site_of(basics: Basics, root: Path) -> Path:
    """Return the folder of the site."""
    return Path(basics.site) if basics.site else root / "site"


def read_named(file: Path, most: int) -> bytes:
    """Return the bytes of a file that was named. Raises `UserError` where it can't be read or has more than `most`."""
    try:
        return read_file(file, most)
    except OSError as error:
        raise UserError(f'"{file}" cannot be read: {(error.strerror or "").lower()}') from error
    except ValueError as error:
        raise UserError(f'"{file}" cannot be read: {error}') from error
