"""A persistent cache of bytes in one SQLite file. A missing, damaged or foreign cache counts as empty.

What a value means and what goes into its key is left to the caller: a key is a digest of all inputs of its value.
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

_MAC_SIZE = 16
_SECRET_SIZE = 32
_TABLE = "entries (namespace TEXT, key BLOB, mac BLOB, value BLOB, PRIMARY KEY (namespace, key)) WITHOUT ROWID"


class Cache:
    """Bytes by namespace and key, in one SQLite file.

    A pull request may bring a cache file along. So each value has a message authentication code (MAC), made with a
    secret of this user's account; a value with another code counts as missing.
    """

    def __init__(self, file: Path, secret: bytes | None = None) -> None:
        """Open the cache in a file. `secret` is by default that of the account, made when it is first needed."""
        self._file = file
        self._secret = secret if secret is not None else _account_secret()
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
        # Tells backup programs to leave the folder out (https://bford.info/cachedir/).
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
            schema = connection.execute("SELECT sql FROM sqlite_master WHERE type != 'index'").fetchall()
            if schema not in ([], [(f"CREATE TABLE {_TABLE}",)]):
                # A foreign file may hold views and triggers, which would run.
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

    def get(self, namespace: str, key: bytes) -> bytes | None:
        """Return the value of a key, or None."""
        return self.get_many(namespace, [key]).get(key)

    def get_many(self, namespace: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the values of these keys, by key. Missing and damaged values are left out."""
        wanted = set(keys)
        self._used.setdefault(namespace, set()).update(wanted)
        found: dict[bytes, bytes] = {}
        if self._connection is None:
            return found
        try:
            if len(wanted) == 1:
                rows = self._connection.execute(
                    "SELECT key, mac, value FROM entries WHERE namespace = ? AND key = ?", (namespace, *wanted)
                )
            else:
                rows = self._connection.execute("SELECT key, mac, value FROM entries WHERE namespace = ?", (namespace,))
            found = {
                key: value
                for key, mac, value in rows
                if key in wanted and hmac.compare_digest(mac, self._mac(namespace, key, value))
            }
        except (sqlite3.Error, TypeError, OverflowError):
            self._discard()
        return found

    def put(self, namespace: str, key: bytes, value: bytes) -> None:
        """Store a value. It is written to the file when the cache is closed."""
        self._used.setdefault(namespace, set()).add(key)
        self._new[namespace, key] = value

    def put_many(self, namespace: str, values: Mapping[bytes, bytes]) -> None:
        """Store values by key."""
        for key, value in values.items():
            self.put(namespace, key, value)

    def close(self) -> None:
        """Write new values, evict unused values from the namespaces that were used, and close."""
        if self._connection is None:
            return
        try:
            with suppress(sqlite3.Error):
                self._connection.execute("BEGIN IMMEDIATE")
                for namespace, used in self._used.items():
                    stored = {
                        row[0]
                        for row in self._connection.execute("SELECT key FROM entries WHERE namespace = ?", (namespace,))
                    }
                    unused = [(namespace, key) for key in stored - used]
                    # A few unused values stay: people switch back and forth between two branches.
                    if len(unused) > max(3, len(used)):
                        self._connection.executemany("DELETE FROM entries WHERE namespace = ? AND key = ?", unused)
                self._connection.executemany(
                    "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)",
                    # Sorted as the table is, which is faster.
                    (
                        (namespace, key, self._mac(namespace, key, value), value)
                        for (namespace, key), value in sorted(self._new.items())
                    ),
                )
                self._connection.execute("COMMIT")
        finally:
            self._connection.close()
            self._connection = None

    def _mac(self, namespace: str, key: bytes, value: bytes) -> bytes:
        mac = hashlib.blake2b(key=self._secret, digest_size=_MAC_SIZE)
        mac.update(len(namespace).to_bytes(2, "big") + namespace.encode() + len(key).to_bytes(2, "big") + key)
        mac.update(value)
        return mac.digest()

    def _discard(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def digest(*parts: bytes | str) -> bytes:
    """Return a digest of parts. Each part counts with its length, so that `("ab", "c")` differs from `("a", "bc")`."""
    total = hashlib.blake2b(digest_size=20)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big"))
        total.update(content)
    return total.digest()


def digest_code(folder: Path) -> bytes:
    """Return a digest of the Python files below a folder, for the keys of values that this code makes."""
    parts: list[bytes | str] = []
    for path in sorted(folder.rglob("*.py")):
        parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return digest(*parts)


def _account_secret() -> bytes:
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    file = Path(home).expanduser() / "dossier" / "key"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(secrets.token_bytes(_SECRET_SIZE))
        secret = file.read_bytes()
    except (OSError, RuntimeError):
        secret = b""
    # Where no secret can be stored, a new one is made: then only values of this very process are trusted.
    return secret if len(secret) == _SECRET_SIZE else secrets.token_bytes(_SECRET_SIZE)
