"""A Markdown file with YAML in front, split by python-frontmatter and read by the same walk as all YAML.

Never lets a fence that is missing or not closed pass for a file without metadata.
"""

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from dossier.problem import Problem, Span
from dossier.yamlfile.characters import clean, decode
from dossier.yamlfile.parse import Tree
from dossier.yamlfile.reading import read_clean

BODY = "abstract"
"""The key under which the body's place is found."""

_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a text stand, as indexes: YAML from 0 to `fence`, the body from `body` to `body_end`."""

    fence: int
    body: int
    body_end: int


def read_front_matter(source: str | bytes, file: str) -> tuple[Tree | None, str, int, list[Problem]]:
    """Return front matter, body, the line on which the body begins, and what is amiss, placed by the file's lines.

    The body comes without the blank lines around it. The tree is None where the file cannot be decoded, has no
    front matter or YAML that is unusable; the body is empty where it cannot be told from the rest.
    """
    text, problems = decode(source, file)
    if text is None:
        return None, "", 1, problems
    text, problems = clean(text, file)
    parts = split(text)
    if isinstance(parts, str):
        return None, "", 1, [*problems, *_fence_problems(parts, text, file)]
    tree, problems = read_clean(text[: parts.fence], file, problems)
    line = text.count("\n", 0, parts.body) + 1
    return tree, text[parts.body : parts.body_end].replace("\r\n", "\n"), line, problems


def split(text: str) -> Parts | str:
    """Return where the parts of a text stand, or the code of what is wrong with its fences.

    The opening fence is the first line; it stays with the YAML, to which it is the start of a document, so that
    lines and indexes of the whole file hold there too.
    """
    if not text.startswith("---") or text[3 : text.find("\n")].strip():
        return "front-matter-missing"
    try:
        yaml, rest = _HANDLER.split(text)
    except ValueError:
        return "front-matter-unclosed"
    body = rest.lstrip()
    start = len(text) - len(body)
    return Parts(text.index(yaml, 3) + len(yaml), start, len(text.rstrip()) if body else start)


def _fence_problems(code: str, text: str, file: str) -> list[Problem]:
    if code == "front-matter-unclosed":
        message = "the line `---` that begins the front matter has no counterpart that ends it"
        hint = "write a line `---` behind the last key, before the text"
        return [Problem(code, message, Span(file, 1, 1, 1, 4), hint)]
    first = text.split("\n", 1)[0].rstrip("\r")
    message = "the file does not begin with front matter"
    hint = "write a line `---`, the keys, and a line `---` before the text"
    return [Problem(code, message, Span(file, 1, 1, 1, len(first) + 1), hint)]
