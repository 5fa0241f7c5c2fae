"""Shows the progress of a long run: a progress bar on a terminal, elsewhere a line for each slow stage.

What the stages are is left to `pipeline.stages`.
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

_SLOW_STAGE = 5.0
_BAR_DELAY = 0.7
_STAGE_NAMES = {
    "read": "reading the content",
    "check": "checking the content",
    "frame": "making the frames",
    "write": "writing pages, feeds and downloads",
    "search": "indexing for search",
    "publish": "publishing the site",
}


class _ProgressBar:
    """A bar that appears after a delay, so that a short run shows none."""

    def __init__(self, delay: float) -> None:
        self._lock = Lock()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._stage: tuple[str, int | None] | None = None
        self._done = 0
        self._timer = Timer(delay, self._show)
        self._timer.daemon = True
        self._timer.start()

    def _show(self) -> None:
        from rich.console import Console as Terminal  # noqa: PLC0415 - needed only by a long run on a terminal
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
            self._task = self._progress.add_task(_STAGE_NAMES.get(name, name), total=total, completed=self._done)

    def begin(self, stage: str, total: int | None) -> None:
        """Set the stage, and draw it if the bar is visible."""
        with self._lock:
            self._stage, self._done = (stage, total), 0
            self._draw()

    def advance(self, steps: int) -> None:
        """Move the bar."""
        with self._lock:
            self._done += steps
            if self._progress is not None and self._task is not None:
                self._progress.advance(self._task, steps)

    def end(self, stage: Stage) -> None:  # noqa: ARG002 - the stage that began last
        """Remove the stage from the screen."""
        with self._lock:
            if self._progress is not None and self._task is not None:
                self._progress.remove_task(self._task)
            self._stage = self._task = None

    def close(self) -> None:
        """Remove the bar from the screen."""
        with self._lock:
            self._timer.cancel()
            if self._progress is not None:
                self._progress.stop()


class _SlowStages:
    """Prints a line for each slow stage."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def begin(self, stage: str, total: int | None) -> None:
        """Print nothing: most stages are short."""

    def advance(self, steps: int) -> None:
        """Print nothing."""

    def end(self, stage: Stage) -> None:
        """Print the stage and its time if it was slow."""
        if stage.seconds >= _SLOW_STAGE:
            self._console.complain(f"{_STAGE_NAMES.get(stage.name, stage.name)}: {stage.seconds:.1f} s")


@contextmanager
def reporting(console: Console, delay: float = _BAR_DELAY) -> Iterator[Reporter]:
    """Yield a reporter that fits the output. On a terminal a bar appears after `delay` seconds."""
    if console.quiet:
        yield SilentReporter()
    elif wants_progress():
        bar = _ProgressBar(delay)
        try:
            yield bar
        finally:
            bar.close()
    else:
        yield _SlowStages(console)


def stages_line(stages: tuple[Stage, ...]) -> str:
    """Return the time of each stage and the total, as a line."""
    each = ", ".join(f"{stage.name} {_seconds(stage.seconds)}" for stage in stages)
    return f"{each}; {_seconds(sum(stage.seconds for stage in stages))} in total"


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"
