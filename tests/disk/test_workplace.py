"""What can be made anew is kept in the dossier, and nowhere that a link leads to."""

from pathlib import Path

import pytest

from dossier.disk import workplace
from dossier.problem import Refusal


def test_a_dossier_works_in_its_own_folder(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    assert workplace(root) == root / ".cache"
    assert not workplace(root).exists()
    (root / "kept").mkdir()
    (root / ".cache").symlink_to("kept")
    assert workplace(root) == root / ".cache"


@pytest.mark.parametrize("target", ["..", "../elsewhere", "/"])
def test_a_link_that_leads_out_is_refused(target: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / ".cache").symlink_to(target)
    with pytest.raises(Refusal, match="leads out"):
        workplace(root)


def test_a_dossier_behind_a_link_is_itself(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "way").symlink_to("root")
    (tmp_path / "root/.cache").symlink_to(tmp_path / "root/kept")
    assert workplace(tmp_path / "way") == tmp_path / "way/.cache"
