"""The synthetic dossier has the wanted size and no problems, and depends only on its seed."""

from pathlib import Path

from bench import writing
from tests.conftest import Build


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_seed_gives_the_same_dossier(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        writing.write(tmp_path / name, 20, seed)
    assert contents(tmp_path / "one") == contents(tmp_path / "again")
    assert contents(tmp_path / "one") != contents(tmp_path / "other")


def test_it_has_the_wanted_size(tmp_path: Path) -> None:
    written = writing.write(tmp_path, 200, 1)
    assert written.briefs == len(list(tmp_path.glob("briefings/2*/*.yaml"))) == 200
    assert written.sources == len(list(tmp_path.glob("sources/*.md"))) == 100
    assert written.topics == len(list(tmp_path.glob("briefings/topics/*.yaml"))) == 12
    assert 5.5 < written.claims / written.briefs < 6.5
    assert 1.8 < written.evidence / written.claims < 2.2
    assert written.newest_brief.is_file()


def test_the_check_finds_no_problem(tmp_path: Path, build: Build) -> None:
    writing.write(tmp_path, 60, 1)
    run = build("--root", tmp_path, "check", "--archive", tmp_path / "archive")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "warning[" not in run.stdout + run.stderr
