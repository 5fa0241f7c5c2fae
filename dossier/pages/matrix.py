"""The matrix of positions: topics down, parties across.

Never shows a cell as neutral where nothing was found: such a cell says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.library import FiledClaim, Position
from dossier.pages import phrase
from dossier.pages.desk import Desk
from dossier.pages.line import Line, line
from dossier.pages.page import Link

_LOOK_BACK = 12
"""Positions that a cell keeps for readers who look back; a few hundred would make a page of megabytes."""


@dataclass(frozen=True, slots=True)
class CellLine:
    """One position in a cell: a line, and how well it is sourced as a sign; `shown` is the one of today."""

    line: Line
    sign: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one topic. `lines` are newest first; `more` counts further positions in force today."""

    party: str
    lines: tuple[CellLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """One topic across all parties. `stands` leads to the section of its page that tells all."""

    topic: Link
    stands: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Topics down, parties across."""

    parties: tuple[Link, ...]
    rows: tuple[Row, ...]


NO_ORIGIN, ONE_ORIGIN, MORE_ORIGINS = "○", "◐", "●"


def matrix(desk: Desk, topic_ids: Iterable[str], party_ids: Sequence[str]) -> Matrix:
    """Return the matrix of these topics and parties."""
    positions = desk.library.positions
    return Matrix(
        parties=tuple(desk.parties[each] for each in party_ids),
        rows=tuple(
            Row(
                topic=desk.topics[topic_id],
                stands=f"{desk.topics[topic_id].address}#positions",
                cells=tuple(
                    _cell(desk, desk.parties[party_id].words, positions.get((topic_id, party_id)))
                    for party_id in party_ids
                ),
            )
            for topic_id in topic_ids
        ),
    )


def positioned(desk: Desk) -> tuple[str, ...]:
    """Return the parties that hold a position on anything, in their order; the others would be empty columns."""
    holding = {party_id for _, party_id in desk.library.positions}
    return tuple(each for each in desk.parties if each in holding)


def _cell(desk: Desk, party: str, position: Position | None) -> Cell:
    if position is None:
        return Cell(party, (), 0)
    filed = sorted(
        (position.current, *position.others, *position.history), key=lambda each: each.sort_key, reverse=True
    )
    kept = [each for each in filed if each is position.current or not each.is_current or len(filed) <= _LOOK_BACK]
    lines = [CellLine(line(desk, each), _sign(each), each is position.current) for each in kept[:_LOOK_BACK]]
    return Cell(party, tuple(lines), len(position.others))


def _sign(filed: FiledClaim) -> str:
    return (NO_ORIGIN, ONE_ORIGIN)[filed.independence.count] if filed.independence.count < 2 else MORE_ORIGINS


def known_between(claims: Iterable[FiledClaim]) -> tuple[str, str]:
    """Return the first and the last day on which any of these claims became known, or two empty strings."""
    known = [phrase.known_since(filed.claim.reported) for filed in claims]
    return (min(known), max(known)) if known else ("", "")
