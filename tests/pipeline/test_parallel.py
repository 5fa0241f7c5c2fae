"""Work shared between processes: the same results, and no silence when one of them fails."""

import errno
import gc
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from dossier.pipeline.parallel import Supply, WorkerError, halves, no_collection, share
from dossier.problem import UserError
from tests.architecture.module_rules import ROOT

HERE = os.getpid()


def test_results_come_back_in_order_from_other_processes() -> None:
    def work(part: Sequence[int]) -> tuple[int, list[int]]:
        return os.getpid(), [number * number for number in part]

    results = share(work, halves(range(10), 2))
    assert [squares for _, squares in results] == [[0, 4, 16, 36, 64], [1, 9, 25, 49, 81]]
    assert [process == HERE for process, _ in results] == [False, True]


def test_little_work_stays_here() -> None:
    assert halves(range(3), 4) == [[0, 1, 2]]
    assert share(lambda _: os.getpid(), halves(range(3), 4)) == [HERE]
    assert share(lambda _: os.getpid(), []) == []


def test_a_fault_in_a_helper_is_told_with_its_place() -> None:
    def work(part: int) -> int:
        return part // (part - 1)

    with pytest.raises(WorkerError, match="ZeroDivisionError"):
        share(work, [1, 2])


def test_a_fault_here_stops_the_helpers() -> None:
    def work(part: int) -> int:
        if part == 1:
            signal.pause()
        return part // 0

    with pytest.raises(ZeroDivisionError):
        share(work, [1, 2])


def test_a_helper_that_is_killed_is_noticed() -> None:
    def work(part: int) -> int:
        if part == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return part

    with pytest.raises(UserError, match="ended from outside"):
        share(work, [1, 2])


def test_two_take_from_both_ends_until_they_meet() -> None:
    supply = Supply(range(20), shared=True, step=3)
    assert supply.ends == (Supply.LAST, Supply.FIRST)
    first, last = supply.take(Supply.FIRST), supply.take(Supply.LAST)
    assert [next(first) for _ in range(4)] == [0, 1, 2, 3]
    assert [next(last) for _ in range(3)] == [19, 18, 17]
    assert list(last) == [16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6]
    assert list(first) == [4, 5]
    assert list(supply.take(Supply.LAST)) == []


def test_all_of_a_supply_is_taken_once_by_two_processes() -> None:
    supply = Supply(range(1000), shared=True)
    last, first = share(lambda end: list(supply.take(end)), [Supply.LAST, Supply.FIRST])
    assert first + last[::-1] == list(range(1000))


def test_one_process_may_take_all_of_a_supply() -> None:
    supply = Supply(range(30), shared=False)
    assert supply.ends == (Supply.FIRST,)
    assert list(supply.take(Supply.FIRST)) == list(range(30))
    assert list(Supply("", shared=False).take(Supply.FIRST)) == []


def test_where_there_are_no_forks_one_process_takes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    supply = Supply(range(30), shared=True)
    assert share(lambda end: list(supply.take(end)), supply.ends) == [list(range(30))]


def test_a_very_large_supply_fits_into_what_a_pipe_holds() -> None:
    supply = Supply(range(100_000), shared=True, step=1)
    first, last = list(itertools.islice(supply.take(Supply.FIRST), 50_000)), list(supply.take(Supply.LAST))
    assert first == list(range(50_000))
    assert last == list(range(99_999, 49_999, -1))


def test_a_helper_that_dies_keeps_nobody_waiting() -> None:
    supply = Supply(range(1000), shared=True)

    def work(end: int) -> int:
        for number in supply.take(end):
            if end == Supply.LAST:
                os.kill(os.getpid(), signal.SIGKILL)
            if number == 600:
                break
        return end

    with pytest.raises(UserError, match="ended from outside"):
        share(work, supply.ends)


def test_what_the_system_refuses_a_helper_is_told_as_it_is() -> None:
    def work(part: int) -> int:
        if part == 1:
            raise PermissionError(errno.EACCES, "Permission denied", "feeds/all/rss.xml")
        return part

    with pytest.raises(PermissionError) as refused:
        share(work, [1, 2])
    assert refused.value.filename == "feeds/all/rss.xml"


def test_what_a_helper_refuses_is_told_in_its_words() -> None:
    def work(part: int) -> int:
        if part == 1:
            raise UserError("no tram today", "walk")
        return part

    with pytest.raises(UserError, match="no tram today") as told:
        share(work, [1, 2])
    assert told.value.hint == "walk"


def test_a_helper_does_not_outlive_a_run_that_is_killed(tmp_path: Path) -> None:
    program = f"""
import os, signal, time
from pathlib import Path
from dossier.pipeline.parallel import share

def work(part):
    if part == 1:
        Path({str(tmp_path / "helper")!r}).write_text(str(os.getpid()))
        time.sleep(1)
        return b"more than a pipe holds" * 100_000
    while not Path({str(tmp_path / "helper")!r}).exists():
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)

share(work, [1, 2])
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    helper = Path("/proc") / (tmp_path / "helper").read_text("ascii") / "stat"
    end = time.monotonic() + 20
    # Whoever has taken it in may leave what remains of it lying for a while.
    while helper.exists() and helper.read_text("ascii").rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_helper_takes_nothing_more_once_its_run_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    supply = Supply(range(30), shared=True, step=2)
    taken = supply.take(Supply.LAST)
    assert next(taken) == 29
    monkeypatch.setattr("dossier.pipeline.parallel._is_orphan", lambda: True)
    assert next(taken) == 28
    with pytest.raises(SystemExit):
        next(taken)


def test_collection_is_as_it_was_afterwards() -> None:

    def fail() -> None:
        with no_collection():
            assert not gc.isenabled()
            raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        fail()
    assert gc.isenabled()
