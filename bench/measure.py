"""Runs a command as a process of its own and measures its time and memory.

What is run, and how often, is left to the caller.
"""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measure:
    """Time (s), CPU time (s), memory (MiB) and output of one run."""

    seconds: float
    processor_seconds: float
    largest_process: float
    """Peak of the largest process, as the kernel counts it (`ru_maxrss`)."""
    all_processes: float
    """Peak of all processes together, sampled 20 times a second; memory they share counts for each. 0 without /proc."""
    output: str


def _process_tree(root: int) -> list[int]:
    found = [root]
    for pid in found:
        try:
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
        except OSError:
            continue
        found += map(int, children)
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def environment() -> dict[str, str]:
    """Return the environment variables without those that change what the generator or Python does."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("DOSSIER_", "PYTHON"))}


def run(command: Sequence[str | Path], folder: Path, log: Path) -> Measure:
    """Run a command in a folder. Raises `RuntimeError` with the end of what it printed when it fails."""
    peak, over = 0, threading.Event()

    def watch(pid: int) -> None:
        nonlocal peak
        while not over.wait(0.05):
            peak = max(peak, sum(map(_resident, _process_tree(pid))))

    with log.open("wb") as sink:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=sink, stderr=sink
        )
        watcher = threading.Thread(target=watch, args=(child.pid,), daemon=True)
        watcher.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        over.set()
        watcher.join()
    output = log.read_text("utf-8", "replace")
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}:\n{output[-4000:]}")
    # Linux counts in KiB, macOS in bytes.
    largest = usage.ru_maxrss / (1 << 10 if os.uname().sysname == "Linux" else 1 << 20)
    return Measure(seconds, usage.ru_utime + usage.ru_stime, largest, peak / (1 << 20), output)
