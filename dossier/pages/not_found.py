"""The page for addresses that lead nowhere: what may have happened, and where to go on.

It lists what there is and does not guess which page was meant.
"""

from dataclasses import dataclass
from functools import partial

from dossier.linked import Names, address
from dossier.model import Settings
from dossier.pages.page import Link, Page, Toc, feed_links, topic_links
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


@dataclass(frozen=True, slots=True)
class NotFoundMatter:
    """All topics, in their order."""

    topics: Names
    modified: None = None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.NOT_FOUND


def not_found_page(matter: NotFoundMatter, settings: Settings) -> Page:
    """Return the page for addresses that lead nowhere."""
    return Page(
        address=matter.address,
        kind="lost",
        template="pages/lost.html",
        title="There is no page here",
        description="The address leads nowhere. What there is, and how to find it.",
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        searched=False,
    )


def _view(matter: NotFoundMatter, settings: Settings) -> NotFoundView:
    topics, repository = topic_links(matter.topics), settings.repository
    return NotFoundView(
        topics=topics[:_MOST],
        more=phrase.count(len(topics) - _MOST, "more topic") if len(topics) > _MOST else "",
        places=_PLACES,
        report=f"{repository.rstrip('/')}/issues/new" if repository else "",
    )
