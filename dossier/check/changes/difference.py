"""What differs between two revisions of a dossier, as values.

Whether a difference is allowed is left to `problems`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.check.changes.evidence_files import ChangedEvidenceFile
from dossier.library import Library
from dossier.library.corpus import MovedKind
from dossier.linked import LinkedClaim, LinkedUpdate
from dossier.linked.records import reaches_feeds
from dossier.model import Claim, Evidence, Review
from dossier.model.words import Record
from dossier.problem import Place

PublicKind = Literal["claim", "brief", "topic", "overview", "source", "origin", "party", "person", "update"]

STANDING = ("text", "short", "status", "status_reason", "note", "evidence")
"""Fields of a claim that say what readers are told. A change needs an update that names the claim."""
ATTRIBUTION = ("kind", "party", "said_by", "date", "dated")
"""Fields that say whose word a claim is and of when. A change needs an update, too."""
UNWATCHED = ("id",)
"""Fields in which no change is looked for: a claim with another id is another claim."""
CONTEXT = tuple(name for name in Claim.model_fields if name not in (*STANDING, *ATTRIBUTION, *UNWATCHED))
"""All other fields, such as relations and confidence. A change without an update is a warning."""

_RANK = {None: 3, "disputed": 2, "denied": 1, "withdrawn": 0}


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that differs between the revisions. `fields` are the names of the fields that differ, in the model's order.

    `new_updates` are the updates that only the head has and that name the claim.
    """

    base: LinkedClaim
    head: LinkedClaim
    fields: tuple[str, ...]
    new_updates: tuple[LinkedUpdate, ...]

    @property
    def id(self) -> str:
        """The full id of the claim."""
        return self.head.id

    @property
    def lost(self) -> tuple[Evidence, ...]:
        """Evidence that only the base has; evidence that changed is among it as it was."""
        return _without(self.base.claim.evidence, self.head.claim.evidence)

    @property
    def gained(self) -> tuple[Evidence, ...]:
        """Evidence that only the head has; evidence that changed is among it as it is now."""
        return _without(self.head.claim.evidence, self.base.claim.evidence)

    @property
    def removed(self) -> tuple[Evidence, ...]:
        """Lost evidence that no other from the same paragraph replaces."""
        places = Counter((one.source, one.paragraph) for one in self.gained)
        gone = []
        for one in self.lost:
            if places[one.source, one.paragraph]:
                places[one.source, one.paragraph] -= 1
            else:
                gone.append(one)
        return tuple(gone)

    @property
    def lost_origins(self) -> int:
        """How many fewer independent origins it has than before, at least 0."""
        return max(0, self.base.independence.count - self.head.independence.count)

    @property
    def has_other_origins(self) -> bool:
        """Whether its independent origins differ."""
        return self.base.independence != self.head.independence

    @property
    def is_weaker(self) -> bool:
        """Whether its status fell or it lost evidence or an independent origin."""
        fell = _RANK[self.head.claim.status] < _RANK[self.base.claim.status]
        return fell or bool(self.removed) or self.lost_origins > 0

    @property
    def has_other_basis(self) -> bool:
        """Whether it is known in another way than before."""
        return _basis(self.base) != _basis(self.head)

    @property
    def reaches_feeds(self) -> bool:
        """Whether one of its new updates goes to feeds."""
        return any(reaches_feeds(linked.update) for linked in self.new_updates)


def _basis(linked: LinkedClaim) -> str:
    return linked.basis.kind if linked.basis else "none"


def _without(these: Iterable[Evidence], those: Iterable[Evidence]) -> tuple[Evidence, ...]:
    left = Counter(one.model_dump_json() for one in those)
    rest = []
    for one in these:
        key = one.model_dump_json()
        if left[key]:
            left[key] -= 1
        else:
            rest.append(one)
    return tuple(rest)


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record other than a claim or an update that is new or differs in some `fields`.

    `base` is None, and `fields` empty, where it is new.
    """

    kind: PublicKind
    id: str
    file: str
    head: Record
    base: Record | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vanished:
    """A public id that only the base has. `renamed` is the id of an equal record in the head, or None.

    `with_brief` marks a claim or update whose whole brief or topic is gone.
    """

    kind: PublicKind
    id: str
    file: str
    renamed: str | None = None
    with_brief: bool = False


@dataclass(frozen=True, slots=True)
class TouchedPages:
    """Addresses of the site's pages that a change makes, alters and removes, each list sorted."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedPosition:
    """A position that readers see changed: the claim that is shown in the base, and that in the head, or None."""

    topic: str
    party: str
    base: LinkedClaim
    head: LinkedClaim | None


@dataclass(frozen=True, slots=True)
class MovedRecord:
    """A published record that is elsewhere now: its kind, the id that it had, that of today, and where the head says so."""

    kind: MovedKind
    old: str
    new: str
    at: Place


@dataclass(frozen=True, slots=True)
class ChangedReview:
    """A claim whose review is new, gone (None in the base or head) or differs; it has the id of today.

    `fits` says that the claim in the head is as it was when it was read.
    """

    claim: str
    base: Review | None
    head: Review | None
    fits: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of which something could not be read in one of the revisions, so that this was not compared."""

    file: str
    revision: Literal["base", "head"]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between the libraries `base` and `head`, each list in the order of ids.

    `renamed` maps the old to the new id of each claim that the head seems to have under another id; these claims are among
    `added` and `removed`, too, but for those that say so themselves. `moved` are the records that do. `updates` are new in the head, oldest first; `edited` are pairs of an update as it was and
    as it is. `rewritten` names each feed whose archive pages would change, with the first update that came or went, or
    None where all pages change. `reviews` are those that came, went or differ. `unread` are files that could not be compared in full; all else was.
    """

    base: Library
    head: Library
    changed: tuple[ChangedClaim, ...]
    added: tuple[LinkedClaim, ...]
    removed: tuple[LinkedClaim, ...]
    vanished: tuple[Vanished, ...]
    renamed: Mapping[str, str]
    positions: tuple[ChangedPosition, ...]
    records: tuple[ChangedRecord, ...]
    updates: tuple[LinkedUpdate, ...]
    edited: tuple[tuple[LinkedUpdate, LinkedUpdate], ...]
    rewritten: tuple[tuple[str, LinkedUpdate | None], ...]
    evidence_files: tuple[ChangedEvidenceFile, ...] = ()
    moved: tuple[MovedRecord, ...] = ()
    reviews: tuple[ChangedReview, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing that readers see differs."""
        return not (
            self.changed
            or self.added
            or self.removed
            or self.vanished
            or self.moved
            or self.records
            or self.updates
            or self.edited
            or self.rewritten
            or self.evidence_files
            or self.reviews
            or self.unread
        )

    @property
    def really_added(self) -> tuple[LinkedClaim, ...]:
        """The claims that the base does not have under another id."""
        known = set(self.renamed.values())
        return tuple(linked for linked in self.added if linked.id not in known)

    @property
    def really_removed(self) -> tuple[LinkedClaim, ...]:
        """The claims that the head does not have under another id."""
        return tuple(linked for linked in self.removed if linked.id not in self.renamed)

    @property
    def feed_items(self) -> tuple[LinkedUpdate, ...]:
        """The new updates that become feed items, oldest first."""
        return tuple(linked for linked in self.updates if linked.is_major)

    @property
    def corrected(self) -> tuple[LinkedUpdate, ...]:
        """The published updates that a new update corrects or retracts."""
        targets = {linked.corrects for linked in self.updates}
        return tuple(linked for linked in self.base.updates if linked.id in targets)
