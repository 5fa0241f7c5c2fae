"""Shows how a long run gets on: a moving line on a terminal, one plain line a slow stage anywhere else.

Never leaves anything behind on a terminal once the run is over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dossier.cli.console import Console
from dossier.cli.surroundings import wants_progress
from dossier.press.stage import Quiet, Reporter, Stage

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SLOW = 5.0
_NAMES = {
    "read": "reading the content",
    "check": "checking it",
    "frame": "making the pages' frames",
    "render": "rendering pages",
    "feeds": "writing feeds and downloads",
    "search": "indexing for search",
    "publish": "putting the site in its place",
}


class _Bar:
    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def begin(self, stage: str, total: int | None) -> None:
        """Show the stage."""
        self._task = self._progress.add_task(_NAMES.get(stage, stage), total=total)

    def advance(self, steps: int) -> None:
        """Move the bar."""
        if self._task is not None:
            self._progress.advance(self._task, steps)

    def end(self, stage: Stage) -> None:  # noqa: ARG002 - the bar knows which
        """Take the stage off the screen."""
        if self._task is not None:
            self._progress.remove_task(self._task)
            self._task = None


class _Plain:
    def __init__(self, console: Console) -> None:
        self._console = console

    def begin(self, stage: str, total: int | None) -> None:
        """Say nothing: most stages are over before anybody has read that they began."""

    def advance(self, steps: int) -> None:
        """Say nothing."""

    def end(self, stage: Stage) -> None:
        """Say so when a stage took long."""
        if stage.seconds >= _SLOW:
            self._console.complain(f"{_NAMES.get(stage.name, stage.name)}: {stage.seconds:.1f} s")


@contextmanager
def reporting(console: Console) -> Iterator[Reporter]:
    """Lend a reporter that fits where the output goes."""
    if console.quiet:
        yield Quiet()
    elif wants_progress():
        from rich.console import Console as Terminal  # noqa: PLC0415 - only a terminal needs it
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
        )

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Terminal(stderr=True), transient=True) as progress:
            yield _Bar(progress)
    else:
        yield _Plain(console)


def stages_line(stages: tuple[Stage, ...]) -> str:
    """Return how long each stage took, and all of them together."""
    each = ", ".join(f"{stage.name} {_seconds(stage.seconds)}" for stage in stages)
    return f"{each}; {_seconds(sum(stage.seconds for stage in stages))} in all"


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"
