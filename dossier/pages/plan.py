"""The plan: every page of the site, kind by kind. The one place that lists the kinds.

Never leaves a page to be found by walking folders: what is not planned is pruned.
"""

from collections.abc import Callable, Collection, Iterator

from dossier.library import Library
from dossier.pages import brief, home, indexes, lost, offers, origin, party, positions, source, timeline, topic, updates
from dossier.pages.desk import Desk
from dossier.pages.page import Page

KINDS: tuple[Callable[[Desk], Iterator[Page]], ...] = (
    home.pages,
    topic.pages,
    positions.pages,
    timeline.pages,
    party.pages,
    indexes.pages,
    brief.pages,
    source.pages,
    origin.pages,
    updates.pages,
    offers.pages,
    lost.pages,
)


def plan(library: Library, written: Collection[str] = ()) -> Iterator[Page]:
    """Yield every page. Pages are cheap until their views are asked for; the order is the same on every run.

    `written` are the addresses of hand-written pages, which planned ones may link to.
    """
    desk = Desk(library, written)
    for pages in KINDS:
        yield from pages(desk)
