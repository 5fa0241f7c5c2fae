"""Each fault that pydantic finds, as a problem on the contributor's own keys and values.

Never shows a word of pydantic's. A kind of fault that is not known here is a bug of ours and raises.
"""

from collections.abc import Callable, Container, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.binding import structure, values
from dossier.binding.expected import is_record, wanted
from dossier.binding.mismatch import Misfit, Said
from dossier.model.words import Record
from dossier.problem import Place, Problem
from dossier.problem.place import KeyPath
from dossier.yamlfile import Tree

_WORDING: dict[str, Callable[[Misfit], Said]] = {
    "missing": structure.missing_key,
    "string_type": structure.not_a_text,
    "int_type": structure.not_a_text,
    "datetime_type": structure.not_a_text,
    "tuple_type": structure.not_a_list,
    "model_type": structure.no_keys,
    "too_short": structure.list_short,
    "too_long": structure.list_long,
    "string_too_short": values.too_short,
    "string_too_long": values.too_long,
    "string_pattern_mismatch": values.wrong_form,
    "literal_error": values.wrong_word,
    "date_form": values.date_form,
    "date_unreal": values.date_unreal,
    "moment_form": values.moment_form,
    "moment_unreal": values.moment_unreal,
    "number_form": values.number_form,
    "greater_than_equal": values.number_small,
}


def problems_of(
    error: ValidationError, model: type[Record], tree: Tree, file: str, empty: Container[KeyPath] = frozenset()
) -> list[Problem]:
    """Return a problem for each fault in a tree, in pydantic's order, each at its place.

    A key that is missing is not named where it is there under a name that was mistyped, and of a record in the list of
    another kind no single key is. `empty` are the paths of keys with nothing behind them, which a tree does not hold.
    """
    details = [detail for detail in error.errors(include_url=False) if not _follows(detail)]
    astray = dict(_astray(details, model))
    mistyped = {_meant(detail, model, tree) for detail in details if detail["type"] == "extra_forbidden"}
    found = [structure.in_wrong_list(astray[path], path, model, tree, file) for path in astray]
    return found + [
        _problem(detail, model, tree, file, empty)
        for detail in details
        if (detail["type"], detail["loc"]) not in mistyped and detail["loc"][:2] not in astray
    ]


def _astray(details: list[ErrorDetails], model: type[Record]) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path of each record that stands in the list of another kind, and the key of the list where it belongs."""
    strange: dict[KeyPath, list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 3:
            strange.setdefault(detail["loc"][:2], []).append(str(detail["loc"][2]))
    for path, keys in strange.items():
        for name in model.model_fields:
            kind = wanted(model, (name,)).kind
            if name != path[0] and len(keys) > 1 and is_record(kind) and kind.model_fields.keys() >= set(keys):
                yield path, name


def _problem(detail: ErrorDetails, model: type[Record], tree: Tree, file: str, empty: Container[KeyPath]) -> Problem:
    misfit = Misfit(detail, model, tree, empty)
    if misfit.type == "extra_forbidden":
        said = structure.unknown_key(misfit, _holder(tree, misfit.path))
    elif misfit.type == "literal_error" and not isinstance(misfit.value, str):
        said = structure.not_a_text(misfit)
    else:
        said = _WORDING[misfit.type](misfit)
    place = Place(file, misfit.path, "key" if said.on_key else "value", said.part)
    return Problem(said.code, said.message, place, said.hint)


def _follows(detail: ErrorDetails) -> bool:
    # pydantic counts only the sound elements of a list; those that are not have problems of their own.
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _meant(detail: ErrorDetails, model: type[Record], tree: Tree) -> tuple[str, KeyPath] | None:
    path = detail["loc"]
    meant = structure.meant_key(str(path[-1]), Misfit(detail, model, tree).owner, _holder(tree, path))
    return ("missing", (*path[:-1], meant)) if meant else None


def _holder(tree: Tree, path: KeyPath) -> Any:
    node: Any = tree
    for step in path[:-1]:
        node = node[step]
    return node
