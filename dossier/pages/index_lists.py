"""The lists of topics, briefs, parties and people.

A list has everything of its kind that is in the library.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from dossier.linked import Named, address
from dossier.model import Person, Settings
from dossier.pages.counts import Counts
from dossier.pages.listing import Listing, listing_page
from dossier.pages.page import Link, Page, Toc, feed_links, link_of_party, link_of_person, party_link, topic_links
from dossier.pages.pagination import PeriodLink
from dossier.pages.topic_summary import Teaser, TeaserMatter, teaser
from dossier.wording import counted, phrase, titles


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All topics, in their order."""

    topics: tuple[Teaser, ...]
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A brief in a list."""

    brief: Link
    date: str
    is_by: bool
    counts: str
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BriefMonth:
    """Briefs of one month, newest first."""

    words: str
    briefs: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class BriefsView:
    """Briefs by month, newest first. `periods` are empty unless the briefs are too many for one page."""

    title: str
    words: str
    months: tuple[BriefMonth, ...]
    cut: str
    periods: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party in a list."""

    party: Link
    about: str
    counts: str
    topics: str


@dataclass(frozen=True, slots=True)
class PartiesView:
    """All parties, in their order."""

    parties: tuple[PartyLine, ...]
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list."""

    person: Link
    role: str
    counts: str


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """Those who speak for one party, or for none."""

    party: Link | None
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """All people, by party."""

    groups: tuple[PeopleGroup, ...]
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicsMatter:
    """All topics, in their order."""

    topics: tuple[TeaserMatter, ...]
    modified: datetime | None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.TOPICS


class ListedParty(NamedTuple):
    """A party, what its claims come to, and on how many topics it holds a position."""

    party: Named
    about: str
    counts: Counts
    positions: int


@dataclass(frozen=True, slots=True)
class PartiesMatter:
    """All parties, in their order."""

    parties: tuple[ListedParty, ...]
    modified: datetime | None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.PARTIES


class ListedPerson(NamedTuple):
    """A person, the party that they speak for, and what the claims come to that they made or that speak of them."""

    person: Person
    party: Named | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class PeopleMatter:
    """All people, those of one party next to each other."""

    people: tuple[ListedPerson, ...]
    modified: datetime | None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.PEOPLE


class ListedBrief(NamedTuple):
    """A brief, what its claims come to, and the topics that they are about. `changed` is when its newest change was."""

    id: str
    title: str
    date: str
    is_by: bool
    counts: Counts
    topics: tuple[Named, ...]
    changed: datetime | None


def topics_page(matter: TopicsMatter, settings: Settings) -> Page:
    """Return the list of topics."""
    return Page(
        address=matter.address,
        kind="topics",
        template="pages/topics.html",
        title=titles.LISTS["topics"],
        description=phrase.clipped(f"{titles.ABOUT['topics']}. {settings.description}", 200),
        build=lambda: TopicsView(tuple(teaser(each) for each in matter.topics)),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
    )


def parties_page(matter: PartiesMatter, settings: Settings) -> Page:
    """Return the list of parties."""
    return Page(
        address=matter.address,
        kind="parties",
        template="pages/parties.html",
        title=titles.LISTS["parties"],
        description=phrase.clipped(f"{titles.ABOUT['parties']}. {settings.description}", 200),
        build=lambda: PartiesView(tuple(_party_line(each) for each in matter.parties)),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
    )


def people_page(matter: PeopleMatter, settings: Settings) -> Page:
    """Return the list of people."""
    return Page(
        address=matter.address,
        kind="people",
        template="pages/people.html",
        title=titles.LISTS["people"],
        description=phrase.clipped(f"{titles.ABOUT['people']}. {settings.description}", 200),
        build=lambda: PeopleView(tuple(_people(matter))),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
    )


def briefs_page(matter: Listing[ListedBrief], settings: Settings) -> Page:
    """Return a page of the list of briefs."""
    return listing_page(matter, settings, _briefs_view)


def _party_line(entry: ListedParty) -> PartyLine:
    return PartyLine(
        party=link_of_party(entry.party),
        about=entry.about,
        counts=entry.counts.words,
        topics=counted.positions_held(entry.positions),
    )


def _people(matter: PeopleMatter) -> Iterator[PeopleGroup]:
    for party, members in groupby(matter.people, key=lambda entry: entry.party):
        lines = [
            PersonLine(link_of_person(entry.person), entry.person.role or "", entry.counts.words) for entry in members
        ]
        yield PeopleGroup(party_link(party), tuple(lines))


def _briefs_view(matter: Listing[ListedBrief], _: Settings) -> BriefsView:
    by_month = sorted(matter.shown, key=_month_key, reverse=True)
    months = groupby(by_month, key=_month_key)
    return BriefsView(
        title=matter.title,
        words=counted.briefs(matter.total),
        months=tuple(
            BriefMonth(phrase.month_heading(month, is_by=not is_dated_on), tuple(_brief_line(each) for each in members))
            for (month, is_dated_on), members in months
        ),
        cut=matter.cut,
        periods=matter.links(counted.briefs),
        here=matter.address,
    )


def _month_key(entry: ListedBrief) -> tuple[str, bool]:
    # What took place by a date of a month comes before what took place in it.
    return entry.date[:7], not entry.is_by


def _brief_line(entry: ListedBrief) -> BriefLine:
    return BriefLine(
        brief=Link(address.brief(entry.id), entry.title),
        date=entry.date,
        is_by=entry.is_by,
        counts=entry.counts.words,
        topics=topic_links(entry.topics),
    )
