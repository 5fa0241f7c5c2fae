"""Publishes a site atomically: writes it into a staging folder, then swaps that with the published folder.

What the files say is left to the caller; the swap of two folders is left to `swap`.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from dossier.disk.cache_dir import cache_dir
from dossier.disk.site_files import (
    FileState,
    files_below,
    link,
    make_folder,
    prune,
    remove,
    stat_if_equal,
    state_of,
    write_new,
)
from dossier.disk.swap import exchange

MARKER = ".dossier-site"
"""The file that marks a folder as published by Dossier. Only a folder that has it is ever replaced."""
_MARKER_CONTENT = b"dossier-site/1\n"
_LOCK_TIMEOUT = 60.0


class PublishError(Exception):
    """The site cannot be published to this folder. The message says why."""


@dataclass(frozen=True, slots=True)
class FileCounts:
    """How many files of the published site are new or changed, unchanged, and removed."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass(slots=True)
class Outputs:
    """Addresses of the files of a new site: those that differ from the published ones, and those that do not."""

    written: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)

    def merge(self, other: "Outputs") -> None:
        """Add the outputs of another process. Raises `FileExistsError` where both wrote the same file."""
        for address in (other.written | other.unchanged) & (self.written | self.unchanged):
            raise FileExistsError(address)
        self.written |= other.written
        self.unchanged |= other.unchanged


