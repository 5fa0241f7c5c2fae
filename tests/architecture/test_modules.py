"""How long a module may be, what its docstring says, and which names say too little."""

import ast
import re
from pathlib import Path

from tests.architecture import module_rules

GENERATOR = module_rules.modules("dossier/**/*.py", "build.py", "bench/**/*.py")
ALL = GENERATOR + module_rules.modules("tests/**/*.py")
LONGEST = 400
VAGUE_NAMES = {
    *(
        "base",
        "common",
        "core",
        "data",
        "entries",
        "entry",
        "handler",
        "handlers",
        "helper",
        "helpers",
        "item",
        "items",
    ),
    *("manager", "managers", "misc", "stuff", "tools", "util", "utils"),
}
TERMS = {"MergeBase"}
"""Terms of the field that have such a word in them."""


def test_no_module_is_too_long() -> None:
    assert [module.path for module in ALL if module.source.count("\n") > LONGEST] == []


def test_every_module_says_what_it_does_and_what_it_leaves_to_others() -> None:
    assert [fault for module in GENERATOR for fault in module_rules.docstring_faults(module)] == []


def test_no_module_has_a_vague_name() -> None:
    for module in ALL:
        assert not VAGUE_NAMES & set(Path(module.path).with_suffix("").parts), module.path


def test_no_class_has_a_vague_name() -> None:
    for module in GENERATOR:
        for node in module.nodes:
            if isinstance(node, ast.ClassDef):
                words = {word.lower() for word in re.findall(r"[A-Z][a-z]+", node.name)}
                # A subclass of somebody else's FeedEntry or RequestHandler may say so.
                words -= {word.lower() for base in node.bases for word in re.findall(r"[A-Z][a-z]+", ast.unparse(base))}
                assert node.name in TERMS or not VAGUE_NAMES & words, f"{module.path}:{node.lineno}: {node.name}"
