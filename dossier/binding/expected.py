"""Says which record of a file a path leads into, and what the model wants there.

Never judges the value itself.
"""

import types
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from dossier.model import (
    BottomLine,
    Brief,
    Claim,
    Confidence,
    Evidence,
    LeftOut,
    Origin,
    Origins,
    Parties,
    Party,
    People,
    Person,
    Reliability,
    Scope,
    Sentence,
    Source,
    Topic,
    Update,
)
from dossier.model.words import Record
from dossier.problem.place import KeyPath
from dossier.yamlfile import Tree

_CALLED: dict[type[Record], str] = {
    BottomLine: "a bottom line",
    Brief: "a brief",
    Claim: "a claim",
    Confidence: "a confidence",
    Evidence: "evidence",
    LeftOut: "a left_out",
    Origin: "an origin",
    Origins: "this file",
    Parties: "this file",
    Party: "a party",
    People: "this file",
    Person: "a person",
    Reliability: "a reliability",
    Scope: "a scope",
    Sentence: "a sentence",
    Source: "a source record",
    Topic: "a topic",
    Update: "an update",
}


class Wanted(NamedTuple):
    """What the model wants at a path.

    `owner` is the record that has the key, `key` the key (empty for the record itself), `field` its declaration, `kind`
    what stands there once options and lists are taken off, `listed` whether a list is wanted there.
    """

    owner: type[Record]
    key: str
    field: FieldInfo | None
    kind: Any
    listed: bool


def wanted(model: type[Record], path: KeyPath) -> Wanted:
    """Return what the model wants at a path. Keys it does not know have no field and no kind."""
    owner: type[Record] = model
    key = ""
    field: FieldInfo | None = None
    here: Any = model
    for step in path:
        here = _bare(here)
        if get_origin(here) is tuple:
            here = get_args(here)[0]
        elif isinstance(here, type) and issubclass(here, Record):
            owner, key = here, str(step)
            field = here.model_fields.get(key)
            here = field.annotation if field else None
    here = _bare(here)
    listed = get_origin(here) is tuple
    return Wanted(owner, key, field, _bare(get_args(here)[0]) if listed else here, listed)


def words_of(kind: Any) -> tuple[str, ...]:
    """Return the fixed words that a kind allows, or none."""
    return tuple(get_args(kind)) if get_origin(kind) is Literal else ()


def is_record(kind: Any) -> bool:
    """Return whether a kind is a record with keys of its own."""
    return isinstance(kind, type) and issubclass(kind, Record)


def called(model: type[Record]) -> str:
    """Return what a record of this model is called, with its article where it takes one: `a claim`, `evidence`."""
    return _CALLED[model]


def noun(model: type[Record]) -> str:
    """Return what a record of this model is called, without an article."""
    return _CALLED[model].removeprefix("a ").removeprefix("an ").removeprefix("this ")


def one_of(model: type[Record]) -> str:
    """Return what one record in a list of this model is called: `claim`, `piece of evidence`."""
    return "piece of evidence" if model is Evidence else noun(model)


def subject(model: type[Record], tree: Tree, path: KeyPath) -> str:
    """Return the innermost record on a path in words: `claim "harbour-route"`, `evidence 2 of claim "harbour-route"`."""
    names: list[str] = []
    here: Any = model
    node: Any = tree
    for step in path:
        here = _bare(here)
        listed = get_origin(here) is tuple
        if listed:
            here = _bare(get_args(here)[0])
            node = node[step] if isinstance(node, list) and isinstance(step, int) and step < len(node) else None
        elif is_record(here):
            field = here.model_fields.get(str(step))
            here = _bare(field.annotation) if field else None
            node = node.get(str(step)) if isinstance(node, dict) else None
        if is_record(here):
            names.append(_name(here, node, int(step)) if listed else f"the {noun(here)}")
    if not names:
        return f"the {noun(model)}"
    words = names.pop()
    # A name in quotes is enough to find a record by; a number needs to know of what.
    while names and not words.endswith('"'):
        words += f" of {names.pop()}"
    return words


def _name(model: type[Record], node: Tree | None, index: int) -> str:
    known = node.get("id") if isinstance(node, dict) else None
    return f'{noun(model)} "{known}"' if isinstance(known, str) and known else f"{noun(model)} {index + 1}"


def _bare(annotation: Any) -> Any:
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(kind for kind in get_args(annotation) if kind is not type(None))
        else:
            return annotation
