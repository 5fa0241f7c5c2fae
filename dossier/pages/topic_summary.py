"""A topic in a few lines, for lists of topics.

The first sentence of the authored bottom line stands for a topic.
"""

from dataclasses import dataclass
from datetime import datetime

from dossier.linked import Named
from dossier.pages.counts import Counts
from dossier.pages.page import Link, link_of_topic
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


@dataclass(frozen=True, slots=True)
class TeaserMatter:
    """A topic with the first sentence of its bottom line, and what is known of its claims and updates.

    `newest` is the date of its newest evidence, or empty; `changed` is when its newest major update was published.
    """

    topic: Named
    question: str
    sentence: str
    newest: str
    counts: Counts
    changed: datetime | None


def teaser(matter: TeaserMatter) -> Teaser:
    """Return a topic in a few lines."""
    return Teaser(
        topic=link_of_topic(matter.topic),
        question=matter.question,
        answer=first_sentence(matter.sentence),
        newest=matter.newest,
        counts=matter.counts.words,
        changed=phrase.moment(matter.changed) if matter.changed else "",
    )
