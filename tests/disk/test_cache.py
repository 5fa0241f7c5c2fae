"""A cache saves time; a damaged, foreign or missing one changes no result."""

import sqlite3
import stat
from pathlib import Path

import pytest

from dossier.disk import Cache, digest, digest_code

SECRET = b"k" * 32


def filled(file: Path, secret: bytes = SECRET) -> None:
    with Cache(file, secret) as cache:
        cache.put("records", b"1", b"one")
        cache.put_many("records", {b"2": b"two", b"3": b""})


def test_a_stored_value_is_found_by_the_next_run(tmp_path: Path) -> None:
    filled(tmp_path / "c" / "cache.sqlite")
    with Cache(tmp_path / "c" / "cache.sqlite", SECRET) as cache:
        assert cache.get("records", b"1") == b"one"
        assert cache.get_many("records", [b"1", b"2", b"3", b"4"]) == {b"1": b"one", b"2": b"two", b"3": b""}
        assert cache.get("other", b"1") is None


@pytest.mark.parametrize(
    "damage", [b"", b"no database at all", b"SQLite format 3\x00" + b"\x00" * 5000, "cut", "scribble"]
)
def test_a_damaged_cache_counts_as_empty(damage: bytes | str, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    filled(file)
    whole = file.read_bytes()
    if damage == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    elif damage == "scribble":
        file.write_bytes(whole[:5000] + bytes(255 - byte for byte in whole[5000:]))
    else:
        assert isinstance(damage, bytes)
        file.write_bytes(damage)
    with Cache(file, SECRET) as cache:
        assert cache.get("records", b"1") is None
    filled(file)
    with Cache(file, SECRET) as cache:
        assert cache.get("records", b"1") == b"one"


def test_a_cache_that_cannot_be_written_is_empty_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").mkdir()
    filled(tmp_path / "cache.sqlite")
    with Cache(tmp_path / "cache.sqlite", SECRET) as cache:
        assert cache.get("records", b"1") is None


def test_values_written_with_another_secret_are_ignored(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    filled(file, b"x" * 32)
    with Cache(file, SECRET) as cache:
        assert cache.get_many("records", [b"1", b"2"]) == {}


@pytest.mark.parametrize(
    "change", ["value = x'00'", "key = x'3939'", "namespace = 'other'", "mac = x'00'", "value = 'text'", "mac = NULL"]
)
def test_a_value_that_was_tampered_with_is_ignored(change: str, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    filled(file)
    with sqlite3.connect(file) as connection:
        connection.execute(f"UPDATE entries SET {change} WHERE key = x'31'")
    connection.close()
    with Cache(file, SECRET) as cache:
        for namespace in ("records", "other"):
            assert set(cache.get_many(namespace, [b"1", b"99"]).values()) == set()


def test_unused_values_are_evicted_once_they_outnumber_the_used_ones(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    with Cache(file, SECRET) as cache:
        cache.put_many("records", {bytes([number]): b"x" for number in range(200)})
        cache.put("other", b"1", b"x")
    with Cache(file, SECRET) as cache:
        cache.get("records", b"\x01")
    with Cache(file, SECRET) as cache:
        assert set(cache.get_many("records", [bytes([number]) for number in range(200)])) == {b"\x01"}
        assert cache.get("other", b"1") == b"x"


def test_the_secret_is_made_once_and_only_its_owner_can_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put("records", b"1", b"one")
    key = tmp_path / "home" / "dossier" / "key"
    assert len(key.read_bytes()) == 32
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with Cache(tmp_path / "cache.sqlite") as cache:
        assert cache.get("records", b"1") == b"one"
    key.unlink()
    with Cache(tmp_path / "cache.sqlite") as cache:
        assert cache.get("records", b"1") is None


def test_where_no_secret_can_be_stored_no_value_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        with Cache(tmp_path / "cache.sqlite") as cache:
            assert cache.get("records", b"1") is None
            cache.put("records", b"1", b"one")


def test_two_caches_may_be_open_at_once(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    with Cache(file, SECRET) as one, Cache(file, SECRET) as other:
        one.put("records", b"1", b"one")
        other.put("records", b"2", b"two")
    with Cache(file, SECRET) as cache:
        assert cache.get_many("records", [b"1", b"2"]) == {b"1": b"one", b"2": b"two"}


def test_a_digest_depends_on_where_its_parts_end() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") == digest(b"a")
    assert digest() != digest("")


def test_the_digest_of_code_changes_with_the_code(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n", "utf-8")
    before = digest_code(tmp_path)
    (tmp_path / "note.txt").write_text("x", "utf-8")
    assert digest_code(tmp_path) == before
    (tmp_path / "a.py").write_text("x = 2\n", "utf-8")
    assert digest_code(tmp_path) != before


@pytest.mark.parametrize(
    "program",
    [
        """CREATE VIEW entries AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT 'records' AS namespace, x'31' AS key, x'' AS mac, i AS value FROM n""",
        """CREATE TABLE entries (namespace, key, mac, value);
        CREATE TRIGGER more AFTER INSERT ON entries BEGIN DELETE FROM entries; END""",
        "CREATE TABLE other (one)",
    ],
)
def test_a_foreign_database_is_replaced(program: str, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    connection = sqlite3.connect(file)
    connection.executescript(program)
    connection.close()
    with Cache(file, SECRET) as cache:
        assert cache.get("records", b"1") is None
        cache.put("records", b"1", b"one")
    with Cache(file, SECRET) as cache:
        assert cache.get("records", b"1") == b"one"


def test_links_in_place_of_its_files_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    elsewhere = tmp_path / "elsewhere"
    for name in ("cache.sqlite", "CACHEDIR.TAG"):
        (tmp_path / "here" / name).symlink_to(elsewhere)
    filled(tmp_path / "here/cache.sqlite")
    assert not elsewhere.exists()
    with Cache(tmp_path / "here/cache.sqlite", SECRET) as cache:
        assert cache.get("records", b"1") == b"one"
