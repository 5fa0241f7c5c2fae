"""The shape of one catalogued problem code.

Never holds the place or the words of a single fault; those are the problem's.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """`name` is the stable code, `meaning` one sentence on the fault, `remedy` one sentence on its mending."""

    name: str
    severity: Literal["error", "warning"]
    meaning: str
    remedy: str
