"""Dossiers to run commands in: a shared one for commands that only read, and one for each test that writes."""

from pathlib import Path

import pytest

from dossier.cli import progress
from tests.cases.cases import lay_out


@pytest.fixture(autouse=True)
def no_slow_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no stage count as slow, so that the output does not depend on the machine."""
    monkeypatch.setattr(progress, "_SLOW_STAGE", 1000.0)


@pytest.fixture(scope="session")
def tram(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the good dossier, for commands that change nothing."""
    return lay_out(tmp_path_factory.mktemp("tram") / "dossier")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder with the good dossier, to change."""
    return lay_out(tmp_path / "dossier")
