"""The shaped content of one dossier, file by file, before anything is linked.

The text of files is left to `pipeline`.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, NamedTuple, TypeVar

from dossier.binding import RejectedRecord
from dossier.evidence import Fingerprint, Verification
from dossier.model import Brief, Origin, Overview, Party, Person, Review, Settings, Source, Stub, Topic
from dossier.problem import Place

RecordKind = Literal[
    "brief",
    "topic",
    "overview",
    "source",
    "party",
    "person",
    "origin",
    "review",
    "fingerprint",
    "verification",
    "settings",
]
MovedKind = Literal["claim", "topic", "source", "origin"]
_Listed = TypeVar("_Listed")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records with one id. The first is in the corpus, the second is not."""

    kind: RecordKind
    id: str
    first: Place
    second: Place


class Moved(NamedTuple):
    """A record that moved or was merged: what stays of it, the id of the next place, and where it says so."""

    stub: Stub
    to: str
    at: Place


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that was read. Mappings go from id to record; ids of briefs, topics and sources are file names.

    `overview` is None where there is none. `files` gives the file of each record that has one of its own; `parties`, `people` and `origins` share theirs,
    and stand in it under the id `""`. `indexes` says where in that shared file a record stands.
    `unread` are records that are there but could not be read, or of which a second one could not be kept, so that nobody
    is told that they are missing; a shared file stands in it under the id `""`. `rejected` names what is missing in those
    of them that are here in part: nothing is published then, and they serve to find more faults. `stubs` are what stays
    of records that moved or were merged, by the id that they had. `assemble` fills all of these.
    """

    settings: Settings
    briefs: Mapping[str, Brief]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    people: Mapping[str, Person]
    origins: Mapping[str, Origin]
    overview: Overview | None = None
    reviews: tuple[Review, ...] = ()
    fingerprints: Mapping[str, Fingerprint] = field(default_factory=dict)
    verifications: Mapping[str, Verification] = field(default_factory=dict)
    files: Mapping[tuple[RecordKind, str], str] = field(default_factory=dict)
    indexes: Mapping[tuple[RecordKind, str], int] = field(default_factory=dict)
    duplicates: tuple[Duplicate, ...] = ()
    unread: frozenset[tuple[RecordKind, str]] = frozenset()
    rejected: Mapping[tuple[RecordKind, str], tuple[RejectedRecord, ...]] = field(default_factory=dict)
    stubs: Mapping[tuple[MovedKind, str], Moved] = field(default_factory=dict)

    def place(self, kind: RecordKind, record_id: str, *path: str | int) -> Place:
        """Return the place of a record, or of what `path` leads to inside it."""
        file = self.files.get((kind, record_id))
        if file is not None:
            return Place(file, path)
        lists: dict[str, tuple[str, Mapping[str, object]]] = {
            "party": ("parties", self.parties),
            "person": ("people", self.people),
            "origin": ("origins", self.origins),
        }
        key, records = lists[kind]
        index = self.indexes.get((kind, record_id))
        if index is None:
            index = list(records).index(record_id)
        return Place(self.files.get((kind, ""), ""), (key, index, *path))

    def can_lack(self, kind: RecordKind, record_id: str) -> bool:
        """Return whether a record that is not here may be said to be missing: its file was not one that failed."""
        key = (kind, record_id)
        return key not in self.unread and (kind, "") not in self.unread and key not in self.stubs

    def current(self, kind: MovedKind, record_id: str) -> str:
        """Return the id that a record has now: its own, or that of the last place to which it moved or was merged."""
        passed: set[str] = set()
        while (moved := self.stubs.get((kind, record_id))) is not None and record_id not in passed:
            passed.add(record_id)
            record_id = moved.to
        return record_id

    def former(self, kind: MovedKind, known: Container[str]) -> dict[str, str]:
        """Return the ids that records of a kind had before, each with the id of today, which is one that is `known`."""
        ids = {old: self.current(kind, old) for other, old in self.stubs if other == kind}
        return {old: new for old, new in sorted(ids.items()) if new in known}

    def can_lack_claim(self, claim_id: str) -> bool:
        """Return whether a claim `<brief>/<claim>` that is not here may be said to be missing: it was not dropped."""
        if ("claim", claim_id) in self.stubs:
            return False
        brief_id, _, local = claim_id.partition("/")
        rejected = self.rejected.get(("brief", brief_id))
        if rejected is None:
            return self.can_lack("brief", brief_id)
        # One that stands under another key may have been meant for a claim.
        ids = {one.id for one in rejected if one.id or one.key == "claims"}
        return not ids & {local, ""}

    def numbered(
        self, kind: RecordKind, record_id: str, key: str, records: Iterable[_Listed]
    ) -> Iterable[tuple[int, _Listed]]:
        """Return the claims or updates of a record with the places at which they stand in its file, from 0."""
        return numbered(self.rejected.get((kind, record_id), ()), key, records)

    def any_unread(self, *kinds: RecordKind) -> bool:
        """Return whether a record of one of these kinds could not be read."""
        return any(kind in kinds for kind, _ in self.unread)


def numbered(rejected: Iterable[RejectedRecord], key: str, records: Iterable[_Listed]) -> Iterable[tuple[int, _Listed]]:
    """Return the records of a list with the places at which they stand in their file, where some were rejected."""
    without = {one.index for one in rejected if one.key == key}
    if not without:
        return enumerate(records)
    return zip((number for number in count() if number not in without), records, strict=False)
