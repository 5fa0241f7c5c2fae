"""Pages at the old addresses of topics, sources and origins that were merged into others: they say so and lead on.

Claims that moved keep their place on the page of the old brief.
"""

from dataclasses import dataclass
from functools import partial

from dossier.linked import Named, address
from dossier.model import Settings
from dossier.pages.page import Link, Page, Toc, feed_links
from dossier.wording import titles


@dataclass(frozen=True, slots=True)
class MovedView:
    """What was here, and where it is now."""

    title: str
    now: Link
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedMatter:
    """A record that was merged into another one: the folder of both addresses, its old id and its name, and the other."""

    folder: str
    id: str
    name: str
    now: Named
    modified: None = None

    @property
    def address(self) -> str:
        """The old address."""
        return f"{self.folder}{self.id}/"

    @property
    def canonical(self) -> str:
        """The address of the other record."""
        return f"{self.folder}{self.now.id}/"


def moved_page(matter: MovedMatter, settings: Settings) -> Page:
    """Return the page at an old address."""
    title = matter.name or matter.now.name
    return Page(
        address=matter.address,
        kind="moved",
        template="pages/moved.html",
        title=title,
        description=titles.merged_into(matter.now.name),
        build=partial(MovedView, title, Link(matter.canonical, matter.now.name)),
        feeds=feed_links(settings, (matter.now,) if matter.folder == address.TOPICS else ()),
        searched=False,
        canonical=matter.canonical,
    )
