"""Times `serve`: from saving a file to the new page on the disk.

Only the new file is waited for; no page is requested from the server. The edit is left to `edits`.
"""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import environment

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 600.0
_LOOK = 0.01


def latencies(root: Path, site: Path, page: Path, edit: Callable[[], None], runs: int, log: Path) -> list[float]:
    """Return for each run the seconds from an edit to the moment at which `page` on the disk says something else."""
    found = []
    with _serving(root, site, log) as process:
        for _ in range(runs):
            # It looks for changes now and then, and an edit must not always fall on the same moment between.
            time.sleep(1.3)
            before = page.read_bytes()
            edit()
            start = time.perf_counter()
            _until(lambda old=before: _content(page) not in (old, None), process, log)  # type: ignore[misc]
            found.append(time.perf_counter() - start)
    return found


@contextmanager
def _serving(root: Path, site: Path, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Serve a dossier without search until the context is left; enter it once the site is there."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command: list[str | Path] = [sys.executable, ROOT / "build.py", "--root", root, "--site", site, "--no-search"]
    command += ["serve", "--port", str(port)]
    with log.open("wb") as sink:
        process = subprocess.Popen(command, env=environment(), stdin=subprocess.DEVNULL, stdout=sink, stderr=sink)
    try:
        _until(lambda: f":{port}/" in log.read_text("utf-8", "replace"), process, log)
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _until(is_so: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_so():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"serve does not answer:\n{log.read_text('utf-8', 'replace')[-4000:]}")
        time.sleep(_LOOK)


def _content(page: Path) -> bytes | None:
    try:
        return page.read_bytes()
    except FileNotFoundError:  # between two folders that change places
        return None
