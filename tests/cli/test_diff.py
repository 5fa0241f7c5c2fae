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
    assert "**Nothing that readers see changed.**" in seen.out


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
        assert "**The revisions cannot be compared:**" in seen.out
    assert "v9" in seen.out


def test_a_file_that_cannot_be_read_makes_them_incomparable(clone: Path) -> None:
    rewrite(clone, "briefings/topics/route.yaml", "question:", "qestion:")
    seen = typed(clone, "diff", "HEAD")
    assert seen.code == 1
    assert "briefings/topics/route.yaml cannot be read" in seen.out


def test_the_summary_of_a_workflow_step_has_the_same_text(clone: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    seen = typed(clone, "diff", "HEAD", changes={"GITHUB_STEP_SUMMARY": str(summary)})
    assert summary.read_text() == seen.out


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
