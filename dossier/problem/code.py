"""Problem codes: the stable name of a fault, what it means and how it is fixed.

The codes themselves are declared beside the rules that raise them.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Literal


class Area(Enum):
    """What a code is about. The page of problems has one section for each area, in this order."""

    FILES = "Files and folders"
    YAML = "YAML"
    VALUES = "Keys and values"
    SETTINGS = "Settings of the site"
    CORPUS = "What the files say of each other"
    CLAIMS = "Claims"
    EVIDENCE = "Evidence, sources and origins"
    CHANGES = "Changes to what was published"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault. `meaning` is one sentence on the fault, `remedy` one sentence on how to fix it.

    `name` is stable: it is not renamed or reused, as contributors, scripts and the published page rely on it. An
    `error` stops publication, a `warning` does not.
    """

    name: str
    area: Area
    severity: Literal["error", "warning"]
    meaning: str
    remedy: str

    def __str__(self) -> str:
        return self.name
