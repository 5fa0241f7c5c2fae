"""References: every id that is named leads somewhere.

Never calls a record missing whose file is there but could not be read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.check.suggestions import Meanings
from dossier.library import Library
from dossier.library.corpus import Kind
from dossier.library.linking import full_id
from dossier.linked import LinkedClaim
from dossier.model import Claim, Evidence
from dossier.problem import Place, Problem, suggest

_RELATIONS = ("supersedes", "contradicts", "opposes", "responds_to", "qualifies")
_LOST = (
    "ids are permanent: if the claim was renamed or removed, put it back; one that was wrong gets `status: withdrawn`"
)
_LOST_OR_MISSPELT = "correct the id, or put the claim back if it was renamed or removed: ids are permanent"
_LACKS: dict[str, str] = {
    "source": "which has no record",
    "origin": "which is not a listed origin",
    "party": "which is not a listed party",
    "person": "who is not a listed person",
    "topic": "which is no topic",
    "update": "which is no update",
    "claim": "which no brief holds",
}


class _Lookup:
    """Makes the problems of ids that lead nowhere."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._meanings = Meanings(library)
        self._told: dict[Problem, tuple[tuple[str, str], tuple[str, ...]]] = {}

    def missing(self, kind: Kind, named: str, who: str, place: Place) -> Iterator[Problem]:
        """Yield the problem of an id that leads nowhere, unless its record is there and only could not be read."""
        if self.library.corpus.can_lack(kind, named):
            yield self.problem(kind, named, who, place)

    def missing_claim(self, named: str, brief_id: str, who: str, place: Place) -> Iterator[Problem]:
        """Yield the problem of a claim reference that leads nowhere. `brief_id` is empty outside briefs."""
        if self.library.corpus.can_lack_claim(full_id(named, brief_id)):
            yield self.problem("claim", named, who, place, brief_id)

    def problem(self, kind: str, named: str, who: str, place: Place, brief_id: str = "") -> Problem:
        """Return the problem of an unknown id, with the one that was probably meant or a word on where to look."""
        meant = self._meanings.of(kind, named, brief_id)
        hint = self._meanings.hint(kind, named, brief_id)
        problem = Problem(f"unknown-{kind}", f'{who} "{named}", {_LACKS[kind]}', place, hint)
        self._told[problem] = (kind, full_id(named, brief_id) if kind == "claim" else named), meant
        return problem

    def weighed(self, problems: Sequence[Problem]) -> Iterator[Problem]:
        """Yield problems, their hints more careful where several places agree on an id: they may well be right.

        A claim that is nowhere, and like no other, was probably there once where several places name it, or an update does:
        that is one problem, however many places there are.
        """
        times = Counter(record for record, _ in self._told.values())
        lost: dict[tuple[str, str], list[Problem]] = {}
        for problem in problems:
            record, meant = self._told.get(problem, (None, ()))
            if record and not meant and record[0] == "claim" and not record[1].startswith("/"):
                lost.setdefault(record, []).append(problem)
        for problem in problems:
            record, meant = self._told.get(problem, (None, ()))
            places = lost.get(record, []) if record else []
            if record and len(meant) == 1 and times[record] > 1 and _is_misspelt(record, meant[0]):
                hint = f'the nearest id that there is is "{meant[0]}": one of the two is misspelt'
                yield replace(problem, hint=hint)
            elif len(places) > 1 or (places and _is_update(problem)):
                if problem is places[0]:
                    also = tuple(("also named here", one.at) for one in places[1:])
                    yield replace(problem, hint=_LOST if also else _LOST_OR_MISSPELT, related=also)
            else:
                yield problem


def _is_misspelt(record: tuple[str, str], meant: str) -> bool:
    # Who wrote a name instead of an id did not misspell the id, however often.
    return record[0] == "claim" or suggest(record[1], [meant]) is not None


def _is_update(problem: Problem) -> bool:
    return isinstance(problem.at, Place) and problem.at.path[:1] == ("updates",)


def check(library: Library) -> Iterator[Problem]:
    """Yield every id that leads nowhere, and every list that names one thing twice."""
    lookup = _Lookup(library)
    yield from lookup.weighed(list(_found(lookup)))


def _found(lookup: _Lookup) -> Iterator[Problem]:
    library, corpus = lookup.library, lookup.library.corpus
    topics, parties, people = corpus.topics.keys(), corpus.parties.keys(), corpus.people.keys()
    for linked in library.claims.values():
        claim = linked.claim
        about = claim.topics
        if len(about) != 1 or about[0] not in topics:
            yield from _about(linked, lookup)
        if (claim.party and claim.party not in parties) or (claim.said_by and claim.said_by not in people):
            yield from _speaker(linked, lookup)
        if claim.supersedes or claim.contradicts or claim.opposes or claim.responds_to or claim.qualifies:
            yield from _relations(linked, claim, lookup)
        for number, evidence in enumerate(claim.evidence):
            if evidence.source not in corpus.sources or evidence.origin not in corpus.origins:
                yield from _evidence(linked, number, evidence, lookup)
    yield from _listed(lookup)
    yield from _topics(lookup)
    yield from _updates(lookup)


