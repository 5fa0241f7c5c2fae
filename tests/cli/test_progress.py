"""A long run shows its progress, where somebody sees it."""

import io
import time

import pytest
import rich.console

from dossier.cli import progress
from dossier.cli.console import Console
from dossier.pipeline.stages import Stage


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Replace the terminal, and return what is drawn on it."""
    drawn = io.StringIO()
    make = rich.console.Console
    monkeypatch.setattr(progress, "wants_progress", lambda: True)
    monkeypatch.setattr(rich.console, "Console", lambda **_: make(file=drawn, force_terminal=True, width=80))
    return drawn


def test_a_short_run_draws_nothing(terminal: io.StringIO) -> None:
    with progress.reporting(Console(), delay=5) as reporter:
        reporter.begin("read", None)
        reporter.end(Stage("read", 0.1))
    assert terminal.getvalue() == ""


def test_a_long_run_shows_its_stage_and_leaves_nothing(terminal: io.StringIO) -> None:
    with progress.reporting(Console(), delay=0.01) as reporter:
        reporter.begin("read", None)
        reporter.end(Stage("read", 0.1))
        reporter.begin("write", 10)
        reporter.advance(4)
        time.sleep(0.4)
        reporter.advance(6)
        reporter.end(Stage("write", 0.4))
    assert "writing pages" in terminal.getvalue()
    last = terminal.getvalue().split("\x1b[2K")[-1]
    assert last.replace("\x1b[?25h", "").strip() == ""


def test_without_a_terminal_only_slow_stages_are_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_SLOW_STAGE", 5.0)
    with progress.reporting(Console()) as reporter:
        reporter.begin("read", None)
        reporter.end(Stage("read", 4.9))
        reporter.end(Stage("search", 12.34))
    assert capsys.readouterr().err == "indexing for search: 12.3 s\n"


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.quiet = True
    with progress.reporting(console) as reporter:
        reporter.end(Stage("search", 12.34))
    console.remark("x")
    assert capsys.readouterr() == ("", "")


def test_each_stage_has_its_time() -> None:
    line = progress.stages_line((Stage("read", 0.123), Stage("write", 12.34)))
    assert line == "read 0.12 s, write 12.3 s; 12.5 s in total"
