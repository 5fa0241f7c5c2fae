"""Picks what topic pages and the list of topics show.

Wording it is left to `pages.topic` and `pages.index_lists`.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.model import last_day
from dossier.pages.age import Age
from dossier.pages.claim_groups import date_of, newest_evidence
from dossier.pages.counts import count
from dossier.pages.index_lists import TopicsMatter
from dossier.pages.pagination import CLAIMS, sizes, split
from dossier.pages.topic import TopicMatter, TopicPeriodMatter
from dossier.pages.topic_summary import TeaserMatter
from dossier.pages.update_line import newest_major


def topics(library: Library) -> Iterator[TopicMatter | TopicPeriodMatter]:
    """Yield each topic, and after it its periods where its claims fill several pages."""
    parties = library.all_parties
    for topic_id, topic in library.topics.items():
        claims = library.claims_by_topic[topic_id]
        periods = split(claims, date_of, CLAIMS)
        lengths = sizes(periods)
        named = (ref for sentence in topic.bottom_line.sentences for ref in sentence.claims if ref in library.claims)
        yield TopicMatter(
            id=topic_id,
            topic=topic,
            claims=claims,
            numbered=tuple(library.claims[ref] for ref in dict.fromkeys(named)),
            updates=library.updates_by_topic[topic_id],
            positions=tuple(
                library.positions[topic_id, party.id] for party in parties if (topic_id, party.id) in library.positions
            ),
            disputes=library.disputes(topic_id),
            parties=parties,
            periods=lengths,
        )
        for period in periods:
            yield TopicPeriodMatter(library.named_topics[topic_id], period.key, period.members, parties, lengths)


def topics_list(library: Library) -> Iterator[TopicsMatter]:
    """Yield what the list of topics shows."""
    yield TopicsMatter(tuple(teaser(library, topic_id) for topic_id in library.topics), library.newest_change)


def site_age(library: Library) -> Age | None:
    """Return how old the site is: as its overview says, or else its newest bottom line; None where there is neither."""
    overview = library.corpus.overview
    if overview is not None:
        return Age(overview.as_of, overview.review_by)
    topics = library.topics.values()
    if not topics:
        return None
    newest = max((topic.bottom_line.as_of for topic in topics), key=last_day)
    return Age(newest, min((topic.review_by for topic in topics), key=last_day))


def teaser(library: Library, topic_id: str) -> TeaserMatter:
    """Return what lists show of a topic."""
    topic, claims = library.topics[topic_id], library.claims_by_topic[topic_id]
    major = newest_major(library.updates_by_topic[topic_id])
    return TeaserMatter(
        topic=library.named_topics[topic_id],
        question=topic.question,
        in_short=topic.in_short.text if topic.in_short else "",
        age=Age(topic.bottom_line.as_of, topic.review_by),
        newest=newest_evidence(claims),
        counts=count(claims),
        changed=major.update.at if major else None,
    )
