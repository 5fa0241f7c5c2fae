"""The matrix of positions: topics down, parties across.

Never shows a cell as neutral where nothing was found: such a cell says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.library import FiledClaim, Position
from dossier.pages import phrase
from dossier.pages.desk import Desk
from dossier.pages.growth import growth, joined
from dossier.pages.line import Line, line
from dossier.pages.page import Link
from dossier.pages.stance import whole_from

_LOOK_BACK = 12
"""Positions that a cell keeps for readers who look back; a few hundred would make a page of megabytes."""


@dataclass(frozen=True, slots=True)
class CellLine:
    """One position in a cell: a line, and how well it is sourced as a sign; `shown` is the one of today.

    `sign_steps` say for the reader's script what the sign was on earlier days, where that changed.
    """

    line: Line
    sign: str
    sign_steps: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one topic. `lines` are newest first; `more` counts further positions in force today.

    `whole_from` is empty where nothing is left out, else the first day whose position is sure to be among the lines.
    """

    party: str
    lines: tuple[CellLine, ...]
    more: int
    whole_from: str


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
        return Cell(party, (), 0, "")
    filed = sorted(
        (position.current, *position.others, *position.history), key=lambda each: each.sort_key, reverse=True
    )
    kept = filed[:_LOOK_BACK]
    if position.current not in kept:
        kept[-1] = position.current
    lines = tuple(_cell_line(desk, each, is_current=each is position.current) for each in kept)
    return Cell(party, lines, len(position.others), whole_from(kept, filed))


def _cell_line(desk: Desk, filed: FiledClaim, *, is_current: bool) -> CellLine:
    steps = joined((step.day, _sign(step.origins)) for step in growth(desk, filed))
    return CellLine(line(desk, filed), _sign(filed.independence.count), steps, is_current)


def _sign(origins: int) -> str:
    return (NO_ORIGIN, ONE_ORIGIN)[origins] if origins < 2 else MORE_ORIGINS


def known_between(desk: Desk, claims: Iterable[FiledClaim]) -> tuple[str, str]:
    """Return the first and the last day on which these claims or further evidence of them became known.

    Both are empty where there is no claim.
    """
    reported: set[str] = set()
    cited: set[str] = set()
    for filed in claims:
        reported.add(filed.claim.reported)
        cited.update(each.source for each in filed.claim.evidence)
    published = {card.published for card in map(desk.source, cited) if card}
    known = {phrase.known_since(date) for date in reported}
    return (min(known), max(known | {phrase.known_since(date) for date in published})) if known else ("", "")
