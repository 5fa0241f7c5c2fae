"""Picks what pages of people and the list of people show.

Wording it is left to `pages.person` and `pages.index_lists`.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.linked import Named
from dossier.model import Person
from dossier.pages.claim_groups import date_of
from dossier.pages.counts import count
from dossier.pages.index_lists import ListedPerson, PeopleMatter
from dossier.pages.pagination import LINES, sizes, split
from dossier.pages.person import PersonMatter, PersonPeriodMatter, Speech


def people(library: Library) -> Iterator[PersonMatter | PersonPeriodMatter]:
    """Yield each person, and after them their periods where their claims fill several pages."""
    topics = library.all_topics
    for person_id, person in library.people.items():
        claims = library.claims_with_person[person_id]
        party = _party(library, person)
        periods = split(claims, date_of, LINES)
        lengths = sizes(periods)
        speeches = tuple(
            Speech(each, origin.name, origin.kind, origin.date or "")
            for each, origin in library.origins_by_speaker[person_id]
        )
        yield PersonMatter(person, party, claims, speeches, topics, lengths)
        for period in periods:
            yield PersonPeriodMatter(person, party, period.key, period.members, topics, lengths)


def people_list(library: Library) -> Iterator[PeopleMatter]:
    """Yield what the list of people shows: those of each party, in the order of parties, then those of none."""
    if library.people:
        entries = [
            ListedPerson(person, _party(library, person), count(library.claims_with_person[person_id]))
            for person_id, person in library.people.items()
        ]
        order = [*library.named_parties.values(), None]
        yield PeopleMatter(tuple(sorted(entries, key=lambda entry: order.index(entry.party))), library.newest_change)


def _party(library: Library, person: Person) -> Named | None:
    return library.named_parties.get(person.party) if person.party else None
