"""The library: a corpus with everything derived from it, built once and then only read.

Rendering is left to `render`, judging to `check`. References may be broken here: `check` has to read them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from dossier.evidence import (
    Coverage,
    Match,
    Verdict,
    cover,
    find_whole_quote,
)
from dossier.library.corpus import Corpus
from dossier.library.linking import current_reviews, link_claims, link_origins, link_sources, link_updates
from dossier.library.positions import derive_disputes, derive_positions
from dossier.linked import address
from dossier.linked.position import Dispute, Position
from dossier.linked.records import LinkedClaim, LinkedOrigin, LinkedSource, LinkedUpdate, Named, Names
from dossier.linked.stamps import stamp
from dossier.model import Brief, Evidence, MergedTopic, Origin, Party, Person, Review, Settings, Source, Topic
from dossier.wording.spellings import alphabetical

Cited = tuple[LinkedClaim, Evidence]
_SOUGHT_AT_MOST = 50


@dataclass(frozen=True, eq=False)
class Library:
    """All of a dossier, linked. Every mapping is in the order in which readers see it.

    Claims in tuples stand newest first (by the date of the thing, then of the report, then by id) unless said otherwise.
    """

    corpus: Corpus

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.corpus.settings

    @property
    def sources(self) -> Mapping[str, Source]:
        """Source records by id, as read."""
        return self.corpus.sources

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Origins by id, as read."""
        return self.corpus.origins

    @property
    def people(self) -> Mapping[str, Person]:
        """People by id, as read."""
        return self.corpus.people

    @cached_property
    def linked_sources(self) -> Mapping[str, LinkedSource]:
        """Sources by id, each with its fingerprint and the record of its last check."""
        return link_sources(self.corpus)

    @cached_property
    def linked_origins(self) -> Mapping[str, LinkedOrigin]:
        """Origins by id, each with all that it goes back to."""
        return link_origins(self.corpus)

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """Briefs by id, newest first."""
        return dict(sorted(self.corpus.briefs.items(), key=lambda pair: (pair[1].date, pair[0]), reverse=True))

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id, in their authored order, then by title."""
        return dict(
            sorted(self.corpus.topics.items(), key=lambda pair: (pair[1].order, alphabetical(pair[1].title), pair[0]))
        )

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Parties by id, in their authored order, then by name."""
        return dict(
            sorted(self.corpus.parties.items(), key=lambda pair: (pair[1].order, alphabetical(pair[1].name), pair[0]))
        )

    @cached_property
    def named_topics(self) -> Mapping[str, Named]:
        """What other pages show of each topic, in the order of topics."""
        return {key: Named(key, topic.title) for key, topic in self.topics.items()}

    @cached_property
    def named_parties(self) -> Mapping[str, Named]:
        """What other pages show of each party, in the order of parties."""
        return {key: Named(key, party.name) for key, party in self.parties.items()}

    @cached_property
    def all_topics(self) -> Names:
        """All topics by name, in their order."""
        return Names(tuple(self.named_topics.values()))

    @cached_property
    def all_parties(self) -> Names:
        """All parties by name, in their order."""
        return Names(tuple(self.named_parties.values()))

    @cached_property
    def claims(self) -> Mapping[str, LinkedClaim]:
        """All claims by full id, newest first."""
        linked = link_claims(self.corpus, self.linked_sources, self.linked_origins)
        return dict(sorted(linked.items(), key=lambda pair: pair[1].sort_key, reverse=True))

    @cached_property
    def former_claims(self) -> Mapping[str, str]:
        """The ids that claims had before they moved, each with the id of today."""
        return self.corpus.former("claim", self.claims)

    @cached_property
    def reviews(self) -> Mapping[str, Review]:
        """Who has held which claim against its sources, by the full id that the claim has now, whatever readers are told of it."""
        return current_reviews(self.corpus)

    @cached_property
    def merged_topics(self) -> Mapping[str, tuple[str, str]]:
        """Topics that were merged into others, each with the title that it had and the topic that has it now."""
        stubs = self.corpus.stubs
        found = {old: (stubs["topic", old].stub, new) for old, new in self.corpus.former("topic", self.topics).items()}
        return {old: (stub.title, new) for old, (stub, new) in found.items() if isinstance(stub, MergedTopic)}

    @cached_property
    def claims_stamp(self) -> bytes:
        """The digest of everything that any claim can show."""
        return stamp(tuple(self.claims.values()))

    @cached_property
    def claims_by_brief(self) -> Mapping[str, tuple[LinkedClaim, ...]]:
        """Claims of each brief, in the order in which they are written."""
        groups: dict[str, list[LinkedClaim]] = {brief: [] for brief in self.corpus.briefs}
        for linked in self.claims.values():
            groups[linked.brief_id].append(linked)
        return {brief: tuple(sorted(group, key=lambda linked: linked.index)) for brief, group in groups.items()}

    @cached_property
    def claims_by_topic(self) -> Mapping[str, tuple[LinkedClaim, ...]]:
        """Claims about each topic; a topic without any has an empty tuple."""
        return self._group(self.topics, lambda linked: linked.claim.topics)

    @cached_property
    def claims_by_party(self) -> Mapping[str, tuple[LinkedClaim, ...]]:
        """Claims that name each party as the one whose position, act or statement it is."""
        return self._group(self.parties, lambda linked: (linked.claim.party,) if linked.claim.party else ())

    @cached_property
    def claims_by_person(self) -> Mapping[str, tuple[LinkedClaim, ...]]:
        """Claims that each person made."""
        return self._group(self.people, lambda linked: (linked.claim.said_by,) if linked.claim.said_by else ())

    @cached_property
    def claims_with_person(self) -> Mapping[str, tuple[LinkedClaim, ...]]:
        """Claims that each person made or that speak of them."""
        return self._group(self.people, lambda linked: (linked.claim.said_by, *linked.claim.about))

    @cached_property
    def origins_by_speaker(self) -> Mapping[str, tuple[tuple[str, Origin], ...]]:
        """For each person the origins in which they speak, with their ids, newest first."""
        groups: dict[str, list[tuple[str, Origin]]] = {person: [] for person in self.people}
        for origin_id, origin in self.origins.items():
            if origin.speaker in groups:
                groups[origin.speaker].append((origin_id, origin))
        for group in groups.values():
            group.sort(key=lambda pair: (pair[1].date or "", pair[0]), reverse=True)
        return {person: tuple(group) for person, group in groups.items()}

    def _group(self, keys: Mapping[str, object], of: object) -> Mapping[str, tuple[LinkedClaim, ...]]:
        groups: dict[str, list[LinkedClaim]] = {key: [] for key in keys}
        for linked in self.claims.values():
            for key in dict.fromkeys(of(linked)):  # type: ignore[operator]
                if key in groups:
                    groups[key].append(linked)
        return {key: tuple(group) for key, group in groups.items()}

    @cached_property
    def cited_by_source(self) -> Mapping[str, tuple[Cited, ...]]:
        """For each source, the claims that cite it with the evidence that does, by paragraph, then newest first."""
        groups: dict[str, list[Cited]] = {source: [] for source in self.sources}
        for linked in self.claims.values():
            for evidence in linked.claim.evidence:
                if evidence.source in groups:
                    groups[evidence.source].append((linked, evidence))
        return {source: tuple(sorted(group, key=lambda cited: cited[1].paragraph)) for source, group in groups.items()}

    @cached_property
    def quotes_stamps(self) -> Mapping[str, bytes]:
        """For each source the digest of all that tells whether the quotes from it are right: its fingerprint and they."""
        return {
            source_id: stamp(self.linked_sources[source_id], [(each.paragraph, each.quote) for _, each in cited])
            for source_id, cited in self.cited_by_source.items()
        }

    @cached_property
    def cited_by_origin(self) -> Mapping[str, tuple[Cited, ...]]:
        """For each origin, the claims whose evidence names it directly, with that evidence."""
        groups: dict[str, list[Cited]] = {origin: [] for origin in self.origins}
        for linked in self.claims.values():
            for evidence in linked.claim.evidence:
                if evidence.origin in groups:
                    groups[evidence.origin].append((linked, evidence))
        return {origin: tuple(group) for origin, group in groups.items()}

    @cached_property
    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """For each origin, the origins that depend on it directly, in the order of their ids."""
        groups: dict[str, list[str]] = {origin: [] for origin in self.origins}
        for origin_id, origin in sorted(self.origins.items()):
            for below in origin.depends_on:
                if below in groups:
                    groups[below].append(origin_id)
        return {origin: tuple(group) for origin, group in groups.items()}

    def resting_on(self, origin_id: str) -> tuple[LinkedClaim, ...]:
        """Return the claims that an origin supports, itself or through origins that depend on it, newest first."""
        return self._cited_through(origin_id, lambda evidence: evidence.support != "denies")

    def denied_by(self, origin_id: str) -> tuple[LinkedClaim, ...]:
        """Return the claims that an origin denies, itself or through origins that depend on it, newest first."""
        return self._cited_through(origin_id, lambda evidence: evidence.support == "denies")

    def _cited_through(self, origin_id: str, is_meant: Callable[[Evidence], bool]) -> tuple[LinkedClaim, ...]:
        cited = (self.cited_by_origin.get(origin, ()) for origin in self.leaning_on(origin_id))
        found = {linked.id: linked for group in cited for linked, evidence in group if is_meant(evidence)}
        return tuple(sorted(found.values(), key=lambda linked: linked.sort_key, reverse=True))

    def leaning_on(self, origin_id: str) -> set[str]:
        """Return an origin and all that depend on it, directly or through others."""
        reached, queue = {origin_id}, [origin_id]
        while queue:
            for dependent in self.dependents.get(queue.pop(), ()):
                if dependent not in reached:
                    reached.add(dependent)
                    queue.append(dependent)
        return reached

    @cached_property
    def updates(self) -> tuple[LinkedUpdate, ...]:
        """All updates, newest first."""
        return tuple(
            sorted(
                link_updates(self.corpus, self.claims), key=lambda linked: (linked.update.at, linked.id), reverse=True
            )
        )

    @property
    def newest_change(self) -> datetime | None:
        """When the newest update of all was published, or None."""
        return self.updates[0].update.at if self.updates else None

    @cached_property
    def updates_by_id(self) -> Mapping[str, LinkedUpdate]:
        """All updates by id, newest first."""
        return {linked.id: linked for linked in self.updates}

    @cached_property
    def updates_by_topic(self) -> Mapping[str, tuple[LinkedUpdate, ...]]:
        """Updates about each topic, newest first."""
        groups: dict[str, list[LinkedUpdate]] = {topic: [] for topic in self.topics}
        for linked in self.updates:
            for topic in linked.topics:
                if topic in groups:
                    groups[topic].append(linked)
        return {topic: tuple(group) for topic, group in groups.items()}

    @cached_property
    def updates_by_scope(self) -> Mapping[str, tuple[LinkedUpdate, ...]]:
        """Updates by the feeds in which they may stand: topics by the ids that they had then, and parties; newest first."""
        groups: dict[str, list[LinkedUpdate]] = {}
        for linked in self.updates:
            for scope in (*linked.scopes, *map(address.party_scope, linked.parties)):
                groups.setdefault(scope, []).append(linked)
        return {scope: tuple(group) for scope, group in groups.items()}

    @cached_property
    def updates_by_brief(self) -> Mapping[str, tuple[LinkedUpdate, ...]]:
        """Updates written in each brief, newest first."""
        groups: dict[str, list[LinkedUpdate]] = {brief: [] for brief in self.corpus.briefs}
        for linked in self.updates:
            if linked.owner_kind == "brief":
                groups[linked.owner_id].append(linked)
        return {brief: tuple(group) for brief, group in groups.items()}

    @cached_property
    def updates_by_claim(self) -> Mapping[str, tuple[LinkedUpdate, ...]]:
        """Updates that name each claim, newest first; claims that none names are absent."""
        groups: dict[str, list[LinkedUpdate]] = {}
        for linked in self.updates:
            for claim in linked.claims:
                groups.setdefault(claim, []).append(linked)
        return {claim: tuple(group) for claim, group in groups.items()}

    @cached_property
    def positions(self) -> Mapping[tuple[str, str], Position]:
        """Positions by (topic, party)."""
        return derive_positions(self.claims.values())

    def disputes(self, topic_id: str | None = None) -> tuple[Dispute, ...]:
        """Return all disputes, or those of a topic: the claim that is denied is filed there, or else both claims are."""
        if topic_id is None:
            return derive_disputes(self.claims.values(), self.claims)
        disputes = derive_disputes(self.claims_by_topic[topic_id], self.claims)
        return tuple(each for each in disputes if each.is_of(topic_id))

    def topics_of(self, brief_id: str) -> tuple[str, ...]:
        """Return the topics of a brief's claims, in the order of `topics`."""
        named = {topic for linked in self.claims_by_brief[brief_id] for topic in linked.claim.topics}
        return tuple(topic for topic in self.topics if topic in named)

    def coverage(self, source_id: str) -> Coverage:
        """Return what becomes of each paragraph of a source: cited, left out, or neither."""
        cited = [(evidence.paragraph, linked.id) for linked, evidence in self.cited_by_source[source_id]]
        return cover(self.sources[source_id], self.corpus.fingerprints.get(source_id), cited)

    def verdict(self, evidence: Evidence) -> Verdict | None:
        """Return what the fingerprint of its source says of a quote, or None where there is none."""
        source = self.linked_sources.get(evidence.source)
        return source.verdict(evidence) if source else None

    @cached_property
    def _sought(self) -> dict[str, tuple[Match, ...]]:
        return {}

    def elsewhere(self, evidence: Evidence) -> tuple[Match, ...]:
        """Return the paragraphs of other sources in which a quote stands, as far as fingerprints can tell.

        Each quote is sought in every source there is, so after some dozens of them nothing is found any more.
        """
        if evidence.quote not in self._sought and len(self._sought) < _SOUGHT_AT_MOST:
            self._sought[evidence.quote] = tuple(find_whole_quote(evidence.quote, self.corpus.fingerprints.values()))
        return tuple(
            one
            for one in self._sought.get(evidence.quote, ())
            if one.source != evidence.source and one.source in self.sources
        )