def _about(linked: LinkedClaim, lookup: _Lookup) -> Iterator[Problem]:
    claim = linked.claim
    who = f'claim "{claim.id}"'
    for number, topic in enumerate(claim.topics):
        if topic not in lookup.library.corpus.topics:
            yield from lookup.missing("topic", topic, f"{who} names the topic", linked.place("topics", number))
    if len(set(claim.topics)) < len(claim.topics):
        yield from _repeated(who, "topics", claim.topics, linked.place("topics"))


def _speaker(linked: LinkedClaim, lookup: _Lookup) -> Iterator[Problem]:
    claim, corpus = linked.claim, lookup.library.corpus
    who = f'claim "{claim.id}"'
    if claim.party and claim.party not in corpus.parties:
        yield from lookup.missing("party", claim.party, f"{who} names the party", linked.place("party"))
    if claim.said_by and claim.said_by not in corpus.people:
        yield from lookup.missing("person", claim.said_by, f"{who} was said by", linked.place("said_by"))


def _relations(linked: LinkedClaim, claim: Claim, lookup: _Lookup) -> Iterator[Problem]:
    who = f'claim "{claim.id}"'
    for relation in _RELATIONS:
        full = [full_id(ref, linked.brief_id) for ref in getattr(claim, relation)]
        for number, ref in enumerate(full):
            if ref not in lookup.library.claims:
                at, written = linked.place(relation, number), getattr(claim, relation)[number]
                verb = relation.replace("_", " ")
                yield from lookup.missing_claim(written, linked.brief_id, f"{who} {verb} the claim", at)
        if len(set(full)) < len(full):
            yield from _repeated(who, relation, full, linked.place(relation))


def _evidence(linked: LinkedClaim, number: int, evidence: Evidence, lookup: _Lookup) -> Iterator[Problem]:
    who, corpus = f'claim "{linked.claim.id}"', lookup.library.corpus
    if evidence.source not in corpus.sources:
        at = linked.place("evidence", number, "source")
        yield from lookup.missing("source", evidence.source, f"{who} cites", at)
    if evidence.origin not in corpus.origins:
        at = linked.place("evidence", number, "origin")
        yield from lookup.missing("origin", evidence.origin, f"{who} names the origin", at)


def _listed(lookup: _Lookup) -> Iterator[Problem]:
    corpus = lookup.library.corpus
    for origin_id, origin in corpus.origins.items():
        who = f'origin "{origin_id}"'
        for number, below in enumerate(origin.depends_on):
            if below not in corpus.origins:
                at = corpus.place("origin", origin_id, "depends_on", number)
                yield from lookup.missing("origin", below, f"{who} depends on", at)
        yield from _repeated(who, "depends_on", origin.depends_on, corpus.place("origin", origin_id, "depends_on"))
    for person_id, person in corpus.people.items():
        if person.party and person.party not in corpus.parties:
            at = corpus.place("person", person_id, "party")
            yield from lookup.missing("party", person.party, f'person "{person_id}" belongs to the party', at)


def _topics(lookup: _Lookup) -> Iterator[Problem]:
    corpus = lookup.library.corpus
    for topic_id, topic in corpus.topics.items():
        for number, sentence in enumerate(topic.bottom_line.sentences):
            path = ("bottom_line", "sentences", number, "claims")
            for index, ref in enumerate(sentence.claims):
                if ref not in lookup.library.claims:
                    at = corpus.place("topic", topic_id, *path, index)
                    yield from lookup.missing_claim(ref, "", "the bottom line rests on the claim", at)
            yield from _repeated("the bottom line", "claims", sentence.claims, corpus.place("topic", topic_id, *path))


def _updates(lookup: _Lookup) -> Iterator[Problem]:
    corpus, claims = lookup.library.corpus, lookup.library.claims
    updates = {linked.id for linked in lookup.library.updates}
    for linked in lookup.library.updates:
        update, brief_id = linked.update, linked.owner_id if linked.owner_kind == "brief" else ""
        who = f'update "{linked.id}"'
        for number, topic in enumerate(update.topics):
            if topic not in corpus.topics:
                yield from lookup.missing("topic", topic, f"{who} names the topic", linked.place("topics", number))
        for number, ref in enumerate(update.claims):
            if full_id(ref, brief_id) not in claims:
                at = linked.place("claims", number)
                yield from lookup.missing_claim(ref, brief_id, f"{who} names the claim", at)
        # An update has no file of its own: one that could not be read is in a brief or topic that could not.
        if update.corrects and update.corrects not in updates and not corpus.any_unread("brief", "topic"):
            yield lookup.problem("update", update.corrects, f"{who} corrects", linked.place("corrects"))
        yield from _repeated(who, "topics", update.topics, linked.place("topics"))
        full = [full_id(ref, brief_id) for ref in update.claims]
        yield from _repeated(who, "claims", full, linked.place("claims"))


def _repeated(who: str, key: str, named: Sequence[str], place: Place) -> Iterator[Problem]:
    if len(named) < 2:
        return
    seen: set[str] = set()
    for number, one in enumerate(named):
        if one in seen:
            at = Place(place.file, (*place.path, number))
            yield Problem("repeated-reference", f'{who} names "{one}" twice in {key}', at, "remove one of the two")
        seen.add(one)
