"""Two folders change places in one step, or the caller learns that this is not supported."""

import ctypes
import errno
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from dossier.disk import swap


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders with a file each, `new` and `old`."""
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "new", tmp_path / "old"


def failing(number: int) -> Callable[[], Callable[..., int]]:
    """Return a stand-in for `_renameat2` whose call fails with an error number."""

    def call(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    return lambda: call


def test_two_folders_change_places(folders: tuple[Path, Path]) -> None:
    new, old = folders
    if not swap.exchange(new, old):
        pytest.skip("this file system cannot exchange two folders")
    assert [path.name for path in old.iterdir()] == ["new"]
    assert [path.name for path in new.iterdir()] == ["old"]


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_without_it_leaves_both_where_they_are(
    number: int, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_renameat2", failing(number))
    assert not swap.exchange(*folders)
    assert (folders[0] / "new").exists()


def test_any_other_error_is_raised_with_both_paths(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_renameat2", failing(errno.EACCES))
    with pytest.raises(PermissionError) as caught:
        swap.exchange(*folders)
    assert (caught.value.filename, caught.value.filename2) == tuple(map(str, folders))


def test_a_folder_that_is_missing_is_an_error(folders: tuple[Path, Path], tmp_path: Path) -> None:
    if not swap.exchange(*folders):
        pytest.skip("this file system cannot exchange two folders")
    with pytest.raises(FileNotFoundError):
        swap.exchange(tmp_path / "absent", folders[1])


@pytest.mark.parametrize("library", [SimpleNamespace(), OSError("no library")])
def test_a_system_without_the_call_cannot_exchange(
    library: object, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(*_: object, **__: object) -> object:
        if isinstance(library, OSError):
            raise library
        return library

    swap._renameat2.cache_clear()
    monkeypatch.setattr(ctypes, "CDLL", load)
    try:
        assert not swap.exchange(*folders)
    finally:
        swap._renameat2.cache_clear()
