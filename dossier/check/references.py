"""References: every id that is named leads to a record, and no list names one thing twice.

A record whose file could not be read is not called missing. Hints are left to `suggestions`.
"""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from dossier.check.suggestions import Suggester
from dossier.check.summaries import summaries
from dossier.library import Library
from dossier.library.corpus import MovedKind, RecordKind
from dossier.library.linking import full_id
from dossier.linked import LinkedClaim
from dossier.model import Claim, Evidence
from dossier.problem import Area, Code, Place, Problem, suggest

UNKNOWN_SOURCE = Code(
    "unknown-source",
    Area.CORPUS,
    "error",
    "Evidence cites a source that has no record in `sources/`.",
    "Correct the id, or make the record with `python build.py source add FILE`.",
)
UNKNOWN_ORIGIN = Code(
    "unknown-origin",
    Area.CORPUS,
    "error",
    "An origin is named that is not listed in `briefings/origins.yaml`.",
    "Correct the id, or list the origin.",
)
UNKNOWN_PARTY = Code(
    "unknown-party",
    Area.CORPUS,
    "error",
    "A party is named that is not listed in `briefings/parties.yaml`.",
    "Correct the id, or list the party.",
)
UNKNOWN_PERSON = Code(
    "unknown-person",
    Area.CORPUS,
    "error",
    "A person is named who is not listed in `briefings/people.yaml`.",
    "Correct the id, or list the person.",
)
UNKNOWN_TOPIC = Code(
    "unknown-topic",
    Area.CORPUS,
    "error",
    "A topic is named that has no file in `briefings/topics/`.",
    "Correct the id, or make the topic with `python build.py new topic`.",
)
UNKNOWN_CLAIM = Code(
    "unknown-claim",
    Area.CORPUS,
    "error",
    "A claim is named that no brief holds.",
    "Write it as `<brief>/<claim>`, or as `<claim>` alone inside its own brief. One that was removed or renamed is put back: ids are permanent. What was wrong gets `status: withdrawn`, and what is elsewhere now leaves `moved_to`.",
)
UNKNOWN_UPDATE = Code(
    "unknown-update",
    Area.CORPUS,
    "error",
    "A correction names an update that does not exist.",
    "Correct the id of the update.",
)
FORMER_ID = Code(
    "former-id",
    Area.CORPUS,
    "error",
    "A claim, topic, source or origin is named by the id that it had before it moved or was merged into another.",
    "Name it by the id that it has now. Only updates keep the old one, as they are not changed after publication.",
)
REPEATED_REFERENCE = Code(
    "repeated-reference",
    Area.CORPUS,
    "warning",
    "One list names the same thing twice.",
    "Remove one of the two.",
)

_PUT_BACK = (
    "ids are permanent: if the claim was renamed or removed, put it back; one that was wrong gets `status: withdrawn`"
)
_CORRECT_OR_PUT_BACK = "correct the id, or put the claim back if it was renamed or removed: ids are permanent"
_UNKNOWN: dict[str, tuple[Code, str]] = {
    "source": (UNKNOWN_SOURCE, "which has no record"),
    "origin": (UNKNOWN_ORIGIN, "which is not a listed origin"),
    "party": (UNKNOWN_PARTY, "which is not a listed party"),
    "person": (UNKNOWN_PERSON, "who is not a listed person"),
    "topic": (UNKNOWN_TOPIC, "which is no topic"),
    "update": (UNKNOWN_UPDATE, "which is no update"),
    "claim": (UNKNOWN_CLAIM, "which no brief holds"),
}


