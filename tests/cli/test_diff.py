"""`diff` prints what changed since a revision, and fails where a claim changed without an update."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cases.cases import FOLDER
from tests.cli.typed import typed

AUTHOR = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "a"}
AUTHOR |= {"GIT_COMMITTER_EMAIL": "a@a.example", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env={**os.environ, **AUTHOR})


@pytest.fixture
def clone(own: Path) -> Path:
    git(own, "init", "-q", "-b", "main")
    git(own, "add", ".")
    git(own, "commit", "-q", "-m", "one")
    return own


def rewrite(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))


def test_nothing_changed(clone: Path) -> None:
    seen = typed(clone, "diff", "HEAD")
    assert (seen.code, seen.err) == (0, "")
    assert "\nNothing that readers see changed.\n" in seen.out


def test_a_claim_that_changed_without_an_update_is_an_error(clone: Path) -> None:
    rewrite(clone, "briefings/2031/harbour-vote.yaml", "by eleven votes to ten.", "by eleven votes.")
    seen = typed(clone, "diff", "HEAD")
    assert seen.code == 1
    assert "claim-changed-untold" in seen.out or "no new update names it" in seen.out
    document = json.loads(typed(clone, "diff", "main", "--format", "json").out)
    assert (document["schema"], document["comparable"], document["revision"]) == ("dossier-diff/1", True, "main")
    assert [one["id"] for one in document["changed"]] == ["harbour-vote/harbour-chosen"]
    problem = document["problems"][0]
    assert (problem["code"], problem["file"], problem["line"]) == (
        "claim-changed-untold",
        "briefings/2031/harbour-vote.yaml",
        9,
    )


def test_a_change_with_an_update_is_no_error(clone: Path) -> None:
    rewrite(clone, "briefings/2031/harbour-vote.yaml", "by eleven votes to ten.", "by eleven votes.")
    file = clone / "briefings/2031/harbour-vote.yaml"
    file.write_text(
        file.read_text()
        + "  - id: harbour-vote-shortened\n    at: 2031-05-20T17:00:00+02:00\n    kind: development\n"
        + "    significance: major\n    claims: [harbour-chosen]\n    note: Said in fewer words.\n"
    )
    seen = typed(clone, "diff", "HEAD")
    assert seen.code == 0, seen.out
    assert "1 feed item results" in seen.out


def test_a_whole_new_dossier_is_added(clone: Path) -> None:
    git(clone, "checkout", "-q", "--orphan", "empty")
    git(clone, "rm", "-rq", "--cached", ".")
    git(clone, "commit", "-q", "--allow-empty", "-m", "nothing")
    seen = typed(clone, "diff", "HEAD")
    assert seen.code == 0, seen.out
    assert "12 added" in seen.out


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_an_unknown_revision_is_wrong_use(clone: Path, form: str) -> None:
    seen = typed(clone, "diff", "v9", "--format", form)
    assert (seen.code, seen.err) == (2, "")
    if form == "json":
        assert json.loads(seen.out)["comparable"] is False
    else:
        assert "The revisions cannot be compared:" in seen.out
    assert "v9" in seen.out


def test_a_file_that_cannot_be_read_is_an_error_and_all_else_is_told(clone: Path) -> None:
    rewrite(clone, "briefings/topics/route.yaml", "question:", "qestion:")
    (clone / "hook.py").write_text("x = 1\n", "utf-8")
    seen = typed(clone, "diff", "HEAD")
    assert seen.code == 1
    assert "error briefings/topics/route.yaml of this revision cannot be read" in seen.out
    assert "hook.py" in seen.out


def test_the_summary_of_a_workflow_step_is_markdown_within_its_limit(clone: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("x" * 900_000)
    for number in range(9_000):
        (clone / f"part-{number:05}.py").write_text("x = 1\n", "utf-8")
    seen = typed(clone, "diff", "HEAD", "--whole", "whole.md", changes={"GITHUB_STEP_SUMMARY": str(summary)})
    assert summary.stat().st_size <= 1 << 20
    assert "## What this does to the dossier" in summary.read_text()
    assert "The whole: `whole.md`, or `python build.py diff HEAD`." in summary.read_text()
    for whole in (seen.out, (clone / "whole.md").read_text()):
        assert all(f"part-{number:05}.py" in whole for number in range(9_000))


def test_markdown_has_room_in_a_comment(clone: Path) -> None:
    for number in range(3_000):
        (clone / f"part-{number:05}.py").write_text("x = 1\n", "utf-8")
    seen = typed(clone, "diff", "HEAD", "--format", "markdown")
    assert 30_000 < len(seen.out.encode()) <= 65_536
    assert "grave changes are not shown here in full" in seen.out


def test_a_report_that_cannot_be_written_is_said(clone: Path) -> None:
    seen = typed(clone, "diff", "HEAD", "--whole", "no/such/folder.md")
    assert seen.code == 2
    assert "no/such/folder.md cannot be written" in seen.err


def test_outside_a_repository_nothing_can_be_compared(own: Path) -> None:
    seen = typed(own, "diff", "HEAD", changes={"GIT_CEILING_DIRECTORIES": str(own.parent)})
    assert seen.code == 1
    assert "cannot be compared" in seen.out


def test_a_dossier_that_was_rewritten_in_todays_format_alone_has_not_changed(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(FOLDER / "format-1", root)
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "format 1")
    typed(root, "upgrade")
    seen = typed(root, "diff", "HEAD")
    assert seen.code == 0, seen.out
    assert "harbour-vote/harbour-chosen" not in seen.out
