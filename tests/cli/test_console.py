"""Results go to standard output, everything else to standard error, in colours only on a terminal."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.cli.console import Console, has_errors
from dossier.frames import read_settings
from dossier.problem import UserError
from dossier.problem.report import Piece
from dossier.wording.english import count
from tests.cli.typed import BUILD, environment


def on_terminal(where: Path, *words: str) -> str:
    """Return what a command prints on a terminal."""
    terminal, ours = pty.openpty()
    with subprocess.Popen(
        [sys.executable, str(BUILD), *words], cwd=where, env=environment({"TERM": "xterm"}), stdout=ours, stderr=ours
    ) as process:
        os.close(ours)
        seen = b""
        while select.select([terminal], [], [], 60)[0]:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
        process.wait(60)
    os.close(terminal)
    return seen.decode()


def test_problems_have_colours_on_a_terminal(own: Path) -> None:
    brief, parties = own / "briefings/2031/harbour-vote.yaml", own / "briefings/parties.yaml"
    brief.write_text(brief.read_text().replace("source: council-minutes-", "source: council-minuets-", 1))
    parties.write_text(parties.read_text() + "  - id: gulls\n    name: The gulls\n")
    seen = on_terminal(own, "check")
    assert "\033[1;31merror\033[0m[unknown-source]" in seen
    assert "\033[1;33mwarning\033[0m[unused-party]" in seen
    assert "\033[1mbriefings/parties.yaml:" in seen


def test_results_and_remarks_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.say("a result")
    console.remark("good to know")
    console.complain("a warning")
    assert capsys.readouterr() == ("a result\ngood to know\n", "a warning\n")


def test_quiet_leaves_out_remarks_only(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.quiet = True
    console.say("a result")
    console.remark("good to know")
    console.complain("a warning")
    assert capsys.readouterr() == ("a result\n", "a warning\n")


@pytest.mark.parametrize(("hint", "expected"), [("do this", "no\n  = do this\n"), ("", "no\n")])
def test_a_refusal_has_its_hint(hint: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    Console().refuse(UserError("no", hint))
    assert capsys.readouterr().err == expected


def test_no_answer_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def leave(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", leave)
    with pytest.raises(UserError, match="nothing was written"):
        Console().ask("Its title: ")


def test_a_report_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Console().report([Piece("x"), Piece("\n")])
    assert capsys.readouterr().out == "x\n"


def test_a_closed_stream_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    console = Console()
    console.complain("nobody sees this")
    console.flush()


def test_commands_of_a_workflow_cannot_come_from_the_content(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    console = Console()
    console.say("##[add-mask]x")
    console.instruct("::error::x")
    assert capsys.readouterr().out == "#\\u0023[add-mask]x\n::error::x\n"


@pytest.mark.parametrize(("number", "expected"), [(0, "0 files"), (1, "1 file"), (1234, "1,234 files")])
def test_numbers_have_their_noun(number: int, expected: str) -> None:
    assert count(number, "file") == expected
    assert count(2, "entry", "entries") == "2 entries"


def test_only_errors_stop_publication() -> None:
    problems = read_settings("theme: {name: material}\n").problems
    warnings = [problem for problem in problems if problem.severity == "warning"]
    assert len(problems) > len(warnings) > 0
    assert has_errors(problems)
    assert not has_errors(warnings)