class _Lookup:
    """Makes the problems of ids that lead nowhere, and remembers what each was about."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._suggester = Suggester(library)
        self._subjects: dict[Problem, tuple[tuple[str, str], tuple[str, ...]]] = {}

    def missing(
        self, kind: RecordKind, named: str, who: str, place: Place, beside: Sequence[str] = ()
    ) -> Iterator[Problem]:
        """Yield the problem of an id without a record, unless the record is there and could not be read.

        `beside` is the list that names it, if there is one.
        """
        if kind in ("topic", "source", "origin"):
            yield from self._former(kind, named, who, place, beside)
        if self.library.corpus.can_lack(kind, named):
            yield self.problem(kind, named, who, place)

    def missing_claim(
        self, named: str, brief_id: str, who: str, place: Place, beside: Sequence[str] = ()
    ) -> Iterator[Problem]:
        """Yield the problem of a reference to no claim. `brief_id` is empty outside briefs, `beside` has full ids."""
        claim_id = full_id(named, brief_id)
        yield from self._former("claim", claim_id, who, place, beside)
        if self.library.corpus.can_lack_claim(claim_id):
            yield self.problem("claim", named, who, place, brief_id)

    def _former(self, kind: MovedKind, named: str, who: str, place: Place, beside: Sequence[str]) -> Iterator[Problem]:
        """Yield the problem of an id that a record does not have any more, if there is one by its new id."""
        now = self.library.corpus.current(kind, named)
        if now != named and now in self.records[kind]:
            hint = f'take it out, as "{now}" is named here already' if now in beside else f'write "{now}"'
            yield Problem(FORMER_ID, f'{who} "{named}", which is "{now}" now', place, hint)

    @cached_property
    def records(self) -> Mapping[MovedKind, Container[str]]:
        """All records of the kinds that move or are merged."""
        corpus = self.library.corpus
        return {
            "claim": self.library.claims,
            "topic": corpus.topics,
            "source": corpus.sources,
            "origin": corpus.origins,
        }

    def problem(self, kind: str, named: str, who: str, place: Place, brief_id: str = "") -> Problem:
        """Return the problem of an unknown id. Its hint is the id that was probably meant, or where to look."""
        guesses = self._suggester.guesses(kind, named, brief_id)
        hint = self._suggester.hint(kind, named, brief_id)
        code, lacks = _UNKNOWN[kind]
        problem = Problem(code, f'{who} "{named}", {lacks}', place, hint)
        self._subjects[problem] = (kind, full_id(named, brief_id) if kind == "claim" else named), guesses
        return problem

    def merged(self, problems: Sequence[Problem]) -> Iterator[Problem]:
        """Yield the problems again, with what several places have in common taken into account.

        Where several places name one unknown id, the id may be right, so their hints are more careful. An id like no
        other that several places name is one problem for all of them: its record was there once, or is still to come.
        """
        times = Counter(record for record, _ in self._subjects.values())
        lost: dict[tuple[str, str], list[Problem]] = {}
        for problem in problems:
            record, guesses = self._subjects.get(problem, (None, ()))
            if record and not guesses and not record[1].startswith("/"):
                lost.setdefault(record, []).append(problem)
        for problem in problems:
            record, guesses = self._subjects.get(problem, (None, ()))
            places = lost.get(record, []) if record else []
            if record and len(guesses) == 1 and times[record] > 1 and _is_misspelt(record, guesses[0]):
                hint = f'the nearest id that there is is "{guesses[0]}": one of the two is misspelt'
                yield replace(problem, hint=hint)
            elif record and (len(places) > 1 or (places and record[0] == "claim" and _is_update(problem))):
                if problem is places[0]:
                    also = tuple(("also named here", one.at) for one in places[1:])
                    hint = problem.hint if record[0] != "claim" else _PUT_BACK if also else _CORRECT_OR_PUT_BACK
                    yield replace(problem, hint=hint, related=also)
            else:
                yield problem


def _is_misspelt(record: tuple[str, str], guesses: str) -> bool:
    # A name in the place of an id is no misspelt id, however often it comes.
    return record[0] == "claim" or suggest(record[1], [guesses]) is not None


def _is_update(problem: Problem) -> bool:
    return isinstance(problem.at, Place) and problem.at.path[:1] == ("updates",)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of ids that lead nowhere, and of lists that name one thing twice."""
    lookup = _Lookup(library)
    yield from lookup.merged(list(_found(lookup)))


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
        if claim.about:
            yield from _persons(linked, lookup)
        yield from _relations(linked, claim, lookup)
        for number, evidence in enumerate(claim.evidence):
            if evidence.source not in corpus.sources or evidence.origin not in corpus.origins:
                yield from _evidence(linked, number, evidence, lookup)
    yield from _rejected(lookup)
    yield from _listed(lookup)
    yield from _summaries(lookup)
    yield from _reviews(lookup)
    yield from _updates(lookup)
    yield from _stubs(lookup)


