"""Commands write whole files, only below the dossier, and overwrite only where they say so."""

from pathlib import Path

import pytest

from dossier.disk import WriteError, write_file


def test_a_file_is_replaced_only_where_that_is_asked_for(tmp_path: Path) -> None:
    assert write_file(tmp_path, "a/b.md", "one")
    with pytest.raises(WriteError, match="already"):
        write_file(tmp_path, "a/b.md", "two")
    assert not write_file(tmp_path, "a/b.md", "one", replace=True)
    assert write_file(tmp_path, "a/b.md", b"two", replace=True)
    assert (tmp_path / "a" / "b.md").read_bytes() == b"two"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.md"]


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/tmp/x", "link/x", "file"])
def test_nothing_is_written_outside_the_root(path: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "real").write_text("x", "utf-8")
    (root / "link").symlink_to(tmp_path)
    (root / "file").symlink_to(root / "real")
    with pytest.raises(WriteError, match="leads out"):
        write_file(root, path, "x", replace=True)
    assert (root / "real").read_text("utf-8") == "x"


def test_a_file_that_the_system_refuses_is_an_error_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(WriteError, match='"taken" cannot be written: Is a directory'):
        write_file(tmp_path, "taken", "x", replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
