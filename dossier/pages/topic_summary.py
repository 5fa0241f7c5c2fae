"""A topic in a few lines, for lists of topics.

Never sums a topic up in words of its own: the first sentence of its authored bottom line stands for it.
"""

from dataclasses import dataclass

from dossier.pages.claim_groups import newest_evidence
from dossier.pages.context import Context
from dossier.pages.page import Link
from dossier.pages.party_position import count_words
from dossier.pages.update_line import newest_major
from dossier.wording import phrase
from dossier.wording.strip_markdown import first_sentence


@dataclass(frozen=True, slots=True)
class Teaser:
    """A topic in a list. `newest` is a date or empty, `changed` the time of its newest significant change or empty."""

    topic: Link
    question: str
    answer: str
    newest: str
    counts: str
    changed: str


def teaser(context: Context, topic_id: str) -> Teaser:
    """Return a topic in a few lines."""
    library = context.library
    topic = library.topics[topic_id]
    claims = library.claims_by_topic[topic_id]
    major = newest_major(library.updates_by_topic[topic_id])
    return Teaser(
        topic=context.topics[topic_id],
        question=topic.question,
        answer=first_sentence(topic.bottom_line.sentences[0].text),
        newest=newest_evidence(context, claims),
        counts=count_words(claims),
        changed=phrase.moment(major.update.at) if major else "",
    )
