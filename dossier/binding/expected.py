"""What the model expects at a path of a tree, and the words for the records on that path.

Judging the value that stands there is left to pydantic.
"""

import types
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from dossier.model import (
    BottomLine,
    Brief,
    Change,
    Claim,
    Confidence,
    Drift,
    Evidence,
    InShort,
    LeftOut,
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
    Refreshed,
    Reliability,
    Review,
    Reviews,
    Scope,
    Sentence,
    Source,
    Topic,
    Update,
)
from dossier.model.words import Record
from dossier.problem.place import KeyPath
from dossier.yamlfile import Tree

_NOUNS: dict[type[Record], str] = {
    BottomLine: "a bottom line",
    Brief: "a brief",
    Change: "a change",
    Claim: "a claim",
    Confidence: "a confidence",
    Drift: "a drift",
    Evidence: "evidence",
    InShort: "an in_short",
    LeftOut: "a left_out",
    MergedOrigin: "a merged origin",
    MergedSource: "a merged source",
    MergedTopic: "a merged topic",
    MovedClaim: "a moved claim",
    Origin: "an origin",
    Origins: "this file",
    Overview: "this file",
    Parties: "this file",
    Party: "a party",
    People: "this file",
    Person: "a person",
    Refreshed: "a comparison",
    Reliability: "a reliability",
    Review: "a review",
    Reviews: "this file",
    Scope: "a scope",
    Sentence: "a sentence",
    Source: "a source record",
    Topic: "a topic",
    Update: "an update",
}


class Expected(NamedTuple):
    """What the model expects at a path.

    `owner` is the record that has the key, `key` the key (empty for the record itself), `field` its declaration. `type`
    is the declared type without `None` and without the tuple around it; `is_list` says whether there is such a tuple.
    """

    owner: type[Record]
    key: str
    field: FieldInfo | None
    type: Any
    is_list: bool


def expected_at(model: type[Record], path: KeyPath) -> Expected:
    """Return what the model expects at a path. Keys it does not know have no field, and None as their type."""
    return _expected(model, _shape(path))


def _shape(path: KeyPath) -> KeyPath:
    """Return a path with 0 for each number: elements of a list are of one type."""
    return tuple(0 if isinstance(step, int) else step for step in path)


@lru_cache(maxsize=4096)
def _expected(model: type[Record], path: KeyPath) -> Expected:
    owner: type[Record] = model
    key = ""
    field: FieldInfo | None = None
    here: Any = model
    for step in path:
        here = _bare(here, step)
        if get_origin(here) is tuple:
            here = get_args(here)[0]
        elif isinstance(here, type) and issubclass(here, Record):
            owner, key = here, str(step)
            field = here.model_fields.get(key)
            here = field.annotation if field else None
    here = _bare(here)
    is_list = get_origin(here) is tuple
    return Expected(owner, key, field, _bare(get_args(here)[0]) if is_list else here, is_list)


def allowed_words(annotation: Any) -> tuple[str, ...]:
    """Return the words that a type allows if it is a choice of words, else none."""
    return tuple(get_args(annotation)) if get_origin(annotation) is Literal else ()


def is_record(annotation: Any) -> bool:
    """Return whether a type is a record."""
    return isinstance(annotation, type) and issubclass(annotation, Record)


def with_article(model: type[Record]) -> str:
    """Return the word for a record of this model, with its article if it has one: `a claim`, `evidence`."""
    return _NOUNS[model]


def noun(model: type[Record]) -> str:
    """Return the word for a record of this model, without an article."""
    return _NOUNS[model].removeprefix("a ").removeprefix("an ").removeprefix("this ")


def element_noun(model: type[Record]) -> str:
    """Return the word for one element of a list of these records: `claim`, `piece of evidence`."""
    return "piece of evidence" if model is Evidence else noun(model)


def describe(model: type[Record], tree: Tree, path: KeyPath) -> str:
    """Return words for the innermost record on a path: `claim "harbour-route"`, `evidence 2 of claim "harbour-route"`."""
    names: list[str] = []
    node: Any = tree
    for step, (record, is_list) in zip(path, _records_on(model, _shape(path)), strict=True):
        if is_list:
            node = node[step] if isinstance(node, list) and isinstance(step, int) and step < len(node) else None
        else:
            node = node.get(str(step)) if isinstance(node, dict) else None
        if record is not None:
            names.append(_name(record, node, int(step)) if is_list else f"the {noun(record)}")
    if not names:
        return f"the {noun(model)}"
    words = names.pop()
    # An id is enough to find a record by; a number needs the record that holds it.
    while names and not words.endswith('"'):
        words += f" of {names.pop()}"
    return words


@lru_cache(maxsize=4096)
def _records_on(model: type[Record], path: KeyPath) -> tuple[tuple[type[Record] | None, bool], ...]:
    """Return for each step of a path the kind of record that it leads to, if any, and whether it is one of a list."""
    found: list[tuple[type[Record] | None, bool]] = []
    here: Any = model
    for step in path:
        here = _bare(here)
        is_list = get_origin(here) is tuple
        if is_list:
            here = _bare(get_args(here)[0])
        elif is_record(here):
            field = here.model_fields.get(str(step))
            here = _bare(field.annotation) if field else None
        found.append((here if is_record(here) else None, is_list))
    return tuple(found)


def _name(model: type[Record], node: Tree | None, index: int) -> str:
    known = node.get("id") if isinstance(node, dict) else None
    return f'{noun(model)} "{known}"' if isinstance(known, str) and known else f"{noun(model)} {index + 1}"


def _bare(annotation: Any, key: str | int = "") -> Any:
    """Return a type without `None` and what is said about it; of several records the first, or that which has the key."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            choices = [choice for choice in get_args(annotation) if choice is not type(None)]
            having = [choice for choice in choices if is_record(choice) and key in choice.model_fields]
            annotation = (having or choices)[0]
        else:
            return annotation
