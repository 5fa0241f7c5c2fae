"""Full texts from the archive, and nothing from outside of it."""

import unicodedata
from pathlib import Path

import pytest

from dossier.disk import Archive


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("named", ["NFC", "NFD"])
def test_a_name_with_accents_is_found_however_it_is_composed(tmp_path: Path, written: str, named: str) -> None:
    (tmp_path / unicodedata.normalize(written, "börse.txt")).write_text("The pier.\n")  # type: ignore[arg-type]
    assert Archive(tmp_path).read(unicodedata.normalize(named, "börse.txt")) == b"The pier.\n"  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", ".", "..", "../secret.txt", "a/b.txt", "a\\b.txt", "gone.txt"])
def test_nothing_else_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "archive").mkdir()
    assert Archive(tmp_path / "archive").read(name) is None


def test_a_link_out_of_the_archive_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/way-out.txt").symlink_to(tmp_path / "secret.txt")
    assert Archive(tmp_path / "archive").read("way-out.txt") is None
