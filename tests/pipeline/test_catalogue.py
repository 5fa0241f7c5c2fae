"""The catalogue has every declared code once; every code is raised somewhere, and some test sees it raised."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.pipeline.catalogue import CODES
from dossier.problem import Area, Code
from tests.architecture import module_rules

ROOT = Path(__file__).resolve().parents[2]
_CODE = re.compile(r"\b(?:error|warning)\[([a-z0-9-]+)\]")


def declared() -> Iterator[tuple[str, str]]:
    """Yield constant and code name of each `NAME = Code("name", …)` in the generator."""
    for module in module_rules.modules("dossier/**/*.py"):
        for node in module.tree.body:
            match node:
                case ast.Assign(
                    targets=[ast.Name(id=constant)],
                    value=ast.Call(func=ast.Name(id="Code"), args=[ast.Constant(value=str(name)), *_]),
                ):
                    yield constant, name


def used() -> set[str]:
    """Return every name that some module of the generator reads."""
    names: set[str] = set()
    for module in module_rules.modules("dossier/**/*.py"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                names.add(node.id)
            elif isinstance(node, ast.Attribute):
                names.add(node.attr)
    return names


def seen() -> set[str]:
    """Return the codes that a bad case brings up, or that a test names."""
    found: set[str] = set()
    for path in ROOT.glob("tests/cases/bad/*/expected.txt"):
        found.update(_CODE.findall(path.read_text("utf-8")))
    for module in module_rules.modules("tests/**/test_*.py"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update({node.value} | set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", node.value)))
    return found


DECLARED, USED, SEEN = list(declared()), used(), seen()


def test_the_catalogue_has_each_declared_code_once() -> None:
    assert Counter(code.name for code in CODES) == Counter(name for _, name in DECLARED)


def test_codes_are_listed_area_by_area() -> None:
    areas = list(Area)
    assert [code.area for code in CODES] == sorted((code.area for code in CODES), key=areas.index)
    assert {code.area for code in CODES} == set(areas)


@pytest.mark.parametrize(("constant", "name"), DECLARED)
def test_a_constant_bears_the_name_of_its_code_and_is_used(constant: str, name: str) -> None:
    assert constant == name.upper().replace("-", "_")
    assert constant in USED


@pytest.mark.parametrize("code", CODES, ids=str)
def test_each_code_has_a_plain_name_a_meaning_and_a_remedy(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    for words in (code.meaning, code.remedy):
        assert not words[0].islower()
        assert words.endswith(".")
        assert "  " not in words
    assert code.severity in {"error", "warning"}


@pytest.mark.parametrize("code", CODES, ids=str)
def test_every_code_is_seen_by_a_test(code: Code) -> None:
    assert code.name in SEEN
