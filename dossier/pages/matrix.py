"""The matrix of positions: topics down, parties across.

A cell for which nothing was found says so: it is not neutral.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.linked import LinkedClaim, Named, Position, address
from dossier.pages.claim_line import Line, line
from dossier.pages.page import Link, link_of_party, link_of_topic
from dossier.pages.party_position import whole_from
from dossier.wording import phrase

_LOOK_BACK = 12
"""Positions that a cell keeps for readers who look back; a few hundred would make a page of megabytes."""


@dataclass(frozen=True, slots=True)
class CellLine:
    """One position in a cell. `shown` says that it is one of today."""

    line: Line
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


@dataclass(frozen=True, slots=True)
class MatrixMatter:
    """Topics and parties in their order, and the positions held by those on these."""

    topics: tuple[Named, ...]
    parties: tuple[Named, ...]
    positions: tuple[Position, ...]


def matrix(matter: MatrixMatter) -> Matrix:
    """Return the matrix of some topics and parties."""
    positions = {(position.topic, position.party): position for position in matter.positions}
    return Matrix(
        parties=tuple(link_of_party(party) for party in matter.parties),
        rows=tuple(
            Row(
                topic=link_of_topic(topic),
                stands=f"{address.topic(topic.id)}#positions",
                cells=tuple(_cell(party.name, positions.get((topic.id, party.id))) for party in matter.parties),
            )
            for topic in matter.topics
        ),
    )


def _cell(party: str, position: Position | None) -> Cell:
    if position is None:
        return Cell(party, (), 0, "")
    linked = sorted(
        (position.current, *position.others, *position.history), key=lambda each: each.sort_key, reverse=True
    )
    kept = linked[:_LOOK_BACK]
    if position.current not in kept:
        kept[-1] = position.current
    shown = [position.current]
    if position.current.is_disputed:
        # Beside a disputed position the newest one stays visible that nothing disputes.
        shown += [each for each in position.others if not each.is_disputed and each in kept][:1]
    lines = tuple(CellLine(line(each), each in shown) for each in kept)
    return Cell(party, lines, len(position.others) + 1 - len(shown), whole_from(kept, linked))


def known_between(claims: Iterable[LinkedClaim]) -> tuple[str, str]:
    """Return the first and the last day on which these claims or further evidence of them became known.

    Both are empty where there is no claim.
    """
    reported: set[str] = set()
    published: set[str] = set()
    for linked in claims:
        reported.add(linked.claim.reported)
        published.update(source.record.dated for source in linked.sources if source.record.dated)
    known = {phrase.known_since(date) for date in reported}
    return (min(known), max(known | {phrase.known_since(date) for date in published})) if known else ("", "")
