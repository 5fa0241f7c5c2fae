"""The workflows: what they may do, and what they do with a pull request. Their steps run here with stand-ins for the forge."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.module_rules import ROOT
from tests.cases.cases import lay_out

FOLDERS = {"": ROOT / ".github/workflows", "starter/": ROOT / "templates/starter/github/workflows"}
WORKFLOWS = {
    f"{prefix}{path.stem}": path for prefix, folder in FOLDERS.items() for path in sorted(folder.glob("*.yml"))
}
WRITERS = {("apply", "apply"), ("comment", "comment"), ("refresh", "refresh"), ("starter/publish", "deploy")}
"""The jobs that may write to the forge."""
MARK = "<!-- dossier: what a contribution changes -->"


def _workflow(name: str) -> dict[Any, Any]:
    tree: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text("utf-8"))
    return tree


def _steps(name: str) -> list[dict[str, Any]]:
    return [step for job in _workflow(name)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_only_the_jobs_that_have_to_may_write(name: str) -> None:
    tree = _workflow(name)
    assert "write" not in str(tree["permissions"])
    writers = {(name, job) for job, each in tree["jobs"].items() if "write" in str(each.get("permissions", ""))}
    assert writers <= WRITERS
    if "pull_request" in str(tree[True]):
        assert writers == set()
        assert "secrets" not in WORKFLOWS[name].read_text("utf-8").replace("no secrets", "")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_text_of_others_becomes_part_of_a_script(name: str) -> None:
    assert [step["run"] for step in _steps(name) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_released_ones_and_keep_no_credentials(name: str) -> None:
    for step in _steps(name):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


class Forge:
    """A repository with a pull request, and a runner that has a clone of it."""

    def __init__(self, folder: Path) -> None:
        """Make the repository of an invented dossier."""
        self.folder = folder
        self.origin = lay_out(folder / "origin")
        (self.origin / ".gitignore").write_text(".venv\n.cache\nsite\ncomment.md\nreport.md\n")
        (self.origin / "build.py").write_text(
            f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom dossier.__main__ import run\nrun()\n"
        )
        self.git(self.origin, "init", "--quiet", "--initial-branch", "main")
        self.commit("first")
        (self.bin / "make").write_text(
            '#!/bin/sh\ncase "$2" in *--help) exit 0 ;; esac\neval ".venv/bin/python build.py check ${2#ARGS=}"\n'
        )
        (self.bin / "gh").write_text(_GH.format(folder=folder))
        for tool in self.bin.iterdir():
            tool.chmod(0o755)

    @property
    def bin(self) -> Path:
        (self.folder / "bin").mkdir(exist_ok=True)
        return self.folder / "bin"

    def git(self, where: Path, *words: str) -> str:
        return subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
            cwd=where,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def commit(self, message: str) -> None:
        self.git(self.origin, "add", "--all")
        self.git(self.origin, "commit", "--quiet", "--message", message)

    def propose(self, old: str, new: str) -> str:
        """Open pull request 7, which changes words of the one brief, and return its commit."""
        self.git(self.origin, "checkout", "--quiet", "-b", "proposed")
        file = self.origin / "briefings/2031/harbour-vote.yaml"
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new, 1))
        self.commit("Change a word")
        head = self.git(self.origin, "rev-parse", "HEAD")
        self.git(self.origin, "checkout", "--quiet", "main")
        self.git(self.origin, "update-ref", "refs/pull/7/head", head)
        return head

    def clone(self, branch: str) -> Path:
        clone = self.folder / f"clone-{branch}"
        self.git(self.folder, "clone", "--quiet", "--branch", branch, str(self.origin), str(clone))
        (clone / ".venv/bin").mkdir(parents=True)
        python = clone / ".venv/bin/python"
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        python.chmod(0o755)
        return clone

    def run(self, clone: Path, workflow: str, step: str, **variables: str) -> tuple[int, str]:
        """Run a step as a runner does and return its exit code and output."""
        (script,) = (each["run"] for each in _steps(workflow) if each.get("name") == step)
        temp = self.folder / f"temp-{clone.name}"
        temp.mkdir(exist_ok=True)
        outer = {name: value for name, value in os.environ.items() if not name.startswith(("DOSSIER_", "GITHUB_"))}
        path = f"{self.bin}:{Path(sys.executable).parent}:{outer['PATH']}"
        runner = {"PATH": path, "RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(self.folder / "output")}
        runner |= {"GITHUB_STEP_SUMMARY": str(self.folder / "summary"), "GITHUB_REPOSITORY": "harbour/dossier"}
        ended = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=clone,
            env={**outer, **runner, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        return ended.returncode, ended.stdout + ended.stderr

    @property
    def output(self) -> str:
        return (self.folder / "output").read_text()


_GH = r"""#!/usr/bin/env python3
import json, sys
from pathlib import Path
log = Path("{folder}/posted.json")
posted = json.loads(log.read_text()) if log.exists() else []
words = " ".join(sys.argv[1:])
if "/pulls?" in words:
    print("7\tmain" if Path("{folder}/head").read_text() in words else "", end="\n" if Path("{folder}/head").read_text() in words else "")
