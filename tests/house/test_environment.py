"""The set-up that every `make` target rests on, driven as a whole, without a network.

Never touches the environment of the clone: each test has a folder of its own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.walk import ROOT

LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with the set-up, with locks that ask for nothing and a `build.py` that says what runs it."""
    folder = tmp_path / "clone"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci/environment", folder / ".ci")
    shutil.copy(ROOT / "Makefile", folder)
    for lock in LOCKS:
        (folder / lock).write_text("# nothing\n")
    (folder / "build.py").write_text("import sys\nprint('prefix', sys.prefix)\n")
    return folder


def make(clone: Path, target: str, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    command = shutil.which("make")
    if command is None:
        pytest.skip("make is missing")
    environment = {"PATH": path or os.environ["PATH"], "HOME": str(clone), "PYTHONPATH": str(clone / "trap")}
    return subprocess.run(
        [command, target, *words], cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


def tools(folder: Path) -> Path:
    """Make a PATH with everything the set-up needs but a Python."""
    folder.mkdir()
    for name in ("awk", "cat", "cksum", "env", "mkdir", "printf", "rm", "sh", "test", "touch"):
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    return folder


@pytest.mark.slow
def test_it_is_made_once_and_made_anew_when_it_was_cut_off(clone: Path) -> None:
    trap = clone / "trap"
    trap.mkdir()
    (trap / "pip.py").write_text("raise SystemExit('the packages of the user were asked')\n")
    chosen = f"PYTHON={sys.executable}"

    first = make(clone, "site", chosen)
    assert first.returncode == 0, first.stderr
    assert "making .venv" in first.stdout
    assert f"prefix {clone / '.venv'}" in first.stdout

    second = make(clone, "site", chosen)
    assert second.stdout == f"prefix {clone / '.venv'}\n"
    assert second.stderr == ""

    (clone / "requirements.lock").touch()
    assert "installing" not in make(clone, "site", chosen).stdout

    (clone / "requirements.lock").write_text("# nothing else\n")
    changed = make(clone, "site", chosen)
    assert "installing" in changed.stdout
    assert "making .venv" not in changed.stdout

    (clone / ".venv/.unfinished").touch()
    assert "making .venv" in make(clone, "site", chosen).stdout

    (clone / ".venv/bin/python").unlink()
    assert "making .venv" in make(clone, "site", chosen).stdout
    assert make(clone, "site", chosen).stdout == second.stdout


def test_without_a_fit_python_it_says_so(clone: Path, tmp_path: Path) -> None:
    bare = tools(tmp_path / "bin")
    old = bare / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    run = make(clone, "site", path=str(bare))
    assert run.returncode == 2
    assert "Python 3.11 or newer is needed, and none was found." in run.stderr
    assert not (clone / ".venv").exists()
    assert "is not Python 3.11 or newer" in make(clone, "site", f"PYTHON={old}", path=str(bare)).stderr


def test_without_the_module_venv_it_says_what_to_install(clone: Path, tmp_path: Path) -> None:
    bare = tools(tmp_path / "bin")
    python = bare / "python3.12"
    python.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n')
    python.chmod(0o755)
    run = make(clone, "site", path=str(bare))
    assert run.returncode == 2
    assert "python3.12 cannot make virtual environments" in run.stderr
    assert not (clone / ".venv").exists()
