"""Recognises files and records that were renamed, copied or removed, so that one problem names the cause and nothing else follows.

It is asked only once something is wrong. Whether an id was ever published is left to `check.changes`, which knows the past.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from dossier.evidence import Fingerprint, Verification
from dossier.library.assemble import Reading
from dossier.library.corpus import RecordKind
from dossier.library.linking import full_id
from dossier.model import (
    Brief,
    MergedOrigin,
    MergedSource,
    MergedTopic,
    MovedClaim,
    Origin,
    Origins,
    Parties,
    People,
    Reviews,
    Stub,
    Topic,
    Update,
)
from dossier.problem import Area, Code, Place, Problem, Span, suggest
from dossier.wording import english

RENAMED = Code(
    "renamed",
    Area.CORPUS,
    "error",
    "A record has another id than the one by which the rest of the dossier names it.",
    "Give it its old id again: ids are permanent, as they are part of addresses.",
)
COPIED = Code(
    "copied",
    Area.CORPUS,
    "error",
    "A file is a copy of another one, with the same text or the same ids of updates.",
    "Delete the copy; what is to be a new record needs ids of its own.",
)

RECORD_MISSING = Code(
    "record-missing",
    Area.FILES,
    "error",
    "A file is gone whose records the rest of the dossier names.",
    "Put it back: records are not deleted, and what was wrong is marked so.",
)

_LISTS: dict[RecordKind, str] = {"party": "parties", "person": "people", "origin": "origins"}
_FILES: tuple[RecordKind, ...] = ("brief", "topic", "source")


class _Names:
    """Which ids the records of a dossier name, and how often. Claims are kept by the brief that is named with them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.times: dict[RecordKind, Counter[str]] = {
            kind: Counter() for kind in ("topic", "source", "party", "person", "origin")
        }
        self.claims: dict[str, Counter[str]] = {}
        for reading in readings:
            match reading.record:
                case Brief() as brief:
                    self._brief(reading.id, brief)
                case Topic() as topic:
                    for sentence in topic.bottom_line.sentences:
                        self._claims(sentence.claims, "")
                    self._updates(topic.updates, "")
                case People(people=people):
                    self.times["party"].update(person.party for person in people if person.party)
                case Origins(origins=origins):
                    for one in origins:
                        self.times["origin"].update(
                            [one.merged_into] if isinstance(one, MergedOrigin) else one.depends_on
                        )
                        if isinstance(one, Origin) and one.speaker:
                            self.times["person"].update([one.speaker])
                case Reviews(reviews=reviews):
                    self._claims([review.claim for review in reviews], "")
                case MergedTopic(merged_into=into, updates=updates):
                    self.times["topic"].update([into])
                    self._updates(updates, "")
                case MergedSource(merged_into=into):
                    self.times["source"].update([into])

    def _brief(self, brief_id: str, brief: Brief) -> None:
        for claim in brief.claims:
            if isinstance(claim, MovedClaim):
                self._claims([claim.moved_to], brief_id)
                continue
            self.times["topic"].update(claim.topics)
            self.times["party"].update([claim.party] if claim.party else [])
            self.times["person"].update([*([claim.said_by] if claim.said_by else []), *claim.about])
            self.times["source"].update(one.source for one in claim.evidence)
            self.times["origin"].update(one.origin for one in claim.evidence)
            for refs in claim.relations.values():
                self._claims(refs, brief_id)
        self._updates(brief.updates, brief_id)

    def _updates(self, updates: Iterable[Update], brief_id: str) -> None:
        for update in updates:
            self.times["topic"].update(update.topics)
            self._claims(update.claims, brief_id)

    def _claims(self, refs: Iterable[str], brief_id: str) -> None:
        for ref in refs:
            brief, _, local = full_id(ref, brief_id).partition("/")
            if brief != brief_id:
                self.claims.setdefault(brief, Counter())[local] += 1

    def count(self, kind: RecordKind, record_id: str) -> int:
        """Return how often a record is named, a brief by its claims."""
        if kind == "brief":
            return sum(self.claims.get(record_id, Counter()).values())
        return self.times[kind][record_id]


