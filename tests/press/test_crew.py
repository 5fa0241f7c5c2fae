"""Work shared between processes: the same results, and no silence when one of them fails."""

import gc
import os
import signal
from collections.abc import Sequence

import pytest

from dossier.press.crew import CrewError, halves, no_collection, share

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

    with pytest.raises(CrewError, match="ZeroDivisionError"):
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

    with pytest.raises(CrewError, match="ended from outside"):
        share(work, [1, 2])


def test_collection_is_as_it_was_afterwards() -> None:

    def fail() -> None:
        with no_collection():
            assert not gc.isenabled()
            raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        fail()
    assert gc.isenabled()
