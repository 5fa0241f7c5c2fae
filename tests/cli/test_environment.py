"""What a command takes from the environment and from its streams."""

import io
import sys
from pathlib import Path

import pytest

from dossier.cli import environment


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "variables", "expected"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
        (None, {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_for_terminals(
    stream: io.StringIO | None, variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", stream)
    assert environment.wants_colour() is expected


def test_progress_is_for_terminals_on_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert environment.wants_progress()
    monkeypatch.setenv("TERM", "dumb")
    assert not environment.wants_progress()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not environment.wants_progress()


def test_questions_are_for_terminals_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert environment.can_ask()
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not environment.can_ask()


def test_the_archive_may_be_named_by_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_ARCHIVE", "texts")
    assert environment.archive_variable() == "texts"
    monkeypatch.setenv("DOSSIER_ARCHIVE", "")
    assert environment.archive_variable() is None


def test_a_folder_has_its_path_in_the_repository_of_a_workflow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert environment.folder_in_repository(tmp_path / "a/b") == ""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert environment.folder_in_repository(tmp_path / "a/b") == "a/b/"
    assert environment.folder_in_repository(tmp_path) == ""
    assert environment.folder_in_repository(tmp_path.parent) == ""


def test_text_is_added_to_the_summary_of_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    environment.add_to_step_summary("nowhere\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    environment.add_to_step_summary("one\n")
    environment.add_to_step_summary("zwölf\n")
    assert (tmp_path / "summary.md").read_text("utf-8") == "one\nzwölf\n"
