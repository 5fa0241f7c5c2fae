"""Lists that grow with the site: one page, and where that is too long a further page for each period.

What a line shows is left to the module of each list.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Generic

from dossier.model import Settings
from dossier.pages.page import Page, View, feed_links
from dossier.pages.pagination import LINES, Counted, Member, PeriodLink, Periods, links, sizes, split
from dossier.wording import phrase, titles


@dataclass(frozen=True, slots=True)
class Listing(Generic[Member]):
    """One page of a list: the first, whose `key` is empty, or that of a period.

    `where` is the address of the list; the pages of its periods stand at `base`, one step deeper than those of its
    members where one of these may be called "2025". `shown` are the members that have room on the page, newest first,
    of `total` that belong on it. `modified` is when the newest change was published that the page may show.
    """

    where: str
    base: str
    key: str
    shown: tuple[Member, ...]
    total: int
    periods: Periods
    modified: datetime | None

    @property
    def address(self) -> str:
        """The page's address."""
        return f"{self.base}{self.key}/" if self.key else self.where

    @property
    def is_first(self) -> bool:
        """Whether it is the first page, which stands for the whole list."""
        return not self.key

    @property
    def title(self) -> str:
        """The title of the page; the address of the list is its name."""
        name = titles.LISTS[self.where.rstrip("/")]
        return f"{name}: {titles.period(self.key)}" if self.key else name

    @property
    def cut(self) -> str:
        """What of the list stands on the page, in words; empty where all of it does."""
        shown = len(self.shown)
        return titles.newest_of(shown, self.total) if shown < self.total else ""

    def links(self, counted: Counted) -> tuple[PeriodLink, ...]:
        """Return links to the pages of periods; none where everything stands on one page."""
        return links(self.periods, self.base, counted, near=self.address)


def listings(
    where: str,
    members: Sequence[Member],
    date: Callable[[Member], str],
    changed: Callable[[Member], datetime | None],
    newest: datetime | None,
    below: str = "year/",
) -> Iterator[Listing[Member]]:
    """Yield the first page of a list of everything of one sort, and after it the pages of its periods.

    Members are given newest first. `changed` tells when the newest change to one was published, `newest` when the
    newest of all changes was, as the first page stands for the whole list.
    """
    base = f"{where}{below}"
    periods = split(members, date, LINES)
    lengths = sizes(periods)
    yield Listing(where, base, "", tuple(members[:LINES]), len(members), lengths, newest)
    for period in periods:
        found = period.members
        modified = max((at for at in map(changed, found) if at), default=None)
        yield Listing(where, base, period.key, found[:LINES], len(found), lengths, modified)


def listing_page(
    matter: Listing[Member], settings: Settings, view: Callable[[Listing[Member], Settings], View]
) -> Page:
    """Return a page of a list."""
    name = matter.where.rstrip("/")
    about = titles.ABOUT[name]
    description = f"{about}: {titles.period(matter.key)}." if matter.key else f"{about}. {settings.description}"
    return Page(
        address=matter.address,
        kind=name if matter.is_first else f"{name}-period",
        template=f"pages/{name}.html",
        title=matter.title,
        description=phrase.clipped(description, 200),
        build=partial(view, matter, settings),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
        searched=matter.is_first,
    )
