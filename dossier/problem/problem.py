"""A problem: its code, its place, what is wrong in the reader's words, and one thing to do.

A crash of the generator is no problem of this kind: tracebacks are bugs of ours.
"""

from dataclasses import dataclass, field
from typing import Literal

from dossier.problem.code import Code
from dossier.problem.place import Place, Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the content.

    `message` says what is wrong without a full stop at its end; `hint` names one thing to do, or is empty where
    no hint is sure to help. `related` names other spans worth a look (the first of two duplicates).
    `is_raised` says that the settings make an error of what is otherwise a warning.
    """

    code: Code
    message: str
    at: Span | Place
    hint: str = ""
    related: tuple[tuple[str, Span | Place], ...] = field(default=())
    is_raised: bool = False

    @property
    def severity(self) -> Literal["error", "warning"]:
        """`error` stops publication, `warning` does not."""
        return "error" if self.is_raised else self.code.severity