def recognise(readings: Sequence[Reading], keys: Mapping[str, bytes]) -> tuple[list[Reading], list[Problem]]:
    """Return the readings with copies left out and old ids put back, and a problem for each copy and each new id.

    `keys` are those of `read_records.record_keys`: they are the same for files with the same text.
    """
    names = _Names(readings)
    result, problems = _without_copies(readings, keys, names)
    for find in (_renamed_files, _renamed_fingerprints, _renamed_in_lists, _missing):
        result, found = find(result, names)
        problems += found
    return result, problems


def _without_copies(
    readings: Sequence[Reading], keys: Mapping[str, bytes], names: _Names
) -> tuple[list[Reading], list[Problem]]:
    # Which of two is the original: what others name, else what has the shorter id.
    ordered = sorted(
        (one for one in readings if one.kind in _FILES),
        key=lambda one: (-names.count(one.kind, one.id), len(one.id), one.id),
    )
    first: dict[object, Reading] = {}
    copies: dict[str, Reading] = {}
    for one in ordered:
        marks: list[object] = [(one.kind, keys[one.file])]
        if isinstance(one.record, Brief | Topic) and len(one.record.updates) > 0:
            ids = tuple(update.id for update in one.record.updates)
            texts = tuple(claim.id for claim in one.record.claims) if isinstance(one.record, Brief) else ()
            marks.append((one.kind, ids, texts))
        original = next((first[mark] for mark in marks if mark in first), None)
        if original is not None and original.file != one.file:
            copies[one.file] = original
        else:
            first.update((mark, one) for mark in marks)
    problems = [
        Problem(
            COPIED,
            f"this is a copy of {original.file}",
            Span(file),
            "delete it; what is to be a new record needs ids of its own",
        )
        for file, original in copies.items()
    ]
    return [replace(one, record=None, rejected=None) if one.file in copies else one for one in readings], problems


def _renamed_files(readings: list[Reading], names: _Names) -> tuple[list[Reading], list[Problem]]:
    old: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    for kind in _FILES:
        here = {one.id: one for one in readings if one.kind == kind}
        unnamed = [
            one
            for one in here.values()
            if not names.count(kind, one.id) and one.record is not None and not isinstance(one.record, Stub)
        ]
        gone = [one for one in (names.claims if kind == "brief" else names.times[kind]) if one and one not in here]
        for record_id in gone:
            fitting = [one for one in unnamed if _fits(kind, record_id, one, readings, names)]
            if len(fitting) != 1 or _is_slip(record_id, here, names.count(kind, record_id)):
                continue
            one = fitting[0]
            unnamed.remove(one)
            old[kind, one.id] = record_id
            old.update({(other, one.id): record_id for other in ("fingerprint", "verification") if kind == "source"})
            name = f"{record_id}{PurePosixPath(one.file).suffix}"
            message = f'what the dossier names "{record_id}" is now called "{one.id}", and ids are permanent'
            problems.append(Problem(RENAMED, message, Span(one.file), f'rename it "{name}"'))
    taken = {(one.kind, one.id) for one in readings}
    return [
        replace(one, id=old[one.kind, one.id])
        if (one.kind, one.id) in old and (one.kind, old[one.kind, one.id]) not in taken
        else one
        for one in readings
    ], problems


def _fits(kind: RecordKind, record_id: str, one: Reading, readings: Sequence[Reading], names: _Names) -> bool:
    """Return whether a record that nobody names may be the one that others name by an id that is gone."""
    if kind == "brief" and isinstance(one.record, Brief):
        return names.claims[record_id].keys() <= {claim.id for claim in one.record.claims}
    if kind == "source":
        prints = {print_.id: print_.record for print_ in readings if print_.kind == "fingerprint"}
        own = prints.get(one.id)
        told = own.source if isinstance(own, Fingerprint) else ""
        return record_id in prints if one.id not in prints else told == record_id
    return True


