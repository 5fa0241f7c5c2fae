"""Shows that a walk can fail: leaves each part of a stamp out, and counts the states until that is noticed.

Run as `python -m tests.stale.leave_out [STATES] [NAME…]`. What a state is when it is built anew is worked out once for
all parts. Walking is left to `walk`.
"""

import dataclasses
import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from dossier.feeds.write_feeds import FeedPage
from dossier.linked.records import LinkedClaim, LinkedOrigin, LinkedSource, LinkedUpdate
from dossier.pages.plan import KINDS
from dossier.pipeline.build import _PACKAGES
from tests.stale.builder import Order
from tests.stale.state import State
from tests.stale.walk import LENGTH, Built, StaleError, Walk, build_anew

STAMPED = (LinkedClaim, LinkedSource, LinkedOrigin, LinkedUpdate, FeedPage)
_END = None
DIGESTS: dict[str, tuple[str, str, slice]] = {
    # The part of the digest that a function makes: its module, its name, and which of the parts it hands over.
    "page: epoch": ("products", "page", slice(0, 1)),
    "page: matter": ("products", "page", slice(1, 2)),
    "page: frame": ("products", "page", slice(2, 3)),
    "page: edit link": ("products", "page", slice(3, 4)),
    "page: address of the card": ("products", "page", slice(4, 5)),
    "page: words of the card": ("products", "page", slice(5, 6)),
    "feed: epoch": ("products", "feeds", slice(0, 1)),
    "feed: matter": ("products", "feeds", slice(1, 2)),
    "download: epoch": ("products", "downloads", slice(0, 1)),
    "download: matter": ("products", "downloads", slice(1, 2)),
    "file: content": ("products", "_ready", slice(0, 1)),
    "epoch: code": ("build", "_epoch", slice(0, 1)),
    "epoch: Python": ("build", "_epoch", slice(1, 2)),
    "epoch: settings": ("build", "_epoch", slice(2, 3)),
    "epoch: packages": ("build", "_epoch", slice(3, 3 + len(_PACKAGES))),
    "epoch: templates": ("build", "_epoch", slice(3 + len(_PACKAGES), _END)),
    "inputs: content": ("build", "_inputs", slice(0, 1)),
    "inputs: epoch": ("build", "_inputs", slice(1, 2)),
    "inputs: packages of frames": ("build", "_inputs", slice(2, 3)),
    "inputs: packages of search": ("build", "_inputs", slice(3, 4)),
    "inputs: whether search is made": ("build", "_inputs", slice(4, 5)),
    "inputs: pages, templates, files": ("build", "_inputs", slice(5, _END)),
    "content: settings": ("load", "load_on", slice(0, 1)),
    "content: environment": ("load", "load_on", slice(1, 2)),
    "content: files": ("load", "load_on", slice(2, _END)),
    "record: code": ("read_records", "<dictcomp>", slice(0, 1)),
    "record: kind": ("read_records", "<dictcomp>", slice(1, 2)),
    "record: content": ("read_records", "<dictcomp>", slice(2, 3)),
    "reading: code": ("load", "reading_code", slice(0, 1)),
    "reading: Python": ("load", "reading_code", slice(1, 2)),
    "reading: packages": ("load", "reading_code", slice(2, _END)),
    "frames: code and packages": ("theme", "_digest", slice(0, 1)),
    "frames: settings": ("theme", "_digest", slice(1, 2)),
    "frames: keys and titles": ("theme", "_digest", slice(2, 3)),
    "frames: topics": ("theme", "_digest", slice(3, 4)),
    "frames: environment": ("theme", "_digest", slice(4, 5)),
    "frames: text of the settings": ("theme", "_digest", slice(5, 6)),
    "frames: theme": ("theme", "_digest", slice(6, _END)),
    "cards: code and packages": ("social_cards", "<dictcomp>", slice(0, 1)),
    "cards: address": ("social_cards", "<dictcomp>", slice(1, 2)),
    "cards: name": ("social_cards", "<dictcomp>", slice(2, 3)),
    "cards: title": ("social_cards", "<dictcomp>", slice(3, 4)),
    "cards: text": ("social_cards", "<dictcomp>", slice(4, 5)),
    "cards: facts": ("social_cards", "<dictcomp>", slice(5, 6)),
    "index: code": ("search_index", "write_index", slice(0, 1)),
    "index: package": ("search_index", "write_index", slice(1, 2)),
    "index: pages": ("search_index", "write_index", slice(2, _END)),
}


def parts() -> dict[str, Callable[[], None]]:
    """Return by name what leaves one part of a stamp out; called in a process that builds nothing else."""
    found: dict[str, Callable[[], None]] = {}
    matters = [matter for kind in KINDS for matter in kind.views]
    for kind in dict.fromkeys((*STAMPED, *matters)):
        for field in dataclasses.fields(kind):
            if "unstamped" not in field.metadata:
                name = f"{kind.__name__}.{field.name}"
                found[name] = partial(_without_field, kind, field.name)
    for name, (module, function, which) in DIGESTS.items():
        found[name] = partial(_without_parts, f"dossier.pipeline.{module}", function, (which.start, which.stop))
    return found


def _without_field(kind: type, name: str) -> None:
    kind.__dataclass_fields__[name].metadata = {"unstamped": True}  # type: ignore[attr-defined]


def _without_parts(module: str, function: str, which: tuple[int, int | None]) -> None:
    holder: Any = import_module(module)
    digest = holder.digest

    def leaving_out(*given: bytes | str) -> bytes:
        kept = list(given)
        if sys._getframe(1).f_code.co_name == function:
            del kept[slice(*which)]
        found = digest(*kept)
        assert isinstance(found, bytes)
        return found

    holder.digest = leaving_out


class Memory:
    """What states are when they are built anew."""

    def __init__(self) -> None:
        self._known: dict[str, Built] = {}
        self._contents: dict[bytes, bytes] = {}

    def build(self, walk: Walk, state: State, order: Order) -> Built:
        """Return what a state is, built anew when it is met for the first time."""
        key = hashlib.sha256(repr((state, order.search, order.archive)).encode()).hexdigest()
        if key not in self._known:
            built = build_anew(walk, state, order)
            # Most files are the same in most states.
            files = built.files and {path: self._contents.setdefault(each, each) for path, each in built.files.items()}
            self._known[key] = Built(built.answer, files)
        return self._known[key]


def noticed(prepare: Callable[[], None] | None, states: int, memory: Memory, seed: int = 1) -> tuple[int, str]:
    """Return at which state a walk notices that something is left out, 0 if at none, and what it says then."""
    before = 0
    for number in range(-(-states // LENGTH)):
        with tempfile.TemporaryDirectory() as folder:
            walk = Walk(Path(folder), seed, number, kills=False, afresh=memory.build, prepare=prepare)
            try:
                before += walk.walk(min(LENGTH, states - before)).states
            except StaleError as error:
                return before + walk.tally.states, str(error)
    return 0, ""


def _rows(states: int, names: list[str]) -> Iterator[tuple[str, int]]:
    memory = Memory()
    for name, prepare in parts().items():
        if not names or any(each in name for each in names):
            yield name, noticed(prepare, states, memory)[0]


def main() -> None:
    """Print for each part at which state it is noticed that it is left out."""
    states = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    for name, state in _rows(states, sys.argv[2:]):
        sys.stdout.write(f"{name:48} {state or 'not noticed'}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
