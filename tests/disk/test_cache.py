"""The cache saves time and is never believed further than it deserves."""

import sqlite3
import stat
from pathlib import Path

import pytest

from dossier.disk import Cache, digest, digest_code

KEY = b"k" * 32


def filled(file: Path, key: bytes = KEY) -> None:
    with Cache(file, key) as cache:
        cache.put("shelf", b"1", b"one")
        cache.write_site("shelf", {b"2": b"two", b"3": b""})


def test_what_was_put_is_there_next_time(tmp_path: Path) -> None:
    filled(tmp_path / "c" / "kept.sqlite")
    with Cache(tmp_path / "c" / "kept.sqlite", KEY) as cache:
        assert cache.get("shelf", b"1") == b"one"
        assert cache.get_all("shelf", [b"1", b"2", b"3", b"4"]) == {b"1": b"one", b"2": b"two", b"3": b""}
        assert cache.get("other", b"1") is None


@pytest.mark.parametrize(
    "damage", [b"", b"no database at all", b"SQLite format 3\x00" + b"\x00" * 5000, "cut", "scribble"]
)
def test_a_damaged_cache_is_only_empty(damage: bytes | str, tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    filled(file)
    whole = file.read_bytes()
    if damage == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    elif damage == "scribble":
        file.write_bytes(whole[:5000] + bytes(255 - byte for byte in whole[5000:]))
    else:
        assert isinstance(damage, bytes)
        file.write_bytes(damage)
    with Cache(file, KEY) as cache:
        assert cache.get("shelf", b"1") is None
    filled(file)
    with Cache(file, KEY) as cache:
        assert cache.get("shelf", b"1") == b"one"


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "kept.sqlite").mkdir()
    filled(tmp_path / "kept.sqlite")
    with Cache(tmp_path / "kept.sqlite", KEY) as cache:
        assert cache.get("shelf", b"1") is None


def test_what_somebody_else_wrote_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    filled(file, b"x" * 32)
    with Cache(file, KEY) as cache:
        assert cache.get_all("shelf", [b"1", b"2"]) == {}


@pytest.mark.parametrize(
    "change", ["value = x'00'", "key = x'3939'", "shelf = 'other'", "seal = x'00'", "value = 'text'", "seal = NULL"]
)
def test_a_value_that_was_tampered_with_is_not_believed(change: str, tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    filled(file)
    with sqlite3.connect(file) as connection:
        connection.execute(f"UPDATE kept SET {change} WHERE key = x'31'")
    connection.close()
    with Cache(file, KEY) as cache:
        for shelf in ("shelf", "other"):
            assert set(cache.get_all(shelf, [b"1", b"99"]).values()) == set()


def test_what_nobody_asks_for_goes_once_it_is_more_than_what_is_used(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    with Cache(file, KEY) as cache:
        cache.write_site("shelf", {bytes([number]): b"x" for number in range(200)})
        cache.put("other", b"1", b"x")
    with Cache(file, KEY) as cache:
        cache.get("shelf", b"\x01")
    with Cache(file, KEY) as cache:
        assert set(cache.get_all("shelf", [bytes([number]) for number in range(200)])) == {b"\x01"}
        assert cache.get("other", b"1") == b"x"


def test_the_accounts_own_key_is_made_once_and_read_by_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    with Cache(tmp_path / "kept.sqlite") as cache:
        cache.put("shelf", b"1", b"one")
    key = tmp_path / "home" / "dossier" / "key"
    assert len(key.read_bytes()) == 32
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with Cache(tmp_path / "kept.sqlite") as cache:
        assert cache.get("shelf", b"1") == b"one"
    key.unlink()
    with Cache(tmp_path / "kept.sqlite") as cache:
        assert cache.get("shelf", b"1") is None


def test_without_a_place_for_a_key_nothing_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        with Cache(tmp_path / "kept.sqlite") as cache:
            assert cache.get("shelf", b"1") is None
            cache.put("shelf", b"1", b"one")


def test_two_at_once_do_not_stop_each_other(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    with Cache(file, KEY) as one, Cache(file, KEY) as other:
        one.put("shelf", b"1", b"one")
        other.put("shelf", b"2", b"two")
    with Cache(file, KEY) as cache:
        assert cache.get_all("shelf", [b"1", b"2"]) == {b"1": b"one", b"2": b"two"}


def test_digests_know_where_one_part_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") == digest(b"a")
    assert digest() != digest("")


def test_other_code_has_another_digest(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n", "utf-8")
    before = digest_code(tmp_path)
    (tmp_path / "note.txt").write_text("x", "utf-8")
    assert digest_code(tmp_path) == before
    (tmp_path / "a.py").write_text("x = 2\n", "utf-8")
    assert digest_code(tmp_path) != before


@pytest.mark.parametrize(
    "program",
    [
        """CREATE VIEW kept AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT 'shelf' AS shelf, x'31' AS key, x'' AS seal, i AS value FROM n""",
        "CREATE TABLE kept (shelf, key, seal, value); CREATE TRIGGER more AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
        "CREATE TABLE other (one)",
    ],
)
def test_a_database_that_is_not_ours_is_thrown_away(program: str, tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    connection = sqlite3.connect(file)
    connection.executescript(program)
    connection.close()
    with Cache(file, KEY) as cache:
        assert cache.get("shelf", b"1") is None
        cache.put("shelf", b"1", b"one")
    with Cache(file, KEY) as cache:
        assert cache.get("shelf", b"1") == b"one"


def test_no_link_in_its_place_is_followed(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    elsewhere = tmp_path / "elsewhere"
    for name in ("kept.sqlite", "CACHEDIR.TAG"):
        (tmp_path / "here" / name).symlink_to(elsewhere)
    filled(tmp_path / "here/kept.sqlite")
    assert not elsewhere.exists()
    with Cache(tmp_path / "here/kept.sqlite", KEY) as cache:
        assert cache.get("shelf", b"1") == b"one"
