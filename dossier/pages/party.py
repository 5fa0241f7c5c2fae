"""Pages of parties: what each wants on each topic, what changed, and what it has said and done.

Each line is a claim of the party or about it, with its sourcing beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dossier.linked import LinkedClaim, Named, Names, Position, address
from dossier.model import Party, Person, Settings
from dossier.pages.age import Age
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_groups import Month, months_of
from dossier.pages.claim_line import Line, line
from dossier.pages.counts import count, newest_change
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc, feed_links, link_of_party, link_of_person, link_of_topic, sections
from dossier.pages.pagination import PeriodLink, Periods, links
from dossier.pages.party_position import Stance, stance
from dossier.wording import counted, phrase, titles
from dossier.wording.labels import PAGE_KIND
from dossier.wording.spellings import Spelling, other_names
from dossier.wording.strip_markdown import plain

_FEW = 60


@dataclass(frozen=True, slots=True)
class TopicStance:
    """What the party wants on one topic."""

    topic: Link
    stance: Stance


@dataclass(frozen=True, slots=True)
class Turn:
    """One position that replaced another. `since` is the day on which the newer one was known."""

    topic: Link | None
    newer: Line
    older: Line
    since: str


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """Somebody who speaks for the party."""

    person: Link
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party's first page. `periods` are empty unless its claims are too many for one page."""

    name: str
    about: str
    age: Age | None
    names: tuple[Spelling, ...]
    counts: str
    stances: tuple[TopicStance, ...]
    silent: tuple[Link, ...]
    turns: tuple[Turn, ...]
    more_turns: int
    people: tuple[SpeakerLine, ...]
    claims_title: str
    months: tuple[Month, ...]
    periods: tuple[PeriodLink, ...]
    first: str
    last: str
    cite: Cite
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class PartyPeriodView:
    """A further page of a party: what it said and did in one period."""

    party: Link
    counts: str
    months: tuple[Month, ...]
    periods: tuple[PeriodLink, ...]
    here: str
    first: str
    last: str
    toc: tuple[Toc, ...] = ()


class Speaker(NamedTuple):
    """Somebody who speaks for a party, and how many claims give what they said."""

    person: Person
    claims: int


class Replacement(NamedTuple):
    """A position, and an older one that it replaced."""

    newer: LinkedClaim
    older: LinkedClaim


@dataclass(frozen=True, slots=True)
class PartyMatter:
    """A party with its claims, newest first, its positions in the order of topics, and those who speak for it.

    `periods` are empty unless the claims are too many for one page. `topics` are all there are, in their order.
    """

    id: str
    party: Party
    claims: tuple[LinkedClaim, ...]
    positions: tuple[Position, ...]
    replacements: tuple[Replacement, ...]
    speakers: tuple[Speaker, ...]
    topics: Names
    periods: Periods
    age: Age | None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.party(self.id)

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change(self.claims)


@dataclass(frozen=True, slots=True)
class PartyPeriodMatter:
    """What a party said and did in one period, newest first. `topics` are those of all its claims."""

    party: Named
    key: str
    claims: tuple[LinkedClaim, ...]
    topics: tuple[Named, ...]
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return f"{address.party(self.party.id)}{self.key}/"

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change(self.claims)


def party_page(matter: PartyMatter, settings: Settings) -> Page:
    """Return the page of a party."""
    party = matter.party
    named = {topic for linked in matter.claims for topic in linked.claim.topics}
    return Page(
        address=matter.address,
        kind="party",
        template="pages/party.html",
        title=party.name,
        description=phrase.clipped(
            f"{titles.about_party(party.name)} {plain(party.about or settings.description)}", 200
        ),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings, parties=[Named(matter.id, party.name)]),
        label=PAGE_KIND["party"],
        topics=tuple(topic.name for topic in matter.topics if topic.id in named),
        parties=(party.name,),
        modified=phrase.moment_or_empty(matter.modified),
    )


def period_page(matter: PartyPeriodMatter, settings: Settings) -> Page:
    """Return the page of one period of a party."""
    name, words = matter.party.name, titles.period(matter.key)
    return Page(
        address=matter.address,
        kind="party-period",
        template="pages/party-period.html",
        title=f"{name}: {words}",
        description=titles.about_party_period(name, words),
        build=partial(_period_view, matter),
        feeds=feed_links(settings, parties=[matter.party]),
        label=PAGE_KIND["party"],
        topics=tuple(topic.name for topic in matter.topics),
        parties=(name,),
        modified=phrase.moment_or_empty(matter.modified),
        searched=False,
    )


def _view(matter: PartyMatter, settings: Settings) -> PartyView:
    party, claims, periods = matter.party, matter.claims, matter.periods
    named = Named(matter.id, party.name)
    shown = claims[:_FEW] if periods else claims
    topics = {topic.id: link_of_topic(topic) for topic in matter.topics}
    held = tuple(TopicStance(topics[each.topic], stance(named, each)) for each in matter.positions)
    turns = tuple(_turn(each, matter.topics) for each in matter.replacements[:_FEW])
    people = tuple(_speaker(each) for each in matter.speakers)
    first, last = known_between(claims)
    heard = {each.topic for each in matter.positions}
    modified = phrase.moment_or_empty(matter.modified)
    # A judgement is filed under whom it is about, and is nothing that the party itself said.
    judged = any(linked.claim.kind == "analysis" for linked in claims)
    claims_title = titles.PARTY_SECTIONS["claims-judged" if judged else "claims"]
    toc = (
        *sections(titles.PARTY_SECTIONS, "positions", *(("turns",) if turns else ())),
        Toc("claims", claims_title),
        *sections(titles.PARTY_SECTIONS, *(("people",) if people else ()), "cite"),
    )
    return PartyView(
        name=party.name,
        about=party.about or "",
        age=matter.age,
        names=other_names(party.name, party.aliases, party.spellings),
        counts=count(claims).words,
        stances=held,
        silent=tuple(link for topic, link in topics.items() if topic not in heard),
        turns=turns,
        more_turns=max(len(matter.replacements) - _FEW, 0),
        people=people,
        claims_title=claims_title,
        months=months_of(shown, newest_first=True),
        periods=links(periods, matter.address, counted.claims, near=""),
        first=first,
        last=last,
        cite=cite(settings, party.name, matter.address, modified),
        toc=toc,
    )


def _turn(replacement: Replacement, topics: Iterable[Named]) -> Turn:
    newer, older = replacement
    common = [topic for topic in newer.claim.topics if topic in older.claim.topics] or newer.claim.topics
    names = {topic.id: topic for topic in topics}
    shown = line(newer)
    about = next((link_of_topic(names[topic]) for topic in common if topic in names), None)
    return Turn(about, shown, line(older), shown.since)


def _speaker(speaker: Speaker) -> SpeakerLine:
    person = speaker.person
    return SpeakerLine(link_of_person(person), person.role or "", counted.claims(speaker.claims))


def _period_view(matter: PartyPeriodMatter) -> PartyPeriodView:
    first, last = known_between(matter.claims)
    return PartyPeriodView(
        party=link_of_party(matter.party),
        counts=count(matter.claims).words,
        months=months_of(matter.claims, newest_first=True),
        periods=links(matter.periods, address.party(matter.party.id), counted.claims, near=matter.address),
        here=matter.address,
        first=first,
        last=last,
    )
