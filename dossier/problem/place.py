"""Where something is: a span of characters in a file, or a path of keys that leads to one.

Turning paths into spans is left to `yamlfile`.
"""

from dataclasses import dataclass
from typing import Literal

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters in one file.

    `file` is relative to the root of the dossier and uses `/`. Lines and columns count from 1, columns in code points;
    the end is the first position behind the run. A problem of the whole file is at 1:1.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A value or a key of a YAML file, named by the keys and indexes that lead to it.

    Rules name places. Only a file that has a problem is parsed again to find their spans, which keeps a clean check
    cheap. `part` narrows the place to some words of the value. A path to a missing key means its nearest parent.
    """

    file: str
    path: KeyPath = ()
    on: Literal["key", "value"] = "value"
    part: str = ""