def _rejected(lookup: _Lookup) -> Iterator[Problem]:
    """Yield the problems of ids in claims that are no use otherwise, so that one fault does not hide another."""
    corpus = lookup.library.corpus
    known: dict[str, Collection[str]] = {
        "party": corpus.parties,
        "person": corpus.people,
        "topic": corpus.topics,
        "source": corpus.sources,
        "origin": corpus.origins,
    }
    for (kind, record_id), records in corpus.rejected.items():
        for one in records:
            who = f'claim "{one.id}" names the' if one.id else "a claim names the"
            for named in one.named:
                if named.id not in known[named.kind]:
                    at = corpus.place(kind, record_id, one.key, one.index, *named.path)
                    yield from lookup.missing(named.kind, named.id, f"{who} {named.kind}", at)


def _about(linked: LinkedClaim, lookup: _Lookup) -> Iterator[Problem]:
    claim = linked.claim
    who = f'claim "{claim.id}"'
    for number, topic in enumerate(claim.topics):
        if topic not in lookup.library.corpus.topics:
            yield from lookup.missing(
                "topic", topic, f"{who} names the topic", linked.place("topics", number), claim.topics
            )
    if len(set(claim.topics)) < len(claim.topics):
        yield from _repeated(who, "topics", claim.topics, linked.place("topics"))


def _speaker(linked: LinkedClaim, lookup: _Lookup) -> Iterator[Problem]:
    claim, corpus = linked.claim, lookup.library.corpus
    who = f'claim "{claim.id}"'
    if claim.party and claim.party not in corpus.parties:
        yield from lookup.missing("party", claim.party, f"{who} names the party", linked.place("party"))
    if claim.said_by and claim.said_by not in corpus.people:
        yield from lookup.missing("person", claim.said_by, f"{who} was said by", linked.place("said_by"))


def _persons(linked: LinkedClaim, lookup: _Lookup) -> Iterator[Problem]:
    claim = linked.claim
    who = f'claim "{claim.id}"'
    for number, person in enumerate(claim.about):
        if person not in lookup.library.corpus.people:
            yield from lookup.missing("person", person, f"{who} speaks of", linked.place("about", number))
    yield from _repeated(who, "about", claim.about, linked.place("about"))


def _relations(linked: LinkedClaim, claim: Claim, lookup: _Lookup) -> Iterator[Problem]:
    who = f'claim "{claim.id}"'
    for relation, refs in claim.relations.items():
        full = [full_id(ref, linked.brief_id) for ref in refs]
        for number, ref in enumerate(full):
            if ref not in lookup.library.claims:
                at, written = linked.place(relation, number), refs[number]
                verb = relation.replace("_", " ")
                yield from lookup.missing_claim(written, linked.brief_id, f"{who} {verb} the claim", at, full)
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
                yield from lookup.missing("origin", below, f"{who} depends on", at, origin.depends_on)
        yield from _repeated(who, "depends_on", origin.depends_on, corpus.place("origin", origin_id, "depends_on"))
        if origin.speaker and origin.speaker not in corpus.people:
            at = corpus.place("origin", origin_id, "speaker")
            yield from lookup.missing("person", origin.speaker, f"{who} was said by", at)
    for source_id, source in corpus.sources.items():
        if source.version_of is not None and source.version_of not in corpus.sources:
            at = corpus.place("source", source_id, "version_of")
            yield from lookup.missing("source", source.version_of, f'source "{source_id}" is a version of', at)
    for person_id, person in corpus.people.items():
        if person.party and person.party not in corpus.parties:
            at = corpus.place("person", person_id, "party")
            yield from lookup.missing("party", person.party, f'person "{person_id}" belongs to the party', at)


