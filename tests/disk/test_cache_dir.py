"""What can be made anew is kept in the dossier, and nowhere that a link leads to."""

from pathlib import Path

import pytest

from dossier.disk import cache_dir
from dossier.problem import UserError


def test_a_dossier_works_in_its_own_folder(tmp_path: Path) -> None:
    assert cache_dir(tmp_path) == tmp_path / ".cache"
    assert not cache_dir(tmp_path).exists()


@pytest.mark.parametrize("target", ["..", ".", "inside", "/", "nowhere"])
def test_a_link_in_its_place_is_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / ".cache").symlink_to(target)
    with pytest.raises(UserError, match="is a link"):
        cache_dir(tmp_path)


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("mine", "utf-8")
    with pytest.raises(UserError, match="is a file"):
        cache_dir(tmp_path)


def test_a_dossier_behind_a_link_is_itself(tmp_path: Path) -> None:
    (tmp_path / "root/.cache").mkdir(parents=True)
    (tmp_path / "way").symlink_to("root")
    assert cache_dir(tmp_path / "way") == tmp_path / "way/.cache"
