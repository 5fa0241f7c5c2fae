"""Writes a site beside the published one and then puts it in its place.

Never touches the published site before the new one is whole, and never replaces a folder that it did not make.
"""

import hashlib
import os
import shutil
import stat
import time
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from dossier.disk.cache_dir import cache_dir
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


@dataclass(slots=True)
class Ledger:
    """What was put: the addresses of files that differ from the published ones, and of those that do not."""

    written: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)

    def add(self, other: "Ledger") -> None:
        """Take in what another process put. A file that both did raises `FileExistsError`."""
        for address in (other.written | other.unchanged) & (self.written | self.unchanged):
            raise FileExistsError(address)
        self.written |= other.written
        self.unchanged |= other.unchanged


class Publication:
    """One site on its way: a context that changes nothing that is published unless `publish` is called.

    The site is written into a folder of its own, which then takes the published one's place. Given a `workshop`, the
    old site stays there for the next publication to bring up to date, which spares making and removing its folders;
    without one it is written beside the published site, and the old one is removed. Files are hard links where they are
    the same in both, and are never written in place.

    Several processes may `put` at the same time, each its own files, if their ledgers come together in the end.
    """

    def __init__(self, site: Path, workshop: Path | None = None, patience: float = _PATIENCE) -> None:
        """Prepare to publish to a folder. `patience` is how long to wait for another build, in seconds.

        Raises `PublishError` where nothing can stand beside the folder, as it is the root of the file system.
        """
        self.site = Path(os.path.realpath(site))
        if not self.site.name:
            raise PublishError(f'"{self.site}" can be no site; name a folder in it')
        self.beside = self.site.with_name(f".{self.site.name}.beside")
        self._before = self.site.with_name(f".{self.site.name}.before")
        self._workshop = workshop
        self._patience = patience
        self._lock: int | None = None
        self._folders: set[str] = set()
        # Whether there is a published site to compare with, and an older one to bring up to date.
        self._has_published = self._has_older = True
        self.ledger = Ledger()

    def __enter__(self) -> "Publication":
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _take_lock(self.site.parent, self._patience)
        try:
            self._recover()
            _refuse_foreign(self.site)
            if self._workshop is not None:
                self._workshop.mkdir(parents=True, exist_ok=True)
                # A rename does not lead from one file system to another.
                if self._workshop.stat().st_dev == self.site.parent.stat().st_dev:
                    mark = hashlib.sha256(os.fsencode(self.site)).hexdigest()[:12]
                    self.beside = Path(os.path.realpath(self._workshop)) / f"site-{mark}"
                else:
                    self._workshop = None
            self._has_older = not _make_folder(str(self.beside))
            self._has_published = self.site.exists()
            self.put(MARK, _MARK_TEXT)
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._workshop is None:
            _remove(self.beside)
        self._release()

    def put(self, address: str, content: bytes) -> bool:
        """Put a file; return whether it differs from the published one. One that was put before raises
        `FileExistsError`.
        """  # noqa: D205
        if address in self.ledger.written or address in self.ledger.unchanged:
            raise FileExistsError(address)
        target = self._target(address)
        published = os.path.join(self.site, address)  # noqa: PTH118 - a path object costs as much as the file
        known = _holds(published, content) if self._has_published else None
        if known is not None and _link(published, known, target):
            self.ledger.unchanged.add(address)
            return False
        if known is not None or not self._has_older or _holds(target, content) is None:
            _write(target, content)
        self.ledger.written.add(address)
        return True

    def keep(self, folder: str) -> bool:
        """Put what is published below a folder of the site as it is; return whether there was anything."""
        start = self.site / folder
        kept = sorted(_files(start))
        for address in kept:
            self.put(f"{folder.rstrip('/')}/{address}", (start / address).read_bytes())
        return bool(kept)

    def _target(self, address: str) -> str:
        parts = address.split("/")
        if not all(parts) or ".." in parts or "." in parts or "\0" in address:
            raise ValueError(f"no file of a site has the address {address!r}")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folder not in self._folders:
                _make_folder(os.path.join(self.beside, folder))  # noqa: PTH118
                self._folders.add(folder)
        return os.path.join(self.beside, address)  # noqa: PTH118

    def prune(self, but: str = "") -> None:
        """Remove what was not put, so that whoever looks into `beside` sees the new site; `but` is a folder to leave."""
        if self._has_older:
            _prune(self.beside, self.ledger.written | self.ledger.unchanged, but.rstrip("/"))

    def publish(self) -> Count:
        """Put the new site in the place of the old one and return what changed."""
        wanted = self.ledger.written | self.ledger.unchanged
        try:
            self.prune()
            if not self.site.exists():
                self.beside.rename(self.site)
                return Count(len(self.ledger.written), 0, 0)
            removed = sum(address not in wanted for address in _files(self.site))
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
        return Count(len(self.ledger.written), len(self.ledger.unchanged), removed)

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


