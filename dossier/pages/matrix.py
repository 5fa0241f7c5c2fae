"""The matrix of positions: topics down, parties across.

Never shows a cell as neutral where nothing was found: such a cell says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.linked import LinkedClaim, Position
from dossier.pages.claim_line import Line, line
from dossier.pages.context import Context
from dossier.pages.evidence_history import growth, joined
from dossier.pages.page import Link
from dossier.pages.party_position import whole_from
from dossier.wording import phrase

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


def matrix(context: Context, topic_ids: Iterable[str], party_ids: Sequence[str]) -> Matrix:
    """Return the matrix of these topics and parties."""
    positions = context.library.positions
    return Matrix(
        parties=tuple(context.parties[each] for each in party_ids),
        rows=tuple(
            Row(
                topic=context.topics[topic_id],
                stands=f"{context.topics[topic_id].address}#positions",
                cells=tuple(
                    _cell(context, context.parties[party_id].words, positions.get((topic_id, party_id)))
                    for party_id in party_ids
                ),
            )
            for topic_id in topic_ids
        ),
    )


def positioned(context: Context) -> tuple[str, ...]:
    """Return the parties that hold a position on anything, in their order; the others would be empty columns."""
    holding = {party_id for _, party_id in context.library.positions}
    return tuple(each for each in context.parties if each in holding)


def _cell(context: Context, party: str, position: Position | None) -> Cell:
    if position is None:
        return Cell(party, (), 0, "")
    linked = sorted(
        (position.current, *position.others, *position.history), key=lambda each: each.sort_key, reverse=True
    )
    kept = linked[:_LOOK_BACK]
    if position.current not in kept:
        kept[-1] = position.current
    lines = tuple(_cell_line(context, each, is_current=each is position.current) for each in kept)
    return Cell(party, lines, len(position.others), whole_from(kept, linked))


def _cell_line(context: Context, linked: LinkedClaim, *, is_current: bool) -> CellLine:
    steps = joined((step.day, _sign(step.origins)) for step in growth(context, linked))
    return CellLine(line(context, linked), _sign(linked.independence.count), steps, is_current)


def _sign(origins: int) -> str:
    return (NO_ORIGIN, ONE_ORIGIN)[origins] if origins < 2 else MORE_ORIGINS


def known_between(context: Context, claims: Iterable[LinkedClaim]) -> tuple[str, str]:
    """Return the first and the last day on which these claims or further evidence of them became known.

    Both are empty where there is no claim.
    """
    reported: set[str] = set()
    cited: set[str] = set()
    for linked in claims:
        reported.add(linked.claim.reported)
        cited.update(each.source for each in linked.claim.evidence)
    published = {card.published for card in map(context.source, cited) if card}
    known = {phrase.known_since(date) for date in reported}
    return (min(known), max(known | {phrase.known_since(date) for date in published})) if known else ("", "")
