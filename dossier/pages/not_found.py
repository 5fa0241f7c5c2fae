"""The page for addresses that lead nowhere: what may have happened, and where to go on.

It lists what there is and does not guess which page was meant.
"""

from dataclasses import dataclass
from functools import partial

from dossier.linked import Names, address
from dossier.model import Settings
from dossier.pages.page import Link, Page, Toc, feed_links, topic_links
from dossier.wording import counted
from dossier.wording.titles import NOT_FOUND

_MOST = 60
_PLACES = {
    "home": address.HOME,
    "timeline": address.TIMELINE,
    "positions": address.POSITIONS,
    "sources": address.SOURCES,
    "updates": address.UPDATES,
}


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
        title=NOT_FOUND["title"],
        description=NOT_FOUND["about"],
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        searched=False,
    )


def _view(matter: NotFoundMatter, settings: Settings) -> NotFoundView:
    topics, repository = topic_links(matter.topics), settings.repository
    return NotFoundView(
        topics=topics[:_MOST],
        more=counted.more_topics(len(topics) - _MOST) if len(topics) > _MOST else "",
        places=tuple(Link(where, NOT_FOUND[name]) for name, where in _PLACES.items()),
        report=f"{repository.rstrip('/')}/issues/new" if repository else "",
    )
