"""Links claims, sources, origins and updates: full ids, relations both ways, and what each shows of others.

Naming references that lead nowhere is left to `check`; they are left out here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from dossier.evidence import lineage
from dossier.library.corpus import Corpus
from dossier.linked import address
from dossier.linked.records import (
    LinkedClaim,
    LinkedOrigin,
    LinkedSource,
    LinkedUpdate,
    Named,
    RelatedClaim,
    RelatedUpdate,
    reaches_feeds,
)
from dossier.model import CORRECTIVE_KINDS, RELATIONS, Change, Claim, MergedTopic, Review, Update
from dossier.problem import Place


def full_id(ref: str, brief_id: str) -> str:
    """Return a claim reference as `<brief>/<claim>`; a bare one means the brief it stands in."""
    return ref if "/" in ref else f"{brief_id}/{ref}"


def link_sources(corpus: Corpus) -> dict[str, LinkedSource]:
    """Return every source by id, with its fingerprint and the record of its last check."""
    return {
        source_id: LinkedSource(
            source_id, source, corpus.fingerprints.get(source_id), corpus.verifications.get(source_id)
        )
        for source_id, source in corpus.sources.items()
    }


def link_origins(corpus: Corpus) -> dict[str, LinkedOrigin]:
    """Return every origin by id, with all that it goes back to."""
    origins = corpus.origins
    return {
        origin_id: LinkedOrigin(
            origin_id,
            origin,
            corpus.people.get(origin.speaker) if origin.speaker else None,
            {each: origins[each] for each in lineage(origin_id, origins)} if origin.depends_on else {origin_id: origin},
        )
        for origin_id, origin in origins.items()
    }


def name_topics(corpus: Corpus) -> dict[str, Named]:
    """Return what other pages show of each topic, by id."""
    return {topic_id: Named(topic_id, topic.title) for topic_id, topic in corpus.topics.items()}


def current_reviews(corpus: Corpus) -> dict[str, Review]:
    """Return the reviews by the full ids that their claims have now. Of two of one claim the first is kept."""
    found: dict[str, Review] = {}
    for review in corpus.reviews:
        found.setdefault(corpus.current("claim", review.claim), review)
    return found


def link_claims(
    corpus: Corpus, sources: Mapping[str, LinkedSource], origins: Mapping[str, LinkedOrigin]
) -> dict[str, LinkedClaim]:
    """Return every claim by its full id. Of two claims with one id in a brief the first is kept."""
    claims: dict[str, tuple[str, int, Claim]] = {}
    for brief_id, brief in corpus.briefs.items():
        for index, claim in corpus.numbered("brief", brief_id, "claims", brief.claims):
            if isinstance(claim, Claim):
                claims.setdefault(f"{brief_id}/{claim.id}", (brief_id, index, claim))

    outgoing: dict[str, dict[str, tuple[str, ...]]] = {}
    incoming: dict[str, dict[str, list[str]]] = {}
    for claim_id, (brief_id, _, claim) in claims.items():
        for relation in RELATIONS:
            refs: tuple[str, ...] = getattr(claim, relation)
            if not refs:
                continue
            known = _known((full_id(ref, brief_id) for ref in refs), claims, claim_id)
            outgoing.setdefault(claim_id, {})[relation] = known
            for target in known:
                incoming.setdefault(target, {}).setdefault(relation, []).append(claim_id)

    parties = {party_id: Named(party_id, party.name) for party_id, party in corpus.parties.items()}
    first, newest = _times(corpus, claims)
    reviews = current_reviews(corpus) if corpus.settings.reviews != "off" else {}

    def related(claim_id: str) -> dict[str, RelatedClaim]:
        ties = (*outgoing.get(claim_id, {}).values(), *incoming.get(claim_id, {}).values())
        others = {other: claims[other][2] for tie in ties for other in tie}
        return {
            other: RelatedClaim(other, claim.text, claim.short, claim.kind, claim.date, claim.dated, claim.reported)
            for other, claim in others.items()
        }

    none_out: dict[str, tuple[str, ...]] = {}
    none_in: dict[str, list[str]] = {}
    none_related: dict[str, RelatedClaim] = {}
    linked = {}
    for claim_id, (brief_id, index, claim) in claims.items():
        to, by = outgoing.get(claim_id, none_out), incoming.get(claim_id, none_in)
        linked[claim_id] = LinkedClaim(
            id=claim_id,
            claim=claim,
            brief_id=brief_id,
            brief_title=corpus.briefs[brief_id].title,
            file=corpus.files.get(("brief", brief_id), ""),
            index=index,
            party=parties.get(claim.party) if claim.party else None,
            person=corpus.people.get(claim.said_by) if claim.said_by else None,
            about=tuple([corpus.people[each] for each in claim.about if each in corpus.people]),
            cited=tuple([(sources.get(each.source), origins.get(each.origin)) for each in claim.evidence]),
            supersedes=to.get("supersedes", ()),
            superseded_by=_sorted(by.get("supersedes")),
            follows=to.get("follows", ()),
            followed_by=_sorted(by.get("follows")),
            contradicts=to.get("contradicts", ()),
            contradicted_by=_sorted(by.get("contradicts")),
            opposes=tuple(dict.fromkeys((*to.get("opposes", ()), *_sorted(by.get("opposes"))))),
            responds_to=to.get("responds_to", ()),
            answered_by=_sorted(by.get("responds_to")),
            qualifies=to.get("qualifies", ()),
            qualified_by=_sorted(by.get("qualifies")),
            related=related(claim_id) if to or by else none_related,
            changed=newest.get(claim_id) or newest.get(brief_id),
            published=min((first[name] for name in (claim_id, brief_id) if name in first), default=None),
            review=reviews.get(claim_id),
        )
    return linked


def _times(corpus: Corpus, claims: Mapping[str, object]) -> tuple[dict[str, datetime], dict[str, datetime]]:
    """Return when the oldest and when the newest update of each claim was published, and of each brief that it was new."""
    first: dict[str, datetime] = {}
    newest: dict[str, datetime] = {}
    for written in _originals(corpus).values():
        update = written.update
        told: Iterable[str] = written.claims_in(claims, corpus)
        if not told and written.kind == "brief" and update.kind == "new":
            told = (written.owner_id,)
        for each in told:
            first[each] = min(first.get(each, update.at), update.at)
            newest[each] = max(newest.get(each, update.at), update.at)
    return first, newest


def link_updates(corpus: Corpus, claims: Mapping[str, LinkedClaim]) -> list[LinkedUpdate]:
    """Return every update with its owner, topics and claims, in no particular order; of two with one id, the original.

    A correction or retraction that names no update mends the newest earlier one that names one of its claims, of
    those that subscribers were told if there are any.
    """
    written = list(_originals(corpus).values())
    named = {each.update.id: each.claims_in(claims, corpus) for each in written}
    by_claim: dict[str, list[Update]] = {}
    for update in sorted((each.update for each in written), key=lambda update: (update.at, update.id)):
        for claim_id in named[update.id]:
            by_claim.setdefault(claim_id, []).append(update)

    mends: dict[str, str] = {}
    for each in written:
        target = each.update.corrects or _mended(each.update, named[each.update.id], by_claim)
        if target in named and target != each.update.id:
            mends[each.update.id] = target
    mended: dict[str, list[str]] = {}
    for update_id, target in mends.items():
        mended.setdefault(target, []).append(update_id)

    written_topics = {each.update.id: _topics(each, named[each.update.id], corpus, claims) for each in written}
    named_parties = {
        update_id: tuple(party for one in ids if (party := claims[one].claim.party)) for update_id, ids in named.items()
    }
    titles = name_topics(corpus)
    by_id = {each.update.id: each for each in written}
    of_brief: dict[str, set[str]] = {}
    for claim_id, linked in claims.items():
        of_brief.setdefault(linked.brief_id, set()).add(claim_id)

    def mended_claims(mender: str, update_id: str) -> tuple[str, ...]:
        told = set(named[update_id]) or of_brief.get(by_id[update_id].brief_id, set())
        mended = tuple(each for each in named[mender] if each in told)
        return mended if len(mended) < len(told) else ()

    def mended_part(mender: str, update_id: str) -> tuple[tuple[str, ...], bool]:
        if mends.get(mender) != update_id:
            return (), False
        before, note = by_id[mender].update.before, by_id[update_id].update.note
        return mended_claims(mender, update_id), before is not None and _folded(note) not in _folded(before)

    def scopes(update_id: str) -> tuple[str, ...]:
        return _with_mended(update_id, written_topics, mends)

    def related(update_id: str) -> dict[str, RelatedUpdate]:
        others = (*((mends[update_id],) if update_id in mends else ()), *mended.get(update_id, ()))
        return {
            other: RelatedUpdate(
                other,
                by_id[other].title,
                by_id[other].update.kind,
                by_id[other].update.at,
                other in mends,
                *mended_part(other, update_id),
            )
            for other in others
        }

    return [
        LinkedUpdate(
            id=each.update.id,
            update=each.update,
            owner_kind=each.kind,
            owner_id=each.owner_id,
            owner_title=each.owner_title,
            owner_address=address.brief(each.owner_id) if each.kind == "brief" else address.topic(each.owner_id),
            file=each.file,
            index=each.index,
            title=each.title,
            topics=(found := tuple(dict.fromkeys(corpus.current("topic", one) for one in scopes(each.update.id)))),
            named_topics=tuple(titles[topic] for topic in found),
            scopes=scopes(each.update.id),
            parties=_with_mended(each.update.id, named_parties, mends),
            claims=named[each.update.id],
            changes=each.changes_in(claims, corpus),
            corrects=mends.get(each.update.id),
            corrected_by=_sorted(mended.get(each.update.id)),
            related=related(each.update.id),
        )
        for each in written
    ]


@dataclass(frozen=True, slots=True)
class _Written:
    """An update with the record it is written in."""

    kind: str
    owner_id: str
    owner_title: str
    file: str
    index: int
    update: Update

    @property
    def brief_id(self) -> str:
        """The brief that bare claim references mean; a topic has none."""
        return self.owner_id if self.kind == "brief" else ""

    @property
    def is_named_in_id(self) -> bool:
        """Whether the id of the update begins with that of its brief or topic."""
        return self.update.id.startswith(f"{self.owner_id}-")

    @property
    def place(self) -> Place:
        return Place(self.file, ("updates", self.index, "id"))

    @property
    def title(self) -> str:
        return self.update.title or self.owner_title

    def claims_in(self, claims: Mapping[str, object], corpus: Corpus) -> tuple[str, ...]:
        """Return the full ids that the claims have now that it names, as far as there are such claims."""
        refs = (*self.update.claims, *(change.claim for change in self.update.changes))
        return _known((corpus.current("claim", full_id(ref, self.brief_id)) for ref in refs), claims, "")

    def changes_in(self, claims: Mapping[str, object], corpus: Corpus) -> tuple[tuple[str, Change], ...]:
        """Return what it changed in claims, as far as there are such claims, each with the full id that the claim has now."""
        pairs = (
            (corpus.current("claim", full_id(change.claim, self.brief_id)), change) for change in self.update.changes
        )
        return tuple((claim_id, change) for claim_id, change in pairs if claim_id in claims)


def _brief_updates(corpus: Corpus) -> Iterator[_Written]:
    for brief_id, brief in corpus.briefs.items():
        for index, update in corpus.numbered("brief", brief_id, "updates", brief.updates):
            yield _Written("brief", brief_id, brief.title, corpus.files.get(("brief", brief_id), ""), index, update)


def _topic_updates(corpus: Corpus) -> Iterator[_Written]:
    for topic_id, topic in corpus.topics.items():
        for index, update in corpus.numbered("topic", topic_id, "updates", topic.updates):
            yield _Written("topic", topic_id, topic.title, corpus.files.get(("topic", topic_id), ""), index, update)
    for (_, topic_id), moved in corpus.stubs.items():
        if isinstance(moved.stub, MergedTopic):
            for index, update in enumerate(moved.stub.updates):
                yield _Written("topic", topic_id, moved.stub.title, corpus.files["topic", topic_id], index, update)


def _written(corpus: Corpus) -> Iterator[_Written]:
    yield from _brief_updates(corpus)
    yield from _topic_updates(corpus)


def _originals(corpus: Corpus) -> dict[str, _Written]:
    """Return the updates by id. Of two with one id, that is the one whose brief or topic the id names, or the first."""
    found: dict[str, _Written] = {}
    for each in _written(corpus):
        other = found.setdefault(each.update.id, each)
        if other is not each and each.is_named_in_id and not other.is_named_in_id:
            found[each.update.id] = each
    return found


def doubled_updates(corpus: Corpus) -> Iterator[tuple[str, Place, Place]]:
    """Yield each id that an update has of another one, with the place of the original id and that of the copy."""
    originals = _originals(corpus)
    for each in _written(corpus):
        original = originals[each.update.id]
        if (each.file, each.index) != (original.file, original.index):
            yield each.update.id, original.place, each.place


def _topics(
    written: _Written, claim_ids: Iterable[str], corpus: Corpus, claims: Mapping[str, LinkedClaim]
) -> tuple[str, ...]:
    """Return the topics that an update is about, as they were called when it was written."""
    update = written.update
    own = (written.owner_id,) if written.kind == "topic" else ()
    given: Iterable[str] = update.topics
    if not update.topics:
        given = (topic for claim_id in claim_ids for topic in claims[claim_id].claim.topics)
        if not update.claims and written.kind == "brief":
            # One that moved to another brief since was told of all the same.
            ids = (
                corpus.current("claim", f"{written.owner_id}/{one.id}")
                for one in corpus.briefs[written.owner_id].claims
            )
            given = (topic for claim_id in ids if claim_id in claims for topic in claims[claim_id].claim.topics)
    return tuple(topic for topic in dict.fromkeys((*own, *given)) if corpus.current("topic", topic) in corpus.topics)


def _with_mended(update_id: str, told: Mapping[str, tuple[str, ...]], mends: Mapping[str, str]) -> tuple[str, ...]:
    """Return the topics or parties of an update with those of what it mends."""
    chain = [update_id]
    while (target := mends.get(chain[-1])) is not None and target not in chain:
        chain.append(target)
    return tuple(dict.fromkeys(each for one in chain for each in told[one]))


def _mended(update: Update, claim_ids: Iterable[str], by_claim: Mapping[str, list[Update]]) -> str | None:
    if update.kind not in CORRECTIVE_KINDS:
        return None
    earlier = [
        other for claim_id in claim_ids for other in by_claim[claim_id] if (other.at, other.id) < (update.at, update.id)
    ]
    told = [other for other in earlier if reaches_feeds(other)]
    return max(told or earlier, key=lambda other: (other.at, other.id)).id if earlier else None


def _known(refs: Iterable[str], claims: Mapping[str, object], itself: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref for ref in refs if ref in claims and ref != itself))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _sorted(ids: list[str] | None) -> tuple[str, ...]:
    return tuple(sorted(ids)) if ids else ()
