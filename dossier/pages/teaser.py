"""A topic in a few lines, for lists of topics.

Never sums a topic up in words of its own: the first sentence of its authored bottom line stands for it.
"""

from dataclasses import dataclass

from dossier.pages import phrase
from dossier.pages.change import newest_major
from dossier.pages.desk import Desk
from dossier.pages.group import newest_evidence
from dossier.pages.page import Link
from dossier.pages.plain import first_sentence
from dossier.pages.stance import count_words


@dataclass(frozen=True, slots=True)
class Teaser:
    """A topic in a list. `newest` is a date or empty, `changed` the time of its newest significant change or empty."""

    topic: Link
    question: str
    answer: str
    newest: str
    counts: str
    changed: str


def teaser(desk: Desk, topic_id: str) -> Teaser:
    """Return a topic in a few lines."""
    library = desk.library
    topic = library.topics[topic_id]
    claims = library.claims_by_topic[topic_id]
    major = newest_major(library.updates_by_topic[topic_id])
    return Teaser(
        topic=desk.topics[topic_id],
        question=topic.question,
        answer=first_sentence(topic.bottom_line.sentences[0].text),
        newest=newest_evidence(desk, claims),
        counts=count_words(claims),
        changed=phrase.moment(major.update.at) if major else "",
    )
