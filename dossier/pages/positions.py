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

    `more` says that some cell leaves out further positions in force.
    """

    matrix: Matrix
    words: str
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
    first, last = known_between(claims)
    return PositionsView(
        matrix=matrix(desk, library.topics, parties),
        words=f"{phrase.count(len(library.topics), 'topic')}, {phrase.count(len(parties), 'party', 'parties')}: "
        f"{len(current):,} of {phrase.count(len(library.topics) * len(parties), 'cell')} hold a position",
        more=any(position.others for position in library.positions.values()),
        newest=max((filed.claim.date for filed in current), default=""),
        silent=tuple(link for party, link in desk.parties.items() if party not in parties),
        first=first,
        last=last,
        cite=cite(library, "Positions", address.POSITIONS, desk.newest_change),
    )
