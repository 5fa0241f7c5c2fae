"""The plan: every page of the site, kind by kind. The one place that lists the kinds.

Never leaves a page to be found by walking folders: what is not planned is pruned.
"""

from collections.abc import Callable, Iterator

from dossier.library import Library
from dossier.pages import brief, topic
from dossier.pages.desk import Desk
from dossier.pages.page import Page

KINDS: tuple[Callable[[Desk], Iterator[Page]], ...] = (
    topic.pages,
    brief.pages,
)


def plan(library: Library) -> Iterator[Page]:
    """Yield every page. Pages are cheap until their views are asked for; the order is the same on every run."""
    desk = Desk(library)
    for pages in KINDS:
        yield from pages(desk)
