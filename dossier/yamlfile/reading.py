"""A YAML file's text or bytes to a tree of strings, quickly where nothing is amiss.

Never keeps places: `locate` finds them again for the few files that need them.
"""

from yaml import YAMLError

from dossier.problem import Problem, Span
from dossier.yamlfile.characters import clean, decode
from dossier.yamlfile.parse import Tree, UncleanError, walk
from dossier.yamlfile.recorder import Trace

# What only a traced walk examines: comments, escapes, words for "nothing".
_WORTH_A_LOOK = (" #", "\t#", "\\", "~", "null", "Null", "NULL")


def read(source: str | bytes, file: str) -> tuple[Tree | None, list[Problem]]:
    """Return what a YAML file holds, and what is amiss with it, each with its span.

    Every scalar is a str; a key with nothing behind it is left out. The tree is None where nothing usable could be
    read; where it is not None, it can be used further even beside problems. Never raises for any input.
    """
    text, problems = decode(source, file)
    if text is None:
        return None, problems
    cleaned, problems = clean(text, file)
    return read_clean(cleaned, file, problems)


def read_clean(text: str, file: str, problems: list[Problem]) -> tuple[Tree | None, list[Problem]]:
    """Return the tree of a text without refused characters, and `problems` with those of its YAML behind them."""
    if not problems and not any(sign in text for sign in _WORTH_A_LOOK):
        try:
            tree = walk(text)
        except (UncleanError, YAMLError):
            pass
        else:
            return tree, [] if tree is not None else [_empty(file)]
    if any(problem.code == "merge-conflict" for problem in problems):
        return None, problems  # two versions at once: whatever else it says of them would mislead
    trace = Trace(text, file)
    tree = walk(text, trace)
    if tree is None and not problems and not trace.problems:
        trace.problems.append(_empty(file))
    return tree, [*problems, *trace.problems]


def _empty(file: str) -> Problem:
    return Problem("empty-file", "there is nothing in this file", Span(file), "fill it in, or delete the file")
