"""Turns the tree of one file into a frozen record, or into the list of its problems.

The words of the problems are left to `messages`; they are made only when something is wrong.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal, NamedTuple, TypeVar

from pydantic import ValidationError

from dossier.binding.messages import problems_of
from dossier.binding.structure import UNKNOWN_KEY
from dossier.model import Brief, MergedSource, MergedTopic, Source, Topic, is_stub
from dossier.model.ids import is_id
from dossier.model.words import Record
from dossier.problem import Place, Problem
from dossier.problem.place import KeyPath
from dossier.yamlfile import BODY, Tree

IdKind = Literal["party", "person", "topic", "source", "origin"]
_Record = TypeVar("_Record", bound=Record)
EmptyKeys = Callable[[], Container[KeyPath]]
_NAMES: dict[str, IdKind] = {"party": "party", "said_by": "person", "topics": "topic", "about": "person"}
_CITES: dict[str, IdKind] = {"source": "source", "origin": "origin"}
"""What kind of id stands behind a key of a claim, and of its evidence."""
_LISTS: dict[type[Record], tuple[str, ...]] = {Brief: ("claims", "updates"), Topic: ("updates",)}


class NamedId(NamedTuple):
    """An id of some kind that a claim names, and the path that leads to it from the claim."""

    kind: IdKind
    id: str
    path: KeyPath


@dataclass(frozen=True, slots=True)
class RejectedRecord:
    """A claim or update that does not fit the model: the key of its list, its index there, and its id if it has one.

    `named` are the ids that a claim names, as far as they can be read.
    """

    key: str
    index: int
    id: str
    named: tuple[NamedId, ...] = field(default=(), compare=False)


def topic_model(tree: Tree) -> type[Topic | MergedTopic]:
    """Return the model of a topic's file: of what stays of the topic, where it says that it was merged into another."""
    return MergedTopic if is_stub(tree) else Topic


def bind(
    model: type[_Record], tree: Tree, file: str, empty_keys: EmptyKeys = frozenset
) -> tuple[_Record | None, list[Problem]]:
    """Return the record that a tree holds, or None and every problem, each at its place in `file`.

    `empty_keys` is asked for the paths of keys with nothing behind them, once something is wrong.
    """
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        return None, problems_of(error, model, tree, file, empty_keys())


def bind_partially(
    model: type[_Record], tree: Tree, file: str, empty_keys: EmptyKeys = frozenset
) -> tuple[_Record | None, list[Problem], tuple[RejectedRecord, ...] | None]:
    """Return what `bind` returns, but keep the sound claims and updates of a brief or topic that has problems.

    Such a record serves only to find more problems: keys with unusable values are missing or hold placeholders. The
    third value is what was rejected; it is None where the record is whole or could not be kept at all. `empty_keys` is
    as for `bind`.
    """
    try:
        return model.model_validate(tree), [], None
    except ValidationError as error:
        problems = problems_of(error, model, tree, file, empty_keys())
        rest, rejected = _without_rejected(model, tree, error, file)
    try:
        return model.model_validate(rest), problems, rejected
    except ValidationError:
        return None, problems, None


def _without_rejected(
    model: type[Record], tree: Tree, error: ValidationError, file: str
) -> tuple[dict[str, Tree] | None, tuple[RejectedRecord, ...]]:
    lists = _LISTS.get(model)
    if lists is None or not isinstance(tree, dict):
        return None, ()
    rest = dict(tree)
    rejected: set[tuple[str, int]] = set()
    for detail in error.errors(include_url=False):
        key, *below = detail["loc"]
        if key in lists and below:
            rejected.add((str(key), int(below[0])))
        elif key in lists:
            return None, ()
        else:
            rest.pop(str(key), None)
            if model is Brief and key in Brief.model_fields:
                # No rule objects to a date that is the year of the folder.
                rest[str(key)] = PurePosixPath(file).parent.name if key == "date" else "…"
    for key in lists:
        records = tree.get(key)
        if isinstance(records, list):
            rest[key] = [record for index, record in enumerate(records) if (key, index) not in rejected]
    return rest, tuple(_rejected(tree[key], key, index) for key, index in sorted(rejected))


def _rejected(records: Tree, key: str, index: int) -> RejectedRecord:
    record = records[index] if isinstance(records, list) else None
    if not isinstance(record, dict):
        return RejectedRecord(key, index, "")
    known = record.get("id")
    record_id = known.strip() if isinstance(known, str) and is_id(known.strip()) else ""
    return RejectedRecord(key, index, record_id, tuple(_named(record)) if key == "claims" else ())


def _named(claim: Mapping[str, Tree]) -> Iterator[NamedId]:
    """Yield the ids that a claim names and that can be read, whatever else is wrong with it."""
    for key, kind in _NAMES.items():
        value = claim.get(key)
        for path, text in [((key,), value)] if isinstance(value, str) else _members(key, value):
            if isinstance(text, str) and is_id(text.strip()):
                yield NamedId(kind, text.strip(), path)
    for path, evidence in _members("evidence", claim.get("evidence")):
        if isinstance(evidence, dict):
            for key, kind in _CITES.items():
                cited = evidence.get(key)
                if isinstance(cited, str) and is_id(cited.strip()):
                    yield NamedId(kind, cited.strip(), (*path, key))


def _members(key: str, value: Tree | None) -> list[tuple[KeyPath, Tree]]:
    return [((key, number), each) for number, each in enumerate(value)] if isinstance(value, list) else []


def bind_source(
    tree: Tree, body: str, file: str, empty_keys: EmptyKeys = frozenset
) -> tuple[Source | MergedSource | None, list[Problem]]:
    """Return the source record, or what stays of one, in a file `sources/<source-id>.md`: its front matter, and its body as the abstract.

    A key `abstract` in the front matter is a problem. `empty_keys` is as for `bind`.
    """
    if not isinstance(tree, dict):
        return _bind_source(tree, file, empty_keys)
    whole = {key: value for key, value in tree.items() if key != BODY}
    if body:
        whole[BODY] = body
    record, problems = _bind_source(whole, file, empty_keys)
    if BODY not in tree:
        return record, problems
    hint = "the abstract stands below the front matter, without a key"
    place = Place(file, (BODY,), "key")
    return None, [*problems, Problem(UNKNOWN_KEY, f'"{BODY}" is not a key of the front matter', place, hint)]


def _bind_source(tree: Tree, file: str, empty_keys: EmptyKeys) -> tuple[Source | MergedSource | None, list[Problem]]:
    if is_stub(tree):
        return bind(MergedSource, tree, file, empty_keys)
    return bind(Source, tree, file, empty_keys)
