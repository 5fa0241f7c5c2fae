"""One change as a report tells it: how grave it is, and what is said of it, in words of ours and words of the pull request.

Which lines there are is left to `report_lines`, how they look to `markdown` and `text`.
"""

from dataclasses import dataclass
from typing import Literal

from dossier.problem import Place, Span

Grade = Literal["told", "machinery", "rest"]
"""Whether a change alters what readers were told, what the site is made with, or neither."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the pull request, or a name in it. Nothing in them may act."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The name of something that stands at a place."""

    name: str
    at: Place | Span


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of ours that matter most."""

    text: str


Part = str | Words | Ref | Strong
Phrase = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """Places where a text differs, each as it was and as it is."""

    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One change. `below` says more of it, and is left out first where there is no room. `group` is its heading."""

    grade: Grade
    group: str
    phrase: Phrase
    below: tuple[Phrase | Wordings, ...] = ()
