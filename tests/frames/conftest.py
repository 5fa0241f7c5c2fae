"""What the tests of frames share."""

import pytest

from dossier.frames import Frames
from tests.frames.folder import folder, frames_of


@pytest.fixture(scope="session")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    """Return the frames of the invented dossier, made once, as MkDocs takes a second."""
    return frames_of(folder(tmp_path_factory.mktemp("frames")))
