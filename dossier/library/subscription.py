"""What can be subscribed to: which feeds there are, what each is called, and which updates stand in it.

Never writes a feed, and never takes an identity from an address or a title: both may change, and subscribers would
get everything anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dossier.library.library import Library
from dossier.linked import address
from dossier.linked.records import LinkedUpdate
from dossier.model import Settings, first_day

MEDIA_TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}
"""The forms of a feed and the media type of each, in the order in which pages advertise them: many readers take the
first, and Atom alone can say that an update was mended."""

FORM_NAMES: Mapping[str, str] = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}


@dataclass(frozen=True, slots=True)
class Subscription:
    """One feed, in all its forms. `scope` is a topic's id or `all`; `page` is the address of the page it is about."""

    scope: str
    title: str
    description: str
    page: str

    def address(self, form: str) -> str:
        """Return the address of the live feed in one of the forms `rss`, `atom` and `json`."""
        return address.feed(self.scope, form)


def subscriptions(library: Library) -> dict[str, Subscription]:
    """Return all feeds by scope: everything first, then the topics in the order in which readers see them."""
    name = library.settings.name
    everything = Subscription(address.ALL_FEED, f"{name}: all updates", library.settings.description, address.HOME)
    topics = {
        topic_id: Subscription(topic_id, f"{name}: {topic.title}", topic.question, address.topic(topic_id))
        for topic_id, topic in library.topics.items()
    }
    return {everything.scope: everything, **topics}


def told(library: Library, scope: str) -> tuple[LinkedUpdate, ...]:
    """Return the updates that a feed tells of, newest first: the major ones of its topic, or of everything."""
    updates = library.updates if scope == address.ALL_FEED else library.updates_by_topic[scope]
    return tuple(linked for linked in updates if linked.is_major)


def archive_pages(library: Library, count: int) -> int:
    """Return how many archive pages a feed of `count` updates has.

    A page holds as many updates as the live feed and comes into being when the first of them leaves it, so it is
    full from the start and its updates stay the same for good.
    """
    return max(0, count - 1) // library.settings.feed_size


def update_tag(settings: Settings, update_id: str) -> str:
    """Return the permanent name of an update as a `tag:` URI (RFC 4151): the same in every feed and form."""
    return f"tag:{settings.authority},{settings.authority_year}:update/{update_id}"


def feed_tag(settings: Settings, scope: str) -> str:
    """Return the permanent name of a feed as a `tag:` URI. No update has such a name."""
    return f"tag:{settings.authority},{settings.authority_year}:feed/{scope}"


_SAYS_ITS_KIND = {"correction": "Correction", "retraction": "Retraction", "closed": "Closed"}


def headline(linked: LinkedUpdate) -> str:
    """Return the title under which subscribers see an update: a correction, a retraction and a last word say so."""
    word = _SAYS_ITS_KIND.get(linked.update.kind)
    if word is None or linked.title.casefold().startswith(word.casefold()):
        return linked.title
    return f"{word}: {linked.title}"


def to_utc(moment: datetime) -> datetime:
    """Return a time in UTC, to the second, so that one instant is written one way in every form."""
    return moment.astimezone(UTC).replace(microsecond=0)


def published_at(linked: LinkedUpdate) -> datetime:
    """Return when an update was published, in UTC."""
    return to_utc(linked.update.at)


def mended_at(library: Library, linked: LinkedUpdate) -> datetime:
    """Return when an update last changed, in UTC: when it was published, or last corrected or retracted."""
    by_id = library.updates_by_id
    return max((published_at(linked), *(published_at(by_id[one]) for one in linked.corrected_by)))


def quiet_since(library: Library, scope: str) -> datetime:
    """Return the time that a feed without updates bears, in UTC.

    A topic's is the date of its bottom line, so that news elsewhere leave its empty feed alone; that of everything
    is the newest date of a report.
    """
    if scope == address.ALL_FEED:
        day = max((linked.claim.reported for linked in library.claims.values()), default="1970-01-01")
    else:
        day = library.topics[scope].bottom_line.as_of
    return datetime.combine(first_day(day), datetime.min.time(), UTC)
