"""Files of an earlier revision, read without running anything."""

import os
import subprocess
from pathlib import Path

import pytest

from dossier.disk import RevisionError, read_revision

AUTHOR = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "a"}
AUTHOR |= {"GIT_COMMITTER_EMAIL": "a@a.example", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env={**os.environ, **AUTHOR})


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "clone"
    (folder / "inner" / "briefings" / "2031").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    (folder / "inner" / "briefings" / "2031" / "töll.yaml").write_text("old\n", "utf-8")
    (folder / "inner" / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (folder / "inner" / "briefings" / "link.yaml").symlink_to("/etc/hostname")
    (folder / "outside.yaml").write_text("outside\n", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    git(folder, "tag", "v1")
    (folder / "inner" / "briefings" / "2031" / "töll.yaml").write_text("new\n", "utf-8")
    git(folder, "commit", "-q", "-a", "-m", "two")
    return folder


@pytest.mark.parametrize("revision", ["v1", "HEAD~1", "main^", "refs/tags/v1"])
def test_files_are_read_as_they_stood(revision: str, clone: Path) -> None:
    found = read_revision(clone / "inner", revision, ["briefings", "mkdocs.yml", "absent"])
    assert found == {"briefings/2031/töll.yaml": b"old\n", "mkdocs.yml": b"site_name: x\n"}


def test_the_work_tree_does_not_matter(clone: Path) -> None:
    (clone / "inner" / "briefings" / "2031" / "töll.yaml").write_text("newest\n", "utf-8")
    (clone / "inner" / "briefings" / "more.yaml").write_text("more\n", "utf-8")
    assert read_revision(clone / "inner", "HEAD", ["briefings"]) == {"briefings/2031/töll.yaml": b"new\n"}


def test_the_top_of_a_repository_is_a_root_too(clone: Path) -> None:
    assert read_revision(clone, "v1", ["outside.yaml"]) == {"outside.yaml": b"outside\n"}


@pytest.mark.parametrize("revision", ["-h", "--output=x", "", " ", "a b", "HEAD\n", "-", "no-such", "HEAD:inner"])
def test_what_is_no_revision_is_refused(revision: str, clone: Path) -> None:
    with pytest.raises(RevisionError):
        read_revision(clone, revision, ["."])
    assert not (clone / "x").exists()


def test_a_folder_without_a_repository_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="not in a Git repository"):
        read_revision(tmp_path, "HEAD", ["."])


def test_without_git_that_is_said(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="no Git"):
        read_revision(clone, "HEAD", ["."])


def test_large_files_are_left_out(clone: Path) -> None:
    assert read_revision(clone / "inner", "v1", ["briefings", "mkdocs.yml"], limit=4) == {
        "briefings/2031/töll.yaml": b"old\n"
    }


def test_nothing_that_the_repository_brings_is_run(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sign = clone.parent / "ran"
    script = clone.parent / "run.sh"
    script.write_text(f"#!/bin/sh\ntouch {sign}\ncat\n", "utf-8")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "filter.x.smudge", "diff.external", "core.sshCommand"):
        git(clone, "config", key, str(script))
    (clone / ".git" / "info" / "attributes").write_text("* filter=x diff=x\n", "utf-8")
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (clone / ".git" / "hooks" / hook).write_text(f"#!/bin/sh\ntouch {sign}\n", "utf-8")
        (clone / ".git" / "hooks" / hook).chmod(0o755)
    monkeypatch.setenv("GIT_PAGER", str(script))
    monkeypatch.setenv("GIT_DIR", str(clone.parent / "elsewhere"))
    assert read_revision(clone / "inner", "v1", ["mkdocs.yml"]) == {"mkdocs.yml": b"site_name: x\n"}
    assert not sign.exists()
