"""The text around an error of libyaml, and patterns of its lines.

What is wrong there is left to `syntax` and `list_dashes`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml import MarkedYAMLError

from dossier.model.keys import known_keys
from dossier.problem import Code
from dossier.wording.english import cut
from dossier.yamlfile.characters import Lines
from dossier.yamlfile.extent import Extent

KEY_VALUE = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[^\s:#'\"\[\]{},-][^:#'\"\[\]{},]{0,60})(?P<colon>:)(?P<gap>[ ]+)(?P<value>\S.*)"
)
KEY_WITHOUT_SPACE = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/].*)")
_KEY = re.compile(r"[ ]*(?P<dash>(?:-[ ]+)*)(?P<key>[A-Za-z_]\w*):(?:\s|$)")
_BEFORE = re.compile(r"(?:^|[\s{,])([A-Za-z_]\w*):[ ]+[\[{]*\Z", re.MULTILINE)
_KEY_AND_TEXT = re.compile(
    r"[ ]*(?P<dash>(?:-[ ]+)?)(?P<key>[A-Za-z_]+)(?P<colon>[ ]*：[ ]*|[ ]+)(?P<value>[^\s:：].*)"
)


class TextProblem(NamedTuple):
    """A problem before its span is known: `start` and `end` are indexes into the text."""

    code: Code
    message: str
    start: int
    end: int
    hint: str = ""


class ErrorContext:
    """An error of libyaml and the text around it.

    `yaml_problem` and `yaml_context` are libyaml's own words, `index` is where it stopped, `start` where the construct
    begins that it was reading, `last_scalar` the scalar that it read last. All positions are indexes into `text`.
    """

    def __init__(self, error: MarkedYAMLError, text: str, lines: Lines, last_scalar: Extent | None) -> None:
        self.text = text
        self.lines = lines
        self.last_scalar = last_scalar
        self.yaml_problem = error.problem or ""
        self.yaml_context = error.context or ""
        self.index = min(error.problem_mark.index if error.problem_mark else 0, len(text))
        self.start = min(error.context_mark.index, len(text)) if error.context_mark else self.index

    def line_start(self, index: int) -> int:
        """Return the index at which the line of an index starts."""
        return self.lines.line_start(index)

    def line(self, index: int) -> str:
        """Return the line of an index without its end."""
        return self.text[self.lines.line_start(index) : self.lines.line_end(index)]

    def line_above(self, index: int) -> int | None:
        """Return the start of the nearest line above that of `index` that is neither blank nor a comment, or None."""
        start = self.lines.line_start(index)
        while start > 0:
            start = self.lines.line_start(start - 1)
            text = self.line(start).strip()
            if text and not text.startswith("#"):
                return start
        return None

    def line_starts(self) -> Iterator[int]:
        """Yield the index at which each line starts."""
        start = 0
        while start <= len(self.text):
            yield start
            following = self.text.find("\n", start)
            start = following + 1 if following >= 0 else len(self.text) + 1

    def line_number(self, index: int) -> int:
        """Return the line number of an index."""
        return self.lines.position(index)[0]

    def key_before(self, index: int) -> str:
        """Return the key that stands before a value in the same line, or an empty string."""
        found = _BEFORE.search(self.text, self.line_start(index), index)
        return found[1] if found else ""

    def first_nonblank(self, index: int) -> int:
        """Return the index of the first character that is no space in the line of an index."""
        start = self.lines.line_start(index)
        line = self.line(start)
        return start + len(line) - len(line.lstrip())


def missing_colon_hint(context: ErrorContext, start: int) -> str:
    """Return a hint for a line that begins with a key of the model and has no colon behind it, else an empty string.

    The wide colon of East Asian keyboards counts as no colon. A key that the mapping around the line already has is not
    looked for: there the word is part of a text.
    """
    line = context.line(start)
    found = _KEY_AND_TEXT.match(line)
    if not found:
        return ""
    key, value = found["key"].lower(), found["value"].rstrip()
    hint = f'write "{found["dash"]}{key}: {cut(value)}"'
    if not found["colon"].isspace():
        return hint
    if key not in known_keys() or key in sibling_keys(context, start, found.start("key")):
        return ""
    above = context.line_above(start)
    upper = KEY_VALUE.match(context.line(above)) if above is not None else None
    if above is not None and upper and len(upper["value"].split()) > 3 and len(value.split()) > 2:
        goes_on = (
            f"if it goes on with the text of line {context.line_number(above)}, indent it more than that line's key"
        )
        return f"{hint} if that is meant; {goes_on}"
    return hint


def sibling_keys(context: ErrorContext, start: int, column: int) -> set[str]:
    """Return the keys in a column above and below a line that belong to the same mapping as the line."""
    line_starts = list(context.line_starts())
    here = line_starts.index(start)
    keys: set[str] = set()
    for lines in (reversed(line_starts[:here]), line_starts[here + 1 :]):
        is_upwards = not isinstance(lines, list)
        for at in lines:
            found = _KEY.match(context.line(at))
            if not found or found.start("key") > column:
                continue
            is_first = bool(found["dash"])
            if found.start("key") < column or (is_first and not is_upwards):
                break
            keys.add(found["key"])
            if is_first:
                break
    return keys


def keys_below(text: str, start: int, column: int) -> Iterator[str]:
    """Yield the keys in a column (from 0) below the line of `start`, down to a line that begins further left."""
    at = text.find("\n", start) + 1
    while at:
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        if line.strip() and len(line) - len(line.lstrip(" ")) < column:
            return
        found = _KEY.match(line)
        if found and found.start("key") == column and not found["dash"]:
            yield found["key"]
        at = end + 1
