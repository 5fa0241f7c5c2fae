"""The timeline: everything that happened or was said, by its own date.

Never orders anything by the day of its report: what came out late stands where it belongs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from dossier.library import FiledClaim, address
from dossier.pages import phrase
from dossier.pages.desk import Desk
from dossier.pages.group import Month, date_of, months_of
from dossier.pages.listing import Stretch, listing
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc
from dossier.pages.period import PeriodLink
from dossier.pages.picture import Picture, picture


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A stretch of time, newest month first. `topics` and `parties` are what it can be filtered by, as id and name.

    `span` says what time its claims cover; `first` and `last` are empty where not all of them have room on the page.
    `periods` lead to further stretches where there is too much for one page; `here` is the address of this one.
    """

    title: str
    words: str
    span: str
    picture: Picture | None
    months: tuple[Month, ...]
    topics: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    names: dict[str, Link]
    cut: str
    periods: tuple[PeriodLink, ...]
    here: str
    first: str
    last: str
    toc: tuple[Toc, ...] = ()


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the timeline, and after it a page for each of its periods where it fills several."""
    told = "What happened and what was said, by date"
    claims = tuple(desk.library.claims.values())
    view = partial(_view, desk)
    yield from listing(desk, address.TIMELINE, told, claims, date_of, "claim", view, below="")


def _view(desk: Desk, stretch: Stretch[FiledClaim]) -> TimelineView:
    claims, shown = stretch.members, stretch.shown
    # Of a list that is cut off nothing true can be told of an earlier day; the pages of its periods can be asked.
    first, last = known_between(desk, shown) if len(shown) == len(claims) else ("", "")
    topics = {topic for filed in shown for topic in filed.claim.topics}
    parties = {filed.claim.party for filed in shown}
    return TimelineView(
        title=stretch.title,
        words=stretch.words,
        span=phrase.span([filed.claim.date for filed in claims]),
        picture=picture(claims, "Everything that happened or was said"),
        months=months_of(desk, shown, newest_first=True),
        topics=tuple((key, link.words) for key, link in desk.topics.items() if key in topics),
        parties=tuple((key, link.words) for key, link in desk.parties.items() if key in parties),
        names=desk.topics,
        cut=stretch.cut,
        periods=stretch.links,
        here=stretch.here,
        first=first,
        last=last,
    )
