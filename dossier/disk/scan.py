"""Reads the files of a dossier into memory, in an order that does not depend on the disk.

Never follows a link out of the dossier, never opens anything but a plain file, and never reads more than its limit.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dossier.problem import Problem, Span

MEGABYTE = 1 << 20
# Left behind by editors and systems; nobody wants to hear of them.
_LITTER = (".swp", ".swo", "~", ".bak", ".orig", ".tmp", ".pyc")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, or a single file, to read; `limit` is the largest file in it, in bytes."""

    path: str
    limit: int = 8 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Scan:
    """The bytes of files by path, relative to the root with `/`, sorted; and what could not be read."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def under(self, folder: str) -> dict[str, bytes]:
        """Return the files below a folder, by their paths from the root."""
        start = f"{folder.rstrip('/')}/"
        return {path: content for path, content in self.files.items() if path.startswith(start)}


def scan(root: Path, folders: Sequence[Folder]) -> Scan:
    """Return the files of a dossier that lie in these folders. Hidden files and editors' leavings are passed over."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    real_root = root.resolve()
    for folder in folders:
        for path in _walk(real_root, folder.path, problems):
            content = _read(real_root, path, folder.limit, problems)
            if content is not None:
                files[path] = content
    return Scan(dict(sorted(files.items())), tuple(sorted(problems, key=lambda problem: str(problem.at))))


def holds(folder: Path, names: Iterable[str]) -> bool:
    """Return whether one of these files or folders lies in a folder."""
    return any((folder / name).exists() for name in names)


def read_file(path: Path, limit: int) -> bytes:
    """Return the bytes of a file that a person named, wherever it lies.

    Raises `FileNotFoundError`, or another `OSError`, where it cannot be read, and `ValueError` where it is larger than
    `limit` bytes or is no plain file.
    """
    if path.exists() and not path.is_file():
        raise ValueError("it is not a file")
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise ValueError(f"it has more than {limit:,} bytes")
    return content


def stamps(root: Path, folders: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Return time and size of every plain file in these folders (or of these files), to see when one changes.

    Relative folders are below `root`. What editors and systems leave behind is passed over, and so are hidden files.
    """
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        top = root / folder
        places = [(str(top.parent), [], [top.name])] if top.is_file() else os.walk(top)
        for place, inner, names in places:
            inner[:] = [name for name in inner if not name.startswith(".") and name != "__pycache__"]
            for name in names:
                if name.startswith(".") or name.endswith(_LITTER):
                    continue
                path = os.path.join(place, name)  # noqa: PTH118 - a path object costs more than the look
                try:
                    known = os.stat(path)  # noqa: PTH116
                except OSError:
                    continue
                found[path] = (known.st_mtime_ns, known.st_size)
    return found


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every plain file below a folder that is our own, by its path from there with `/`, sorted."""
    found: dict[str, bytes] = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return dict(sorted(found.items()))


def _walk(root: Path, path: str, problems: list[Problem]) -> Iterator[str]:
    try:
        mode = os.lstat(root / path).st_mode
    except OSError:
        return
    if not stat.S_ISDIR(mode):
        if stat.S_ISLNK(mode) and (root / path).is_dir():
            problems.append(_unsafe(path, "is a link to a folder; links to folders are not followed"))
        else:
            yield path
        return
    try:
        with os.scandir(root / path) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        problems.append(Problem("file-unreadable", f"the folder cannot be read: {error.strerror}", Span(path)))
        return
    for name in names:
        if name.startswith(".") or name.endswith(_LITTER) or name == "__pycache__":
            continue
        if not name.isprintable():
            shown = f"{path}/{repr(os.fsencode(name))[2:-1]}"
            message = "the name of the file holds what no text holds, or what cannot be seen"
            problems.append(Problem("file-name", message, Span(shown), "rename it: lower-case words joined by hyphens"))
            continue
        yield from _walk(root, f"{path}/{name}", problems)


def _read(root: Path, path: str, limit: int, problems: list[Problem]) -> bytes | None:
    target = root / path
    try:
        if target.is_symlink():
            target = target.resolve(strict=True)
            if not target.is_relative_to(root):
                problems.append(_unsafe(path, "is a link that leads out of the dossier"))
                return None
        # No waiting for a pipe, and no link put there since we looked.
        descriptor = os.open(target, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, RuntimeError) as error:
        said = getattr(error, "strerror", None) or "a link that leads in circles"
        problems.append(Problem("file-unreadable", f"the file cannot be read: {said}", Span(path)))
        return None
    with os.fdopen(descriptor, "rb") as file:
        known = os.fstat(descriptor)
        if not stat.S_ISREG(known.st_mode):
            problems.append(_unsafe(path, "is not a plain file"))
            return None
        content = file.read(limit + 1) if known.st_size <= limit else b""
    if known.st_size > limit or len(content) > limit:
        message = f"the file has {known.st_size:,} bytes; at most {limit:,} are read"
        problems.append(Problem("file-too-large", message, Span(path)))
        return None
    return content


def _unsafe(path: str, what: str) -> Problem:
    return Problem("file-unsafe", f'"{path}" {what}', Span(path), "put a copy of the file in its place")
