"""What search knows of a site besides its words: names that lead to a page, and the days of the timeline.

Making sense of what a reader typed is left to the script that loads this.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.library import Library
from dossier.linked import address
from dossier.pages import PlannedPage
from dossier.pages.timeline import TimelineMatter
from dossier.wording import search_words
from dossier.wording.labels import PAGE_KIND

NAMES = "search/names.json"
"""The address of the file. It is loaded when a reader first searches."""
_PEOPLE = "people/"
_SIGNPOSTS: Mapping[str, tuple[str, ...]] = {
    "feeds": (address.FEEDS,),
    "downloads": (address.DOWNLOADS,),
    "updates": (address.UPDATES,),
    "corrections": ("corrections/", address.UPDATES),
    "denials": ("claims/?kind=denial", "method/"),
    "unnamed": ("claims/?basis=unnamed", "method/"),
    "contact": ("contact/", "about/"),
    "method": ("method/", "about/"),
    "contribute": ("contribute/", "about/"),
}
"""Where what readers look for is done: the addresses that may serve, the best first."""


class Name(NamedTuple):
    """A page and the names of what it is about: `called` in the language of the site, `typed` by readers."""

    address: str
    title: str
    kind: str
    called: tuple[str, ...]
    typed: tuple[str, ...]


def names(library: Library, pages: Sequence[PlannedPage], written: Iterable[str]) -> bytes:
    """Return the file of names and days. `written` are the addresses of hand-written pages."""
    there = {page.address for page in pages}.union(written)
    found = [*_subjects(library), *_speakers(library, there), *_publishers(library), *_signposts(there)]
    given = {each for name in found for each in (*name.called, *name.typed)}
    known = {"pages": [_abbreviated(name, given) for name in found], "days": _days(pages)}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()


def _abbreviated(name: Name, given: set[str]) -> Name:
    """Return a name with abbreviations that are not `given` as names, and each name once. People are not abbreviated."""
    called = tuple(dict.fromkeys(name.called))
    short = [each for each in search_words.initials(called) if each not in given and name.kind != PAGE_KIND["person"]]
    typed = (each for each in dict.fromkeys((*name.typed, *short)) if each not in called)
    return name._replace(called=called, typed=tuple(typed))


def _subjects(library: Library) -> Iterator[Name]:
    """Yield topics and parties, in their order."""
    merged: dict[str, list[str]] = {}
    for title, topic_id in library.merged_topics.values():
        merged.setdefault(topic_id, []).append(title)
    for topic_id, topic in library.topics.items():
        typed = (*topic.spellings, *merged.get(topic_id, ()))
        yield Name(address.topic(topic_id), topic.title, PAGE_KIND["topic"], (topic.title, *topic.aliases), typed)
    for party_id, party in library.parties.items():
        called = (party.name, *party.aliases)
        yield Name(address.party(party_id), party.name, PAGE_KIND["party"], called, party.spellings)


def _speakers(library: Library, there: set[str]) -> Iterator[Name]:
    """Yield people, each with a page of their own or else with that of their party."""
    for person_id, person in library.people.items():
        own, party = f"{_PEOPLE}{person_id}/", address.party(person.party) if person.party else ""
        if own in there or party in there:
            where = own if own in there else f"{party}#people"
            yield Name(where, person.name, PAGE_KIND["person"], (person.name, *person.aliases), person.spellings)


def _publishers(library: Library) -> Iterator[Name]:
    """Yield who published origins and sources, each with the newest one."""
    found: dict[tuple[str, str], tuple[str, Name]] = {}
    for key, origin in library.origins.items():
        # What somebody said is found by that person's name.
        if not origin.is_nobodys and origin.speaker is None:
            called = (*([origin.publisher] if origin.publisher else []), *origin.aliases)
            name = _published(address.origin(key), origin.name, "origin", called)
            _keep_newest(found, ("origin", origin.publisher or key), origin.date or "", name)
    for key, source in library.sources.items():
        name = _published(address.source(key), source.title, "source", (source.outlet, *source.aliases))
        _keep_newest(found, ("source", source.outlet), source.dated, name)
    return (name for _, name in found.values())


def _published(where: str, title: str, kind: str, called: tuple[str, ...]) -> Name:
    return Name(where, title, PAGE_KIND[kind], called, ())


def _keep_newest(
    found: dict[tuple[str, str], tuple[str, Name]], publisher: tuple[str, str], date: str, name: Name
) -> None:
    if publisher not in found or found[publisher][0] < date:
        found[publisher] = date, name


def _signposts(there: set[str]) -> Iterator[Name]:
    """Yield the pages that do something, as far as the site has them; of several that serve, the first."""
    for key, candidates in _SIGNPOSTS.items():
        where = next((each for each in candidates if each.partition("?")[0] in there), None)
        if where is not None:
            yield Name(where, search_words.title(where), "", (), tuple(search_words.typed(key)))


def _days(pages: Iterable[PlannedPage]) -> dict[str, dict[str, str]]:
    """Return what is on the timeline, by the address of its page: the months, each with the days that have claims."""
    where: dict[str, str] = {}
    for page in pages:
        if isinstance(page.matter, TimelineMatter):
            where |= {linked.claim.date: page.address for linked in page.matter.listing.shown}
    found: dict[str, dict[str, str]] = {}
    for date in sorted(where):
        month, day = date[:7], date[8:]
        if len(month) == len("2025-04"):
            months = found.setdefault(where[date], {})
            months[month] = f"{months.get(month, '')} {day}".strip()
    return found
