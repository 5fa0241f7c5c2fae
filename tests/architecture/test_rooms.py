"""What a room may import and use. Each exception has a reason, and goes when it is no longer needed."""

import re
import tomllib
from collections.abc import Callable

import pytest

from tests.architecture import module_rules
from tests.architecture.module_rules import Module

GENERATOR = module_rules.modules("dossier/*/**/*.py", "dossier/__init__.py")

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
"""What is allowed although a rule forbids it, and why."""


def breaches(rule: Callable[[Module], list[str]], *, except_in: str = "") -> list[str]:
    """Return what breaks a rule outside the room `except_in`, without the exceptions."""
    found = [breach for module in GENERATOR if not except_in or module.room != except_in for breach in rule(module)]
    return [breach for breach in found if without_line(breach) not in EXCEPTIONS]


def without_line(breach: str) -> str:
    return re.sub(r":\d+:", ":", breach)


def test_the_list_of_rooms_is_complete() -> None:
    built = {module.room for module in GENERATOR} - {""}
    assert built == set(module_rules.ROOMS)


def test_a_room_imports_only_rooms_below_it() -> None:
    assert breaches(module_rules.upward_imports) == []


def test_the_start_of_the_program_imports_only_the_top_room() -> None:
    def ours(path: str) -> set[str]:
        (module,) = module_rules.modules(path)
        return {name.split(".")[1] for _, name in module.imports() if name.startswith("dossier")}

    assert ours("build.py") == {"__main__"}
    assert ours("dossier/__main__.py") == {"cli"}


def test_a_package_is_imported_only_in_its_rooms() -> None:
    assert breaches(module_rules.foreign_imports) == []


def test_every_imported_package_is_required() -> None:
    required = tomllib.loads((module_rules.ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    imported = {
        module_rules.PART_OF.get(name, module_rules.DISTRIBUTION.get(name, name)) for name in module_rules.PACKAGES
    }
    missing = [name for name in imported if not any(line.startswith((name + ">", name + "[")) for line in required)]
    assert missing == []


def test_every_allowed_package_is_imported() -> None:
    imported = {(name.partition(".")[0], module.room) for module in GENERATOR for _, name in module.imports()}
    allowed = {(name, room) for name, rooms in module_rules.PACKAGES.items() for room in rooms}
    assert allowed - imported == set()


def test_only_disk_touches_files() -> None:
    assert breaches(module_rules.file_access, except_in="disk") == []


def test_nothing_depends_on_the_time_or_on_chance() -> None:
    assert breaches(module_rules.nondeterminism) == []


def test_only_cli_prints() -> None:
    assert breaches(module_rules.prints, except_in="cli") == []


def test_every_exception_is_still_needed() -> None:
    rules = (
        module_rules.upward_imports,
        module_rules.foreign_imports,
        module_rules.file_access,
        module_rules.nondeterminism,
        module_rules.prints,
    )
    found = {without_line(breach) for module in GENERATOR for rule in rules for breach in rule(module)}
    assert set(EXCEPTIONS) - found == set()


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        (module_rules.upward_imports, "dossier/model/x.py", "from dossier.pipeline import run"),
        (module_rules.upward_imports, "dossier/model/x.py", "def f():\n    import dossier.check.rules"),
        (module_rules.upward_imports, "dossier/model/x.py", "from dossier import cli"),
        (module_rules.upward_imports, "dossier/model/x.py", "from ..pages import plan"),
        (module_rules.upward_imports, "dossier/cli/x.py", "from dossier.helpers import f"),
        (module_rules.upward_imports, "dossier/__init__.py", "from dossier.model import Claim"),
        (module_rules.foreign_imports, "dossier/library/x.py", "import pydantic"),
        (module_rules.foreign_imports, "dossier/render/x.py", "def f():\n    from mkdocs.config import load_config"),
        (module_rules.foreign_imports, "dossier/cli/x.py", "import requests"),
        (module_rules.file_access, "dossier/pages/x.py", "import os.path"),
        (module_rules.file_access, "dossier/pages/x.py", "from urllib import request"),
        (module_rules.file_access, "dossier/pages/x.py", "open('x')"),
        (module_rules.file_access, "dossier/pages/x.py", "path.read_text('utf-8')"),
        (module_rules.file_access, "dossier/pages/x.py", "old.replace(new)"),
        (module_rules.nondeterminism, "dossier/feeds/x.py", "datetime.datetime.now(UTC)"),
        (module_rules.nondeterminism, "dossier/feeds/x.py", "from datetime import date\ndate.today()"),
        (module_rules.nondeterminism, "dossier/feeds/x.py", "from time import time"),
        (module_rules.nondeterminism, "dossier/feeds/x.py", "import time\nstamp = time.gmtime()"),
        (module_rules.nondeterminism, "dossier/feeds/x.py", "import random"),
        (module_rules.prints, "dossier/pipeline/x.py", "print('x')"),
        (module_rules.prints, "dossier/pipeline/x.py", "import sys\nsys.stderr.write('x')"),
        (module_rules.docstring_faults, "dossier/pipeline/x.py", "x = 1"),
        (module_rules.docstring_faults, "dossier/pipeline/x.py", '"""Runs."""'),
    ],
)
def test_a_breach_is_found(rule: Callable[[Module], list[str]], path: str, source: str) -> None:
    assert len(rule(Module(path, source))) == 1


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        (
            module_rules.upward_imports,
            "dossier/pipeline/x.py",
            "from dossier.disk import publish\nfrom dossier import __version__",
        ),
        (module_rules.upward_imports, "dossier/model/x.py", "from .words import Line"),
        (module_rules.foreign_imports, "dossier/model/x.py", "import re\nfrom pydantic import Field"),
        (
            module_rules.file_access,
            "dossier/pages/x.py",
            "'a'.replace('a', 'b')\nday.replace(day=1)\nfrom urllib import parse",
        ),
        (module_rules.nondeterminism, "dossier/pipeline/x.py", "import time\nstart = time.perf_counter()"),
        (module_rules.prints, "dossier/pipeline/x.py", "report.print('x')"),
        (module_rules.docstring_faults, "dossier/pipeline/x.py", '"""Runs.\n\nWalking is left to others.\n"""'),
    ],
)
def test_what_is_allowed_is_no_breach(rule: Callable[[Module], list[str]], path: str, source: str) -> None:
    assert rule(Module(path, source)) == []
