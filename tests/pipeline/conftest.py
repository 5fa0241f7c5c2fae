"""The tram dossier, built once for this room, and copies of it to spoil."""

import shutil
from pathlib import Path

import pytest

from dossier.pipeline.build import build
from tests.pipeline.harbour import copy


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the dossier with its site and its cache: not to be changed."""
    root = copy(tmp_path_factory.mktemp("built") / "root")
    assert build(root).count is not None
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the dossier that has been built."""
    return shutil.copytree(built, tmp_path / "root")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Return a copy of the dossier as it comes."""
    return copy(tmp_path / "fresh")
