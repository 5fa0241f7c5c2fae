"""`serve`: builds the site, shows it on this machine, and builds it again when a file changes.

After an error the last good site stays. Answering browsers is left to `preview`.
"""

import argparse
import gc
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from dossier.cli.build import build_and_report
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import root_of, site_of
from dossier.cli.preview import PreviewServer
from dossier.disk import file_times, read_file
from dossier.frames import read_settings
from dossier.model import SETTINGS_FILE
from dossier.pipeline.load import HOME
from dossier.problem import UserError

_PORT = 8000
_PORTS_TRIED = 10
_POLL_SECONDS = 0.2
_SETTINGS_LIMIT = 1 << 20
_WATCHED = (Path(SETTINGS_FILE), Path("briefings"), Path("sources"), Path("templates"))


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`."""
    parser.add_argument("--port", type=_port, help=f"the port (default: {_PORT}, or the next free one)")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Serve until Ctrl-C."""
    root = root_of(basics)
    before = _watched_files(root)
    built = build_and_report(basics, console, defer_search=True)
    builds, is_search_old = int(built.count is not None), built.is_search_old
    del built
    gc.collect()
    with _start_server(site_of(basics, root), options.port) as server:
        server.builds = builds
        threading.Thread(target=server.serve_forever, daemon=True).start()
        console.say(f"the site is at {server.address} (stop with Ctrl-C)")
        console.flush()
        try:
            _watch(root, before, basics, server, console, is_search_old=is_search_old)
        except KeyboardInterrupt:
            console.complain("")
        finally:
            server.shutdown()
    return 0


def _watch(
    root: Path,
    before: Mapping[str, object],
    basics: Basics,
    server: PreviewServer,
    console: Console,
    *,
    is_search_old: bool,
) -> None:
    stop = threading.Event()
    while not stop.wait(_POLL_SECONDS):
        now = _watched_files(root)
        if now == before and not is_search_old:
            continue
        if now == before:
            # Pages come first; search is indexed once no more files change.
            console.remark("\nindexing for search")
            is_search_old = _rebuild(basics, server, console, defer_search=False)
            continue
        now = _wait_until_stable(root, now, stop)
        changed = sorted({path for path in {*before, *now} if before.get(path) != now.get(path)})
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        console.remark(f"\n{_display_path(changed[0], root)}{more} changed")
        before = now
        is_search_old = _rebuild(basics, server, console, defer_search=True)


def _rebuild(basics: Basics, server: PreviewServer, console: Console, *, defer_search: bool) -> bool:
    """Build, let open pages reload if that succeeded, and return whether the search index is out of date."""
    try:
        built = build_and_report(basics, console, defer_search=defer_search)
    except UserError as error:
        console.refuse(error)
        return False
    if built.count is not None:
        server.builds += 1
    console.flush()
    is_search_old = built.is_search_old
    # A build leaves many reference cycles, and this process runs for long.
    del built
    gc.collect()
    return is_search_old


def _wait_until_stable(
    root: Path, now: dict[str, tuple[int, int]], stop: threading.Event
) -> dict[str, tuple[int, int]]:
    # An editor or a checkout may write several files; build once, after the last of them.
    while not stop.wait(_POLL_SECONDS / 4):
        later = _watched_files(root)
        if later == now:
            break
        now = later
    return now


def _watched_files(root: Path) -> dict[str, tuple[int, int]]:
    try:
        settings = read_file(root / SETTINGS_FILE, _SETTINGS_LIMIT).decode("utf-8", "replace")
    except (OSError, ValueError):
        settings = ""
    return file_times(root, (*_WATCHED, *_configured_paths(settings), HOME / "templates"))


@lru_cache(maxsize=1)
def _configured_paths(settings: str) -> tuple[Path, ...]:
    """Return the folders and files that the text of `mkdocs.yml` names."""
    found = read_settings(settings)
    return tuple(Path(path) for path in (found.pages, found.theme, *found.hooks) if path)


def _display_path(path: str, root: Path) -> str:
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else Path(path).name


def _start_server(site: Path, port: int | None) -> PreviewServer:
    for number in range(port or _PORT, (port or _PORT) + (1 if port else _PORTS_TRIED)):
        try:
            return PreviewServer(site.absolute(), number)
        except OSError:
            continue
    ports = f"port {port} is" if port else f"ports {_PORT} to {_PORT + _PORTS_TRIED - 1} are all"
    raise UserError(f"{ports} in use or not allowed", "choose another: --port NUMBER")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is not a port: it must be a number from 1 to 65535')
    return int(text)
