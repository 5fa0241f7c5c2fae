"""The text around a fault of syntax, and what its lines look like.

Never says what is wrong there.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from yaml import MarkedYAMLError

from dossier.model.words import Record
from dossier.yamlfile.characters import Lines
from dossier.yamlfile.run import Run

PAIR = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[^\s:#'\"\[\]{},-][^:#'\"\[\]{},]{0,60})(?P<colon>:)(?P<gap>[ ]+)(?P<value>\S.*)"
)
GLUED = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/].*)")
_KEYED = re.compile(r"[ ]*(?P<dash>(?:-[ ]+)*)(?P<key>[A-Za-z_]\w*):(?:\s|$)")
_KEY_AND_TEXT = re.compile(
    r"[ ]*(?P<dash>(?:-[ ]+)?)(?P<key>[A-Za-z_]+)(?P<colon>[ ]*：[ ]*|[ ]+)(?P<value>[^\s:：].*)"
)


class Fault(NamedTuple):
    """A fault found: code, message, start and end as indexes, hint."""

    code: str
    message: str
    start: int
    end: int
    hint: str = ""


class Scene:
    """The text around an error of libyaml: what the rules look at."""

    def __init__(self, error: MarkedYAMLError, text: str, lines: Lines, last: Run | None) -> None:
        self.text = text
        self.lines = lines
        self.last = last
        self.words = error.problem or ""
        self.context = error.context or ""
        self.at = min(error.problem_mark.index if error.problem_mark else 0, len(text))
        self.from_ = min(error.context_mark.index, len(text)) if error.context_mark else self.at

    def line_start(self, index: int) -> int:
        """Return where the line of an index starts."""
        return self.lines.line_start(index)

    def line(self, index: int) -> str:
        """Return the line of an index without its end."""
        return self.text[self.lines.line_start(index) : self.lines.line_end(index)]

    def before(self, index: int) -> int | None:
        """Return the start of the nearest line above the line of `index` that is neither blank nor a comment."""
        start = self.lines.line_start(index)
        while start > 0:
            start = self.lines.line_start(start - 1)
            text = self.line(start).strip()
            if text and not text.startswith("#"):
                return start
        return None

    def starts(self) -> Iterator[int]:
        """Yield where each line starts."""
        start = 0
        while start <= len(self.text):
            yield start
            following = self.text.find("\n", start)
            start = following + 1 if following >= 0 else len(self.text) + 1

    def number(self, index: int) -> int:
        """Return the line number of an index."""
        return self.lines.position(index)[0]

    def first(self, index: int) -> int:
        """Return the index of the first character of the line that is no blank."""
        start = self.lines.line_start(index)
        line = self.line(start)
        return start + len(line) - len(line.lstrip())


def lacks_colon(scene: Scene, start: int) -> str:
    """Return how a line with a key of ours and no colon behind it must stand, as a hint; or nothing.

    The wide colon of East Asian keyboards is none. A word that is a key already beside this line is no key here.
    """
    line = scene.line(start)
    found = _KEY_AND_TEXT.match(line)
    if not found:
        return ""
    key, value = found["key"].lower(), found["value"].rstrip()
    hint = f'write "{found["dash"]}{key}: {cut(value)}"'
    if not found["colon"].isspace():
        return hint
    if key not in _keys() or key in _beside(scene, start, found.start("key")):
        return ""
    above = scene.before(start)
    upper = PAIR.match(scene.line(above)) if above is not None else None
    if above is not None and upper and len(upper["value"].split()) > 3 and len(value.split()) > 2:
        goes_on = f"if it goes on with the text of line {scene.number(above)}, indent it more than that line's key"
        return f"{hint} if that is meant; {goes_on}"
    return hint


def _beside(scene: Scene, start: int, column: int) -> set[str]:
    """Return the keys that stand in a column above and below a line, as far as they belong to the same mapping."""
    starts = list(scene.starts())
    here = starts.index(start)
    keys: set[str] = set()
    for lines in (reversed(starts[:here]), starts[here + 1 :]):
        upwards = not isinstance(lines, list)
        for at in lines:
            found = _KEYED.match(scene.line(at))
            if not found or found.start("key") > column:
                continue
            is_first = bool(found["dash"])
            if found.start("key") < column or (is_first and not upwards):
                break
            keys.add(found["key"])
            if is_first:
                break
    return keys


def keys_below(text: str, start: int, column: int) -> Iterator[str]:
    """Yield the keys that stand in a column (from 0) below the line of `start`, up to a line that begins further left."""
    at = text.find("\n", start) + 1
    while at:
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        if line.strip() and len(line) - len(line.lstrip(" ")) < column:
            return
        found = _KEYED.match(line)
        if found and found.start("key") == column and not found["dash"]:
            yield found["key"]
        at = end + 1


@cache
def _keys() -> frozenset[str]:
    return frozenset(key for record in Record.__subclasses__() for key in record.model_fields)


def cut(value: str) -> str:
    """Return a value shortened to what a hint can bear."""
    return value if len(value) <= 50 else f"{value[:49]}…"
