"""Packed files come back as they were."""

from dossier.disk import pack, unpack


def test_unpacking_gives_the_packed_files() -> None:
    files = {"a": b"", "b/ü": b"\x00\xff", "c": b"x" * 1000}
    assert unpack(pack(files)) == files
    assert unpack(pack({})) == {}


def test_the_same_files_give_the_same_bytes() -> None:
    assert pack({"a": b"1", "b": b"2"}) == pack({"a": b"1", "b": b"2"})
