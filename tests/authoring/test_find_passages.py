"""Passages are found in the texts where there is an archive, else by fingerprints."""

from pathlib import Path

import pytest

from dossier.authoring.find_passages import origins_of, search
from dossier.pipeline.load import load
from tests.cases.cases import lay_out

COURIER, QUAY = "alder-courier-2031-05-07", "quay-post-2031-05-13"
WORDS = "it would build whatever the council decides"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "dossier")


@pytest.mark.parametrize("has_archive", [True, False])
def test_a_passage_with_all_words_is_the_only_result(root: Path, has_archive: bool) -> None:
    loaded = load(root, root / "archive" if has_archive else None)
    (found,) = search(loaded, WORDS, 5)
    assert (found.source, found.paragraph, found.is_whole) == (COURIER, 7, True)


def test_without_all_words_passages_with_most_of_them_are_found(root: Path) -> None:
    (found,) = search(load(root, root / "archive"), WORDS.replace("council", "mayor"), 5)
    assert (found.source, found.paragraph, found.matching, found.total) == (COURIER, 7, 6, 7)
    assert found.passage == WORDS


def test_at_most_so_many_passages_are_found(root: Path) -> None:
    loaded = load(root, root / "archive")
    assert len(search(loaded, "the summer of 2034", 5)) == 2
    assert len(search(loaded, "the summer of 2034", 1)) == 1


def test_words_in_no_source_are_not_found(root: Path) -> None:
    assert search(load(root), "nobody ever wrote such a thing", 5) == []


@pytest.mark.parametrize("content", [None, b"\xff\xff"])
def test_a_source_without_a_usable_text_is_searched_by_fingerprint(root: Path, content: bytes | None) -> None:
    text = root / f"archive/{COURIER}.txt"
    text.unlink()
    if content is not None:
        text.write_bytes(content)
    (found,) = search(load(root, root / "archive"), WORDS, 5)
    assert (found.source, found.paragraph, found.passage) == (COURIER, 7, "")


def test_the_origins_of_a_paragraph_are_those_of_its_evidence(root: Path) -> None:
    loaded = load(root)
    assert origins_of(loaded, COURIER, 7) == ["courier-report"]
    assert origins_of(loaded, COURIER, 1) == []
    assert origins_of(loaded, "absent", 1) == []
