"""The plan: every page of the site, kind by kind. The one place that lists the kinds.

Never leaves a page to be found by walking folders: what is not planned is pruned.
"""

from collections.abc import Callable, Collection, Iterator

from dossier.library import Library
from dossier.pages import (
    brief,
    home,
    index_lists,
    machine_pages,
    not_found,
    origin,
    party,
    positions,
    source,
    timeline,
    topic,
    update_pages,
)
from dossier.pages.context import Context
from dossier.pages.page import Page

KINDS: tuple[Callable[[Context], Iterator[Page]], ...] = (
    home.pages,
    topic.pages,
    positions.pages,
    timeline.pages,
    party.pages,
    index_lists.pages,
    brief.pages,
    source.pages,
    origin.pages,
    update_pages.pages,
    machine_pages.pages,
    not_found.pages,
)


def plan(library: Library, written: Collection[str] = ()) -> Iterator[Page]:
    """Yield every page. Pages are cheap until their views are asked for; the order is the same on every run.

    `written` are the addresses of hand-written pages, which planned ones may link to.
    """
    context = Context(library, written)
    for pages in KINDS:
        yield from pages(context)
