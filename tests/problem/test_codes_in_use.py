"""Every code of the catalogue is raised somewhere, and some test sees it raised."""

import ast
import re
from pathlib import Path

import pytest

from dossier.problem import CODES
from tests.house import walk

ROOT = Path(__file__).resolve().parents[2]
_CODE = re.compile(r"\b(?:error|warning)\[([a-z0-9-]+)\]")


def raised() -> list[re.Pattern[str]]:
    """Return what each text in the code that could be a code looks like, a gap for each value put into it."""
    patterns = set()
    for module in walk.modules("dossier/**/*.py"):
        if "/catalogue/" in module.path:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in CODES:
                patterns.add(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr):
                told = [str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values]
                if re.fullmatch(r"[a-z]+-[a-z*-]*", "".join(told)):
                    patterns.add("".join(told).replace("*", "[a-z]+"))
    return [re.compile(pattern) for pattern in sorted(patterns)]


def seen() -> set[str]:
    """Return the codes that a bad case brings up, or that a test names."""
    found: set[str] = set()
    for path in ROOT.glob("tests/cases/bad/*/expected.txt"):
        found.update(_CODE.findall(path.read_text("utf-8")))
    for module in walk.modules("tests/**/test_*.py"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update({node.value} | set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", node.value)))
    return found


RAISED, SEEN = raised(), seen()


@pytest.mark.parametrize("code", CODES)
def test_no_code_is_catalogued_that_nothing_raises(code: str) -> None:
    assert any(pattern.fullmatch(code) for pattern in RAISED)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_seen_by_a_test(code: str) -> None:
    assert code in SEEN