def _renamed_fingerprints(readings: list[Reading], _: _Names) -> tuple[list[Reading], list[Problem]]:
    taken = {(one.kind, one.id) for one in readings}
    result, problems = [], []
    for one in readings:
        source = one.record.source if isinstance(one.record, Fingerprint | Verification) else one.id
        # One whose record was renamed too has been told of.
        if (
            source in (one.id, PurePosixPath(one.file).stem)
            or (one.kind, source) in taken
            or ("source", source) not in taken
        ):
            result.append(one)
            continue
        message = f'it says that it is of the source "{source}", but its name says "{one.id}"'
        problems.append(Problem(RENAMED, message, Span(one.file), f'rename it "{source}.txt"'))
        result.append(replace(one, id=source))
    return result, problems


def _renamed_in_lists(readings: list[Reading], names: _Names) -> tuple[list[Reading], list[Problem]]:
    result, problems = [], []
    for one in readings:
        key = _LISTS.get(one.kind)
        if key is None or not isinstance(one.record, Parties | People | Origins):
            result.append(one)
            continue
        records = list(getattr(one.record, key))
        here = {record.id for record in records}
        gone = [each for each in names.times[one.kind] if each not in here]
        unnamed = [
            index
            for index, record in enumerate(records)
            if not names.count(one.kind, record.id) and not isinstance(record, Stub)
        ]
        for record_id, index in _pairs(gone, unnamed, [record.id for record in records], names.times[one.kind]):
            message = f'what the dossier names "{record_id}" is now called "{records[index].id}", and ids are permanent'
            place = Place(one.file, (key, index, "id"))
            problems.append(Problem(RENAMED, message, place, f'write "{record_id}"'))
            records[index] = records[index].model_copy(update={"id": record_id})
        result.append(replace(one, record=one.record.model_copy(update={key: tuple(records)})))
    return result, problems


def _pairs(
    gone: Sequence[str], unnamed: Sequence[int], ids: Sequence[str], times: Counter[str]
) -> Iterator[tuple[str, int]]:
    """Yield each id that is gone with the index of the one record that it can have been."""
    for record_id in gone:
        near = [index for index in unnamed if suggest(record_id, [ids[index]])]
        fitting = near if len(near) == 1 else unnamed if len(gone) == 1 else []
        if len(fitting) == 1 and not _is_slip(record_id, ids, times[record_id]):
            yield record_id, fitting[0]


def _missing(readings: list[Reading], names: _Names) -> tuple[list[Reading], list[Problem]]:
    """Find files that are gone, and say of each that it could not be read: so what follows from it is not told."""
    here = {(one.kind, one.id) for one in readings}
    gone = [
        (Reading(kind, "", f"briefings/{key}.yaml", None), f"the list of {key}", sum(names.times[kind].values()))
        for kind, key in _LISTS.items()
        if (kind, "") not in here and names.times[kind]
    ]
    gone += [
        (
            Reading("source", one.id, f"sources/{one.id}.md", None),
            f'the source "{one.id}"',
            names.count("source", one.id),
        )
        for one in readings
        if one.kind == "fingerprint" and ("source", one.id) not in here and names.count("source", one.id)
    ]
    briefs = [one.id for one in readings if one.kind == "brief"]
    gone += [
        (Reading("brief", brief_id, "briefings", None), f'the brief "{brief_id}"', names.count("brief", brief_id))
        for brief_id, claims in names.claims.items()
        if brief_id and brief_id not in briefs and len(claims) > 1 and not suggest(brief_id, briefs)
    ]
    problems = [
        Problem(
            RECORD_MISSING,
            f"{what} is not there, and the dossier names what is in it {english.count(times, 'time')}",
            Span(one.file),
            "put it back as it was; what was wrong in it is marked so, not deleted",
        )
        for one, what, times in gone
    ]
    return [*readings, *(one for one, _, _ in gone)], problems


def _is_slip(named: str, known: Iterable[str], times: int) -> bool:
    """Return whether an id is rather misspelt where it is named: it is named once, and is like one that there is."""
    return times == 1 and suggest(named, known) is not None
