"""Names folders: in full, and the one in which a dossier keeps what can be made anew.

Never leads elsewhere: whoever brings a change could bring a link along, and files behind it would be replaced.
"""

import os
from pathlib import Path

from dossier.problem import UserError


def in_full(path: Path) -> Path:
    """Return a path from the root of the file system, without steps back; links stay as they are.

    Only so does it show whether one folder holds another.
    """
    return Path(os.path.abspath(path))  # noqa: PTH100 - `Path.absolute` keeps steps back, `Path.resolve` no links


def cache_dir(root: Path) -> Path:
    """Return the folder `.cache` of a dossier, which need not be there. Raises `UserError` where it is no folder of its own."""
    folder = root / ".cache"
    if folder.is_symlink():
        message = '".cache" is a link, and what lies behind it could be lost'
        raise UserError(message, "remove the link; a folder is made in its place")
    if folder.exists() and not folder.is_dir():
        raise UserError('".cache" is a file, and a folder is to be there', "remove it; the folder is made in its place")
    return folder
