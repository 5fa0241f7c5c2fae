"""Keeps what was costly to make between two builds, under keys that are digests of everything it was made from.

Never trusted further than it deserves: what somebody else wrote into it is not believed, and a damaged or missing cache
only costs time.
"""

import hashlib
import hmac
import os
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_SEAL = 16
_KEY = 32
_TABLE = "kept (shelf TEXT, key BLOB, seal BLOB, value BLOB, PRIMARY KEY (shelf, key)) WITHOUT ROWID"


class Cache:
    """Bytes by shelf and key, in one SQLite file.

    A pull request may carry a cache along. So each value bears a seal, made with a key that only this user's account
    holds, and a value with another seal counts as missing.
    """

    def __init__(self, file: Path, key: bytes | None = None) -> None:
        """Open the cache in a file. `key` is by default the account's own, made at its first use."""
        self._file = file
        self._key = key if key is not None else _account_key()
        self._connection: sqlite3.Connection | None = None
        self._new: dict[tuple[str, bytes], bytes] = {}
        self._used: dict[str, set[bytes]] = {}
        try:
            self._connection = self._open()
        except (sqlite3.Error, OSError):
            with suppress(OSError):
                file.unlink(missing_ok=True)
            with suppress(sqlite3.Error, OSError):
                self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # Said to programs that look for folders to leave out of copies (https://bford.info/cachedir/).
        with suppress(FileExistsError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL  # which follows no link
            descriptor = os.open(self._file.parent / "CACHEDIR.TAG", flags, 0o666)
            with os.fdopen(descriptor, "wb") as tag:
                tag.write(b"Signature: 8a477f597d28d172789f06886806bc55\n")
        if self._file.is_symlink() or (self._file.exists() and not self._file.is_file()):
            self._file.unlink()
        connection = sqlite3.connect(self._file, timeout=5, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -65536")
            connection.execute("PRAGMA trusted_schema = OFF")
            made = connection.execute("SELECT sql FROM sqlite_master WHERE type != 'index'").fetchall()
            if made not in ([], [(f"CREATE TABLE {_TABLE}",)]):
                # Views and triggers are programs, and ours has none.
                raise sqlite3.DatabaseError("this is not a cache of ours")
            connection.execute(f"CREATE TABLE IF NOT EXISTS {_TABLE}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def __enter__(self) -> "Cache":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, shelf: str, key: bytes) -> bytes | None:
        """Return what was put under a key, or None."""
        return self.get_all(shelf, [key]).get(key)

    def get_all(self, shelf: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return what was put under these keys, as far as it is there and sound."""
        wanted = set(keys)
        self._used.setdefault(shelf, set()).update(wanted)
        found: dict[bytes, bytes] = {}
        if self._connection is None:
            return found
        try:
            if len(wanted) == 1:
                rows = self._connection.execute(
                    "SELECT key, seal, value FROM kept WHERE shelf = ? AND key = ?", (shelf, *wanted)
                )
            else:
                rows = self._connection.execute("SELECT key, seal, value FROM kept WHERE shelf = ?", (shelf,))
            found = {
                key: value
                for key, seal, value in rows
                if key in wanted and hmac.compare_digest(seal, self._seal(shelf, key, value))
            }
        except (sqlite3.Error, TypeError, OverflowError):
            self._give_up()
        return found

    def put(self, shelf: str, key: bytes, value: bytes) -> None:
        """Keep a value. It is written when the cache is closed."""
        self._used.setdefault(shelf, set()).add(key)
        self._new[shelf, key] = value

    def write_site(self, shelf: str, values: Mapping[bytes, bytes]) -> None:
        """Keep several values."""
        for key, value in values.items():
            self.put(shelf, key, value)

    def close(self) -> None:
        """Write what is new, forget on each shelf that was used what no one asked for, and close."""
        if self._connection is None:
            return
        try:
            with suppress(sqlite3.Error):
                self._connection.execute("BEGIN IMMEDIATE")
                for shelf, used in self._used.items():
                    kept = {
                        row[0] for row in self._connection.execute("SELECT key FROM kept WHERE shelf = ?", (shelf,))
                    }
                    stale = [(shelf, key) for key in kept - used]
                    # A few old values are worth keeping: somebody may be going back and forth between two branches.
                    if len(stale) > max(3, len(used)):
                        self._connection.executemany("DELETE FROM kept WHERE shelf = ? AND key = ?", stale)
                self._connection.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)",
                    # In the order of the table, which else would be read again for each value.
                    (
                        (shelf, key, self._seal(shelf, key, value), value)
                        for (shelf, key), value in sorted(self._new.items())
                    ),
                )
                self._connection.execute("COMMIT")
        finally:
            self._connection.close()
            self._connection = None

    def _seal(self, shelf: str, key: bytes, value: bytes) -> bytes:
        seal = hashlib.blake2b(key=self._key, digest_size=_SEAL)
        seal.update(len(shelf).to_bytes(2, "big") + shelf.encode() + len(key).to_bytes(2, "big") + key)
        seal.update(value)
        return seal.digest()

    def _give_up(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def digest(*parts: bytes | str) -> bytes:
    """Return a digest of parts, each with its length, so that no two lists of parts are taken for one another."""
    total = hashlib.blake2b(digest_size=20)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big"))
        total.update(content)
    return total.digest()


def digest_code(folder: Path) -> bytes:
    """Return a digest of the Python files below a folder: a value that other code made is not the same value."""
    parts: list[bytes | str] = []
    for path in sorted(folder.rglob("*.py")):
        parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return digest(*parts)


def _account_key() -> bytes:
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    file = Path(home).expanduser() / "dossier" / "key"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(secrets.token_bytes(_KEY))
        key = file.read_bytes()
    except (OSError, RuntimeError):
        key = b""
    # Without a place for a key that lasts, nothing can be believed that was not written by this very process.
    return key if len(key) == _KEY else secrets.token_bytes(_KEY)
