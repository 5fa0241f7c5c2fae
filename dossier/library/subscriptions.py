"""Which feeds there are, and which updates stand in each.

Writing them is left to `feeds`.
"""

from dataclasses import replace
from datetime import UTC, datetime

from dossier.library.library import Library
from dossier.linked import address
from dossier.linked.records import LinkedUpdate
from dossier.linked.subscription import Subscription, everything, feed_title
from dossier.model import first_day
from dossier.wording.machines import feed_of_merged, feed_of_party, feed_parties, feed_topics


def subscriptions(library: Library) -> dict[str, Subscription]:
    """Return all feeds by scope: everything first, then topics and parties in the order in which readers see them, then former topics."""
    settings = library.settings
    topics = {
        topic.id: Subscription(
            topic.id,
            feed_title(settings, topic),
            library.topics[topic.id].question,
            address.topic(topic.id),
            feed_topics(),
        )
        for topic in library.named_topics.values()
    }
    parties = {
        (scope := address.party_scope(party.id)): Subscription(
            scope, feed_title(settings, party), feed_of_party(party.name), address.party(party.id), feed_parties()
        )
        for party in library.named_parties.values()
    }
    former = {
        old: replace(topics[new], scope=old, description=feed_of_merged(title, library.topics[new].title), goes_on=True)
        for old, (title, new) in library.merged_topics.items()
    }
    return {address.ALL_FEED: everything(settings), **topics, **parties, **former}


def feed_updates(library: Library, scope: str) -> tuple[LinkedUpdate, ...]:
    """Return the updates that a feed tells of, newest first: the major ones of its topic or party, or of everything."""
    if scope == address.ALL_FEED:
        return tuple(linked for linked in library.updates if linked.is_major)
    told = tuple(linked for linked in library.updates_by_scope.get(scope, ()) if linked.is_major)
    moved = library.corpus.stubs.get(("topic", scope))
    if moved is None:
        return told
    # What the other topic had told before is news to nobody.
    last = max((linked.update.at for linked in told if _is_written_for(linked, scope)), default=None)
    after = (one for one in feed_updates(library, moved.to) if last is None or one.update.at > last)
    both = {linked.id: linked for linked in (*after, *told)}
    return tuple(sorted(both.values(), key=lambda linked: (linked.update.at, linked.id), reverse=True))


def _is_written_for(linked: LinkedUpdate, scope: str) -> bool:
    """Return whether an update names a topic itself, and not only because of what it mends."""
    return scope in linked.update.topics or (linked.owner_kind, linked.owner_id) == ("topic", scope)


def quiet_since(library: Library, scope: str) -> datetime:
    """Return the time that a feed without updates bears, in UTC.

    A topic's is the date of its bottom line, so that news elsewhere leave its empty feed alone; that of a party and of
    everything is the newest date of a report.
    """
    parties = {address.party_scope(party): claims for party, claims in library.claims_by_party.items()}
    if scope == address.ALL_FEED or scope in parties:
        claims = parties.get(scope, library.claims.values())
        day = max((linked.claim.reported for linked in claims), default="1970-01-01")
    else:
        day = library.topics[library.corpus.current("topic", scope)].bottom_line.as_of
    return datetime.combine(first_day(day), datetime.min.time(), UTC)
