"""The stages of a run, and whoever wants to hear of them.

Printing is left to `cli`. No time that is measured here reaches the site.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage that is over, and how long it took, in seconds."""

    name: str
    seconds: float


class Reporter(Protocol):
    """Hears of a run while it goes on."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage begins; `total` is how many steps it has, where that is known."""

    def advance(self, steps: int) -> None:
        """So many more steps of the stage are done."""

    def end(self, stage: Stage) -> None:
        """The stage is over."""


class SilentReporter:
    """A reporter that keeps everything to itself."""

    def begin(self, stage: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, steps: int) -> None:
        """Say nothing."""

    def end(self, stage: Stage) -> None:
        """Say nothing."""


class StageTimer:
    """The stages of one run, in their order."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter
        self.stages: list[Stage] = []

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Reporter]:
        """Tell the reporter of a stage that lasts as long as the context, unless that ends with an exception."""
        self.reporter.begin(name, total)
        start = perf_counter()
        yield self.reporter
        stage = Stage(name, perf_counter() - start)
        self.stages.append(stage)
        self.reporter.end(stage)
