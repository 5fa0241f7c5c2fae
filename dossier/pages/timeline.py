"""The timeline: everything that happened or was said, by its own date.

Things stand in the order of their own dates, not of the dates of their reports.
"""

from dataclasses import dataclass
from datetime import datetime

from dossier.linked import LinkedClaim, Names
from dossier.model import Settings
from dossier.pages.age import Age
from dossier.pages.claim_groups import Month, months_of
from dossier.pages.histogram import Picture, picture
from dossier.pages.listing import Listing, listing_page
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc, link_of_topic
from dossier.pages.pagination import PeriodLink
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A stretch of time, newest month first. `topics` and `parties` are what it can be filtered by, as id and name.

    `span` says what time its claims cover; `first` and `last` are empty where not all of them have room on the page.
    `periods` lead to further stretches where there is too much for one page; `here` is the address of this one.
    """

    title: str
    age: Age | None
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


@dataclass(frozen=True, slots=True)
class TimelineMatter:
    """A page of the timeline. `claims` are all that belong on it, also those that have no room in the list.

    `topics` and `parties` are all there are, in their order.
    """

    listing: Listing[LinkedClaim]
    claims: tuple[LinkedClaim, ...]
    topics: Names
    parties: Names
    age: Age | None

    @property
    def address(self) -> str:
        """The page's address."""
        return self.listing.address

    @property
    def modified(self) -> datetime | None:
        """When the newest change that it may show was published."""
        return self.listing.modified


def timeline_page(matter: TimelineMatter, settings: Settings) -> Page:
    """Return a page of the timeline."""
    told = "What happened and what was said, by date"
    return listing_page(matter.listing, settings, told, lambda *_: _view(matter))


def _view(matter: TimelineMatter) -> TimelineView:
    listing, claims, shown = matter.listing, matter.claims, matter.listing.shown
    # Of a list that is cut off nothing true can be told of an earlier day; the pages of its periods can be asked.
    first, last = known_between(shown) if len(shown) == len(claims) else ("", "")
    topics = {topic for linked in shown for topic in linked.claim.topics}
    parties = {linked.claim.party for linked in shown}
    return TimelineView(
        title=listing.title,
        age=matter.age,
        words=listing.words("claim"),
        span=phrase.span([linked.claim.date for linked in claims]),
        picture=picture(claims, "Everything that happened or was said"),
        months=months_of(shown, newest_first=True),
        topics=tuple(topic for topic in matter.topics if topic.id in topics),
        parties=tuple(party for party in matter.parties if party.id in parties),
        names={topic.id: link_of_topic(topic) for topic in matter.topics},
        cut=listing.cut,
        periods=listing.links("claim"),
        here=listing.address,
        first=first,
        last=last,
    )
