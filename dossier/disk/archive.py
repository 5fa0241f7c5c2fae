"""Reads full texts from a private archive.

Comparing quotes with the texts is left to `evidence` and `check`. Nothing is written, and nothing outside the folder is
opened.
"""

import unicodedata
from pathlib import Path

_LIMIT = 32 << 20


class Archive:
    """A folder of full texts outside the project."""

    def __init__(self, folder: Path) -> None:
        """Use the archive in a folder; `exists` says whether the folder is there."""
        self.folder = folder
        self.exists = folder.is_dir()

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a text by its file name, or None.

        A name is found however its accents are written, as some systems take letters and accents apart. None is returned
        for names with a path, for links that lead out of the folder, and for files over 32 MB.
        """
        if not name or name in {".", ".."} or "/" in name or "\\" in name or "\0" in name:
            return None
        for form in dict.fromkeys((name, *(unicodedata.normalize(form, name) for form in ("NFC", "NFD")))):
            found = self._read(form)
            if found is not None:
                return found
        return None

    def _read(self, name: str) -> bytes | None:
        try:
            path = (self.folder / self._as_written(name)).resolve(strict=True)
            if not path.is_relative_to(self.folder.resolve()) or not path.is_file() or path.stat().st_size > _LIMIT:
                return None
            return path.read_bytes()
        except (OSError, RuntimeError):
            return None

    def _as_written(self, name: str) -> str:
        if name.isascii() or (self.folder / name).exists():
            return name
        wanted = unicodedata.normalize("NFC", name)
        same = [one.name for one in self.folder.iterdir() if unicodedata.normalize("NFC", one.name) == wanted]
        return same[0] if len(same) == 1 else name
