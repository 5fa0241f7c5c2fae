"""A dossier keeps what can be made again in a folder of its own, which is never a link."""

from pathlib import Path

import pytest

from dossier.disk import absolute, cache_dir
from dossier.problem import UserError


def test_the_cache_is_a_folder_of_the_dossier(tmp_path: Path) -> None:
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


def test_a_dossier_may_be_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "root/.cache").mkdir(parents=True)
    (tmp_path / "way").symlink_to("root")
    assert cache_dir(tmp_path / "way") == tmp_path / "way/.cache"


def test_an_absolute_path_has_no_steps_back_and_keeps_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "way").symlink_to("elsewhere")
    monkeypatch.chdir(tmp_path)
    assert absolute(Path("way/below/../x")) == tmp_path / "way/x"
    assert absolute(tmp_path / "way") == tmp_path / "way"
