"""What differs between two revisions of a dossier, as values.

Never says whether a difference is allowed; `faults` does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.library import Library
from dossier.linked import LinkedClaim, LinkedUpdate
from dossier.linked.records import reaches_feeds
from dossier.model import Evidence
from dossier.model.words import Record

PublicKind = Literal["claim", "brief", "topic", "source", "origin", "party", "person", "update"]

STANDING = ("text", "short", "status", "evidence")
"""Fields of a claim that say what readers are told; none changes without an update that names the claim."""
ATTRIBUTION = ("kind", "party", "said_by", "date")
"""Fields that say whose word a claim is and of when. They need an update, too: a word in another mouth is another word."""
RELATIONS = ("supersedes", "contradicts", "opposes", "responds_to", "qualifies")
CONTEXT = ("topics", "reported", "confidence", *RELATIONS)
"""Fields that say where a claim stands among others, and how sure it is."""

_RANK = {"confirmed": 4, "reported": 3, "disputed": 2, "denied": 1, "withdrawn": 0}


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that is in both revisions and differs. `fields` are names of the model's fields, in its order.

    `lost` and `gained` are evidence that is only in the base or only in the head; evidence that changed is in both.
    `told_by` are the updates new in the head that name it.
    """

    base: LinkedClaim
    head: LinkedClaim
    fields: tuple[str, ...]
    told_by: tuple[LinkedUpdate, ...]

    @property
    def id(self) -> str:
        """The full id of the claim."""
        return self.head.id

    @property
    def lost(self) -> tuple[Evidence, ...]:
        """Evidence of the base that the head does not have as it was."""
        return _without(self.base.claim.evidence, self.head.claim.evidence)

    @property
    def gained(self) -> tuple[Evidence, ...]:
        """Evidence of the head that the base does not have as it is."""
        return _without(self.head.claim.evidence, self.base.claim.evidence)

    @property
    def removed(self) -> tuple[Evidence, ...]:
        """Lost evidence for which no other from the same paragraph came in its place."""
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
        """How many independent origins fewer it has than before; 0 where it has as many or more."""
        return max(0, self.base.independence.count - self.head.independence.count)

    @property
    def has_other_origins(self) -> bool:
        """Whether it rests on more, fewer or other independent origins than before."""
        return self.base.independence != self.head.independence

    @property
    def is_weaker(self) -> bool:
        """Whether it lost standing, evidence or an independent origin."""
        fell = _RANK[self.head.claim.status] < _RANK[self.base.claim.status]
        return fell or bool(self.removed) or self.lost_origins > 0

    @property
    def reaches_feeds(self) -> bool:
        """Whether subscribers are told of the change."""
        return any(reaches_feeds(linked.update) for linked in self.told_by)


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
    """A record other than a claim or an update that is new (`fields` empty) or that differs in some fields.

    `base` is None where it is new.
    """

    kind: PublicKind
    id: str
    file: str
    head: Record
    base: Record | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vanished:
    """A public id that only the base has. `renamed` is the id under which the head seems to have the same record.

    `with_brief` marks a claim or update that went with its whole brief or topic.
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
    """What a party is shown to want on a topic, where readers of the head see another claim, or none."""

    topic: str
    party: str
    base: LinkedClaim
    head: LinkedClaim | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between the libraries `base` and `head`, each list in the order of ids.

    `renamed` gives the new id of each claim that the head seems to have under another one; such claims are among those
    `added` and `removed`, too. `updates` are new in the head, oldest first; `edited` are pairs of an update as it was and as it is.
    `rewritten` gives for each feed whose
    archive pages would change the update that comes first among those that came or went, or None where all pages do.
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

    @property
    def is_empty(self) -> bool:
        """Whether nothing that readers see differs."""
        return not (
            self.changed
            or self.added
            or self.removed
            or self.vanished
            or self.records
            or self.updates
            or self.edited
            or self.rewritten
        )

    @property
    def really_added(self) -> tuple[LinkedClaim, ...]:
        """The claims that are not in the base under another id."""
        known = set(self.renamed.values())
        return tuple(linked for linked in self.added if linked.id not in known)

    @property
    def really_removed(self) -> tuple[LinkedClaim, ...]:
        """The claims that are not in the head under another id."""
        return tuple(linked for linked in self.removed if linked.id not in self.renamed)

    @property
    def told(self) -> tuple[LinkedUpdate, ...]:
        """The new updates that become feed items, oldest first."""
        return tuple(linked for linked in self.updates if linked.is_major)

    @property
    def mended(self) -> tuple[LinkedUpdate, ...]:
        """The published updates that gain a mark, since a new update corrects or retracts them."""
        targets = {linked.corrects for linked in self.updates}
        return tuple(linked for linked in self.base.updates if linked.id in targets)
