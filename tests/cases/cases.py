"""The good and bad miniature dossiers, and what a check says of each.

A bad case is the good one with some files changed. Its folder holds only these, `expected.txt` with all problems as
text and, where files are to go, `removed.txt` with their paths. Its quotes are held against the archive where its
folder has an `archive/` of its own, which may be empty but for a `.keep`.
"""

import shutil
from pathlib import Path

from dossier.pipeline.load import load
from dossier.problem.report import as_text

FOLDER = Path(__file__).parent
GOOD = FOLDER / "good" / "harbour-tram"
BAD = sorted(path for path in (FOLDER / "bad").iterdir() if path.is_dir())
_NOT_CONTENT = {"expected.txt", "removed.txt"}


def lay_out(root: Path, case: Path | None = None) -> Path:
    """Copy the good dossier to a new folder, with the changes of a bad case, and return the folder."""
    shutil.copytree(GOOD, root, ignore=shutil.ignore_patterns(".cache", "site"))
    if case is not None:
        shutil.copytree(case, root, ignore=lambda _, names: _NOT_CONTENT & set(names), dirs_exist_ok=True)
        for path in _removed(case):
            (root / path).unlink()
    return root


def told(root: Path, case: Path) -> str:
    """Return all problems of a bad case as text. `root` is a folder that does not exist yet."""
    lay_out(root, case)
    loaded = load(root, root / "archive" if (case / "archive").is_dir() else None)
    return "".join(piece.text for piece in as_text(loaded.problems, loaded.lines))


def _removed(case: Path) -> list[str]:
    listed = case / "removed.txt"
    return listed.read_text().split() if listed.exists() else []
