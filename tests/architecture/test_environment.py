"""The script that sets up `.venv` for every `make` target, run as a whole, without a network and in a folder of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.module_rules import ROOT

LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with the script, empty locks, and a `build.py` that prints which Python runs it."""
    folder = tmp_path / "clone"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci/environment", folder / ".ci")
    shutil.copy(ROOT / "Makefile", folder)
    for lock in LOCKS:
        (folder / lock).write_text("# nothing\n")
    (folder / "build.py").write_text("import sys\nprint('prefix', sys.prefix)\n")
    return folder


PYTHON = f"""#!/bin/sh
# A Python whose environments have a pip that only logs its arguments: the real one takes seconds.
[ "$1 $2" = "-m venv" ] || exec {sys.executable} "$@"
{sys.executable} -m venv --without-pip "$3"
for packages in "$3"/lib/python*/site-packages; do
    mkdir "$packages/pip"
    : >"$packages/pip/__init__.py"
    echo 'import sys; print(*sys.argv[1:], file=open("pip.log", "a"))' >"$packages/pip/__main__.py"
done
"""


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Return a Python that makes environments fast."""
    file = tmp_path / "python3"
    file.write_text(PYTHON)
    file.chmod(0o755)
    return file


def make(clone: Path, target: str, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    command = shutil.which("make")
    if command is None:
        pytest.skip("make is missing")
    environment = {"PATH": path or os.environ["PATH"], "HOME": str(clone), "PYTHONPATH": str(clone / "trap")}
    return subprocess.run(
        [command, target, *words], cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


def tools(folder: Path) -> Path:
    """Make a PATH with all the programs that the script needs, except Python."""
    folder.mkdir()
    for name in ("awk", "cat", "cksum", "env", "mkdir", "printf", "rm", "sh", "test", "touch"):
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    return folder


def test_the_environment_is_made_once_and_again_after_an_interruption(clone: Path, python: Path) -> None:
    trap = clone / "trap"
    trap.mkdir()
    (trap / "pip.py").write_text("raise SystemExit('the packages of the user were used')\n")
    chosen = f"PYTHON={python}"

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


def test_every_package_is_installed_by_its_hash(clone: Path, python: Path) -> None:
    assert make(clone, "site", f"PYTHON={python}").returncode == 0
    build, runtime = (clone / "pip.log").read_text().splitlines()
    assert "--require-hashes -r requirements-build.lock" in build
    assert "--no-build-isolation --require-hashes -r requirements.lock" in runtime


def test_the_development_packages_include_those_of_the_site(clone: Path, python: Path) -> None:
    make(clone, "lint", f"PYTHON={python}")
    log = (clone / "pip.log").read_text()
    assert "-r requirements-dev.lock" in log
    assert make(clone, "site", f"PYTHON={python}").stdout == f"prefix {clone / '.venv'}\n"
    assert (clone / "pip.log").read_text() == log


def test_a_failed_installation_is_repeated(clone: Path, python: Path) -> None:
    python.write_text(PYTHON.replace("import sys; ", "import sys; sys.exit(1); "))
    assert make(clone, "site", f"PYTHON={python}").returncode == 2
    python.write_text(PYTHON)
    run = make(clone, "site", f"PYTHON={python}")
    assert "making .venv" in run.stdout
    assert run.returncode == 0


def test_without_a_suitable_python_the_message_says_so(clone: Path, tmp_path: Path) -> None:
    path = tools(tmp_path / "bin")
    old = path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    run = make(clone, "site", path=str(path))
    assert run.returncode == 2
    assert "Python 3.11 or newer is needed, and none was found." in run.stderr
    assert not (clone / ".venv").exists()
    assert "is not Python 3.11 or newer" in make(clone, "site", f"PYTHON={old}", path=str(path)).stderr


def test_without_the_module_venv_the_message_says_what_to_install(clone: Path, tmp_path: Path) -> None:
    path = tools(tmp_path / "bin")
    python = path / "python3.12"
    python.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n')
    python.chmod(0o755)
    run = make(clone, "site", path=str(path))
    assert run.returncode == 2
    assert "python3.12 cannot make virtual environments" in run.stderr
    assert not (clone / ".venv").exists()
