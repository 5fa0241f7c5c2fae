"""The timeline: everything that happened or was said, by its own date.

Never orders anything by the day of its report: what came out late stands where it belongs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from dossier.linked import LinkedClaim, address
from dossier.pages.claim_groups import Month, date_of, months_of
from dossier.pages.context import Context
from dossier.pages.histogram import Picture, picture
from dossier.pages.listing import Stretch, listing
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import PeriodLink
from dossier.wording import phrase


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


def pages(context: Context) -> Iterator[Page]:
    """Yield the timeline, and after it a page for each of its periods where it fills several."""
    told = "What happened and what was said, by date"
    claims = tuple(context.library.claims.values())
    view = partial(_view, context)
    yield from listing(context, address.TIMELINE, told, claims, date_of, "claim", view, below="")


def _view(context: Context, stretch: Stretch[LinkedClaim]) -> TimelineView:
    claims, shown = stretch.members, stretch.shown
    # Of a list that is cut off nothing true can be told of an earlier day; the pages of its periods can be asked.
    first, last = known_between(context, shown) if len(shown) == len(claims) else ("", "")
    topics = {topic for linked in shown for topic in linked.claim.topics}
    parties = {linked.claim.party for linked in shown}
    return TimelineView(
        title=stretch.title,
        words=stretch.words,
        span=phrase.span([linked.claim.date for linked in claims]),
        picture=picture(claims, "Everything that happened or was said"),
        months=months_of(context, shown, newest_first=True),
        topics=tuple((key, link.words) for key, link in context.topics.items() if key in topics),
        parties=tuple((key, link.words) for key, link in context.parties.items() if key in parties),
        names=context.topics,
        cut=stretch.cut,
        periods=stretch.links,
        here=stretch.here,
        first=first,
        last=last,
    )
