"""Shares work between two processes where that pays and the system allows it.

The number of processes does not change a result: parts come back in the order in which they were given.
"""

import gc
import multiprocessing
import pickle
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from dossier.disk import Tickets
from dossier.problem import UserError

_Part = TypeVar("_Part")
_Result = TypeVar("_Result")


class Supply(Generic[_Part]):
    """Things that are taken until none is left: from the start, and where two processes share them also from the end.

    So neither waits long for the other, and things that stand near each other are taken by the same process, but for
    those where the two meet. `ends` are the ends to take from, one for each part of `share`. Make it before the processes.
    """

    FIRST, LAST = 0, 1

    def __init__(self, things: Sequence[_Part], *, shared: bool, step: int = 8) -> None:
        """Offer things, at least `step` at a time. Where the system cannot share them, one process takes them all."""
        step = max(step, -(-len(things) // Tickets.MOST))
        self._blocks = [things[start : start + step] for start in range(0, len(things), step)]
        self._tickets = Tickets(len(self._blocks)) if shared and _has_forks() else None
        self.ends = (self.LAST, self.FIRST) if self._tickets else (self.FIRST,)

    def take(self, end: int) -> Iterator[_Part]:
        """Yield things from one end as long as there are any. A helper whose run was killed ends here."""
        for number in range(len(self._blocks)):
            if _is_orphan():
                raise SystemExit
            if self._tickets and not self._tickets.take():
                return
            if end == self.FIRST:
                yield from self._blocks[number]
            else:
                yield from reversed(self._blocks[-1 - number])


def _has_forks() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def _is_orphan() -> bool:
    parent = multiprocessing.parent_process()
    return parent is not None and not parent.is_alive()


class WorkerError(RuntimeError):
    """A helper process failed. Holds its traceback."""


def share(work: Callable[[_Part], _Result], parts: Sequence[_Part]) -> list[_Result]:
    """Return the result of each part, worked on at the same time: the last one here, the others in processes of theirs.

    Helpers are forks, so `work` may use whatever is in memory; results come back pickled. Where the system has no
    fork, everything happens here. Raises `WorkerError` when a helper fails, `UserError` when the system ends one, and the
    `OSError` or `UserError` that a helper met.
    """
    if len(parts) < 2 or not _has_forks():
        return [work(part) for part in parts]
    context = multiprocessing.get_context("fork")
    helpers = []
    for part in parts[:-1]:
        receiver, sender = context.Pipe(duplex=False)
        helper = context.Process(target=_help, args=(work, part, receiver, sender), daemon=True)
        with warnings.catch_warnings():
            # A progress display may run a thread; helpers never touch it.
            warnings.simplefilter("ignore", DeprecationWarning)
            helper.start()
        sender.close()
        helpers.append((helper, receiver))
    try:
        last = work(parts[-1])
        results = [_receive(receiver) for _, receiver in helpers]
    except BaseException:
        for helper, _ in helpers:
            helper.terminate()
        raise
    finally:
        for helper, receiver in helpers:
            helper.join()
            receiver.close()
    return [*results, last]


def _help(work: Callable[[_Part], _Result], part: _Part, receiver: Connection, sender: Connection) -> None:
    # With this end open here too, a helper would wait for ever for a reader once its run is gone.
    receiver.close()
    try:
        answer = pickle.dumps((work(part), None), pickle.HIGHEST_PROTOCOL)
    except (OSError, UserError) as error:
        answer = pickle.dumps((None, error))
    except BaseException:  # noqa: BLE001 - it is raised again, in the process that can do something about it
        answer = pickle.dumps((None, WorkerError(traceback.format_exc())))
    with suppress(BrokenPipeError):
        sender.send_bytes(answer)
    sender.close()


def _receive(receiver: Connection) -> Any:
    try:
        answer = receiver.recv_bytes()
    except (EOFError, OSError) as error:
        message = "a helper process was ended from outside, so nothing came of the run"
        raise UserError(message, "the system may be out of memory: try again with less running beside") from error
    result, failure = pickle.loads(answer)  # noqa: S301 - from our own fork
    if failure:
        raise failure
    return result


def halves(things: Sequence[_Part], least: int) -> list[list[_Part]]:
    """Return things in two parts of alternate ones, or in one part where there are fewer than `least`."""
    return [list(things)] if len(things) < least else [list(things[0::2]), list(things[1::2])]


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector still: a run makes much and drops little, and forks share what is not touched."""
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        # What was made counts as old: looking through all of it at the next chance takes a second in a large dossier.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()
