"""The form of the house: how long a module may be, what it is called, what it says of itself.

Never judges what a machine cannot: whether a name is good is for people to say.
"""

import ast
import re
from pathlib import Path

from tests.house import walk

OURS = walk.modules("dossier/**/*.py", "build.py", "bench/**/*.py")
ALL = OURS + walk.modules("tests/**/*.py")
LONGEST = 400
NO_NAMES = {
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


def test_no_module_is_longer_than_a_reader_bears() -> None:
    assert [module.path for module in ALL if module.source.count("\n") > LONGEST] == []


def test_every_module_says_what_it_does_and_what_it_refuses_to_do() -> None:
    assert [fault for module in OURS for fault in walk.docstring_faults(module)] == []


def test_no_module_is_named_after_nothing() -> None:
    for module in ALL:
        assert not NO_NAMES & set(Path(module.path).with_suffix("").parts), module.path


def test_no_class_is_named_after_nothing() -> None:
    for module in OURS:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                words = {word.lower() for word in re.findall(r"[A-Z][a-z]+", node.name)}
                # A subclass of somebody else's FeedEntry or RequestHandler may say so.
                words -= {word.lower() for base in node.bases for word in re.findall(r"[A-Z][a-z]+", ast.unparse(base))}
                assert not NO_NAMES & words, f"{module.path}:{node.lineno}: {node.name}"
