"""The page of positions: every topic against every party that holds a position.

Never carries a position that no claim states.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.linked import address
from dossier.pages.cite import Cite, cite
from dossier.pages.context import Context
from dossier.pages.matrix import Matrix, known_between, matrix, positioned
from dossier.pages.page import Link, Page, Toc
from dossier.wording import phrase


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


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of positions."""
    library = context.library
    yield Page(
        address=address.POSITIONS,
        kind="positions",
        template="pages/positions.html",
        title="Positions",
        description=phrase.clipped(
            f"Who wants what, topic by topic and side by side. {library.settings.description}", 200
        ),
        build=lambda: _view(context),
        feeds=context.feeds(),
        modified=context.newest_change,
    )


def _view(context: Context) -> PositionsView:
    library = context.library
    parties = positioned(context)
    current = [position.current for position in library.positions.values()]
    claims = [linked for linked in library.claims.values() if linked.claim.kind == "position"]
    first, last = known_between(context, claims)
    table = matrix(context, library.topics, parties)
    return PositionsView(
        matrix=table,
        words=f"{phrase.count(len(library.topics), 'topic')}, {phrase.count(len(parties), 'party', 'parties')}",
        cells=len(library.topics) * len(parties),
        held=len(current),
        is_whole=not any(cell.whole_from for row in table.rows for cell in row.cells),
        more=any(position.others for position in library.positions.values()),
        newest=max((linked.claim.date for linked in current), default=""),
        silent=tuple(link for party, link in context.parties.items() if party not in parties),
        first=first,
        last=last,
        cite=cite(library, "Positions", address.POSITIONS, context.newest_change),
    )
