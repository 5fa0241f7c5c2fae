"""`serve`: builds, shows the site on this machine, and builds again when something changes.

Never takes a site away because the content is wrong for a moment: the last good one stays.
"""

import argparse
import gc
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from dossier.cli.build import make
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import root_of, site_of
from dossier.cli.preview import Preview
from dossier.disk import read_file, stamps
from dossier.frames import read_settings
from dossier.pipeline.load import HOME, SETTINGS
from dossier.problem import UserError

_PORT = 8000
_TRIES = 10
_PATIENCE = 0.5
_LARGEST = 1 << 20
_WATCHED = (Path(SETTINGS), Path("briefings"), Path("sources"), Path("templates"))


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`."""
    parser.add_argument("--port", type=_port, help=f"the port (default: {_PORT}, or the next one that is free)")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Serve until somebody stops it."""
    root = root_of(basics)
    before = _look(root)
    made = make(basics, console, hurry=True)
    built, is_search_old = int(made.count is not None), made.is_search_old
    del made
    gc.collect()
    with _listen(site_of(basics, root), options.port) as preview:
        preview.built = built
        threading.Thread(target=preview.serve_forever, daemon=True).start()
        console.say(f"the site is at {preview.address} (stop with Ctrl-C)")
        console.flush()
        try:
            _follow(root, before, basics, preview, console, is_search_old=is_search_old)
        except KeyboardInterrupt:
            console.complain("")
        finally:
            preview.shutdown()
    return 0


def _follow(
    root: Path,
    before: Mapping[str, object],
    basics: Basics,
    preview: Preview,
    console: Console,
    *,
    is_search_old: bool,
) -> None:
    stop = threading.Event()
    while not stop.wait(_PATIENCE):
        now = _look(root)
        if now == before and not is_search_old:
            continue
        if now == before:
            # Whoever writes wants to see the page; there is time for search once nothing more comes.
            console.remark("\nindexing for search")
            is_search_old = _made_again(basics, preview, console, hurry=False)
            continue
        now = _settled(root, now, stop)
        changed = sorted({path for path in {*before, *now} if before.get(path) != now.get(path)})
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        console.remark(f"\n{_short(changed[0], root)}{more} changed")
        before = now
        is_search_old = _made_again(basics, preview, console, hurry=True)


def _made_again(basics: Basics, preview: Preview, console: Console, *, hurry: bool) -> bool:
    """Build, have open pages load again where that went well, and return whether search is behind."""
    try:
        made = make(basics, console, hurry=hurry)
    except UserError as refusal:
        console.refuse(refusal)
        return False
    if made.count is not None:
        preview.built += 1
    console.flush()
    is_search_old = made.is_search_old
    # A run leaves much that refers to itself, and this process lasts.
    del made
    gc.collect()
    return is_search_old


def _settled(root: Path, now: dict[str, tuple[int, int]], stop: threading.Event) -> dict[str, tuple[int, int]]:
    # An editor or a checkout may write several files: one build once they are all there.
    while not stop.wait(_PATIENCE / 5):
        later = _look(root)
        if later == now:
            break
        now = later
    return now


def _look(root: Path) -> dict[str, tuple[int, int]]:
    try:
        settings = read_file(root / SETTINGS, _LARGEST).decode("utf-8", "replace")
    except (OSError, ValueError):
        settings = ""
    return stamps(root, (*_WATCHED, *_named(settings), HOME / "templates"))


@lru_cache(maxsize=1)
def _named(settings: str) -> tuple[Path, ...]:
    """Return the folders and files that the text of `mkdocs.yml` names beside the usual ones."""
    found = read_settings(settings)
    return tuple(Path(path) for path in (found.pages, found.theme, *found.hooks) if path)


def _short(path: str, root: Path) -> str:
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else Path(path).name


def _listen(site: Path, port: int | None) -> Preview:
    for number in range(port or _PORT, (port or _PORT) + (1 if port else _TRIES)):
        try:
            return Preview(site.absolute(), number)
        except OSError:
            continue
    taken = f"port {port} is" if port else f"ports {_PORT} to {_PORT + _TRIES - 1} are all"
    raise UserError(f"{taken} taken or not allowed", "choose another: --port NUMBER")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is no port: a port is a number from 1 to 65535')
    return int(text)
