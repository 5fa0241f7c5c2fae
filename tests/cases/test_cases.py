from pathlib import Path

import pytest

from dossier.pipeline.load import load
from tests.cases.cases import BAD, GOOD, lay_out, told


def test_the_good_dossier_has_no_problem_with_or_without_its_archive(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "dossier")
    assert load(root).problems == ()
    loaded = load(root, root / "archive")
    assert loaded.problems == ()
    assert (len(loaded.library.claims), len(loaded.library.sources), len(loaded.library.topics)) == (12, 3, 2)


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_each_bad_dossier_is_told_what_is_wrong(case: Path, tmp_path: Path) -> None:
    assert told(tmp_path / "dossier", case) == (case / "expected.txt").read_text()


def test_a_bad_case_holds_only_what_differs() -> None:
    for case in BAD:
        for path in case.rglob("*"):
            twin = GOOD / path.relative_to(case)
            if path.is_file() and twin.exists():
                assert path.read_bytes() != twin.read_bytes(), path.relative_to(case)


def test_no_problem_is_told_twice_when_the_cache_is_warm(tmp_path: Path) -> None:
    case = next(case for case in BAD if case.name == "comment-in-a-text")
    root = lay_out(tmp_path / "dossier", case)
    assert load(root).problems == load(root).problems


def test_windows_line_ends_and_byte_order_marks_change_nothing(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "dossier")
    plain = load(root).library
    for path in [*root.glob("briefings/**/*.yaml"), *root.glob("sources/*.md")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    loaded = load(root)
    assert loaded.problems == ()
    assert loaded.library.corpus == plain.corpus
