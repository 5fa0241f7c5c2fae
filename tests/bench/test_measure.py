"""Time, memory and output of a process are measured."""

import sys
from pathlib import Path

import pytest

from bench.measure import run


def test_time_memory_and_output_are_measured(tmp_path: Path) -> None:
    work = "import time; data = bytearray(60 << 20); time.sleep(0.3); sum(range(3_000_000)); print('done')"
    measure = run([sys.executable, "-c", work], tmp_path, tmp_path / "log")
    assert measure.output == "done\n"
    assert 0.3 <= measure.seconds < 60
    assert 0 < measure.processor_seconds < measure.seconds + 1
    assert 60 < measure.largest_process < 500
    assert measure.all_processes == 0 or 40 < measure.all_processes < 500


def test_a_command_that_fails_is_an_error_with_its_output(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"ended with 3:\nno such luck"):
        run([sys.executable, "-c", "print('no such luck'); raise SystemExit(3)"], tmp_path, tmp_path / "log")


def test_variables_of_the_user_are_not_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_ARCHIVE", "texts")
    code = "import os; print(sorted(name for name in os.environ if name.startswith('DOSSIER')))"
    assert run([sys.executable, "-c", code], tmp_path, tmp_path / "log").output == "[]\n"
