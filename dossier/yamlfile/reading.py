"""Reads the text or bytes of a YAML file into a tree of strings, fast where nothing is wrong.

Places are left to `locate`, which finds them again for the few files that need them.
"""

from yaml import YAMLError

from dossier.problem import Area, Code, Problem, Span
from dossier.yamlfile.characters import LONE_RETURN, MERGE_CONFLICT, clean, decode
from dossier.yamlfile.parse import NeedsRecorderError, Tree, parse
from dossier.yamlfile.recorder import Recorder

EMPTY_FILE = Code(
    "empty-file",
    Area.YAML,
    "error",
    "The file has only blank lines and comments.",
    "Fill the file in, or delete it.",
)

# What only a recorder examines: comments, escapes, words for "nothing".
_SUSPICIOUS = (" #", "\t#", '"#', "'#", "\\", "~", "null", "Null", "NULL")


def read(source: str | bytes, file: str) -> tuple[Tree | None, list[Problem]]:
    """Return the tree of a YAML file, and its problems with their spans. No input raises.

    Every scalar is a str; a key with nothing behind it is left out. The tree is None where nothing usable could be read;
    a tree beside problems can be used to find more of them.
    """
    text, problems = decode(source, file)
    if text is None:
        return None, problems
    cleaned, problems = clean(text, file)
    return read_clean(cleaned, file, problems)


def read_clean(text: str, file: str, problems: list[Problem]) -> tuple[Tree | None, list[Problem]]:
    """Return the tree of a text without refused characters, and its problems behind the given ones."""
    if not problems and not any(sign in text for sign in _SUSPICIOUS):
        try:
            tree = parse(text)
        except (NeedsRecorderError, YAMLError):
            pass
        else:
            return tree, [] if tree is not None else [_empty(file)]
    if any(problem.code == MERGE_CONFLICT or problem.message.startswith(LONE_RETURN) for problem in problems):
        return None, problems  # other problems of two versions in one text, or of broken lines, would mislead
    recorder = Recorder(text, file)
    tree = parse(text, recorder)
    if tree is None and not problems and not recorder.problems:
        recorder.problems.append(_empty(file))
    return tree, [*problems, *recorder.problems]


def _empty(file: str) -> Problem:
    return Problem(EMPTY_FILE, "there is nothing in this file", Span(file), "fill it in, or delete the file")
