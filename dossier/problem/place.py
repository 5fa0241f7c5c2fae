"""Where something stands: a span of characters in a file, or a path of keys that leads to one.

Never opens the file it speaks of.
"""

from dataclasses import dataclass
from typing import Literal

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters in one file.

    `file` is relative to the root of the dossier and uses `/`. Lines and columns count from 1, columns in
    code points; the end is the first position behind the run. A fault of the whole file stands at 1:1.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A value or a key of a YAML file, named by the keys and indexes that lead to it.

    Rules know places; only a file that has a problem is read again to find the spans of its places
    (that is what makes a clean check cheap). `part` narrows the place to a piece of the value's text.
    Where the path leads nowhere (a key that is missing), its nearest existing parent is meant.
    """

    file: str
    path: KeyPath = ()
    on: Literal["key", "value"] = "value"
    part: str = ""