elif "--jq" in words:
    print("\n".join("99" for _ in posted[:1]))
else:
    body = Path(words.split("body=@")[1]).read_text()
    log.write_text(json.dumps([*posted, ["PATCH" if "PATCH" in words else "POST", words.split()[-3], body]]))
"""


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


def _check(forge: Forge, clone: Path) -> tuple[int, str]:
    before = forge.run(clone, "contribution", "Check what was there before", BASE="main")
    assert before[0] == 0, before[1]
    return forge.run(clone, "contribution", "Check the content")


def test_a_mistake_of_a_contribution_fails(forge: Forge) -> None:
    forge.propose("source: council-minutes-", "source: council-minuets-")
    code, told = _check(forge, forge.clone("proposed"))
    assert code == 1
    assert "council-minuets" in told
    assert forge.output == "errors=0\n"


def test_a_mistake_that_was_there_before_holds_nothing_up(forge: Forge) -> None:
    file = forge.origin / "briefings/origins.yaml"
    file.write_text(file.read_text() + "  - id: nobody\n    name: Nobody\n    kind: rumour\n")
    forge.commit("A fault of others")
    forge.propose("title: ", "title: A ")
    code, told = _check(forge, forge.clone("proposed"))
    assert (code, forge.output) == (0, "errors=1\n"), told
    assert "1 problem of an earlier check left out" in told


def test_what_a_contribution_changes_is_told_in_one_comment(forge: Forge) -> None:
    head = forge.propose("text: ", "text: Surely ")
    (forge.folder / "head").write_text(head)
    clone = forge.clone("main")
    assert forge.run(clone, "comment", "Find the pull request", HEAD=head)[0] == 0
    assert forge.output == "number=7\nbase=main\n"
    variables = {"BASE": "main", "RUN": "https://forge.example/run/1", "RESULT": "failure"}
    code, told = forge.run(clone, "comment", "Write the report", **variables)
    assert code == 0, told
    comment = (clone / "comment.md").read_text()
    assert comment.startswith(f"{MARK}\n## What this does to the dossier\n")
    assert "**no update says so**" in comment
    assert "+ Surely " in comment
    assert "[failure](https://forge.example/run/1)" in comment
    assert str(forge.folder) not in comment
    for _ in range(2):
        code, told = forge.run(clone, "comment", "Post or renew the comment", NUMBER="7")
        assert code == 0, told
    posted = json.loads((forge.folder / "posted.json").read_text())
    assert [each[0] for each in posted] == ["POST", "PATCH"]
    assert {each[2] for each in posted} == {comment}


def test_of_what_is_not_the_newest_push_nothing_is_told(forge: Forge) -> None:
    forge.propose("text: ", "text: Surely ")
    (forge.folder / "head").write_text("0" * 40)
    assert forge.run(forge.clone("main"), "comment", "Find the pull request", HEAD="1" * 40)[0] == 0
    assert not (forge.folder / "output").exists()
