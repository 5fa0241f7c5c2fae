"""One fault: its code, its place, what is wrong in the reader's words, and one thing to do.

Never stands for a crash of ours; a traceback is a bug and stays one.
"""

from dataclasses import dataclass, field
from typing import Literal

from dossier.problem.catalogue import CODES
from dossier.problem.place import Place, Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the content. `code` is one of `CODES`; an unknown code raises `KeyError`.

    `message` says what is wrong without a full stop at its end; `hint` names one thing to do, or is empty where
    no hint is sure to help. `related` names other spans worth a look (the first of two duplicates).
    """

    code: str
    message: str
    at: Span | Place
    hint: str = ""
    related: tuple[tuple[str, Span | Place], ...] = field(default=())

    def __post_init__(self) -> None:
        CODES[self.code]

    @property
    def severity(self) -> Literal["error", "warning"]:
        """`error` stops publication, `warning` does not."""
        return CODES[self.code].severity
