"""The folders that a command works with."""

from pathlib import Path

import pytest

from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, root_of, site_of
from dossier.problem import UserError


def basics(root: str = ".", archive: str | None = None, site: str | None = None) -> Basics:
    return Basics(root, archive, site, search=True, quiet=False)


@pytest.mark.parametrize("name", ["mkdocs.yml", "briefings"])
def test_a_folder_with_settings_or_briefs_is_a_dossier(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    assert root_of(basics(str(tmp_path))) == tmp_path


def test_another_folder_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    with pytest.raises(UserError, match=f'there is no dossier in "{tmp_path}"'):
        root_of(basics(str(tmp_path)))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="there is no dossier here"):
        root_of(basics())


def test_an_archive_must_exist_if_it_is_named(tmp_path: Path) -> None:
    assert archive_of(basics()) is None
    assert archive_of(basics(archive=str(tmp_path))) == tmp_path
    with pytest.raises(UserError, match="for the archive"):
        archive_of(basics(archive=str(tmp_path / "absent")))


def test_the_site_is_in_the_root_by_default() -> None:
    assert site_of(basics(), Path("quay")) == Path("quay/site")
    assert site_of(basics(site="public"), Path("quay")) == Path("public")
