"""Picks what pages of parties and the list of parties show.

Wording it is left to `pages.party` and `pages.index_lists`.
"""

from collections.abc import Iterable, Iterator

from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.pages.claim_groups import date_of
from dossier.pages.counts import count
from dossier.pages.gather.topics import site_age
from dossier.pages.index_lists import ListedParty, PartiesMatter
from dossier.pages.pagination import LINES, sizes, split
from dossier.pages.party import PartyMatter, PartyPeriodMatter, Replacement, Speaker


def parties(library: Library) -> Iterator[PartyMatter | PartyPeriodMatter]:
    """Yield each party, and after it its periods where its claims fill several pages."""
    topics = library.all_topics
    for party_id, party in library.parties.items():
        claims = library.claims_by_party[party_id]
        periods = split(claims, date_of, LINES)
        lengths = sizes(periods)
        yield PartyMatter(
            id=party_id,
            party=party,
            claims=claims,
            positions=tuple(
                library.positions[topic.id, party_id] for topic in topics if (topic.id, party_id) in library.positions
            ),
            replacements=tuple(_replacements(library, claims)),
            speakers=tuple(_speakers(library, party_id)),
            topics=topics,
            periods=lengths,
            age=site_age(library),
        )
        named = {topic for linked in claims for topic in linked.claim.topics}
        about = tuple(topic for topic in topics if topic.id in named)
        for period in periods:
            yield PartyPeriodMatter(library.named_parties[party_id], period.key, period.members, about, lengths)


def parties_list(library: Library) -> Iterator[PartiesMatter]:
    """Yield what the list of parties shows."""
    held: dict[str, int] = {}
    for _, party_id in library.positions:
        held[party_id] = held.get(party_id, 0) + 1
    entries = (
        ListedParty(
            library.named_parties[party_id],
            party.about or "",
            count(library.claims_by_party[party_id]),
            held.get(party_id, 0),
        )
        for party_id, party in library.parties.items()
    )
    yield PartiesMatter(tuple(entries), library.newest_change)


def _replacements(library: Library, claims: Iterable[LinkedClaim]) -> Iterator[Replacement]:
    for linked in claims:
        if linked.claim.kind == "position" and linked.claim.status != "withdrawn":
            yield from (Replacement(linked, library.claims[older]) for older in linked.supersedes)


def _speakers(library: Library, party_id: str) -> Iterator[Speaker]:
    for person_id, person in library.people.items():
        said = len(library.claims_by_person[person_id])
        if person.party == party_id and said:
            yield Speaker(person, said)
