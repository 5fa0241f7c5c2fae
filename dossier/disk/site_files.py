"""Files of a site on the disk: their states, and how they are written, linked and removed.

Deciding which files a site has is left to `publish`.
"""

import os
import shutil
import stat
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple


class FileState(NamedTuple):
    """What tells whether a file was changed or replaced: its size in bytes, its time of change in ns, and its inode."""

    size: int
    changed: int
    inode: int


def published_states(site: Path) -> dict[str, FileState | None]:
    """Return the state of every file of a published site by address; empty where there is no such site.

    It is None for a link and whatever else is no plain file: nothing of that sort is ever published.
    """
    return {address: state_of(f"{site}/{address}") for address in files_below(str(site))}


def state_of(path: str) -> FileState | None:
    """Return the state of a plain file, or None where there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return FileState(status.st_size, status.st_mtime_ns, status.st_ino)


def files_below(folder: str, start: str = "") -> Iterator[str]:
    """Yield the addresses of all files below a folder; there are none where it is missing."""
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path, f"{start}{entry.name}/")
        else:
            yield start + entry.name


def prune(folder: str, wanted: Set[str], keep: str, start: str = "") -> bool:
    """Remove unwanted files below a folder, and folders that are then empty; return whether anything is left there."""
    is_needed = False
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        address = start + entry.name
        if entry.is_dir(follow_symlinks=False):
            if address == keep or prune(entry.path, wanted, keep, f"{address}/"):
                is_needed = True
            else:
                os.rmdir(entry.path)  # noqa: PTH106
        elif address in wanted:
            is_needed = True
        else:
            os.unlink(entry.path)  # noqa: PTH108
    return is_needed


def remove(folder: Path) -> None:
    """Remove a file or a folder with everything in it, if it is there. A link is removed, not followed."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


def link(published: str, status: os.stat_result, target: str) -> bool:
    """Make `target` a hard link to the published file; return False where the file system has no hard links."""
    try:
        existing = os.lstat(target)
    except OSError:
        pass
    else:
        if (existing.st_ino, existing.st_dev) == (status.st_ino, status.st_dev):
            return True
        remove(Path(target))
    try:
        os.link(published, target, follow_symlinks=False)
    except OSError:
        return False
    return True


def write_new(target: str, content: bytes) -> None:
    """Write a new file. What stood under its name is removed first, as other names may lead to it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(target, flags, 0o666)
    except FileExistsError:
        # It may be a hard link to the published file, so it is removed rather than written to.
        remove(Path(target))
        descriptor = os.open(target, flags, 0o666)
    try:
        # A file object would double the time.
        remaining = memoryview(content)
        while remaining:
            remaining = remaining[os.write(descriptor, remaining) :]
    finally:
        os.close(descriptor)


def make_folder(path: str) -> bool:
    """Make a folder whose parent exists and return whether it is new. A file or link of its name is removed first."""
    try:
        os.mkdir(path)  # noqa: PTH102
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            os.unlink(path)  # noqa: PTH108
            os.mkdir(path)  # noqa: PTH102
            return True
        return False
    return True


def stat_if_equal(path: str, content: bytes) -> os.stat_result | None:
    """Return the status of a plain file if it has this content, else None."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        size = len(content)
        is_equal = stat.S_ISREG(status.st_mode) and status.st_size == size and os.read(descriptor, size + 1) == content
    except OSError:
        return None
    else:
        return status if is_equal else None
    finally:
        os.close(descriptor)
