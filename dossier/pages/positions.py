"""The page of positions: every topic against every party that holds a position.

Each position is one that a claim states.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from dossier.linked import LinkedClaim, Named, address
from dossier.model import Settings
from dossier.pages.age import Age
from dossier.pages.cite import Cite, cite
from dossier.pages.matrix import Matrix, MatrixMatter, known_between, matrix
from dossier.pages.page import Link, Page, Toc, feed_links, link_of_party
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class PositionsView:
    """The matrix with its key. `newest` is the date of the newest position; `silent` are parties without any.

    `words` say what the matrix compares; `held` of its `cells` hold a position. `is_whole`
    says that no cell leaves out a position of any day, `more` that one leaves out further positions in force.
    """

    age: Age | None
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


@dataclass(frozen=True, slots=True)
class PositionsMatter:
    """Every topic, the parties that hold a position on anything, and all positions.

    `claims` are all claims that are positions, also those that were replaced; `silent` are parties without a position.
    """

    age: Age | None
    matrix: MatrixMatter
    claims: tuple[LinkedClaim, ...]
    silent: tuple[Named, ...]
    modified: datetime | None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.POSITIONS


def positions_page(matter: PositionsMatter, settings: Settings) -> Page:
    """Return the page of positions."""
    return Page(
        address=matter.address,
        kind="positions",
        template="pages/positions.html",
        title="Positions",
        description=phrase.clipped(f"Who wants what, topic by topic and side by side. {settings.description}", 200),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
    )


def _view(matter: PositionsMatter, settings: Settings) -> PositionsView:
    topics, parties, positions = matter.matrix.topics, matter.matrix.parties, matter.matrix.positions
    first, last = known_between(matter.claims)
    table = matrix(matter.matrix)
    return PositionsView(
        age=matter.age,
        matrix=table,
        words=f"{phrase.count(len(topics), 'topic')}, {phrase.count(len(parties), 'party', 'parties')}",
        cells=len(topics) * len(parties),
        held=len(positions),
        is_whole=not any(cell.whole_from for row in table.rows for cell in row.cells),
        more=any(position.others for position in positions),
        newest=max((position.current.claim.date for position in positions), default=""),
        silent=tuple(link_of_party(party) for party in matter.silent),
        first=first,
        last=last,
        cite=cite(settings, "Positions", matter.address, phrase.moment_or_empty(matter.modified)),
    )
