"""Builds and checks in a process of its own, with the limits, the home and the packages that a walk asks for.

Each process is forked from one that imported everything and built nothing. Walking is left to `walk`.
"""

import importlib.metadata
import multiprocessing
import os
import pkgutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import jinja2

import dossier
from dossier.check.sources import UNUSED_PARTY
from dossier.disk import PublishError
from dossier.model import Brief
from dossier.pages.social_card import Card
from dossier.pipeline import load as loading
from dossier.pipeline.build import build
from dossier.pipeline.load import load
from dossier.problem import Problem, Span
from dossier.problem.report import as_json

CLAIMS, LINES = 4, 5
"""So many claims and lines a page holds at most, so that a small dossier has pages of periods."""

_MADE_BY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "page": (("render",), ("python", "jinja2", "markupsafe", "markdown-it-py")),
    "title": (("pages",), ()),
    "feed": (("feeds",), ("python", "feedgen", "lxml")),
    "download": (("exports",), ("python",)),
    "schema": (("exports",), ("pydantic",)),
    "card": (("render",), ("pillow", "font-source-serif-pro")),
    "frame": (
        ("frames", "pipeline"),
        ("python", "jinja2", "markupsafe", "mkdocs", "mkdocs-material", "markdown", "pymdown-extensions"),
    ),
    "asset": (("pipeline",), ()),
    "index": (("search",), ("pagefind",)),
    "record": (("binding",), ("python", "pyyaml", "python-frontmatter", "pydantic-core")),
    "claim": (("linked",), ()),
    "problem": (("check",), ()),
}
"""The rooms and packages that make a thing: a new version of any of them makes it differently."""
ROOMS = sorted({room for rooms, _ in _MADE_BY.values() for room in rooms})
PACKAGES = sorted({name for _, names in _MADE_BY.values() for name in names})
_REAL_PYTHON = sys.version
_REAL_VERSION = importlib.metadata.version


@dataclass(frozen=True)
class Order:
    """What a process is to do in the folder `root`: check it, and where `checks_only` is not set build it, too."""

    root: Path
    home: Path
    environment: Mapping[str, str]
    packages: Mapping[str, int]
    search: bool = False
    hurry: bool = False
    forks: bool = False
    archive: bool = False
    checks_only: bool = False


@dataclass(frozen=True)
class Answer:
    """What came of it: the problems of the check and of the build as JSON, whether a site was published, and a traceback."""

    checked: str = ""
    built: str = ""
    published: bool = False
    is_search_old: bool = False
    failure: str = ""