class Publication:
    """One publication of a site, as a context manager. The published site changes only if `publish` is called.

    Files are written into the `staging` folder, which then takes the place of the published one. With a `staging_root`,
    the replaced site stays there as the next staging folder, so that unchanged folders need not be made again. Without
    one, staging lies next to the published site and is removed at the end. A file that did not change is a hard link to
    the published one; no file is ever written in place.

    Several processes may call `write` at the same time for different files; their `outputs` are merged afterwards.
    """

    def __init__(self, site: Path, staging_root: Path | None = None, lock_timeout: float = _LOCK_TIMEOUT) -> None:
        """Prepare to publish to the folder `site`. `lock_timeout` is how many seconds to wait for another build.

        Raises `PublishError` where `site` is the root of the file system.
        """
        self.site = Path(os.path.realpath(site))
        if not self.site.name:
            raise PublishError(f'"{self.site}" cannot be the folder of a site; name a folder inside it')
        self.staging = self.site.with_name(f".{self.site.name}.staging")
        self._backup = self.site.with_name(f".{self.site.name}.backup")
        self._staging_root = staging_root
        self._lock_timeout = lock_timeout
        self._lock: int | None = None
        self._folders: set[str] = set()
        # Whether there is a published site to compare with, and whether staging holds files of an earlier run.
        self._has_published = self._has_leftovers = True
        self.outputs = Outputs()

    def __enter__(self) -> "Publication":
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _acquire_lock(self.site.parent, self._lock_timeout)
        try:
            self._recover()
            _check_replaceable(self.site)
            if self._staging_root is not None:
                self._staging_root.mkdir(parents=True, exist_ok=True)
                # A folder cannot be renamed from one file system to another.
                if self._staging_root.stat().st_dev == self.site.parent.stat().st_dev:
                    site_id = hashlib.sha256(os.fsencode(self.site)).hexdigest()[:12]
                    self.staging = Path(os.path.realpath(self._staging_root)) / f"site-{site_id}"
                else:
                    self._staging_root = None
            self._has_leftovers = not make_folder(str(self.staging))
            self._has_published = self.site.exists()
            self.write(MARKER, _MARKER_CONTENT)
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._staging_root is None:
            remove(self.staging)
        self._release()

    def write(self, address: str, content: bytes) -> bool:
        """Add a file to the new site and return whether it differs from the published one.

        Raises `FileExistsError` where the file was written before, `ValueError` where the address leads out of the site.
        """
        if address in self.outputs.written or address in self.outputs.unchanged:
            raise FileExistsError(address)
        target = self._target(address)
        published = os.path.join(self.site, address)  # noqa: PTH118 - a path object costs as much as the file
        same = stat_if_equal(published, content) if self._has_published else None
        if same is not None and link(published, same, target):
            self.outputs.unchanged.add(address)
            return False
        if same is not None or not self._has_leftovers or stat_if_equal(target, content) is None:
            write_new(target, content)
        self.outputs.written.add(address)
        return True

    def keep(self, address: str, state: FileState) -> bool:
        """Add a published file unchanged if it is still in this state; return whether it is."""
        published = os.path.join(self.site, address)  # noqa: PTH118
        if not self._has_published or state_of(published) != state:
            return False
        target = os.path.join(self.staging, address)  # noqa: PTH118
        staged = state_of(target) if self._has_leftovers else None
        if (staged is None or staged.inode != state.inode) and not link(
            published, os.lstat(published), self._target(address)
        ):
            return False
        self.outputs.unchanged.add(address)
        return True

    def state(self, address: str) -> FileState:
        """Return the state of a file that was added. Raises `FileNotFoundError` where there is none."""
        found = state_of(os.path.join(self.staging, address))  # noqa: PTH118
        if found is None:
            raise FileNotFoundError(address)
        return found

    def keep_published(self, folder: str) -> bool:
        """Add all published files below a folder of the site unchanged; return whether there were any."""
        start = self.site / folder
        addresses = sorted(files_below(str(start)))
        for address in addresses:
            self.write(f"{folder.rstrip('/')}/{address}", (start / address).read_bytes())
        return bool(addresses)

    def _target(self, address: str) -> str:
        parts = address.split("/")
        if not all(parts) or ".." in parts or "." in parts or "\0" in address:
            raise ValueError(f"no file of a site has the address {address!r}")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folder not in self._folders:
                make_folder(os.path.join(self.staging, folder))  # noqa: PTH118
                self._folders.add(folder)
        return os.path.join(self.staging, address)  # noqa: PTH118

    def prune(self, keep: str = "") -> None:
        """Remove from `staging` the files that were not written in this run, except those below the folder `keep`."""
        if self._has_leftovers:
            prune(str(self.staging), self.outputs.written | self.outputs.unchanged, keep.rstrip("/"))

    def publish(self) -> FileCounts:
        """Replace the published site by the new one. Raises `PublishError` where that fails; the old site then stays."""
        wanted = self.outputs.written | self.outputs.unchanged
        try:
            self.prune()
            if not self.site.exists():
                self.staging.rename(self.site)
                return FileCounts(len(self.outputs.written), 0, 0)
            removed = sum(address not in wanted for address in files_below(str(self.site)))
            if not exchange(self.staging, self.site):
                # Two renames. After a kill between them the old site has another name; the next build restores it
                # before it does anything else.
                self.site.rename(self._backup)
                try:
                    self.staging.rename(self.site)
                except OSError:
                    self._backup.rename(self.site)
                    raise
                self._backup.rename(self.staging)
        except OSError as error:
            raise PublishError(f'"{self.site}" cannot be replaced: {error.strerror}') from error
        return FileCounts(len(self.outputs.written), len(self.outputs.unchanged), removed)

    def _recover(self) -> None:
        if not self.site.exists() and self._backup.exists():
            self._backup.rename(self.site)
        remove(self._backup)
        remove(self.staging)

    def _release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _check_replaceable(site: Path) -> None:
    if not site.exists():
        return
    if not site.is_dir():
        raise PublishError(f'"{site}" is a file; name a folder for the site')
    if any(site.iterdir()) and not (site / MARKER).is_file():
        raise PublishError(
            f'"{site}" has files that Dossier did not make, and publishing would delete them; '
            "name another folder, or empty this one"
        )


def _acquire_lock(folder: Path, timeout: float) -> int | None:
    """Lock a folder for this process and return the descriptor that holds the lock; None where there are no locks.

    The folder itself is locked, so no lock file is left behind. The lock ends with the process, even when it is killed.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    deadline = time.monotonic() + timeout
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                os.close(descriptor)
                raise PublishError(f'another build is publishing into "{folder}"; wait until it ends') from None
            time.sleep(0.05)
        except OSError:  # a file system without locks
            os.close(descriptor)
            return None
        else:
            return descriptor


@contextmanager
def scratch(root: Path, name: str = "scratch") -> Iterator[Path]:
    """Yield an empty folder in the cache of a dossier and remove it afterwards, also those of processes that ended."""
    cache = cache_dir(root)
    cache.mkdir(parents=True, exist_ok=True)
    for leftover in cache.glob(f"{name}-*"):
        process_id = leftover.name.removeprefix(f"{name}-")
        if process_id.isdecimal() and not _is_running(process_id):
            remove(leftover)
    folder = cache / f"{name}-{os.getpid()}"
    remove(folder)
    folder.mkdir()
    try:
        yield folder
    finally:
        remove(folder)


def _is_running(process_id: str) -> bool:
    try:
        os.kill(int(process_id), 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except OSError:  # a process of another account
        return True
    return True
