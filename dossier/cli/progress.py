"""Shows how a long run gets on: a moving line on a terminal, one plain line a slow stage anywhere else.

Never leaves anything behind on a terminal once the run is over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

from dossier.cli.console import Console
from dossier.cli.environment import wants_progress
from dossier.pipeline.stages import Reporter, SilentReporter, Stage

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SLOW = 5.0
_PATIENCE = 0.7
_NAMES = {
    "read": "reading the content",
    "check": "checking it",
    "frame": "making the pages' frames",
    "write": "writing pages, feeds and downloads",
    "search": "indexing for search",
    "publish": "putting the site in its place",
}


class _Bar:
    """Draws nothing before a run turns out to be long, so that a short one does not flicker."""

    def __init__(self, patience: float) -> None:
        self._lock = Lock()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._stage: tuple[str, int | None] | None = None
        self._done = 0
        self._timer = Timer(patience, self._show)
        self._timer.daemon = True
        self._timer.start()

    def _show(self) -> None:
        from rich.console import Console as Terminal  # noqa: PLC0415 - only a long run on a terminal needs it
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        with self._lock:
            if self._timer.finished.is_set():
                return
            self._progress = Progress(*columns, console=Terminal(stderr=True), transient=True)
            self._progress.start()
            self._draw()

    def _draw(self) -> None:
        if self._progress is not None and self._stage is not None:
            name, total = self._stage
            self._task = self._progress.add_task(_NAMES.get(name, name), total=total, completed=self._done)

    def begin(self, stage: str, total: int | None) -> None:
        """Take note of the stage, and show it if anything is shown."""
        with self._lock:
            self._stage, self._done = (stage, total), 0
            self._draw()

    def advance(self, steps: int) -> None:
        """Move the bar."""
        with self._lock:
            self._done += steps
            if self._progress is not None and self._task is not None:
                self._progress.advance(self._task, steps)

    def end(self, stage: Stage) -> None:  # noqa: ARG002 - it is the one that began
        """Take the stage off the screen."""
        with self._lock:
            if self._progress is not None and self._task is not None:
                self._progress.remove_task(self._task)
            self._stage = self._task = None

    def close(self) -> None:
        """Take everything off the screen."""
        with self._lock:
            self._timer.cancel()
            if self._progress is not None:
                self._progress.stop()


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
def reporting(console: Console, patience: float = _PATIENCE) -> Iterator[Reporter]:
    """Lend a reporter that fits where the output goes. A terminal shows a run that lasts longer than `patience` seconds."""
    if console.quiet:
        yield SilentReporter()
    elif wants_progress():
        bar = _Bar(patience)
        try:
            yield bar
        finally:
            bar.close()
    else:
        yield _Plain(console)


def stages_line(stages: tuple[Stage, ...]) -> str:
    """Return how long each stage took, and all of them together."""
    each = ", ".join(f"{stage.name} {_seconds(stage.seconds)}" for stage in stages)
    return f"{each}; {_seconds(sum(stage.seconds for stage in stages))} in all"


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"
