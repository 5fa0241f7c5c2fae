"""Files and commits of an earlier revision are read without running anything."""

import os
import subprocess
from pathlib import Path

import pytest

from dossier.disk import MergeBase, RevisionError, UnknownRevisionError, changed_paths, merge_base, read_revision

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


def test_a_dossier_may_be_the_top_of_the_repository(clone: Path) -> None:
    assert read_revision(clone, "v1", ["outside.yaml"]) == {"outside.yaml": b"outside\n"}


@pytest.mark.parametrize("revision", ["-h", "--output=x", "", " ", "a b", "HEAD\n", "-", "no-such", "HEAD:inner"])
def test_a_name_that_is_no_revision_is_refused(revision: str, clone: Path) -> None:
    with pytest.raises(RevisionError):
        read_revision(clone, revision, ["."])
    assert not (clone / "x").exists()


def test_a_folder_outside_a_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="not in a Git repository"):
        read_revision(tmp_path, "HEAD", ["."])


def test_a_missing_git_is_an_error(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="Git is not installed"):
        read_revision(clone, "HEAD", ["."])


def test_large_files_are_left_out(clone: Path) -> None:
    assert read_revision(clone / "inner", "v1", ["briefings", "mkdocs.yml"], limit=4) == {
        "briefings/2031/töll.yaml": b"old\n"
    }


def test_programs_that_the_repository_names_are_not_run(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sign = clone.parent / "ran"
    script = clone.parent / "run.sh"
    script.write_text(f"#!/bin/sh\ntouch {sign}\ncat\n", "utf-8")
    script.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "filter.x.smudge",
        "filter.x.clean",
        "diff.external",
        "core.sshCommand",
    ):
        git(clone, "config", key, str(script))
    (clone / ".git" / "info" / "attributes").write_text("* filter=x diff=x\n", "utf-8")
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (clone / ".git" / "hooks" / hook).write_text(f"#!/bin/sh\ntouch {sign}\n", "utf-8")
        (clone / ".git" / "hooks" / hook).chmod(0o755)
    monkeypatch.setenv("GIT_PAGER", str(script))
    monkeypatch.setenv("GIT_DIR", str(clone.parent / "elsewhere"))
    assert read_revision(clone / "inner", "v1", ["mkdocs.yml"]) == {"mkdocs.yml": b"site_name: x\n"}
    (clone / "outside.yaml").write_text("not committed\n", "utf-8")
    assert [one.path for one in changed_paths(clone, "HEAD")] == ["outside.yaml"]
    assert not sign.exists()


def head(folder: Path, revision: str) -> str:
    command = ["git", "rev-parse", revision]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def test_the_merge_base_is_the_last_common_commit(clone: Path) -> None:
    git(clone, "branch", "side", "v1")
    assert merge_base(clone / "inner", "side") == MergeBase(
        head(clone, "v1"), is_known=True, is_revision=True, is_shallow=False
    )
    git(clone, "checkout", "-q", "side")
    (clone / "outside.yaml").write_text("side\n", "utf-8")
    git(clone, "commit", "-q", "-a", "-m", "three")
    assert merge_base(clone / "inner", "main") == MergeBase(
        head(clone, "v1"), is_known=True, is_revision=False, is_shallow=False
    )


def test_without_a_common_commit_the_revision_stands_for_the_merge_base(clone: Path) -> None:
    git(clone, "checkout", "-q", "--orphan", "other")
    git(clone, "commit", "-q", "-m", "unrelated")
    assert merge_base(clone / "inner", "main") == MergeBase(
        head(clone, "main"), is_known=False, is_revision=True, is_shallow=False
    )


def test_a_shallow_clone_is_known_as_one(clone: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", clone.as_uri(), "shallow")
    assert merge_base(tmp_path / "shallow", "HEAD").is_shallow
    with pytest.raises(UnknownRevisionError, match="git fetch --unshallow"):
        merge_base(tmp_path / "shallow", "v1")


def paths(folder: Path, revision: str, *ignored: str) -> list[tuple[str, str]]:
    return [(one.inner, one.how) for one in changed_paths(folder, revision, ignored)]


def test_changed_paths_are_all_that_differ_from_the_working_copy(clone: Path) -> None:
    (clone / "outside.yaml").write_text("other\n", "utf-8")
    (clone / "inner" / "mkdocs.yml").unlink()
    (clone / "inner" / "new.md").write_text("new\n", "utf-8")
    brief = ("briefings/2031/töll.yaml", "changed")
    told = [("../outside.yaml", "changed"), brief, ("mkdocs.yml", "gone"), ("new.md", "new")]
    for command in (["add", "."], ["commit", "-q", "-m", "three"]):
        git(clone, *command)
        assert sorted(paths(clone / "inner", "v1")) == sorted(told), "the same, whether it is committed or not"
    assert brief not in paths(clone / "inner", "HEAD~1")
    assert paths(clone / "inner", "HEAD") == []


def test_files_that_git_does_not_know_count_unless_they_are_ignored(clone: Path) -> None:
    (clone / ".gitignore").write_text("*.log\n", "utf-8")
    for name in ("hook.py", "run.log", "site/index.html"):
        (clone / "inner" / name).parent.mkdir(exist_ok=True)
        (clone / "inner" / name).write_text("new\n", "utf-8")
    assert paths(clone / "inner", "HEAD", "site") == [("../.gitignore", "new"), ("hook.py", "new")]
    git(clone, "add", "--force", ".")
    assert ("site/index.html", "new") in paths(clone / "inner", "HEAD", "site"), "what will be committed is told"


def test_links_and_programs_are_no_plain_files(clone: Path) -> None:
    (clone / "link").symlink_to("outside.yaml")
    (clone / "run.txt").write_text("run\n", "utf-8")
    (clone / "run.txt").chmod(0o755)
    (clone / "plain.txt").write_text("plain\n", "utf-8")
    told = {one.path: one.is_plain for one in changed_paths(clone, "HEAD")}
    assert told == {"link": False, "run.txt": False, "plain.txt": True}


def test_other_line_ends_of_a_working_copy_are_no_change(clone: Path) -> None:
    (clone / "outside.yaml").write_bytes(b"outside\r\n")
    assert paths(clone, "HEAD") == []
    (clone / "outside.yaml").write_bytes(b"outside \r\n")
    assert paths(clone, "HEAD") == [("outside.yaml", "changed")]


def test_files_that_a_working_copy_leaves_out_have_not_changed(clone: Path) -> None:
    git(clone, "update-index", "--skip-worktree", "outside.yaml")
    (clone / "outside.yaml").unlink()
    assert paths(clone, "HEAD") == []
