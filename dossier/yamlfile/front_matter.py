"""Splits a Markdown file with YAML in front, and reads that YAML.

The split is python-frontmatter's. A fence that is missing or not closed is a problem; the body is left as it is.
"""

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from dossier.problem import Area, Code, Problem, Span
from dossier.yamlfile.characters import clean, decode
from dossier.yamlfile.parse import Tree
from dossier.yamlfile.reading import read_clean

FRONT_MATTER_MISSING = Code(
    "front-matter-missing",
    Area.YAML,
    "error",
    "The file does not begin with front matter: keys between two lines `---`.",
    "Write a line `---`, the keys, and a line `---` before the text.",
)
FRONT_MATTER_UNCLOSED = Code(
    "front-matter-unclosed",
    Area.YAML,
    "error",
    "Front matter begins with a line `---`, and no second line `---` ends it.",
    "Write a line `---` behind the last key, before the text.",
)

BODY = "abstract"
"""The key that stands for the body in places."""

_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a text are, as indexes: YAML from 0 to `fence`, the body from `body` to `body_end`."""

    fence: int
    body: int
    body_end: int


def read_front_matter(source: str | bytes, file: str) -> tuple[Tree | None, str, int, list[Problem]]:
    """Return front matter, body, the line on which the body begins, and problems with spans in the whole file.

    The body is without the blank lines around it, and empty where it cannot be told from the rest. The tree is None
    where the file cannot be decoded, has no front matter, or has no usable YAML in it.
    """
    text, problems = decode(source, file)
    if text is None:
        return None, "", 1, problems
    text, problems = clean(text, file)
    parts = split(text)
    if isinstance(parts, Code):
        return None, "", 1, [*problems, *_fence_problems(parts, text, file)]
    tree, problems = read_clean(text[: parts.fence], file, problems)
    line = text.count("\n", 0, parts.body) + 1
    return tree, text[parts.body : parts.body_end].replace("\r\n", "\n"), line, problems


def split(text: str) -> Parts | Code:
    """Return where the parts of a text are, or the code of what is wrong with its fences.

    The opening fence stays with the YAML, to which it starts a document: so lines and indexes are those of the file.
    """
    if not text.startswith("---") or text[3 : text.find("\n")].strip():
        return FRONT_MATTER_MISSING
    try:
        yaml, rest = _HANDLER.split(text)
    except ValueError:
        return FRONT_MATTER_UNCLOSED
    body = rest.lstrip()
    start = len(text) - len(body)
    return Parts(text.index(yaml, 3) + len(yaml), start, len(text.rstrip()) if body else start)


def _fence_problems(code: Code, text: str, file: str) -> list[Problem]:
    if code == FRONT_MATTER_UNCLOSED:
        message = "no second line `---` ends the front matter"
        hint = "write a line `---` behind the last key, before the text"
        return [Problem(code, message, Span(file, 1, 1, 1, 4), hint)]
    first = text.split("\n", 1)[0].rstrip("\r")
    message = "the file does not begin with front matter"
    hint = "write a line `---`, the keys, and a line `---` before the text"
    return [Problem(code, message, Span(file, 1, 1, 1, len(first) + 1), hint)]
