"""The rules for modules: each function reads a module as a syntax tree and returns what breaks its rule.

Modules are not imported, so what stands inside a function counts too. The exceptions are left to the tests.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

ROOMS = (
    "model",
    "wording",
    "problem",
    "yamlfile",
    "evidence",
    "binding",
    "linked",
    "library",
    "check",
    "pages",
    "exports",
    "render",
    "feeds",
    "frames",
    "search",
    "disk",
    "pipeline",
    "authoring",
    "cli",
)
"""From the ground up: a room imports only rooms before it in this list."""

PACKAGES = {
    "PIL": {"render"},
    "anyascii": {"model"},
    "chardet": {"authoring"},
    "confusable_homoglyphs": {"yamlfile"},
    "feedgen": {"feeds"},
    "frontmatter": {"yamlfile"},
    "ftfy": {"authoring"},
    "jinja2": {"render"},
    "lxml": {"feeds", "authoring"},
    "langcodes": {"model"},
    "markdown_it": {"render", "wording", "authoring"},
    "markupsafe": {"render"},
    "mkdocs": {"frames"},
    "pagefind": {"search"},
    "pydantic": {"model", "binding", "exports"},
    "pydantic_core": {"model", "binding", "exports"},
    "pybtex": {"authoring"},
    "pypdf": {"authoring"},
    "regex": {"yamlfile", "evidence"},
    "rich": {"cli"},
    "ruamel": {"authoring"},
    "trafilatura": {"authoring"},
    "typing_extensions": {"exports"},
    "yaml": {"yamlfile", "frames"},
}
"""Which rooms may import which package."""

PART_OF = {"markupsafe": "jinja2", "pydantic_core": "pydantic", "typing_extensions": "pydantic"}
"""Packages that are part of another one's interface."""

DISTRIBUTION = {
    "PIL": "pillow",
    "confusable_homoglyphs": "confusable-homoglyphs",
    "frontmatter": "python-frontmatter",
    "markdown_it": "markdown-it-py",
    "ruamel": "ruamel-yaml",
    "yaml": "pyyaml",
}
"""The name by which a package is installed, where it differs from the one that is imported."""

OUTSIDE_MODULES = frozenset(
    "fcntl fileinput glob http mmap msvcrt os shutil socket sqlite3 ssl subprocess tempfile urllib.request zipfile".split()
)
"""Modules of the standard library that touch files, processes or the network."""

FILE_CALLS = frozenset(
    "chmod exists glob hardlink_to is_dir is_file is_symlink iterdir link_to lstat mkdir open read_bytes read_text "
    "readlink rename rglob rmdir samefile stat symlink_to touch unlink walk write_bytes write_text".split()
)
"""Methods that only a path has."""

RANDOM_MODULES = frozenset({"locale", "random", "secrets", "uuid"})
DURATIONS = frozenset({"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "sleep"})
"""What `time` offers that does not depend on the time of day."""
CLOCK_CALLS = frozenset({"now", "today", "utcnow"})


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root of the repository, and its text."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source, self.path)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    @property
    def room(self) -> str:
        """The room that it is in, or an empty text for a file outside the rooms."""
        parts = Path(self.path).with_suffix("").parts
        return parts[1] if parts[0] == "dossier" and len(parts) > 1 and parts[1] != "__init__" else ""

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield line and full name of every import, also inside functions; `from a import b` is `a.b`."""
        package = Path(self.path).with_suffix("").parts
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = ".".join(package[: len(package) - node.level]) if node.level else ""
                start = ".".join(part for part in (base, node.module) if part)
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)

    def calls(self) -> Iterator[tuple[ast.Call, str, bool]]:
        """Yield every call with the last part of the name that is called, and whether that is an attribute."""
        for node in self.nodes:
            if isinstance(node, ast.Call):
                if isinstance(node.func, ast.Attribute):
                    yield node, node.func.attr, True
                elif isinstance(node.func, ast.Name):
                    yield node, node.func.id, False


def modules(*patterns: str) -> tuple[Module, ...]:
    """Return the modules below the root that match, in order."""
    paths = sorted({path for pattern in patterns for path in ROOT.glob(pattern)})
    return tuple(Module(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths)


def _is_in(name: str, modules: frozenset[str]) -> bool:
    return any(name == module or name.startswith(module + ".") for module in modules)


def upward_imports(module: Module) -> list[str]:
    """Return the imports of rooms that are not below the module's own."""
    breaches = []
    for line, name in module.imports():
        top, _, rest = name.partition(".")
        known = rest.partition(".")[0]
        if top != "dossier" or known in {module.room, "__version__"}:
            continue
        if known not in ROOMS:
            breaches.append(f"{module.path}:{line}: {name} is in no room")
        elif module.room not in ROOMS or ROOMS.index(known) > ROOMS.index(module.room):
            breaches.append(f"{module.path}:{line}: {module.room or 'no room'} imports {known}")
    return breaches


def foreign_imports(module: Module) -> list[str]:
    """Return the imports of packages in rooms that may not import them."""
    return [
        f"{module.path}:{line}: {name} in {module.room or 'no room'}"
        for line, name in module.imports()
        if (top := name.partition(".")[0]) not in sys.stdlib_module_names | {"dossier"}
        and module.room not in PACKAGES.get(top, set())
    ]


def file_access(module: Module) -> list[str]:
    """Return what reads or writes files, starts processes or opens connections."""
    breaches = [
        f"{module.path}:{line}: imports {name}" for line, name in module.imports() if _is_in(name, OUTSIDE_MODULES)
    ]
    for call, name, attribute in module.calls():
        # `str.replace` takes two words, `datetime.replace` takes keywords, `Path.replace` takes one path.
        moves = attribute and name == "replace" and len(call.args) == 1 and not call.keywords
        if moves or (attribute and name in FILE_CALLS) or (not attribute and name == "open"):
            breaches.append(f"{module.path}:{call.lineno}: calls {name}()")
    return breaches


def nondeterminism(module: Module) -> list[str]:
    """Return what gives another result at another time or on another machine."""
    found = [(line, f"imports {name}") for line, name in module.imports() if _is_in(name, RANDOM_MODULES)]
    found += [
        (line, f"imports {name}")
        for line, name in module.imports()
        if name.startswith("time.") and name.removeprefix("time.") not in DURATIONS
    ]
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "time":
            found += [(node.lineno, f"asks time.{node.attr}")] if node.attr not in DURATIONS else []
    found += [
        (call.lineno, f"calls {name}()")
        for call, name, attribute in module.calls()
        if attribute and name in CLOCK_CALLS
    ]
    return [f"{module.path}:{line}: {what}" for line, what in sorted(found)]


def prints(module: Module) -> list[str]:
    """Return what writes to the terminal."""
    written = [call.lineno for call, name, attribute in module.calls() if name == "print" and not attribute]
    streams = [
        node.lineno
        for node in module.nodes
        if isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr", "__stdout__", "__stderr__"}
        if isinstance(node.value, ast.Name) and node.value.id == "sys"
    ]
    return [f"{module.path}:{line}: writes to the terminal" for line in sorted(written + streams)]


def docstring_faults(module: Module) -> list[str]:
    """Return what the module's docstring lacks: what the module does, and then what it leaves to others."""
    paragraphs = re.split(r"\n\s*\n", (ast.get_docstring(module.tree) or "").strip())
    if not paragraphs[0]:
        return [f"{module.path}: no docstring"]
    if len(paragraphs) < 2:
        return [f"{module.path}: its docstring does not say what it leaves to others"]
    return []
