"""Files claims and updates: gives them their full ids and finds their relations, both ways.

Never fails on a reference that leads nowhere; it is left out here and named by `check`.
"""

from collections.abc import Iterable, Iterator, Mapping

from dossier.evidence import independence
from dossier.library.corpus import Corpus
from dossier.linked import address
from dossier.linked.records import LinkedClaim, LinkedUpdate, reaches_feeds
from dossier.model import Claim, Update

_RELATIONS = ("supersedes", "contradicts", "opposes", "responds_to", "qualifies")


def full_id(ref: str, brief_id: str) -> str:
    """Return a claim reference as `<brief>/<claim>`; a bare one means the brief it stands in."""
    return ref if "/" in ref else f"{brief_id}/{ref}"


def link_claims(corpus: Corpus) -> dict[str, LinkedClaim]:
    """Return every claim by its full id. Of two claims with one id in a brief the first is kept."""
    claims: dict[str, tuple[str, int, Claim]] = {}
    for brief_id, brief in corpus.briefs.items():
        for index, claim in corpus.numbered("brief", brief_id, "claims", brief.claims):
            claims.setdefault(f"{brief_id}/{claim.id}", (brief_id, index, claim))

    outgoing: dict[str, dict[str, tuple[str, ...]]] = {}
    incoming: dict[str, dict[str, list[str]]] = {}
    for claim_id, (brief_id, _, claim) in claims.items():
        for relation in _RELATIONS:
            refs: tuple[str, ...] = getattr(claim, relation)
            if not refs:
                continue
            known = _known((full_id(ref, brief_id) for ref in refs), claims, claim_id)
            outgoing.setdefault(claim_id, {})[relation] = known
            for target in known:
                incoming.setdefault(target, {}).setdefault(relation, []).append(claim_id)

    none_out: dict[str, tuple[str, ...]] = {}
    none_in: dict[str, list[str]] = {}
    linked = {}
    for claim_id, (brief_id, index, claim) in claims.items():
        to, by = outgoing.get(claim_id, none_out), incoming.get(claim_id, none_in)
        linked[claim_id] = LinkedClaim(
            id=claim_id,
            claim=claim,
            brief_id=brief_id,
            brief=corpus.briefs[brief_id],
            file=corpus.files.get(("brief", brief_id), ""),
            index=index,
            independence=independence(claim.evidence, corpus.origins),
            supersedes=to.get("supersedes", ()),
            superseded_by=_sorted(by.get("supersedes")),
            contradicts=to.get("contradicts", ()),
            contradicted_by=_sorted(by.get("contradicts")),
            opposes=tuple(dict.fromkeys((*to.get("opposes", ()), *_sorted(by.get("opposes"))))),
            responds_to=to.get("responds_to", ()),
            answered_by=_sorted(by.get("responds_to")),
            qualifies=to.get("qualifies", ()),
            qualified_by=_sorted(by.get("qualifies")),
            is_disputed=_is_denied(claim) or bool(to.get("contradicts") or by.get("contradicts")),
        )
    return linked


def _is_denied(claim: Claim) -> bool:
    return claim.status in ("disputed", "denied") or any(each.support == "denies" for each in claim.evidence)


def link_updates(corpus: Corpus, claims: Mapping[str, LinkedClaim]) -> list[LinkedUpdate]:
    """Return every update with its owner, topics and claims, in no particular order.

    A correction or retraction that names no update mends the newest earlier one that names one of its claims, of
    those that subscribers were told if there are any.
    """
    written = [*_brief_updates(corpus), *_topic_updates(corpus)]
    named = {
        update.id: _known((full_id(ref, owner_id if kind == "brief" else "") for ref in update.claims), claims, "")
        for kind, owner_id, _, _, _, update in written
    }
    by_claim: dict[str, list[Update]] = {}
    for *_, update in sorted(written, key=lambda one: (one[5].at, one[5].id)):
        for claim_id in named[update.id]:
            by_claim.setdefault(claim_id, []).append(update)

    mends: dict[str, str] = {}
    for *_, update in written:
        target = update.corrects or _mended(update, named[update.id], by_claim)
        if target in named and target != update.id:
            mends[update.id] = target
    mended: dict[str, list[str]] = {}
    for update_id, target in mends.items():
        mended.setdefault(target, []).append(update_id)

    topics = {
        update.id: _topics(kind, owner_id, update, named[update.id], corpus, claims)
        for kind, owner_id, _, _, _, update in written
    }
    return [
        LinkedUpdate(
            id=update.id,
            update=update,
            owner_kind=kind,
            owner_id=owner_id,
            owner_title=title,
            owner_address=address.brief(owner_id) if kind == "brief" else address.topic(owner_id),
            file=file,
            index=index,
            title=update.title or title,
            topics=_with_mended(update.id, topics, mends),
            claims=named[update.id],
            corrects=mends.get(update.id),
            corrected_by=_sorted(mended.get(update.id)),
        )
        for kind, owner_id, title, file, index, update in written
    ]


_Written = tuple[str, str, str, str, int, Update]


def _brief_updates(corpus: Corpus) -> Iterator[_Written]:
    for brief_id, brief in corpus.briefs.items():
        for index, update in corpus.numbered("brief", brief_id, "updates", brief.updates):
            yield "brief", brief_id, brief.title, corpus.files.get(("brief", brief_id), ""), index, update


def _topic_updates(corpus: Corpus) -> Iterator[_Written]:
    for topic_id, topic in corpus.topics.items():
        for index, update in corpus.numbered("topic", topic_id, "updates", topic.updates):
            yield "topic", topic_id, topic.title, corpus.files.get(("topic", topic_id), ""), index, update


def _topics(
    kind: str,
    owner_id: str,
    update: Update,
    claim_ids: Iterable[str],
    corpus: Corpus,
    claims: Mapping[str, LinkedClaim],
) -> tuple[str, ...]:
    own = (owner_id,) if kind == "topic" else ()
    given: Iterable[str] = update.topics
    if not update.topics:
        given = (topic for claim_id in claim_ids for topic in claims[claim_id].claim.topics)
        if not update.claims and kind == "brief":
            given = (topic for claim in corpus.briefs[owner_id].claims for topic in claim.topics)
    return tuple(topic for topic in dict.fromkeys((*own, *given)) if topic in corpus.topics)


def _with_mended(update_id: str, topics: Mapping[str, tuple[str, ...]], mends: Mapping[str, str]) -> tuple[str, ...]:
    chain = [update_id]
    while (target := mends.get(chain[-1])) is not None and target not in chain:
        chain.append(target)
    return tuple(dict.fromkeys(topic for one in chain for topic in topics[one]))


def _mended(update: Update, claim_ids: Iterable[str], by_claim: Mapping[str, list[Update]]) -> str | None:
    if update.kind not in ("correction", "retraction"):
        return None
    earlier = [
        other for claim_id in claim_ids for other in by_claim[claim_id] if (other.at, other.id) < (update.at, update.id)
    ]
    told = [other for other in earlier if reaches_feeds(other)]
    return max(told or earlier, key=lambda other: (other.at, other.id)).id if earlier else None


def _known(refs: Iterable[str], claims: Mapping[str, object], itself: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref for ref in refs if ref in claims and ref != itself))


def _sorted(ids: list[str] | None) -> tuple[str, ...]:
    return tuple(sorted(ids)) if ids else ()
