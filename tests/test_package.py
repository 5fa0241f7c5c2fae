"""The package that is installed elsewhere: it has everything that a clone has, and names itself in its messages."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TRAM = ROOT / "tests/cases/good/harbour-tram"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", folder], cwd=ROOT, check=True, capture_output=True
    )
    return folder


def install(archive: Path, folder: Path) -> Path:
    """Install a wheel or sdist into a folder, without its dependencies and without the network."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*command, "--target", folder, archive], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder into which the wheel is installed."""
    return install(next(built.glob("*.whl")), tmp_path_factory.mktemp("installed"))


def run(installed: Path, cwd: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command in a folder outside the clone."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DOSSIER_")}
    environment["PYTHONPATH"] = str(installed)
    command = [sys.executable, "-P", installed / "bin/dossier", *words]
    return subprocess.run(command, check=False, cwd=cwd, env=environment, capture_output=True, text=True)


def test_the_installed_command_builds_the_site_that_a_clone_builds(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(TRAM, tmp_path / "tram", ignore=shutil.ignore_patterns("site", ".cache"))
    made = run(installed, tmp_path, "--root", "tram", "--no-search")
    assert made.returncode == 0, made.stderr
    clone: list[str | Path] = [
        sys.executable,
        ROOT / "build.py",
        "--root",
        TRAM,
        "--site",
        tmp_path / "clone",
        "--no-search",
    ]
    subprocess.run(clone, check=True, capture_output=True)
    sites = [tmp_path / "tram/site", tmp_path / "clone"]
    ours, theirs = ({path.relative_to(site): path.read_bytes() for path in _files(site)} for site in sites)
    assert ours == theirs


def _files(site: Path) -> list[Path]:
    return [path for path in site.rglob("*") if path.is_file()]


def test_the_wheel_has_all_code_and_templates(built: Path) -> None:
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "dossier").rglob("*.py")}
    templates = {f"dossier/{path.relative_to(ROOT).as_posix()}" for path in _files(ROOT / "templates")}
    assert code | templates == {name for name in names if not name.split("/")[0].endswith(".dist-info")}


def test_a_wheel_made_from_the_sdist_is_the_same(built: Path, installed: Path, tmp_path: Path) -> None:
    from_source = install(next(built.glob("*.tar.gz")), tmp_path / "from-source")
    one, other = (
        {path.relative_to(folder) for path in _files(folder / "dossier")} for folder in (installed, from_source)
    )
    assert one == other


def test_messages_name_the_command_as_it_can_be_typed(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "new", "dossier", "harbour", "--title", "Harbour", "--about", "The harbour.")
    assert "dossier --root harbour new topic ID" in made.stdout
    topic = run(installed, tmp_path, "--root", "harbour", "new", "topic", "ferry", "--title", "The ferry")
    assert "dossier --root harbour check" in topic.stdout
    assert "build.py" not in (tmp_path / "harbour/briefings/topics/ferry.yaml").read_text("utf-8")
    assert "dossier new update ferry" in (tmp_path / "harbour/briefings/topics/ferry.yaml").read_text("utf-8")
    assert run(installed, tmp_path / "harbour", "frob").stderr.startswith('there is no command "frob"')
    assert "dossier [command] [options]" in run(installed, tmp_path, "--help").stdout


def test_a_module_that_is_run_names_itself(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "dossier", "check", "--help"]
    shown = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("usage: python -m dossier check")
