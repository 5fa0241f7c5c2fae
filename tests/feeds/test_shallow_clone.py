"""Feeds and downloads do not depend on the history of the repository."""

from pathlib import Path

from dossier.pipeline.build import build
from tests.feeds import story
from tests.pipeline.repository import Repository


def documents(root: Path, site: Path) -> dict[str, bytes]:
    report = build(root, site, search=False)
    assert report.count is not None, report.problems
    files = (path for folder in ("feeds", "data", "schema") for path in (site / folder).rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_a_shallow_clone_gives_the_same_bytes(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "whole")
    for step in (story.mend_typo, story.correct):
        step(repository.root)
        repository.commit(step.__name__)
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(tmp_path / "shallow"))
    whole = documents(repository.root, tmp_path / "site-whole")
    assert len(whole) > 20
    assert documents(tmp_path / "shallow", tmp_path / "site-shallow") == whole