def _reviews(lookup: _Lookup) -> Iterator[Problem]:
    corpus = lookup.library.corpus
    for index, review in enumerate(corpus.reviews):
        # A claim that moved keeps its review, so both of its names will do.
        if corpus.current("claim", review.claim) not in lookup.library.claims:
            at = corpus.place("review", "", "reviews", index, "claim")
            yield from lookup.missing_claim(review.claim, "", "a review names the claim", at)


def _summaries(lookup: _Lookup) -> Iterator[Problem]:
    for one in summaries(lookup.library):
        if one.kind != "update":
            for refs, place in one.lists:
                for index, ref in enumerate(refs):
                    if ref not in lookup.library.claims:
                        at = Place(place.file, (*place.path, index))
                        yield from lookup.missing_claim(ref, "", f"{one.name} rests on the claim", at, refs)
                yield from _repeated(one.name, "claims", refs, place)


def _updates(lookup: _Lookup) -> Iterator[Problem]:
    corpus = lookup.library.corpus
    updates = {linked.id for linked in lookup.library.updates}
    for linked in lookup.library.updates:
        update, brief_id = linked.update, linked.owner_id if linked.owner_kind == "brief" else ""
        who = f'update "{linked.id}"'
        for number, topic in enumerate(update.topics):
            if topic not in corpus.topics and ("topic", topic) not in corpus.stubs:
                yield from lookup.missing("topic", topic, f"{who} names the topic", linked.place("topics", number))
        for number, ref in enumerate(update.claims):
            if _is_unknown(full_id(ref, brief_id), lookup):
                at = linked.place("claims", number)
                yield from lookup.missing_claim(ref, brief_id, f"{who} names the claim", at)
        for number, change in enumerate(update.changes):
            if _is_unknown(full_id(change.claim, brief_id), lookup):
                at = linked.place("changes", number, "claim")
                yield from lookup.missing_claim(change.claim, brief_id, f"{who} changes the claim", at)
        # An update is in the file of a brief or topic: if one of these could not be read, it may be there.
        if update.corrects and update.corrects not in updates and not corpus.any_unread("brief", "topic"):
            yield lookup.problem("update", update.corrects, f"{who} corrects", linked.place("corrects"))
        yield from _repeated(who, "topics", update.topics, linked.place("topics"))
        full = [full_id(ref, brief_id) for ref in update.claims]
        yield from _repeated(who, "claims", full, linked.place("claims"))


def _is_unknown(claim_id: str, lookup: _Lookup) -> bool:
    """Return whether there is no such claim, and nothing stays of one that moved."""
    return claim_id not in lookup.library.claims and ("claim", claim_id) not in lookup.library.corpus.stubs


def _stubs(lookup: _Lookup) -> Iterator[Problem]:
    """Yield problems of what stays of records that moved or were merged."""
    corpus = lookup.library.corpus
    for (kind, old), moved in corpus.stubs.items():
        who = f'claim "{old}" moved to' if kind == "claim" else f'{kind} "{old}" was merged into'
        if kind == "claim":
            if _is_unknown(moved.to, lookup):
                yield from lookup.missing_claim(moved.to, "", who, moved.at)
        elif moved.to not in lookup.records[kind] and (kind, moved.to) not in corpus.stubs:
            yield from lookup.missing(kind, moved.to, who, moved.at)


def _repeated(who: str, key: str, named: Sequence[str], place: Place) -> Iterator[Problem]:
    if len(named) < 2:
        return
    seen: set[str] = set()
    for number, one in enumerate(named):
        if one in seen:
            at = Place(place.file, (*place.path, number))
            yield Problem(REPEATED_REFERENCE, f'{who} names "{one}" twice in {key}', at, "remove one of the two")
        seen.add(one)
