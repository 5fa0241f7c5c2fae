"""Claims, evidence, sources, origins and updates, each with all that a page may show of it.

Finding what belongs together is left to `library`. A linked record holds no way to the rest of the corpus: what it does
not hold cannot be shown with it, so its stamp covers all that can.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from dossier.evidence import (
    Basis,
    Fingerprint,
    Independence,
    State,
    Verdict,
    Verification,
    basis,
    check_quote,
    independence,
    reading_digest,
    state_of,
)
from dossier.linked import address
from dossier.linked.stamps import Stamped, unstamped
from dossier.model import CORRECTIVE_KINDS, Change, Claim, Evidence, Origin, Person, Review, Source, Update, last_day
from dossier.problem import Place


class Named(NamedTuple):
    """A party or a topic as far as other pages show it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Names(Stamped):
    """Parties or topics in their order. Many pages share one of these, so that its stamp is worked out once."""

    members: tuple[Named, ...]

    def __iter__(self) -> Iterator[Named]:
        return iter(self.members)


@dataclass(frozen=True, slots=True, eq=False)
class LinkedSource(Stamped):
    """A source record with its fingerprint and the record of its last check against the archive."""

    id: str
    record: Source
    fingerprint: Fingerprint | None
    verification: Verification | None
    _verdicts: dict[tuple[int, str], Verdict] = field(default_factory=dict, metadata=unstamped)

    @property
    def address(self) -> str:
        """The address of the source's page."""
        return address.source(self.id)

    def verdict(self, evidence: Evidence) -> Verdict | None:
        """Return what the fingerprint says of a quote, or None where there is no fingerprint. Worked out once."""
        if self.fingerprint is None:
            return None
        key = (evidence.paragraph, evidence.quote)
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._verdicts[key] = check_quote(self.fingerprint, evidence.paragraph, evidence.quote)
        return verdict

    def verified_on(self, evidence: Evidence) -> str:
        """Return the date on which a quote was last held against the archive, or an empty string."""
        return state_of(evidence, self.record, None, self.verification).on if self.verification else ""

    def state(self, evidence: Evidence) -> State:
        """Return which check a quote has passed, and when it was last held against the archive."""
        state = state_of(evidence, self.record, None, self.verification)
        if state.by is None and (verdict := self.verdict(evidence)) and verdict.accepted:
            return State("fingerprint")
        return state


@dataclass(frozen=True, slots=True, eq=False)
class LinkedOrigin(Stamped):
    """An origin with everything it goes back to, at any depth: `lineage` holds it too, by id, nearest first.

    `speaker` is the person whose statement or interview it is, or None.
    """

    id: str
    record: Origin
    speaker: Person | None
    lineage: Mapping[str, Origin]


class LinkedEvidence(NamedTuple):
    """A piece of evidence with its source and its origin; either is None where the record is missing."""

    record: Evidence
    source: LinkedSource | None
    origin: LinkedOrigin | None


class RelatedClaim(NamedTuple):
    """A claim at the far end of a relation, as far as it is shown there."""

    id: str
    text: str
    short: str | None
    kind: str
    date: str
    dated: str
    reported: str


