"""The archive opens the texts in its folder and nothing else."""

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from dossier.disk import Archive, archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive of one text, with a folder and a link that leads out of it."""
    (tmp_path / "archive/below").mkdir(parents=True)
    (tmp_path / "archive/text.txt").write_text("words", "utf-8")
    (tmp_path / "archive/below/x.txt").write_text("x", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "archive/link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "archive/alias.txt").symlink_to("text.txt")
    return tmp_path / "archive"


def test_a_text_is_read_by_its_name(folder: Path) -> None:
    assert Archive(folder).exists
    assert Archive(folder).read("text.txt") == b"words"
    assert Archive(folder).read("alias.txt") == b"words"


@pytest.mark.parametrize(
    "name", ["absent.txt", "../secret.txt", "below/x.txt", "below\\x.txt", "link.txt", "", ".", "..", "a\0b", "below"]
)
def test_nothing_else_is_opened(name: str, folder: Path) -> None:
    assert Archive(folder).read(name) is None


def test_a_text_over_the_limit_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_LIMIT", 5)
    assert Archive(folder).read("text.txt") == b"words"
    monkeypatch.setattr(archive, "_LIMIT", 4)
    assert Archive(folder).read("text.txt") is None


def test_a_folder_that_is_not_there_has_no_texts(tmp_path: Path) -> None:
    assert not Archive(tmp_path / "absent").exists
    assert Archive(tmp_path / "absent").read("text.txt") is None


@pytest.mark.parametrize(("there", "named"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFC", "NFC")])
def test_a_text_is_found_however_its_accents_are_written(
    tmp_path: Path, there: Literal["NFC", "NFD"], named: Literal["NFC", "NFD"]
) -> None:
    (tmp_path / unicodedata.normalize(there, "börse.txt")).write_text("the text")
    (tmp_path / "borse.txt").write_text("another text")
    assert Archive(tmp_path).read(unicodedata.normalize(named, "börse.txt")) == b"the text"
    assert Archive(tmp_path).read("bürse.txt") is None
