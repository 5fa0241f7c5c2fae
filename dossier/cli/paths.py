"""Where a command works: the dossier's folder, the archive of full texts, the site.

Never makes any of them.
"""

from pathlib import Path

from dossier.cli.options import Basics
from dossier.disk import Archive, holds
from dossier.problem import UserError


def root_of(basics: Basics) -> Path:
    """Return the dossier's folder. Raises `UserError` where there is no dossier."""
    root = Path(basics.root)
    if not holds(root, ("mkdocs.yml", "briefings")):
        where = "here" if basics.root == "." else f'in "{basics.root}"'
        raise UserError(
            f"there is no dossier {where}: neither mkdocs.yml nor a folder briefings/",
            "go to its folder, or name it: --root DIR",
        )
    return root


def archive_of(basics: Basics) -> Path | None:
    """Return the archive, or None where none was named. Raises `UserError` where the one that was named is not there."""
    if basics.archive is None:
        return None
    folder = Path(basics.archive)
    if not Archive(folder).exists:
        raise UserError(
            f'there is no folder "{basics.archive}" to serve as the archive',
            "correct --archive or DOSSIER_ARCHIVE, or leave both out to check by fingerprint alone",
        )
    return folder


def site_of(basics: Basics, root: Path) -> Path:
    """Return where the site is to be built."""
    return Path(basics.site) if basics.site else root / "site"
