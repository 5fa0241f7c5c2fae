"""Reads the files of a dossier into memory, sorted by path, with a problem for each file that cannot be read.

It follows no link out of the dossier and reads no file over its limit. What the files say is left to `yamlfile`.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dossier.problem import Area, Code, Problem, Span
from dossier.yamlfile.characters import FILE_TOO_LARGE

FILE_UNSAFE = Code(
    "file-unsafe",
    Area.FILES,
    "error",
    "A file or folder is a link that leads out of the dossier, or is not a plain file.",
    "Put a copy of the file in its place.",
)
FILE_UNREADABLE = Code(
    "file-unreadable",
    Area.FILES,
    "error",
    "A file is there, but the system does not allow reading it.",
    "Give yourself permission to read it.",
)
FILE_NAME = Code(
    "file-name",
    Area.FILES,
    "error",
    "A file's name cannot be an id: an id is lower-case words joined by hyphens.",
    "Rename the file, as in `april-plan.yaml`.",
)

MEGABYTE = 1 << 20
# Temporary files of editors and systems. They are skipped without a problem.
_TEMPORARY = (".swp", ".swo", "~", ".bak", ".orig", ".tmp", ".pyc")


_IS_LINK = {errno.ELOOP, errno.EMLINK}
"""What systems say where a link was not to be followed."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, or a single file, to read. Files over `limit` bytes are a problem."""

    path: str
    limit: int = 8 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Scan:
    """The files that were read, sorted by path from the root with `/`, and a problem for each that could not be read."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def under(self, folder: str) -> dict[str, bytes]:
        """Return the files below a folder, by their paths from the root."""
        start = f"{folder.rstrip('/')}/"
        return {path: content for path, content in self.files.items() if path.startswith(start)}


def scan(root: Path, folders: Sequence[Folder]) -> Scan:
    """Return the files of a dossier in these folders. Hidden and temporary files are skipped."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    real_root = os.path.realpath(root)
    for folder in folders:
        for path in _walk(real_root, folder.path, problems):
            content = _read(real_root, path, folder.limit, problems)
            if content is not None:
                files[path] = content
    return Scan(dict(sorted(files.items())), tuple(sorted(problems, key=lambda problem: str(problem.at))))


def has_any(folder: Path, names: Iterable[str]) -> bool:
    """Return whether a folder has at least one of these files or folders."""
    return any((folder / name).exists() for name in names)


def has_folder(root: Path, name: str) -> bool:
    """Return whether there is a folder of this name, and no file."""
    return (root / name).is_dir()


def read_file(path: Path, limit: int) -> bytes:
    """Return the bytes of a file that a person named. It may lie anywhere.

    Raises `OSError` where it cannot be read, and `ValueError` where it is not a plain file or has more than `limit` bytes.
    """
    if path.exists() and not path.is_file():
        raise ValueError("it is not a file")
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise ValueError(f"it has more than {limit:,} bytes")
    return content


def file_times(root: Path, folders: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Return modification time (ns) and size (bytes) of each file in these folders, or of these files, by path.

    Relative folders are below `root`. Hidden and temporary files are skipped. The result is for noticing changes.
    """
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        top = root / folder
        walked = [(str(top.parent), [], [top.name])] if top.is_file() else os.walk(top)
        for parent, subfolders, names in walked:
            subfolders[:] = [name for name in subfolders if not name.startswith(".") and name != "__pycache__"]
            for name in names:
                if name.startswith(".") or name.endswith(_TEMPORARY):
                    continue
                path = os.path.join(parent, name)  # noqa: PTH118 - faster than a Path
                try:
                    status = os.stat(path)  # noqa: PTH116
                except OSError:
                    continue
                found[path] = (status.st_mtime_ns, status.st_size)
    return found


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder that Dossier made itself, sorted by path from that folder with `/`."""
    found: dict[str, bytes] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return dict(sorted(found.items()))


def _walk(root: str, path: str, problems: list[Problem]) -> Iterator[str]:
    """Yield the files at and below a path that may be there, in an order that does not depend on the disk."""
    try:
        mode = os.lstat(f"{root}/{path}").st_mode
    except OSError:
        return
    if stat.S_ISDIR(mode):
        yield from _walk_folder(root, path, problems)
    elif stat.S_ISLNK(mode):
        yield from _walk_link(root, path, problems)
    else:
        yield path


def _walk_folder(root: str, path: str, problems: list[Problem]) -> Iterator[str]:
    try:
        with os.scandir(f"{root}/{path}") as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(FILE_UNREADABLE, f"the folder cannot be read: {error.strerror}", Span(path)))
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name.endswith(_TEMPORARY) or name == "__pycache__":
            continue
        if not name.isprintable():
            shown = f"{path}/{repr(os.fsencode(name))[2:-1]}"
            message = "the name of the file contains characters that cannot be shown"
            problems.append(Problem(FILE_NAME, message, Span(shown), "rename it: lower-case words joined by hyphens"))
        elif entry.is_symlink():
            yield from _walk_link(root, f"{path}/{name}", problems)
        elif entry.is_dir():
            yield from _walk_folder(root, f"{path}/{name}", problems)
        else:
            yield f"{path}/{name}"


def _walk_link(root: str, path: str, problems: list[Problem]) -> Iterator[str]:
    if os.path.isdir(f"{root}/{path}"):  # noqa: PTH112 - a path object costs more than the look
        problems.append(_unsafe(path, "is a link to a folder; links to folders are not followed"))
    else:
        yield path


def _read(root: str, path: str, limit: int, problems: list[Problem]) -> bytes | None:
    # A link is not followed, and a pipe not waited for.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    target = f"{root}/{path}"
    if not hasattr(os, "O_NOFOLLOW") and os.path.islink(target):  # noqa: PTH114
        return _read_link(root, path, limit, problems)
    try:
        descriptor = os.open(target, flags)
    except OSError as error:
        if error.errno in _IS_LINK:
            return _read_link(root, path, limit, problems)
        problems.append(Problem(FILE_UNREADABLE, f"the file cannot be read: {error.strerror}", Span(path)))
        return None
    return _read_open(descriptor, path, limit, problems)


def _read_link(root: str, path: str, limit: int, problems: list[Problem]) -> bytes | None:
    """Return the content of the file that a link leads to, if that lies in the dossier too."""
    try:
        target = Path(root, path).resolve(strict=True)
        if not target.is_relative_to(root):
            problems.append(_unsafe(path, "is a link that leads out of the dossier"))
            return None
        descriptor = os.open(target, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "a link that leads in circles"
        problems.append(Problem(FILE_UNREADABLE, f"the file cannot be read: {reason}", Span(path)))
        return None
    return _read_open(descriptor, path, limit, problems)


def _read_open(descriptor: int, path: str, limit: int, problems: list[Problem]) -> bytes | None:
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            problems.append(_unsafe(path, "is not a plain file"))
            return None
        size, content = status.st_size, b""
        while size <= limit and (part := os.read(descriptor, limit + 1 - len(content))):
            content += part
            size = max(size, len(content))
    finally:
        os.close(descriptor)
    if size > limit:
        message = f"the file has {size:,} bytes; at most {limit:,} are read"
        problems.append(Problem(FILE_TOO_LARGE, message, Span(path)))
        return None
    return content


def _unsafe(path: str, what: str) -> Problem:
    return Problem(FILE_UNSAFE, f'"{path}" {what}', Span(path), "put a copy of the file in its place")
