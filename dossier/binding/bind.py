"""One call a file: a tree of strings in, a frozen record or the list of its problems out.

Never spends time on wording while nothing is wrong.
"""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from dossier.binding.messages import problems_of
from dossier.model import Brief, Origins, Parties, People, Source, Topic
from dossier.model.words import ID_PATTERN, Record
from dossier.problem import Place, Problem
from dossier.problem.place import KeyPath
from dossier.yamlfile import BODY, Tree

_Record = TypeVar("_Record", bound=Record)
Empty = Callable[[], Container[KeyPath]]
_PARTED: dict[type[Record], tuple[str, ...]] = {Brief: ("claims", "updates"), Topic: ("updates",)}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A record that did not fit, by the list it stands in and its place there. `id` is empty where none can be read."""

    key: str
    index: int
    id: str


def shape(
    model: type[_Record], tree: Tree, file: str, empty: Empty = frozenset
) -> tuple[_Record | None, list[Problem]]:
    """Return the record that a tree holds, or None and every misfit, each at its place in `file`."""
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        return None, problems_of(error, model, tree, file, empty())


def shape_in_part(
    model: type[_Record], tree: Tree, file: str, empty: Empty = frozenset
) -> tuple[_Record | None, list[Problem], tuple[Dropped, ...] | None]:
    """Return what `shape` does; of a brief or topic with misfits, what is left without the claims and updates they are in.

    What is left is fit for finding more faults, and for nothing else: keys that were unusable are missing or have stand-ins.
    Last comes what was dropped, None where the record is whole or is none. `empty` is asked for the paths of keys with nothing
    behind them, once there are misfits.
    """
    try:
        return model.model_validate(tree), [], None
    except ValidationError as error:
        problems = problems_of(error, model, tree, file, empty())
        left, dropped = _left(model, tree, error, file)
    try:
        return model.model_validate(left), problems, dropped
    except ValidationError:
        return None, problems, None


def _left(
    model: type[Record], tree: Tree, error: ValidationError, file: str
) -> tuple[dict[str, Tree] | None, tuple[Dropped, ...]]:
    parted = _PARTED.get(model)
    if parted is None or not isinstance(tree, dict):
        return None, ()
    left = dict(tree)
    misfits: set[tuple[str, int]] = set()
    for detail in error.errors(include_url=False):
        key, *below = detail["loc"]
        if key in parted and below:
            misfits.add((str(key), int(below[0])))
        elif key in parted:
            return None, ()
        else:
            left.pop(str(key), None)
            if model is Brief and key in Brief.model_fields:
                # The year of the folder is the one date that no rule has anything to say against.
                left[str(key)] = PurePosixPath(file).parent.name if key == "date" else "…"
    for key in parted:
        records = tree.get(key)
        if isinstance(records, list):
            left[key] = [record for index, record in enumerate(records) if (key, index) not in misfits]
    return left, tuple(Dropped(key, index, _id(tree[key], index)) for key, index in sorted(misfits))


def _id(records: Tree, index: int) -> str:
    record = records[index] if isinstance(records, list) else None
    known = record.get("id") if isinstance(record, dict) else None
    return known.strip() if isinstance(known, str) and re.fullmatch(ID_PATTERN, known.strip()) else ""


def shape_brief(tree: Tree, file: str) -> tuple[Brief | None, list[Problem]]:
    """Return the brief in a file `briefings/<year>/<brief-id>.yaml`."""
    return shape(Brief, tree, file)


def shape_topic(tree: Tree, file: str) -> tuple[Topic | None, list[Problem]]:
    """Return the topic in a file `briefings/topics/<topic-id>.yaml`."""
    return shape(Topic, tree, file)


def shape_parties(tree: Tree, file: str) -> tuple[Parties | None, list[Problem]]:
    """Return the parties in `briefings/parties.yaml`."""
    return shape(Parties, tree, file)


def shape_people(tree: Tree, file: str) -> tuple[People | None, list[Problem]]:
    """Return the people in `briefings/people.yaml`."""
    return shape(People, tree, file)


def shape_origins(tree: Tree, file: str) -> tuple[Origins | None, list[Problem]]:
    """Return the origins in `briefings/origins.yaml`."""
    return shape(Origins, tree, file)


def shape_source(tree: Tree, body: str, file: str, empty: Empty = frozenset) -> tuple[Source | None, list[Problem]]:
    """Return the source record in a file `sources/<source-id>.md`: its front matter, and its body as the abstract.

    A key `abstract` in the front matter is refused: there is one place for it.
    """
    if not isinstance(tree, dict):
        return shape(Source, tree, file)
    whole = {key: value for key, value in tree.items() if key != BODY}
    if body:
        whole[BODY] = body
    record, problems = shape(Source, whole, file, empty)
    if BODY not in tree:
        return record, problems
    hint = "the abstract stands below the front matter, without a key"
    place = Place(file, (BODY,), "key")
    return None, [*problems, Problem("unknown-key", f'"{BODY}" is not a key of the front matter', place, hint)]