def _holds(path: str, content: bytes) -> os.stat_result | None:
    """Return what is known of a file if it is a plain one with this content."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        known = os.fstat(descriptor)
        size = len(content)
        same = stat.S_ISREG(known.st_mode) and known.st_size == size and os.read(descriptor, size + 1) == content
    except OSError:
        return None
    else:
        return known if same else None
    finally:
        os.close(descriptor)


def _link(published: str, known: os.stat_result, target: str) -> bool:
    """Let a path name the published file; return False where the file system has no such links."""
    try:
        there = os.lstat(target)
    except OSError:
        pass
    else:
        if (there.st_ino, there.st_dev) == (known.st_ino, known.st_dev):
            return True
        _remove(Path(target))
    try:
        os.link(published, target, follow_symlinks=False)
    except OSError:
        return False
    return True


def _write(target: str, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(target, flags, 0o666)
    except FileExistsError:
        # Its bytes may be those of the published file too, so it makes way instead of being written to.
        _remove(Path(target))
        descriptor = os.open(target, flags, 0o666)
    try:
        # A file object costs as much as the writing.
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def _make_folder(path: str) -> bool:
    """Make a folder in one that is there and return whether it is new.

    What stands in its place, a link to a folder too, makes way.
    """
    try:
        os.mkdir(path)  # noqa: PTH102
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            os.unlink(path)  # noqa: PTH108
            os.mkdir(path)  # noqa: PTH102
            return True
        return False
    return True


def _prune(folder: Path, wanted: Set[str], but: str) -> None:
    """Remove what is not wanted, and folders that are then empty; nothing else is touched, as that takes time."""
    needed: set[str] = set()
    for place, inner, names in os.walk(folder, topdown=False):
        start = os.path.relpath(place, folder)
        if but and (start == but or start.startswith(but + os.sep)):
            needed.add(place)
            continue
        folders = [os.path.join(place, name) for name in inner]  # noqa: PTH118
        keeps = any(path in needed for path in folders)
        for name in names + [name for name, path in zip(inner, folders, strict=True) if os.path.islink(path)]:  # noqa: PTH114
            if os.path.normpath(os.path.join(start, name)) in wanted:  # noqa: PTH118
                keeps = True
            else:
                os.unlink(os.path.join(place, name))  # noqa: PTH108, PTH118
        if keeps:
            needed.add(place)
        elif place != str(folder):
            os.rmdir(place)  # noqa: PTH106


def _files(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        start = os.path.relpath(place, folder)
        yield from (os.path.normpath(os.path.join(start, name)) for name in names)  # noqa: PTH118


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


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
    cache = cache_dir(root)
    cache.mkdir(parents=True, exist_ok=True)
    for left in cache.glob(f"{name}-*"):
        number = left.name.removeprefix(f"{name}-")
        if number.isdecimal() and not _is_running(number):
            _remove(left)
    folder = cache / f"{name}-{os.getpid()}"
    _remove(folder)
    folder.mkdir()
    try:
        yield folder
    finally:
        _remove(folder)


def _is_running(number: str) -> bool:
    try:
        os.kill(int(number), 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except OSError:  # somebody else's
        return True
    return True
