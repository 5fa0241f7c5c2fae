"""The page for addresses that lead nowhere: what may have happened, and where to go on.

Never guesses which page was meant: it lists what there is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.linked import address
from dossier.pages.context import Context
from dossier.pages.page import Link, Page, Toc
from dossier.wording import phrase

_MOST = 60
_PLACES = (
    Link(address.HOME, "The first page, with what changed last"),
    Link(address.TIMELINE, "Everything by date"),
    Link(address.POSITIONS, "Positions, side by side"),
    Link(address.SOURCES, "Sources"),
    Link(address.UPDATES, "All changes"),
)


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What there is. `more` topics stand in the list of topics only; `report` leads to where a fault is told, or is empty."""

    topics: tuple[Link, ...]
    more: str
    places: tuple[Link, ...]
    report: str
    toc: tuple[Toc, ...] = ()


def pages(context: Context) -> Iterator[Page]:
    """Yield the page."""
    yield Page(
        address=address.NOT_FOUND,
        kind="lost",
        template="pages/lost.html",
        title="There is no page here",
        description="The address leads nowhere. What there is, and how to find it.",
        build=lambda: _view(context),
        feeds=context.feeds(),
        listed=False,
        searched=False,
    )


def _view(context: Context) -> NotFoundView:
    topics = tuple(context.topics.values())
    repository = context.library.settings.repository
    return NotFoundView(
        topics=topics[:_MOST],
        more=phrase.count(len(topics) - _MOST, "more topic") if len(topics) > _MOST else "",
        places=_PLACES,
        report=f"{repository.rstrip('/')}/issues/new" if repository else "",
    )
