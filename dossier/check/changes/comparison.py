"""Compares two libraries.

Whether a difference is a problem is left to `problems`. What could not be read in one of them is named and left out, as it
would seem to be new or gone; all else is compared.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, Literal

from dossier.check.changes.difference import (
    ChangedClaim,
    ChangedPosition,
    ChangedRecord,
    ChangedReview,
    Changes,
    MovedRecord,
    PublicKind,
    Unread,
    Vanished,
)
from dossier.check.changes.evidence_files import ReadText, changed_evidence_files
from dossier.library import Library, feed_updates, subscriptions
from dossier.library.corpus import Corpus, MovedKind, RecordKind
from dossier.library.linking import full_id
from dossier.linked import LinkedClaim, LinkedUpdate, subscription
from dossier.model import RELATIONS, Claim, Evidence
from dossier.model.words import Record

# Claims and updates inside these records are compared by themselves.
_COMPARED_SEPARATELY = {"claims", "updates"}
_BASIS_RESTS_ON: tuple[RecordKind, ...] = ("source", "origin", "party", "person")


class IncomparableError(Exception):
    """Two revisions cannot be compared; the message says why."""


def compare(base: Library, head: Library, read_text: ReadText | None = None) -> Changes:
    """Return what differs.

    With `read_text`, changed fingerprints and records of checks are compared with the archived texts.
    """
    changed = tuple(_changed_claims(base, head))
    came = {head.corpus.current("claim", one) for one in base.claims if one not in head.claims}
    fresh = [one for one in sorted(head.claims) if one not in base.claims and one not in came]
    added = tuple(head.claims[one] for one in fresh if _lacks(base, one))
    removed = tuple(base.claims[one] for one in sorted(base.claims) if one not in head.claims and _lacks(head, one))
    vanished = tuple(_vanished(base, head))
    renamed = dict(_renamed(base, head, vanished))
    moved = tuple(_moved(base, head))
    records = tuple(_changed_records(base, head))
    updates = tuple(
        linked for linked in reversed(head.updates) if linked.id not in base.updates_by_id and _lacks(base, linked)
    )
    edited = tuple(_edited(base, head))
    return Changes(
        base=base,
        head=head,
        changed=changed,
        added=added,
        removed=removed,
        vanished=vanished,
        moved=moved,
        renamed=renamed,
        positions=tuple(_positions(base, head, renamed | {one.old: one.new for one in moved})),
        records=records,
        updates=updates,
        edited=edited,
        rewritten=tuple(_rewritten(base, head)),
        evidence_files=tuple(changed_evidence_files(base, head, read_text)),
        reviews=tuple(_changed_reviews(base, head)),
        unread=tuple(_unread(base, head)),
    )


def _unread(base: Library, head: Library) -> Iterator[Unread]:
    revisions: tuple[tuple[Library, Literal["base", "head"]], ...] = ((base, "base"), (head, "head"))
    for library, revision in revisions:
        for kind, record_id in sorted(library.corpus.unread):
            yield Unread(library.corpus.files.get((kind, record_id), record_id), revision)


def _lacks(library: Library, one: str | LinkedUpdate) -> bool:
    """Return whether a claim (given by its id) or an update that is not in a library was not in its files either."""
    if isinstance(one, str):
        return library.corpus.can_lack_claim(one)
    return library.corpus.can_lack("brief" if one.owner_kind == "brief" else "topic", one.owner_id)


def _changed_claims(base: Library, head: Library) -> Iterator[ChangedClaim]:
    # What is derived from records that could not be read says nothing.
    derived = not any(library.corpus.any_unread(*_BASIS_RESTS_ON) for library in (base, head))
    for claim_id in sorted(base.claims):
        now = head.corpus.current("claim", claim_id)
        if now not in head.claims:
            continue
        old, new = base.claims[claim_id], head.claims[now]
        fields = tuple(name for name in _fields(old.claim, new.claim) if _means_another(old, new, name, head.corpus))
        # A change of origins changes the sourcing of claims that were not touched themselves.
        if fields or (derived and (old.independence, old.basis) != (new.independence, new.basis)):
            named = head.updates_by_claim.get(now, ())
            new_updates = tuple(linked for linked in reversed(named) if linked.id not in base.updates_by_id)
            yield ChangedClaim(old, new, fields, new_updates)


def _means_another(old: LinkedClaim, new: LinkedClaim, name: str, head: Corpus) -> bool:
    """Return whether a field that differs also means something else.

    A relation can name one claim in two ways, and what moved or was merged has another id than before.
    """
    if name == "id":
        return False
    if name == "topics":
        return {head.current("topic", one) for one in old.claim.topics} != set(new.claim.topics)
    if name == "evidence":
        return sorted(repr(_as_named_now(one, head)) for one in old.claim.evidence) != sorted(
            repr(one) for one in new.claim.evidence
        )
    if name not in RELATIONS:
        return True
    before, after = (
        {head.current("claim", full_id(ref, linked.brief_id)) for ref in getattr(linked.claim, name)}
        for linked in (old, new)
    )
    return before != after


def _as_named_now(evidence: Evidence, head: Corpus) -> Evidence:
    """Return evidence with the ids that its source and its origin have now."""
    now = {"source": head.current("source", evidence.source), "origin": head.current("origin", evidence.origin)}
    return evidence.model_copy(update=now)


_MOVING: tuple[tuple[MovedKind, Callable[[Library], Container[str]]], ...] = (
    ("claim", lambda library: library.claims),
    ("topic", lambda library: library.topics),
    ("source", lambda library: library.sources),
    ("origin", lambda library: library.origins),
)


def _moved(base: Library, head: Library) -> Iterator[MovedRecord]:
    """Yield what is at another place now than before, or has become a part of something else."""
    for kind, of in _MOVING:
        for old, new in head.corpus.former(kind, of(head)).items():
            moved, before = head.corpus.stubs[kind, old], base.corpus.stubs.get((kind, old))
            if old in of(base) or (before is not None and before.to != moved.to):
                yield MovedRecord(kind, old, new, moved.at)


def _fields(old: Record, new: Record) -> tuple[str, ...]:
    if old == new:
        return ()
    return tuple(
        name for name in type(new).model_fields if name not in _COMPARED_SEPARATELY and _differs(old, new, name)
    )


def _differs(old: Record, new: Record, name: str) -> bool:
    before, after = getattr(old, name), getattr(new, name)
    if name == "evidence":  # its order does not matter
        return sorted(map(repr, before)) != sorted(map(repr, after))
    return bool(before != after)


_Records = Mapping[str, Any]
_OwnKind = Literal["brief", "topic", "overview", "source", "origin", "party", "person"]
_RECORDS: tuple[tuple[_OwnKind, Callable[[Library], _Records]], ...] = (
    ("brief", lambda library: library.corpus.briefs),
    ("topic", lambda library: library.corpus.topics),
    ("overview", lambda library: {"overview": library.corpus.overview} if library.corpus.overview else {}),
    ("source", lambda library: library.corpus.sources),
    ("origin", lambda library: library.corpus.origins),
    ("party", lambda library: library.corpus.parties),
    ("person", lambda library: library.corpus.people),
)


def _changed_records(base: Library, head: Library) -> Iterator[ChangedRecord]:
    for kind, of in _RECORDS:
        old, new = of(base), of(head)
        for record_id in sorted(new):
            # Of a record that was read in part, only its claims and updates are compared.
            if not all(library.corpus.can_lack(kind, record_id) for library in (base, head)):
                continue
            file = _file(head, kind, record_id)
            if record_id not in old:
                yield ChangedRecord(kind, record_id, file, new[record_id])
            elif fields := _fields(old[record_id], new[record_id]):
                yield ChangedRecord(kind, record_id, file, new[record_id], old[record_id], fields)


def _changed_reviews(base: Library, head: Library) -> Iterator[ChangedReview]:
    if not all(library.corpus.can_lack("review", "") for library in (base, head)):
        return
    before = {head.corpus.current("claim", claim_id): review for claim_id, review in base.reviews.items()}
    for claim_id in sorted(before.keys() | head.reviews.keys()):
        old, new, linked = before.get(claim_id), head.reviews.get(claim_id), head.claims.get(claim_id)
        if old is None or new is None or _fields(old, new) not in ((), ("claim",)):
            yield ChangedReview(claim_id, old, new, bool(new and linked and linked.fits(new)))


def _file(library: Library, kind: PublicKind, record_id: str) -> str:
    if kind == "claim":
        return library.claims[record_id].file
    if kind == "update":
        return library.updates_by_id[record_id].file
    if kind == "overview":
        return library.corpus.files[kind, ""]
    linked: RecordKind = kind
    return library.corpus.place(linked, record_id).file


def _vanished(base: Library, head: Library) -> Iterator[Vanished]:
    for kind, of in _RECORDS:
        old, new = of(base), of(head)
        fresh = _by_content({key: record for key, record in new.items() if key not in old})
        for record_id in (one for one in sorted(old) if one not in new and head.corpus.can_lack(kind, one)):
            yield Vanished(kind, record_id, _file(base, kind, record_id), _renamed_to(old[record_id], fresh))
    gone = [base.claims[one] for one in sorted(base.claims) if one not in head.claims and _lacks(head, one)]
    fresh_claims = _by_content(_new_claims(base, head) if gone else {})
    for linked in gone:
        renamed = _renamed_to(linked.claim, fresh_claims)
        yield Vanished("claim", linked.id, linked.file, renamed, linked.brief_id not in head.corpus.briefs)
    yield from _vanished_stubs(base, head)
    for one in sorted(base.updates, key=lambda linked: linked.id):
        if one.id not in head.updates_by_id and _lacks(head, one):
            owners: Mapping[str, object] = head.corpus.briefs if one.owner_kind == "brief" else head.corpus.topics
            yield Vanished("update", one.id, one.file, with_brief=one.owner_id not in owners)


def _vanished_stubs(base: Library, head: Library) -> Iterator[Vanished]:
    """Yield the old ids of what moved or was merged that lead nowhere any more."""
    for kind, of in _MOVING:
        for old in base.corpus.former(kind, of(base)):
            can_lack = _lacks(head, old) if kind == "claim" else head.corpus.can_lack(kind, old)
            if old not in of(head) and can_lack:
                yield Vanished(kind, old, base.corpus.stubs[kind, old].at.file)


def _renamed(base: Library, head: Library, vanished: Iterable[Vanished]) -> Iterator[tuple[str, str]]:
    for one in vanished:
        if one.renamed and one.kind == "claim":
            yield one.id, one.renamed
        elif one.renamed and one.kind == "brief":
            # The two briefs are equal, so their claims are in the same order.
            for old, new in zip(base.claims_by_brief[one.id], head.claims_by_brief[one.renamed], strict=True):
                yield old.id, new.id


def _positions(base: Library, head: Library, renamed: Mapping[str, str]) -> Iterator[ChangedPosition]:
    for (topic, party), old in base.positions.items():
        # What became of a topic that was merged into another one is told as that.
        if head.corpus.current("topic", topic) != topic:
            continue
        found = head.positions.get((topic, party))
        before, after = old.current, found.current if found else None
        if not _lacks(head, before.id) or (after and not _lacks(base, after.id)):
            continue
        if after is None or renamed.get(before.id, before.id) != after.id:
            yield ChangedPosition(topic, party, before, after)


def _new_claims(base: Library, head: Library) -> dict[str, Claim]:
    return {linked.id: linked.claim for linked in head.claims.values() if linked.id not in base.claims}


def _by_content(records: Mapping[str, Record]) -> Mapping[str, list[str]]:
    """Return the ids of records by what the records hold apart from their ids."""
    groups: dict[str, list[str]] = {}
    for record_id, record in records.items():
        groups.setdefault(record.model_dump_json(exclude={"id"}), []).append(record_id)
    return groups


def _renamed_to(record: Record, fresh: Mapping[str, list[str]]) -> str | None:
    """Return the id of the one new record that is equal but for its id, or None."""
    found = fresh.get(record.model_dump_json(exclude={"id"}), [])
    return found[0] if len(found) == 1 else None


def _edited(base: Library, head: Library) -> Iterator[tuple[LinkedUpdate, LinkedUpdate]]:
    for linked in reversed(base.updates):
        now = head.updates_by_id.get(linked.id)
        if now is not None and now.update != linked.update:
            yield linked, now


def _rewritten(base: Library, head: Library) -> Iterator[tuple[str, LinkedUpdate | None]]:
    """Yield the feeds whose archive pages would change, each with the first update that is out of place."""
    if any(library.corpus.any_unread("brief", "topic", "settings") for library in (base, head)):
        return
    resized = base.settings.feed_size != head.settings.feed_size
    for scope in sorted(subscriptions(base).keys() & subscriptions(head).keys()):
        old = feed_updates(base, scope)[::-1]
        kept = subscription.archive_pages(base.settings, len(old)) * base.settings.feed_size
        if kept and resized:
            yield scope, None
            continue
        new = feed_updates(head, scope)[::-1]
        for index in range(kept):
            if index >= len(new) or new[index].id != old[index].id:
                before = {linked.id for linked in old}
                is_new = index < len(new) and new[index].id not in before
                yield scope, new[index] if is_new else old[index]
                break