@dataclass(frozen=True, slots=True, eq=False)
class LinkedClaim(Stamped):
    """A claim with its full id `<brief>/<claim>` and its relations, both ways, as tuples of full ids.

    Relations that lead nowhere are left out. `opposes` is symmetric: it holds what either side states. `related` holds every claim that
    a relation names, by id. `party` and `person` are None where the claim names none, or one without a record; `about` are the persons whom it speaks of.
    `cited` are the source and the origin of each piece of its evidence, as `evidence` gives them. What follows from other
    fields, or is shown nowhere, is left out of the stamp. `changed` is when the newest update of the claim was published, or else its brief, and `published` when the oldest
    was; both are None where no update tells of it. `review` says who has held it against its sources; it is None where nobody
    has, and where the settings do not have readers told.
    """

    id: str
    claim: Claim
    brief_id: str
    brief_title: str
    file: str = field(metadata=unstamped)
    index: int = field(metadata=unstamped)
    party: Named | None
    person: Person | None
    about: tuple[Person, ...]
    cited: tuple[tuple[LinkedSource | None, LinkedOrigin | None], ...]
    supersedes: tuple[str, ...]
    superseded_by: tuple[str, ...]
    follows: tuple[str, ...]
    followed_by: tuple[str, ...]
    contradicts: tuple[str, ...]
    contradicted_by: tuple[str, ...]
    opposes: tuple[str, ...]
    responds_to: tuple[str, ...]
    answered_by: tuple[str, ...]
    qualifies: tuple[str, ...]
    qualified_by: tuple[str, ...]
    related: Mapping[str, RelatedClaim]
    changed: datetime | None
    published: datetime | None
    review: Review | None

    @property
    def address(self) -> str:
        """The claim's permalink."""
        return address.claim(self.id)

    @property
    def evidence(self) -> tuple[LinkedEvidence, ...]:
        """Its evidence, each piece with its source and its origin."""
        return tuple([LinkedEvidence(each, *pair) for each, pair in zip(self.claim.evidence, self.cited, strict=True)])

    @property
    def sources(self) -> tuple[LinkedSource, ...]:
        """The sources of its evidence, one for each piece whose source has a record."""
        return tuple([source for source, _ in self.cited if source is not None])

    @property
    def is_current(self) -> bool:
        """Whether nothing replaces it and it was not withdrawn."""
        return not self.superseded_by and self.claim.status != "withdrawn"

    @property
    def is_denied_in_evidence(self) -> bool:
        """Whether a passage that it cites denies it."""
        return any(each.support == "denies" for each in self.claim.evidence)

    @property
    def is_disputed(self) -> bool:
        """Whether it is marked as disputed or denied, or a passage that it cites denies it. A denial itself is not."""
        claim = self.claim
        return claim.status in ("disputed", "denied") or (claim.status is None and self.is_denied_in_evidence)

    @property
    def first_reported(self) -> str:
        """The date of the earliest of its sources that supports it in full, or else in part; as written where none does."""
        pairs = zip(self.claim.evidence, self.cited, strict=True)
        reported = self.claim.reported
        supports = {each.support for each in self.claim.evidence}
        decisive = "full" if "full" in supports else "partial"
        # A source of unknown date has to be taken for as old as the claim is said to be.
        days = [source.record.dated or reported for each, (source, _) in pairs if source and each.support == decisive]
        return earliest(days) or reported

    @property
    def sort_key(self) -> tuple[str, str, str, str]:
        """Key that puts claims in the order of what they tell of, oldest first: what was by a date before what was on it."""
        return (self.claim.date, self.claim.dated, self.claim.reported, self.id)

    @property
    def origins(self) -> dict[str, Origin]:
        """The origins that its evidence names and all that those go back to, by id."""
        found: dict[str, Origin] = {}
        for _, origin in self.cited:
            if origin is not None:
                found |= origin.lineage
        return found

    @property
    def independence(self) -> Independence:
        """Its independent origins. They are counted each time, as few claims of a large dossier are looked at in a run."""
        return independence(self.claim.evidence, self.origins)

    @property
    def basis(self) -> Basis | None:
        """How it is known, or None where nothing supports it."""
        return basis(self.claim, self.claim.evidence, self.origins)

    @property
    def reading_digest(self) -> str:
        """The digest of what a person reads who holds it against its sources."""
        return reading_digest(
            self.claim, [(source.record, source.fingerprint) if source else (None, None) for source, _ in self.cited]
        )

    def fits(self, review: Review) -> bool:
        """Return whether it is still as it was when it was reviewed, and so are the passages that it cites."""
        return review.digest == self.reading_digest

    def place(self, *path: str | int) -> Place:
        """Return the place of the claim, or of what `path` leads to inside it."""
        return Place(self.file, ("claims", self.index, *path))


def earliest(dates: Iterable[str]) -> str:
    """Return the date that is the first to have passed for certain; empty for none."""
    return min(dates, key=lambda date: (last_day(date), date), default="")


class RelatedUpdate(NamedTuple):
    """An update that mends another one or is mended by it, as far as it is shown there.

    `claims` are those that it mends, by their full ids, where it leaves others of the update as they are. `leaves_words`
    says that it leaves words of its note as they are.
    """

    id: str
    title: str
    kind: str
    at: datetime
    is_mending: bool
    claims: tuple[str, ...] = ()
    leaves_words: bool = False

    @property
    def is_in_part(self) -> bool:
        """Whether it mends a part of the update only."""
        return bool(self.claims) or self.leaves_words

    @property
    def address(self) -> str:
        """The update's permalink."""
        return address.update(self.id)


@dataclass(frozen=True, slots=True, eq=False)
class LinkedUpdate(Stamped):
    """An update with the brief or topic it was written in, and its topics and claims in full.

    `topics` are its own, or those of the claims it names, or those of its brief, whichever is given first, with the
    topic it was written in ahead of them; a correction or retraction is also about the topics of what it mends, so
    that whoever was told the one is told the other. `named_topics` are the same with their titles.
    `scopes` are the same topics by the ids that they had when it was written, which is how feeds tell of it.
    `parties` are those of the claims that it names, and of what it mends. `title` is its own or that of its brief or topic. `changes` are those of claims, each with the claim's full id. `corrects` is the update that it mends, `corrected_by` are those
    that mend it; `related` holds both by id.
    """

    id: str
    update: Update
    owner_kind: str
    owner_id: str
    owner_title: str
    owner_address: str
    file: str = field(metadata=unstamped)
    index: int = field(metadata=unstamped)
    title: str
    topics: tuple[str, ...]
    named_topics: tuple[Named, ...]
    scopes: tuple[str, ...] = field(metadata=unstamped)
    parties: tuple[str, ...] = field(metadata=unstamped)
    claims: tuple[str, ...]
    changes: tuple[tuple[str, Change], ...] = field(metadata=unstamped)
    corrects: str | None
    corrected_by: tuple[str, ...]
    related: Mapping[str, RelatedUpdate]

    @property
    def address(self) -> str:
        """The update's permalink."""
        return address.update(self.id)

    @property
    def kind(self) -> str:
        """What sort of change it is."""
        return self.update.kind

    @property
    def is_major(self) -> bool:
        """Whether it goes to feeds. Corrections, retractions and the last word on a subject always do."""
        return reaches_feeds(self.update)

    def place(self, *path: str | int) -> Place:
        """Return the place of the update, or of what `path` leads to inside it."""
        return Place(self.file, ("updates", self.index, *path))


def reaches_feeds(update: Update) -> bool:
    """Return whether subscribers are told of an update, rather than the history alone."""
    return update.significance == "major" or update.kind in (*CORRECTIVE_KINDS, "closed")
