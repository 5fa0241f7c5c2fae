"""Runs a command in a folder with a dossier and returns its output and exit code.

`typed` runs it in this process, as starting one takes most of a second; `typed_as_process` is for what only a process of
its own shows: its streams, its environment and how it ends.
"""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from dossier.cli import main

BUILD = Path(__file__).resolve().parents[2] / "build.py"
_IGNORED = ("DOSSIER_", "GITHUB_", "NO_COLOR", "PYTHONUTF8", "COLUMNS", "FORCE_COLOR")


@dataclass(frozen=True)
class Seen:
    """Exit code, standard output and standard error of a command."""

    code: int
    out: str
    err: str

    @property
    def is_plain(self) -> bool:
        """Whether there is no traceback in the output."""
        return "Traceback" not in self.out + self.err


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of this process without variables that change what a command does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_IGNORED)}
    return kept | {"COLUMNS": "80"} | dict(changes or {})


def typed(where: Path, *words: str, changes: Mapping[str, str] | None = None, given: str | None = None) -> Seen:
    """Run `python build.py WORDS` in a folder, in this process. `given` is its standard input, which is no terminal."""
    stdin = io.TextIOWrapper(io.BytesIO((given or "").encode()), "utf-8")
    out, err = io.BytesIO(), io.BytesIO()
    stdout, stderr = (io.TextIOWrapper(buffer, "utf-8", write_through=True) for buffer in (out, err))
    with ExitStack() as stack:
        stack.enter_context(chdir(where))
        stack.enter_context(mock.patch.dict(os.environ, environment(changes), clear=True))
        stack.enter_context(mock.patch.object(sys, "stdin", stdin))
        stack.enter_context(redirect_stdout(stdout))
        stack.enter_context(redirect_stderr(stderr))
        code = main(words)
    return Seen(code, out.getvalue().decode(), err.getvalue().decode())


def typed_as_process(
    where: Path, *words: str, changes: Mapping[str, str] | None = None, given: str | None = None
) -> Seen:
    """Run `python build.py WORDS` in a folder, in a process of its own."""
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
