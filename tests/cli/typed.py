"""Types a command as a person does, in a folder with a dossier, and gives back what they see.

Never calls into the program: what is tested is the process, its streams and its exit code.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build.py"
_OURS = ("DOSSIER_", "GITHUB_", "NO_COLOR", "PYTHONUTF8", "COLUMNS", "FORCE_COLOR")


@dataclass(frozen=True)
class Seen:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def is_plain(self) -> bool:
        """Whether nothing of it looks like a program that fell over."""
        return "Traceback" not in self.out + self.err


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the surroundings of a command: this process's, without what would change what it does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return kept | {"COLUMNS": "80"} | dict(changes or {})


def typed(where: Path, *words: str, changes: Mapping[str, str] | None = None, given: str | None = None) -> Seen:
    """Run `python build.py WORDS` in a folder. `given` is its standard input, which is no terminal."""
    done = subprocess.run(
        [sys.executable, str(BUILD), *words],
        cwd=where,
        env=environment(changes),
        input=given or "",
        capture_output=True,
        encoding="utf-8",
        errors="strict",
        timeout=120,
        check=False,
    )
    seen = Seen(done.returncode, done.stdout, done.stderr)
    assert seen.is_plain, seen
    return seen