class Builder:
    """A process that builds and checks, and lasts until it is ended or killed."""

    def __init__(self, bytecode: Path, prepare: Callable[[], None] | None = None) -> None:
        """Start the process. Templates are compiled once into `bytecode`; `prepare` is called there before all else."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__, "dossier.frames.engine"])
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, bytecode, prepare))
        self._process.start()
        theirs.close()

    def begin(self, order: Order) -> None:
        """Hand in an order."""
        self._pipe.send(order)

    def answer(self) -> Answer:
        """Return what came of the order."""
        found = self._pipe.recv()
        assert isinstance(found, Answer)
        return found

    def do(self, order: Order) -> Answer:
        """Hand in an order and return what came of it."""
        self.begin(order)
        return self.answer()

    def kill(self, after: float, *, alone: bool) -> None:
        """Kill the process after so many seconds, `alone` or with its helpers."""
        time.sleep(after)
        assert self._process.pid is not None
        (os.kill if alone else os.killpg)(self._process.pid, signal.SIGKILL)
        self._process.join()
        self._pipe.close()

    def end(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.join()


def _work(pipe: Connection, bytecode: Path, prepare: Callable[[], None] | None) -> None:
    os.setpgid(0, 0)
    _prepare(bytecode)
    if prepare is not None:
        prepare()
    while True:
        try:
            order = pipe.recv()
        except EOFError:
            return
        try:
            answer = _done(order)
        except Exception:  # noqa: BLE001 - the walk tells of it
            answer = Answer(failure=traceback.format_exc())
        pipe.send(answer)


def _done(order: Order) -> Answer:
    _now.order = order
    sys.version = f"{_REAL_PYTHON} {order.packages.get('python', 0)}"
    for name in [name for name in os.environ if name.startswith("FERRY_")]:
        del os.environ[name]
    os.environ.update(order.environment)
    _set("HOME", order.home)
    _set("CODE", order.home / "dossier")
    _set("_WORTH_A_FORK", 1 if order.forks else sys.maxsize)
    archive = order.root / "archive" if order.archive else None
    checked = as_json(load(order.root, archive).problems)
    if order.checks_only:
        return Answer(checked)
    try:
        report = build(order.root, archive=archive, search=order.search, hurry=order.hurry)
    except PublishError as error:
        return Answer(checked, str(error))
    return Answer(checked, as_json(report.problems), report.count is not None, report.is_search_old)


class _Now:
    """The order that is being done."""

    order: Order


_now = _Now()


def _set(name: str, value: object) -> None:
    """Give a name another value in every module of the generator where it stands for one of that type."""
    for path, module in list(sys.modules.items()):
        if path.startswith("dossier.") and type(getattr(module, name, None)) is type(value):
            setattr(module, name, value)


def _version(name: str) -> str:
    return f"{_REAL_VERSION(name)}.{_now.order.packages.get(name, 0)}"


def _mark(sort: str) -> str:
    """Return what tells by which versions of the room and the packages a thing of some sort was made."""
    rooms, packages = _MADE_BY[sort]
    code = [f"{room} {(_now.order.home / code_of(room)).read_text('utf-8').split()[-1]}" for room in rooms]
    renewed = _now.order.packages
    return ", ".join([*code, *(f"{name} {renewed[name]}" for name in packages if name in renewed)])


def code_of(room: str) -> str:
    """Return the path of the file that stands for a room's code, below the generator's home."""
    return f"dossier/{room}/code.py"


def _wrap(module: str, name: str, wrapper: Callable[..., Any]) -> None:
    """Replace a function or method of the generator by `wrapper`, which gets the original before its own arguments."""
    holder: Any = import_module(f"dossier.{module}")
    for part in name.split(".")[:-1]:
        holder = getattr(holder, part)
    name = name.rpartition(".")[2]
    before = getattr(holder, name)
    setattr(holder, name, lambda *given, **named: wrapper(before, *given, **named))


def _prepare(bytecode: Path) -> None:
    """Lower the limits, and let all that is made tell who made it."""
    _set("CLAIMS", CLAIMS)
    _set("LINES", LINES)
    _set("_QUICK", 0)
    _set("version", _version)
    _wrap("render.renderer", "Renderer.page", _marked_page)
    _wrap("pages.page", "Page.__init__", _titled)
    _wrap("feeds.write_feeds", "FeedWriter.write", lambda made, *given: made(*given) + _mark("feed").encode())
    _wrap("exports.write_downloads", "_download", lambda made, *given: made(*given) + _mark("download").encode())
    _wrap("exports.write_downloads", "_pretty", lambda made, *given: made(*given) + _mark("schema").encode())
    # A picture that shows all there is of a card is quicker than a drawn one, and tells more of them apart.
    _wrap("render.card", "draw", _marked_card)
    _wrap("frames.frames", "fix_theme_html", _marked_frame)
    _wrap("pipeline.theme", "lean", lambda made, *given: made(*given) + f"/* {_mark('asset')} */".encode())
    _wrap("pipeline.search_index", "make_index", _marked_index)
    _wrap("pipeline.read_records", "bind_partially", _marked_record)
    _wrap("library.linking", "link_claims", _marked_claims)
    _wrap("pipeline.load", "check", _marked_problems)
    init = jinja2.Environment.__init__

    def with_bytecode(self: jinja2.Environment, *given: Any, **named: Any) -> None:
        init(self, *given, **named)
        self.bytecode_cache = jinja2.FileSystemBytecodeCache(str(bytecode))

    jinja2.Environment.__init__ = with_bytecode  # type: ignore[method-assign]


def _marked_page(made: Callable[..., Any], *given: Any) -> Any:
    body = made(*given)
    return replace(body, html=f"{body.html}<!-- {_mark('page')} -->")


def _marked_card(_: object, card: Card) -> bytes | None:
    # As with a font that lacks a letter.
    return None if "lantern" in card.title else f"{card!r} {_mark('card')}".encode()


def _marked_frame(made: Callable[..., str], html: str) -> str:
    return made(html).replace("</body>", f"<!-- {_mark('frame')} --></body>")


def _titled(made: Callable[..., None], *given: Any, title: str, **named: Any) -> None:
    made(*given, title=f"{title} ({_mark('title')})", **named)


def _marked_index(made: Callable[..., dict[str, bytes]], *given: Any) -> dict[str, bytes]:
    return {**made(*given), "pagefind/made-by.txt": _mark("index").encode()}


def _marked_record(made: Callable[..., Any], *given: Any) -> Any:
    record, *rest = made(*given)
    if isinstance(record, Brief):
        record = record.model_copy(update={"title": f"{record.title} [{_mark('record')}]"})
    return record, *rest


def _marked_claims(made: Callable[..., dict[str, Any]], *given: Any) -> dict[str, Any]:
    return {
        key: replace(linked, brief_title=f"{linked.brief_title} ({_mark('claim')})")
        for key, linked in made(*given).items()
    }


def _marked_problems(made: Callable[..., list[Problem]], *given: Any) -> list[Problem]:
    found, mark = made(*given), _mark("problem")
    # Every second version of the rules finds fault with something.
    if mark.endswith(("1", "3", "5", "7", "9")):
        found.append(Problem(UNUSED_PARTY, f"found by {mark}", Span(loading.SETTINGS)))
    return found


for _found in pkgutil.walk_packages(dossier.__path__, "dossier."):
    # What a module imports late must be there before limits are lowered.
    if not _found.name.startswith(("dossier.cli", "dossier.pipeline.mkdocs_hook")):
        import_module(_found.name)
