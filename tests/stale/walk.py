"""A walk from one random state of a dossier to the next: each is built in steps and anew, and both must be the same.

Which edits there are is left to `edits` and `damage`; how a process builds, to `builder`.
"""

import gzip
import json
import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from tests.stale.builder import Answer, Builder, Order
from tests.stale.damage import DAMAGES
from tests.stale.edits import Named, content_edits, dealt, other_edits
from tests.stale.state import State, start

LENGTH = 25
"""States of a walk."""
_CONTENT, _OTHERS = 28, 12
"""So many edits of content, and of everything else, are dealt to a walk."""
_TRIES = 6
_SIGN = b"pagefind_dcd"
_SEARCH = "pagefind/"


class StaleError(AssertionError):
    """What was built in steps is not what is built anew. Says after what, and how to see it again."""


@dataclass
class Tally:
    """What a walk came by: states, those of them that were published, kills, and the names of the edits it made."""

    states: int = 0
    published: int = 0
    kills: int = 0
    edits: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Built:
    """What a state is when it is built anew: what was said, and the files of the site, None where none was published."""

    answer: Answer
    files: dict[str, bytes] | None


Afresh = Callable[["Walk", State, Order], Built]


class Walk:
    """One walk in an empty folder. The same seed and number give the same states."""

    def __init__(
        self,
        folder: Path,
        seed: int,
        number: int = 0,
        *,
        kills: bool = True,
        afresh: Afresh | None = None,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        """Prepare a walk.

        With `kills` builds are killed now and then. `afresh` builds a state anew, by default in a new process;
        `prepare` is called first in each process that builds in steps.
        """
        self.name = f"walk {number} of seed {seed}"
        self.live, self.fresh = folder / "live", folder / "fresh"
        self.home, self.bytecode, self._kept = folder / "home", folder / "bytecode", folder / "kept"
        for path in (self.live, self.fresh, self.home, self.bytecode, self._kept):
            path.mkdir()
        self._seed = f"{seed}/{number}"
        self._dice = random.Random()
        self._content, self._others = (
            islice(dealt(f"{seed}/{name}", edits), number * length, None)
            for name, edits, length in (("content", content_edits(), _CONTENT), ("others", other_edits(), _OTHERS))
        )
        self._kills, self._afresh, self._prepare = kills, afresh or build_anew, prepare
        self._state = start(lists_topics=number % 2 == 0)
        self._sound = [self._state]
        self._site: dict[str, bytes] | None = None
        self._seconds = 0.5
        self._log: list[str] = []
        self._builder, self._checker = self._new_builder(), Builder(self.bytecode)
        self.tally = Tally()

    def walk(self, states: int = LENGTH) -> Tally:
        """Go through so many states. Raises `StaleError`."""
        try:
            self._hold(self._lay_out())
            for step in range(1, 10 * states):
                # A kill may leave one thing or another behind, and later steps are to be the same all the same.
                self._dice = random.Random(f"{self._seed}/{step}")
                self._step()
                if self.tally.states >= states:
                    break
        finally:
            self._builder.end()
            self._checker.end()
        return self.tally

    def _step(self) -> None:
        dice = self._dice
        self._log.append(f"state {self.tally.states + 1}:")
        if len(self._sound) > 1 and dice.random() < 0.06:
            self._state = dice.choice(self._sound)
            self._log.append("  back to an earlier state")
        elif dice.random() < 0.08:
            self._log.append("  no edit")
        else:
            # What one edit leaves stale, another one may mend.
            for _ in range(dice.choice((1, 1, 1, 1, 1, 2, 3))):
                deck = self._content if dice.random() < 0.7 else self._others
                self._edit(next(deck), may_fail=dice.random() < 0.12)
        order = self._lay_out()
        if dice.random() < 0.2:
            self._damage()
        if self._kills and dice.random() < 0.15:
            self._kill(order)
            if dice.random() < 0.5:  # more is edited before anybody builds again
                return
        elif dice.random() < 0.2:
            self._log.append("  a new process")
            self._builder.end()
            self._builder = self._new_builder()
        if self._hold(order):
            self._sound = [*self._sound[-5:], self._state]
        else:
            self._state = self._sound[-1]

    def _edit(self, named: Named, *, may_fail: bool) -> None:
        """Make an edit, so that the check finds no error unless it `may_fail`; where that is hard, make none."""
        for _ in range(_TRIES):
            tried = self._state.copy()
            said = named.edit(tried, self._dice)
            if said and (may_fail or self._is_right(tried)):
                self._state = tried
                self._log.append(f"  {named.name}: {said}"[:400])
                self.tally.edits.append(named.name)
                return

    def _is_right(self, state: State) -> bool:
        write(self.fresh, state.files, own=("site", ".cache"))
        write(self.home, state.home)
        order = Order(self.fresh, self.home, state.environment, state.packages, checks_only=True)
        return '"errors": 0,' in self._checker.do(order).checked

    def _damage(self) -> None:
        damage = self._dice.choice(DAMAGES)
        said = damage(self.live, self._kept, self._dice)
        self._log.append(f"  {damage.__name__}: {said}".replace(f"{self.live}/", ""))
        self._site = None

    def _lay_out(self) -> Order:
        """Write the state to the disk and return an order to build it."""
        dice, state = self._dice, self._state
        for root in (self.live, self.fresh):
            write(root, state.files, own=("site", ".cache"))
        write(self.home, state.home)
        return Order(
            self.live,
            self.home,
            state.environment,
            state.packages,
            search=dice.random() < 0.15,
            hurry=dice.random() < 0.2,
            forks=dice.random() < 0.5,
            archive=dice.random() < 0.1,
        )

    def _kill(self, order: Order) -> None:
        """Begin a build and kill it."""
        alone = self._dice.random() < 0.5
        after = self._dice.random() * self._seconds
        self._builder.begin(order)
        self._builder.kill(after, alone=alone)
        self._log.append(f"  a build was killed after {after:.3f} s{' but for its helpers' if alone else ''}")
        self._builder = self._new_builder()
        self.tally.kills += 1
        self._site = None

    def _new_builder(self) -> Builder:
        return Builder(self.bytecode, self._prepare)

    def _hold(self, order: Order) -> bool:
        """Build a state in steps and anew, hold the one against the other, and return whether it was published."""
        begun = time.perf_counter()
        self._builder.begin(order)
        anew = self._afresh(self, self._state, order)
        answer = self._builder.answer()
        self._seconds = min(time.perf_counter() - begun, 2.0)
        self.tally.states += 1
        self.tally.published += answer.published
        told = {"with search": order.search, "in a hurry": order.hurry, "in two processes": order.forks}
        how = [words for words, is_so in told.items() if is_so]
        self._log.append("  " + ", ".join(["published" if answer.published else "faulty", *how]))
        if answer.failure:
            self._fail(f"failure: {answer.failure}")
        for name in ("checked", "built", "published"):
            if getattr(answer, name) != getattr(anew.answer, name):
                self._fail(f"{name}:\n{getattr(answer, name)}\n--- and anew:\n{getattr(anew.answer, name)}")
        site = read(self.live / "site")
        if anew.files is not None:
            self._compare(site, anew.files, is_search_old=answer.is_search_old)
        elif self._site is not None and site != self._site:
            self._fail("a faulty state changed the published site: " + difference(site, self._site))
        self._site = site
        return answer.published

    def _compare(self, site: dict[str, bytes], anew: dict[str, bytes], *, is_search_old: bool) -> None:
        pages, found = apart(site)
        right_pages, right = apart(anew)
        if pages != right_pages:
            self._fail(difference(pages, right_pages))
        if not is_search_old and index(found) != index(right):
            self._fail("search finds something else: " + difference(index(found), index(right)))

    def _fail(self, what: str) -> None:
        raise StaleError(f"{self.name}, after\n{chr(10).join(self._log)}\n{what}")


def build_anew(walk: Walk, _: State, order: Order) -> Built:
    """Build a state in a new process, with neither a cache nor a site to begin with."""
    for name in ("site", ".cache"):
        shutil.rmtree(walk.fresh / name, ignore_errors=True)
    builder = Builder(walk.bytecode)
    try:
        answer = builder.do(replace(order, root=walk.fresh, hurry=False, forks=False))
    finally:
        builder.end()
    return Built(answer, read(walk.fresh / "site") if answer.published else None)


def write(root: Path, files: dict[str, bytes], own: tuple[str, ...] = ()) -> None:
    """Make a folder hold exactly these files, those of its folders `own` apart. Files that are right are left alone."""
    there = set()
    for place, folders, names in os.walk(root):
        folders[:] = [name for name in folders if place != str(root) or name not in own]
        there |= {Path(place, name).relative_to(root).as_posix() for name in names}
    for name in there - files.keys():
        (root / name).unlink()
    for name, content in files.items():
        path = root / name
        if name in there and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def read(site: Path) -> dict[str, bytes]:
    """Return every file of a site by path; a link is told by where it leads."""
    found = {}
    for place, folders, names in os.walk(site):
        for name in (*names, *(name for name in folders if Path(place, name).is_symlink())):
            path = Path(place, name)
            content = os.fsencode(f"-> {path.readlink()}") if path.is_symlink() else path.read_bytes()
            found[path.relative_to(site).as_posix()] = content
    return found


def apart(site: dict[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of a site that are its own, and those of the search index."""
    search = {path: content for path, content in site.items() if path.startswith(_SEARCH)}
    return {path: content for path, content in site.items() if path not in search}, search


def index(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return what a search index holds, page by page, whatever its files are called, and what else lies there."""
    found = {}
    for path, content in files.items():
        if path.endswith(".pf_fragment"):
            page = json.loads(gzip.decompress(content).removeprefix(_SIGN))
            found[page["url"]] = json.dumps(page, sort_keys=True).encode()
        elif not path.endswith((".pf_index", ".pf_meta", ".pf_filter", "-entry.json")):
            found[path] = content
    return found


def difference(one: dict[str, bytes], right: dict[str, bytes]) -> str:
    """Return which files differ, and where the first of them does."""
    more, less = sorted(one.keys() - right.keys()), sorted(right.keys() - one.keys())
    other = sorted(path for path in one.keys() & right.keys() if one[path] != right[path])
    said = f"{len(other)} files differ: {other[:12]}; too many: {more[:5]}; missing: {less[:5]}"
    if other:
        pair = one[other[0]], right[other[0]]
        place = next((at for at, (here, there) in enumerate(zip(*pair, strict=False)) if here != there), 0)
        here, there = (text[max(place - 80, 0) : place + 120] for text in pair)
        said += f"\n{other[0]} has\n{here!r}\n--- and anew\n{there!r}"
    return said
