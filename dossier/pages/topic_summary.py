"""A topic in a few lines, for lists of topics.

The answer in short is authored; where nobody wrote one, the question stands for a topic.
"""

from dataclasses import dataclass
from datetime import datetime

from dossier.linked import Named
from dossier.pages.age import Age
from dossier.pages.counts import Counts
from dossier.pages.page import Link, link_of_topic
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class Teaser:
    """A topic in a list. `newest` is a date or empty, `changed` the time of its newest significant change or empty.

    `answer` is the topic in short, or empty.
    """

    topic: Link
    question: str
    answer: str
    age: Age
    newest: str
    counts: str
    changed: str


@dataclass(frozen=True, slots=True)
class TeaserMatter:
    """A topic in short, if its editors wrote that, and what is known of its claims and updates.

    `newest` is the date of its newest evidence, or empty; `changed` is when its newest major update was published.
    """

    topic: Named
    question: str
    in_short: str
    age: Age
    newest: str
    counts: Counts
    changed: datetime | None


def teaser(matter: TeaserMatter) -> Teaser:
    """Return a topic in a few lines."""
    return Teaser(
        topic=link_of_topic(matter.topic),
        question=matter.question,
        answer=matter.in_short,
        age=matter.age,
        newest=matter.newest,
        counts=matter.counts.words,
        changed=phrase.moment(matter.changed) if matter.changed else "",
    )
