"""The walls of the house: who may know whom, and who may touch what.

Never lets an exception stand without a reason, nor longer than it is needed.
"""

import re
import tomllib
from collections.abc import Callable

import pytest

from tests.house import walk
from tests.house.walk import Module

GENERATOR = walk.modules("dossier/**/*.py")

EXCEPTIONS = {
    "dossier/cli/minting.py: calls now()": "what `new` writes is dated when somebody asks for it, as a draft to be edited",
    "dossier/cli/minting.py: imports secrets": "the id of an update is minted once, when somebody asks for one",
    "dossier/cli/preview.py: imports http.HTTPStatus": "the preview is a server on this machine",
    "dossier/cli/preview.py: imports http.server.SimpleHTTPRequestHandler": "the preview is a server on this machine",
    "dossier/cli/preview.py: imports http.server.ThreadingHTTPServer": "the preview is a server on this machine",
    "dossier/cli/environment.py: calls open()": "the summary of a workflow's step is a place to print to, like a terminal",
    "dossier/cli/environment.py: imports os": "variables and streams of the process are what the command line works in",
    "dossier/disk/cache.py: imports secrets": "the key that tells our own cache from a planted one is never published",
    "dossier/frames/settings.py: imports os": "`!ENV` in mkdocs.yml means the environment, as it does to MkDocs",
    "dossier/frames/settings.py: pydantic.ValidationError in frames": "it says in the words of mkdocs.yml what the model refuses",
    "dossier/render/card.py: calls read_bytes()": "the font is part of an installed package",
    "dossier/search/pagefind.py: imports os": "the engine works in a folder that it is handed",
    "dossier/search/pagefind.py: imports subprocess": "Pagefind is a program of its own",
    "dossier/yamlfile/parse.py: calls open()": "it opens a mapping or a list, not a file",
}
"""What looks like a breach and is none, or must be one, and why."""


def breaches(finder: Callable[[Module], list[str]], *, but: str = "") -> list[str]:
    """Return what a finder finds outside the room `but`, less the exceptions."""
    found = [breach for module in GENERATOR if module.room != but or not but for breach in finder(module)]
    return [breach for breach in found if nameless(breach) not in EXCEPTIONS]


def nameless(breach: str) -> str:
    return re.sub(r":\d+:", ":", breach)


def test_every_room_of_the_plan_stands_and_no_other() -> None:
    built = {module.room for module in GENERATOR} - {""}
    assert built == set(walk.ROOMS)


def test_a_room_knows_only_rooms_before_it() -> None:
    assert breaches(walk.upward_imports) == []


def test_the_way_in_knows_only_the_top_room() -> None:
    for module in walk.modules("build.py"):
        ours = {name.split(".")[1] for _, name in module.imports() if name.startswith("dossier")}
        assert ours == {"cli"}


def test_a_third_party_stays_in_its_room() -> None:
    assert breaches(walk.foreign_imports) == []


def test_every_third_party_is_asked_for() -> None:
    asked = tomllib.loads((walk.ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    known = {walk.COMES_WITH.get(name, walk.DISTRIBUTION.get(name, name)) for name in walk.THIRD_PARTIES}
    missing = [name for name in known if not any(line.startswith((name + ">", name + "[")) for line in asked)]
    assert missing == []


def test_no_third_party_is_allowed_in_vain() -> None:
    known = {(name.partition(".")[0], module.room) for module in GENERATOR for _, name in module.imports()}
    allowed = {(name, room) for name, rooms in walk.THIRD_PARTIES.items() for room in rooms}
    assert allowed - known == set()


def test_only_disk_touches_files() -> None:
    assert breaches(walk.file_access, but="disk") == []


def test_nothing_published_reads_a_clock_or_draws_lots() -> None:
    assert breaches(walk.chance) == []


def test_only_cli_prints() -> None:
    assert breaches(walk.prints, but="cli") == []


def test_no_exception_outlives_its_need() -> None:
    finders = (walk.upward_imports, walk.foreign_imports, walk.file_access, walk.chance, walk.prints)
    found = {nameless(breach) for module in GENERATOR for finder in finders for breach in finder(module)}
    assert set(EXCEPTIONS) - found == set()


@pytest.mark.parametrize(
    ("finder", "path", "source"),
    [
        (walk.upward_imports, "dossier/model/x.py", "from dossier.pipeline import run"),
        (walk.upward_imports, "dossier/model/x.py", "def f():\n    import dossier.check.rules"),
        (walk.upward_imports, "dossier/model/x.py", "from dossier import cli"),
        (walk.upward_imports, "dossier/model/x.py", "from ..pages import plan"),
        (walk.upward_imports, "dossier/cli/x.py", "from dossier.helpers import f"),
        (walk.upward_imports, "dossier/__init__.py", "from dossier.model import Claim"),
        (walk.foreign_imports, "dossier/library/x.py", "import pydantic"),
        (walk.foreign_imports, "dossier/render/x.py", "def f():\n    from mkdocs.config import load_config"),
        (walk.foreign_imports, "dossier/cli/x.py", "import requests"),
        (walk.file_access, "dossier/pages/x.py", "import os.path"),
        (walk.file_access, "dossier/pages/x.py", "from urllib import request"),
        (walk.file_access, "dossier/pages/x.py", "open('x')"),
        (walk.file_access, "dossier/pages/x.py", "path.read_text('utf-8')"),
        (walk.file_access, "dossier/pages/x.py", "old.replace(new)"),
        (walk.chance, "dossier/feeds/x.py", "datetime.datetime.now(UTC)"),
        (walk.chance, "dossier/feeds/x.py", "from datetime import date\ndate.today()"),
        (walk.chance, "dossier/feeds/x.py", "from time import time"),
        (walk.chance, "dossier/feeds/x.py", "import time\nstamp = time.gmtime()"),
        (walk.chance, "dossier/feeds/x.py", "import random"),
        (walk.prints, "dossier/pipeline/x.py", "print('x')"),
        (walk.prints, "dossier/pipeline/x.py", "import sys\nsys.stderr.write('x')"),
        (walk.docstring_faults, "dossier/pipeline/x.py", "x = 1"),
        (walk.docstring_faults, "dossier/pipeline/x.py", '"""Runs."""'),
    ],
)
def test_a_breach_is_seen(finder: Callable[[Module], list[str]], path: str, source: str) -> None:
    assert len(finder(Module(path, source))) == 1


@pytest.mark.parametrize(
    ("finder", "path", "source"),
    [
        (
            walk.upward_imports,
            "dossier/pipeline/x.py",
            "from dossier.disk import publish\nfrom dossier import __version__",
        ),
        (walk.upward_imports, "dossier/model/x.py", "from .words import Line"),
        (walk.foreign_imports, "dossier/model/x.py", "import re\nfrom pydantic import Field"),
        (walk.file_access, "dossier/pages/x.py", "'a'.replace('a', 'b')\nday.replace(day=1)\nfrom urllib import parse"),
        (walk.chance, "dossier/pipeline/x.py", "import time\nstart = time.perf_counter()"),
        (walk.prints, "dossier/pipeline/x.py", "report.print('x')"),
        (walk.docstring_faults, "dossier/pipeline/x.py", '"""Runs.\n\nWalking is left to others.\n"""'),
    ],
)
def test_what_is_allowed_is_left_alone(finder: Callable[[Module], list[str]], path: str, source: str) -> None:
    assert finder(Module(path, source)) == []
