"""Lists that grow with the site: one page, and where that is too long a further page for each period.

Never decides what a line shows: whoever has the list turns its members into a view.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from dossier.pages.context import Context
from dossier.pages.page import Page, View
from dossier.pages.pagination import LINES, Member, Period, PeriodLink, links, split
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Member]):
    """What one page of a list is made from. `members` stand newest first; `is_whole` says that they are all there are.

    `here` is the page's address, `base` the one below which the pages of `periods` stand; `one` names a member.
    """

    title: str
    here: str
    members: Sequence[Member]
    is_whole: bool
    periods: Sequence[Period[Member]]
    base: str
    one: str

    @property
    def shown(self) -> Sequence[Member]:
        """The members that have room on the page."""
        return self.members[:LINES]

    @property
    def words(self) -> str:
        """How many members there are, in words."""
        return phrase.count(len(self.members), self.one)

    @property
    def cut(self) -> str:
        """What of the list stands on the page, in words; empty where all of it does."""
        shown, members = len(self.shown), len(self.members)
        return f"The newest {shown:,} of {members:,} stand here" if shown < members else ""

    @property
    def links(self) -> tuple[PeriodLink, ...]:
        """Links to the pages of periods; none where everything stands on one page."""
        return links(self.periods, self.base, self.one, near=self.here)


def listing(
    context: Context,
    where: str,
    told: str,
    members: Sequence[Member],
    date: Callable[[Member], str],
    one: str,
    view: Callable[[Stretch[Member]], View],
    below: str = "year/",
) -> Iterator[Page]:
    """Yield the page of a list of everything of one sort, and after it the pages of its periods.

    The list's address `where` is also its name and its kind. `told` says in a sentence without a full stop what it
    lists. Members are given newest first. The pages of periods stand `below` the list's own, one step deeper than
    those of its members, as one of them may be called "2025".
    """
    name, base = where.rstrip("/"), f"{where}{below}"
    title = name.capitalize()
    periods = split(members, date, LINES)

    def page(stretch: Stretch[Member], description: str) -> Page:
        return Page(
            address=stretch.here,
            kind=name if stretch.is_whole else f"{name}-period",
            template=f"pages/{name}.html",
            title=stretch.title,
            description=phrase.clipped(description, 200),
            build=lambda: view(stretch),
            feeds=context.feeds(),
            modified=context.newest_change,
            searched=stretch.is_whole,
        )

    yield page(
        Stretch(title, where, members, True, periods, base, one), f"{told}. {context.library.settings.description}"
    )
    for link, period in zip(links(periods, base, one), periods, strict=True):
        here = Stretch(f"{title}: {period.words}", link.address, period.members, False, periods, base, one)
        yield page(here, f"{told}: {period.words}.")
