"""Finds the cache folder of a dossier, and makes paths absolute.

Making the folder and filling it is left to the caller.
"""

import os
from pathlib import Path

from dossier.problem import UserError


def absolute(path: Path) -> Path:
    """Return an absolute path without `..`, so that it shows whether one folder is inside another. Links are kept."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - `Path.absolute` keeps `..`, `Path.resolve` follows links


def cache_dir(root: Path) -> Path:
    """Return the folder `.cache` of a dossier, which need not exist.

    Raises `UserError` where `.cache` is a file, or a link: a pull request could bring one, and the files behind it would
    be replaced.
    """
    folder = root / ".cache"
    if folder.is_symlink():
        message = '".cache" is a link, and files behind it could be lost'
        raise UserError(message, "remove the link; Dossier then makes a folder")
    if folder.exists() and not folder.is_dir():
        raise UserError('".cache" is a file but must be a folder', "remove the file; Dossier then makes the folder")
    return folder
