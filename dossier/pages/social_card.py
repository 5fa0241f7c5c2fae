"""What the card of a topic says, and that of the site: the picture shown where somebody shares a link.

Others keep a card for long, so it has dates and no word like "new".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.library import Library
from dossier.linked import address
from dossier.pages.claim_groups import newest_evidence
from dossier.pages.counts import count
from dossier.wording import phrase

SITE = "card.png"
WIDTH, HEIGHT = 1200, 630
"""The size of all cards, in pixels: what the services where links are shared ask for."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card, from the top down, and the address of its picture."""

    address: str
    name: str
    title: str
    text: str
    facts: str

    @property
    def words(self) -> str:
        """What the picture shows, for those who do not see it."""
        return f"{self.title}: {self.text}"


def cards(library: Library) -> Iterator[Card]:
    """Yield the card of the site and that of each topic."""
    settings = library.settings
    counts = f"{phrase.count(len(library.topics), 'topic')} · {phrase.count(len(library.claims), 'claim')}"
    yield Card(SITE, "", settings.name, settings.description, counts)
    for topic_id, topic in library.topics.items():
        claims = library.claims_by_topic[topic_id]
        newest = newest_evidence(claims)
        facts = (
            f"{count(claims).words} · newest evidence {phrase.date_words(newest)}" if newest else count(claims).words
        )
        yield Card(of_topic(topic_id), settings.name, topic.title, topic.question, facts)


def of_topic(topic_id: str) -> str:
    """Return the address of a topic's card."""
    return f"{address.topic(topic_id)}{SITE}"


def of_page(page_address: str) -> str:
    """Return the address of the card that a page shows: its topic's on a topic's pages, elsewhere the site's."""
    folder, _, rest = page_address.partition("/")
    topic_id = rest.partition("/")[0]
    return of_topic(topic_id) if f"{folder}/" == address.TOPICS and topic_id else SITE
