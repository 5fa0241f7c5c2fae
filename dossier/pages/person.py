"""Pages of people: who they are, what they said on the record or as reported, and what is said of them.

They stand by topic, each line a claim with its date and its sourcing. Picking the claims is left to `gather`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dossier.linked import LinkedClaim, Named, Names, address
from dossier.model import SPOKEN, Person, Settings
from dossier.pages import jsonld
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_line import Line, line
from dossier.pages.counts import count, newest_change
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc, feed_links, link_of_person, link_of_topic, party_link, sections
from dossier.pages.pagination import PeriodLink, Periods, links
from dossier.wording import counted, phrase, titles
from dossier.wording.labels import ORIGIN_KIND, PAGE_KIND
from dossier.wording.spellings import Spelling, other_names

_FEW = 60


class TopicLine(NamedTuple):
    """A claim under its first topic; `also` are the others."""

    line: Line
    also: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """Claims on one topic, newest first."""

    topic: Link
    lines: tuple[TopicLine, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Claims that say one sort of thing of a person, by topic. `whose` says that lines name the party they are of."""

    anchor: str
    title: str
    rows: tuple[TopicRow, ...]
    whose: bool


@dataclass(frozen=True, slots=True)
class SpeechLine:
    """A statement or an interview in which the person speaks."""

    origin: Link
    kind: str
    date: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person's first page. `periods` are empty unless the claims are too many for one page."""

    name: str
    role: str
    party: Link | None
    names: tuple[Spelling, ...]
    counts: str
    parts: tuple[Part, ...]
    periods: tuple[PeriodLink, ...]
    speeches: tuple[SpeechLine, ...]
    more_speeches: int
    first: str
    last: str
    cite: Cite
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class PersonPeriodView:
    """A further page of a person: what they said and what is said of them in one period."""

    person: Link
    counts: str
    parts: tuple[Part, ...]
    periods: tuple[PeriodLink, ...]
    here: str
    first: str
    last: str
    toc: tuple[Toc, ...]


class Speech(NamedTuple):
    """An origin in which the person speaks."""

    id: str
    name: str
    kind: str
    date: str


@dataclass(frozen=True, slots=True)
class PersonMatter:
    """A person with the claims that they made or that speak of them, newest first, and the origins in which they speak.

    `periods` are empty unless the claims are too many for one page. `topics` are all there are, in their order.
    """

    person: Person
    party: Named | None
    claims: tuple[LinkedClaim, ...]
    speeches: tuple[Speech, ...]
    topics: Names
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return address.person(self.person.id)

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of these claims was published."""
        return newest_change(self.claims)


@dataclass(frozen=True, slots=True)
class PersonPeriodMatter:
    """The claims of one period that a person made or that speak of them, newest first."""

    person: Person
    party: Named | None
    key: str
    claims: tuple[LinkedClaim, ...]
    topics: Names
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return f"{address.person(self.person.id)}{self.key}/"

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of these claims was published."""
        return newest_change(self.claims)


def person_page(matter: PersonMatter, settings: Settings) -> Page:
    """Return the page of a person."""
    person = matter.person
    return Page(
        address=matter.address,
        kind="person",
        template="pages/person.html",
        title=person.name,
        description=phrase.clipped(titles.about_person(person.name, person.role or ""), 200),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        label=PAGE_KIND["person"],
        topics=_names_of_topics(matter),
        parties=(matter.party.name,) if matter.party else (),
        modified=phrase.moment_or_empty(matter.modified),
        linked=lambda: (jsonld.person(settings, person),),
    )


def period_page(matter: PersonPeriodMatter, settings: Settings) -> Page:
    """Return the page of one period of a person."""
    name, words = matter.person.name, titles.period(matter.key)
    return Page(
        address=matter.address,
        kind="person-period",
        template="pages/person-period.html",
        title=f"{name}: {words}",
        description=titles.about_person_period(name, words),
        build=partial(_period_view, matter),
        feeds=feed_links(settings),
        label=PAGE_KIND["person"],
        topics=_names_of_topics(matter),
        parties=(matter.party.name,) if matter.party else (),
        modified=phrase.moment_or_empty(matter.modified),
        searched=False,
    )


def _names_of_topics(matter: PersonMatter | PersonPeriodMatter) -> tuple[str, ...]:
    named = {topic for linked in matter.claims for topic in linked.claim.topics}
    return tuple(topic.name for topic in matter.topics if topic.id in named)


def _view(matter: PersonMatter, settings: Settings) -> PersonView:
    person, claims, periods = matter.person, matter.claims, matter.periods
    parts = tuple(_parts(person.id, claims[:_FEW] if periods else claims, matter.topics))
    first, last = known_between(claims)
    speeches = tuple(
        SpeechLine(Link(address.origin(each.id), each.name), ORIGIN_KIND[each.kind], each.date)
        for each in matter.speeches[:_FEW]
    )
    return PersonView(
        name=person.name,
        role=person.role or "",
        party=party_link(matter.party),
        names=other_names(person.name, person.aliases, person.spellings),
        counts=count(claims).words,
        parts=parts,
        periods=links(periods, matter.address, counted.claims, near=""),
        speeches=speeches,
        more_speeches=len(matter.speeches) - len(speeches),
        first=first,
        last=last,
        cite=cite(settings, person.name, matter.address, phrase.moment_or_empty(matter.modified)),
        toc=(*_toc(parts), *sections(titles.PERSON_SECTIONS, *(("speeches",) if speeches else ()), "cite")),
    )


def _period_view(matter: PersonPeriodMatter) -> PersonPeriodView:
    parts = tuple(_parts(matter.person.id, matter.claims, matter.topics))
    first, last = known_between(matter.claims)
    return PersonPeriodView(
        person=link_of_person(matter.person),
        counts=count(matter.claims).words,
        parts=parts,
        periods=links(matter.periods, address.person(matter.person.id), counted.claims, near=matter.address),
        here=matter.address,
        first=first,
        last=last,
        toc=_toc(parts),
    )


def _toc(parts: Sequence[Part]) -> tuple[Toc, ...]:
    return tuple(Toc(part.anchor, part.title) for part in parts)


def _parts(person_id: str, claims: Sequence[LinkedClaim], topics: Names) -> Iterator[Part]:
    sorts: dict[str, list[LinkedClaim]] = {"record": [], "reported": [], "about": []}
    for linked in claims:
        sorts[_sort(person_id, linked)].append(linked)
    for anchor, members in sorts.items():
        if members:
            rows = tuple(_rows(members, topics))
            yield Part(anchor, titles.PERSON_SECTIONS[anchor], rows, whose=anchor == "about")


def _rows(claims: Sequence[LinkedClaim], topics: Names) -> Iterator[TopicRow]:
    """Yield claims under the first topic that each names, in the order of topics."""
    names = {topic.id: link_of_topic(topic) for topic in topics}
    for topic_id, topic in names.items():
        lines = tuple(
            TopicLine(line(linked), tuple(names[each] for each in linked.claim.topics[1:]))
            for linked in claims
            if linked.claim.topics[0] == topic_id
        )
        if lines:
            yield TopicRow(topic, lines)


def _sort(person_id: str, linked: LinkedClaim) -> str:
    """Return whether a claim is what the person said on the record, what others report that they said, or is about them."""
    if linked.claim.said_by != person_id:
        return "about"
    is_on_record = any(
        origin is not None and origin.record.kind in SPOKEN and origin.record.speaker == person_id
        for each, _, origin in linked.evidence
        if each.support != "denies"
    )
    return "record" if is_on_record else "reported"
