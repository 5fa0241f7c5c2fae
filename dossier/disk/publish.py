"""Writes a site beside the published one and then puts it in its place.

Never touches the published site before the new one is whole, and never replaces a folder that it did not make.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from dossier.disk.swap import exchange

MARK = ".dossier-site"
"""A file that tells that a folder was made here and may be replaced."""
_MARK_TEXT = b"dossier-site/1\n"
_PATIENCE = 60.0


class PublishError(Exception):
    """The site cannot be put where it was asked for. Says why, in a reader's words."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many files were written anew, were the same as before, and went away."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.written + other.written, self.unchanged + other.unchanged, self.removed + other.removed)


class Publication:
    """One site on its way: a context that leaves nothing behind unless `publish` is called.

    Several processes may `put`, each its own files; a file that is put twice raises `FileExistsError`.
    """

    def __init__(self, site: Path, patience: float = _PATIENCE) -> None:
        """Prepare to publish to a folder. `patience` is how long to wait for another build, in seconds."""
        self.site = Path(os.path.realpath(site))
        self.beside = self.site.with_name(f".{self.site.name}.beside")
        self._before = self.site.with_name(f".{self.site.name}.before")
        self._patience = patience
        self._lock: int | None = None
        self._folders: set[str] = set()
        self.count = Count()

    def __enter__(self) -> "Publication":
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _take_lock(self.site.parent, self._patience)
        try:
            self._recover()
            _refuse_foreign(self.site)
            self.beside.mkdir()
            self.put(MARK, _MARK_TEXT)
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _remove(self.beside)
        self._release()

    def put(self, address: str, content: bytes) -> bool:
        """Put a file; return whether it differs from the published one. What is the same is linked, not written."""
        target = self._target(address)
        published = os.path.join(self.site, address)  # noqa: PTH118 - a path object costs as much as the file
        if _holds(published, content):
            with suppress(OSError):
                os.link(published, target, follow_symlinks=False)
                self.count += Count(unchanged=1)
                return False
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        self.count += Count(written=1)
        return True

    def _target(self, address: str) -> str:
        parts = address.split("/")
        if not all(parts) or ".." in parts or "." in parts or "\0" in address:
            raise ValueError(f"no file of a site has the address {address!r}")
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(os.path.join(self.beside, folder), exist_ok=True)  # noqa: PTH103, PTH118
            self._folders.add(folder)
        return os.path.join(self.beside, address)  # noqa: PTH118

    def publish(self) -> Count:
        """Put the new site in the place of the old one and return what changed.

        Files that other processes put are not among the written and unchanged.
        """
        try:
            if not self.site.exists():
                self.beside.rename(self.site)
                return self.count
            if not exchange(self.beside, self.site):
                # Two steps: whoever is killed between them leaves the old site under another name, and the next
                # build puts it back before it does anything else.
                self.site.rename(self._before)
                try:
                    self.beside.rename(self.site)
                except OSError:
                    self._before.rename(self.site)
                    raise
                self._before.rename(self.beside)
        except OSError as error:
            raise PublishError(f'"{self.site}" cannot be replaced: {error.strerror}') from error
        self.count += Count(removed=sum(not os.path.lexists(self.site / gone) for gone in _files(self.beside)))
        return self.count

    def _recover(self) -> None:
        if not self.site.exists() and self._before.exists():
            self._before.rename(self.site)
        _remove(self._before)
        _remove(self.beside)

    def _release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _refuse_foreign(site: Path) -> None:
    if not site.exists():
        return
    if not site.is_dir():
        raise PublishError(f'"{site}" is a file; name a folder for the site')
    if any(site.iterdir()) and not (site / MARK).is_file():
        raise PublishError(
            f'"{site}" holds files that were not made here, and publishing would remove them; '
            "name another folder, or empty this one"
        )


def _holds(path: str, content: bytes) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        size = len(content)
        return os.fstat(descriptor).st_size == size and os.read(descriptor, size + 1) == content
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _files(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        start = os.path.relpath(place, folder)
        yield from (os.path.normpath(os.path.join(start, name)) for name in names)  # noqa: PTH118


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _take_lock(folder: Path, patience: float) -> int | None:
    """Lock a folder for this process and return the descriptor that holds the lock; None where there are no locks.

    The folder itself is locked, so that no file has to stay behind; the lock ends with the process, however it ends.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                os.close(descriptor)
                raise PublishError(f'another build is publishing into "{folder}"; wait for it to end') from None
            time.sleep(0.05)
        except OSError:  # a file system without locks
            os.close(descriptor)
            return None
        else:
            return descriptor


@contextmanager
def scratch(root: Path, name: str = "scratch") -> Iterator[Path]:
    """Give an empty folder for an engine to work in, and remove it afterwards."""
    cache = root / ".cache"
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / f"{name}-{os.getpid()}"
    _remove(folder)
    folder.mkdir()
    try:
        yield folder
    finally:
        _remove(folder)
