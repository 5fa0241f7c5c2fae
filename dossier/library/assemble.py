"""Gathers what was read from single files into one corpus, and keeps count of duplicates and of what could not be read.

Of two records with one id the first is kept and the second is named. Judging them is left to `check`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from dossier.binding import RejectedRecord
from dossier.evidence import Fingerprint, Verification
from dossier.library.corpus import Corpus, Duplicate, Moved, MovedKind, RecordKind, numbered
from dossier.library.linking import full_id
from dossier.model import (
    Brief,
    MergedOrigin,
    MergedSource,
    MergedTopic,
    MovedClaim,
    Origin,
    Origins,
    Overview,
    Parties,
    Party,
    People,
    Person,
    Review,
    Reviews,
    Settings,
    Source,
    Topic,
)
from dossier.problem import Place

_Listed = TypeVar("_Listed", Party, Person, Origin)
FileRecord = (
    Brief
    | Topic
    | MergedTopic
    | Overview
    | Source
    | MergedSource
    | Parties
    | People
    | Origins
    | Reviews
    | Fingerprint
    | Verification
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave. `id` is the file's name, or `""` for the overview and the shared files of parties, people, origins and reviews.

    `record` is None where the file is there but could not be read; `rejected` is what could not be, where
    the rest was.
    """

    kind: RecordKind
    id: str
    file: str
    record: FileRecord | None
    rejected: tuple[RejectedRecord, ...] | None = None


class _Pile:
    def __init__(self) -> None:
        self.briefs: dict[str, Brief] = {}
        self.topics: dict[str, Topic] = {}
        self.sources: dict[str, Source] = {}
        self.parties: dict[str, Party] = {}
        self.people: dict[str, Person] = {}
        self.origins: dict[str, Origin] = {}
        self.overview: Overview | None = None
        self.reviews: tuple[Review, ...] = ()
        self.fingerprints: dict[str, Fingerprint] = {}
        self.verifications: dict[str, Verification] = {}
        self.files: dict[tuple[RecordKind, str], str] = {}
        self.indexes: dict[tuple[RecordKind, str], int] = {}
        self.duplicates: list[Duplicate] = []
        self.unread: set[tuple[RecordKind, str]] = set()
        self.stubs: dict[tuple[MovedKind, str], Moved] = {}
        self.rejected: dict[tuple[RecordKind, str], tuple[RejectedRecord, ...]] = {}

    def add(self, reading: Reading) -> None:
        """Put one file's record where it belongs."""
        key = (reading.kind, reading.id)
        if key in self.files:
            self.duplicates.append(Duplicate(*key, Place(self.files[key]), Place(reading.file)))
            # What stands in the second is not in the corpus, and nobody is to be told that it is missing.
            self.unread.add(key)
            return
        self.files[key] = reading.file
        if reading.rejected is not None:
            self.unread.add(key)
            self.rejected[key] = reading.rejected
        match reading.record:
            case None:
                self.unread.add(key)
            case Brief() as brief:
                self.briefs[reading.id] = brief
                self._moved(reading, brief)
            case Topic() as topic:
                self.topics[reading.id] = topic
            case Source() as source:
                self.sources[reading.id] = source
            case MergedTopic() | MergedSource() as stub:
                kind: MovedKind = "topic" if isinstance(stub, MergedTopic) else "source"
                self.stubs[kind, reading.id] = Moved(stub, stub.merged_into, Place(reading.file, ("merged_into",)))
            case Parties(parties=parties):
                self._spread("party", "parties", reading.file, parties, self.parties)
            case People(people=people):
                self._spread("person", "people", reading.file, people, self.people)
            case Origins(origins=origins):
                self._spread("origin", "origins", reading.file, origins, self.origins)
            case other:
                self._add_other(reading.id, other)

    def _moved(self, reading: Reading, brief: Brief) -> None:
        """Keep what stays of the claims that moved out of a brief."""
        for index, one in numbered(reading.rejected or (), "claims", brief.claims):
            if isinstance(one, MovedClaim):
                at = Place(reading.file, ("claims", index, "moved_to"))
                self.stubs["claim", f"{reading.id}/{one.id}"] = Moved(one, full_id(one.moved_to, reading.id), at)

    def _add_other(self, record_id: str, record: Overview | Reviews | Fingerprint | Verification) -> None:
        match record:
            case Overview():
                self.overview = record
            case Reviews(reviews=reviews):
                self.reviews = reviews
            case Fingerprint():
                self.fingerprints[record_id] = record
            case _:
                self.verifications[record_id] = record

    def _spread(
        self, kind: RecordKind, key: str, file: str, records: Iterable[_Listed | MergedOrigin], into: dict[str, _Listed]
    ) -> None:
        for index, record in enumerate(records):
            if (kind, record.id) in self.indexes:
                kept = Place(file, (key, self.indexes[kind, record.id], "id"))
                self.duplicates.append(Duplicate(kind, record.id, kept, Place(file, (key, index, "id"))))
                continue
            self.indexes[kind, record.id] = index
            if isinstance(record, MergedOrigin):
                self.stubs["origin", record.id] = Moved(
                    record, record.merged_into, Place(file, (key, index, "merged_into"))
                )
            else:
                into[record.id] = record


def assemble(settings: Settings, readings: Iterable[Reading]) -> Corpus:
    """Return the corpus of all that was read. Of two files or records with one id the first given is kept."""
    pile = _Pile()
    for reading in readings:
        pile.add(reading)
    return Corpus(
        settings=settings,
        briefs=pile.briefs,
        topics=pile.topics,
        sources=pile.sources,
        parties=pile.parties,
        people=pile.people,
        origins=pile.origins,
        overview=pile.overview,
        reviews=pile.reviews,
        fingerprints=pile.fingerprints,
        verifications=pile.verifications,
        files=pile.files,
        indexes=pile.indexes,
        duplicates=tuple(pile.duplicates),
        unread=frozenset(pile.unread),
        rejected=pile.rejected,
        stubs=pile.stubs,
    )
