"""The page of positions: every topic against every party that holds a position.

Never carries a position that no claim states.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.library import address
from dossier.pages import phrase
from dossier.pages.cite import Cite, cite
from dossier.pages.desk import Desk
from dossier.pages.matrix import Matrix, known_between, matrix, positioned
from dossier.pages.page import Link, Page, Toc


@dataclass(frozen=True, slots=True)
class PositionsView:
    """The matrix with its key. `newest` is the date of the newest position; `silent` are parties without any.

    `words` say what the matrix compares; `held` of its `cells` hold a position. `is_whole`
    says that no cell leaves out a position of any day, `more` that one leaves out further positions in force.
    """

    matrix: Matrix
    words: str
    cells: int
    held: int
    is_whole: bool
    more: bool
    newest: str
    silent: tuple[Link, ...]
    first: str
    last: str
    cite: Cite
    toc: tuple[Toc, ...] = ()


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page of positions."""
    library = desk.library
    yield Page(
        address=address.POSITIONS,
        kind="positions",
        template="pages/positions.html",
        title="Positions",
        description=phrase.clipped(
            f"Who wants what, topic by topic and side by side. {library.settings.description}", 200
        ),
        build=lambda: _view(desk),
        feeds=desk.feeds(),
        modified=desk.newest_change,
    )


def _view(desk: Desk) -> PositionsView:
    library = desk.library
    parties = positioned(desk)
    current = [position.current for position in library.positions.values()]
    claims = [filed for filed in library.claims.values() if filed.claim.kind == "position"]
    first, last = known_between(desk, claims)
    table = matrix(desk, library.topics, parties)
    return PositionsView(
        matrix=table,
        words=f"{phrase.count(len(library.topics), 'topic')}, {phrase.count(len(parties), 'party', 'parties')}",
        cells=len(library.topics) * len(parties),
        held=len(current),
        is_whole=not any(cell.whole_from for row in table.rows for cell in row.cells),
        more=any(position.others for position in library.positions.values()),
        newest=max((filed.claim.date for filed in current), default=""),
        silent=tuple(link for party, link in desk.parties.items() if party not in parties),
        first=first,
        last=last,
        cite=cite(library, "Positions", address.POSITIONS, desk.newest_change),
    )
