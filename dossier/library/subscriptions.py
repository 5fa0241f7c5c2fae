"""Which feeds there are, and which updates stand in each.

Writing them is left to `feeds`.
"""

from datetime import UTC, datetime

from dossier.library.library import Library
from dossier.linked import address
from dossier.linked.records import LinkedUpdate
from dossier.linked.subscription import Subscription, everything, feed_title
from dossier.model import first_day


def subscriptions(library: Library) -> dict[str, Subscription]:
    """Return all feeds by scope: everything first, then the topics in the order in which readers see them."""
    settings = library.settings
    topics = {
        topic.id: Subscription(
            topic.id, feed_title(settings, topic), library.topics[topic.id].question, address.topic(topic.id)
        )
        for topic in library.named_topics.values()
    }
    return {address.ALL_FEED: everything(settings), **topics}


def feed_updates(library: Library, scope: str) -> tuple[LinkedUpdate, ...]:
    """Return the updates that a feed tells of, newest first: the major ones of its topic, or of everything."""
    updates = library.updates if scope == address.ALL_FEED else library.updates_by_topic[scope]
    return tuple(linked for linked in updates if linked.is_major)


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
