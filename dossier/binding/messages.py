"""Turns pydantic's errors into problems that speak of the contributor's keys and values.

The words for each kind of error are left to `structure` and `values`. A kind that none of them knows is a bug of ours
and raises `KeyError`.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.binding import structure, values
from dossier.binding.expected import expected_at, is_record
from dossier.binding.mismatch import Explanation, Mismatch
from dossier.model.keys import known_keys
from dossier.model.words import Record
from dossier.problem import Place, Problem
from dossier.problem.place import KeyPath
from dossier.yamlfile import BODY, Tree

_EXPLAIN: dict[str, Callable[[Mismatch], Explanation]] = {
    "missing": structure.missing_key,
    "string_type": structure.not_a_text,
    "int_type": structure.not_a_text,
    "datetime_type": structure.not_a_text,
    "tuple_type": structure.not_a_list,
    "model_type": structure.no_keys,
    "too_short": structure.list_short,
    "too_long": structure.list_long,
    "stub_keys": structure.stub_keys,
    "string_too_short": values.too_short,
    "string_too_long": values.too_long,
    "string_pattern_mismatch": values.wrong_form,
    "literal_error": values.wrong_word,
    "date_form": values.date_form,
    "day_form": values.day_form,
    "date_unreal": values.date_unreal,
    "moment_form": values.moment_form,
    "moment_unreal": values.moment_unreal,
    "moment_early": values.moment_early,
    "url_form": values.address_form,
    "language_form": values.language_form,
    "number_form": values.number_form,
    "flag_form": values.flag_form,
    "paragraphs_form": values.paragraphs_form,
    "paragraphs_turned": values.paragraphs_turned,
    "paragraphs_many": structure.paragraphs_many,
    "greater_than_equal": values.number_small,
}


def problems_of(
    error: ValidationError, model: type[Record], tree: Tree, file: str, empty_keys: Container[KeyPath] = frozenset()
) -> list[Problem]:
    """Return the problems of a tree in pydantic's order, each at its place.

    One mistake is one problem: a mistyped key is not reported as missing as well, and a record in the wrong list is
    reported once, not key by key. `empty_keys` are the paths of keys with nothing behind them: a tree lacks them.
    """
    details = [detail for detail in error.errors(include_url=False) if not _is_consequence(detail)]
    misplaced = dict(_misplaced(details, model))
    unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
    mistyped = {_guessed_key(detail, model, tree) for detail in unknown}
    swapped = {one["loc"]: other for one, other in _swapped(unknown, details, mistyped)}
    mistyped |= {("missing", path) for path in swapped.values()}
    found = [structure.wrong_list(misplaced[path], path, model, tree, file) for path in misplaced]
    return found + [
        _problem(detail, model, tree, file, empty_keys, str(swapped.get(detail["loc"], ("",))[-1]))
        for detail in details
        if (detail["type"], detail["loc"]) not in mistyped and detail["loc"][:2] not in misplaced
    ]


def _misplaced(details: list[ErrorDetails], model: type[Record]) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path of each record that is in the wrong list, and the key of the list that it belongs in."""
    unknown_keys: dict[KeyPath, list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 3:
            unknown_keys.setdefault(detail["loc"][:2], []).append(str(detail["loc"][2]))
    for path, keys in unknown_keys.items():
        for name in model.model_fields:
            record = expected_at(model, (name,)).type
            if name != path[0] and len(keys) > 1 and is_record(record) and record.model_fields.keys() >= set(keys):
                yield path, name


def _problem(
    detail: ErrorDetails, model: type[Record], tree: Tree, file: str, empty_keys: Container[KeyPath], missing: str
) -> Problem:
    mismatch = Mismatch(detail, model, tree, empty_keys)
    if mismatch.error_type == "extra_forbidden":
        explanation = structure.unknown_key(mismatch, _parent(tree, mismatch.path), missing)
    elif mismatch.error_type == "literal_error" and not isinstance(mismatch.value, str):
        explanation = structure.not_a_text(mismatch)
    else:
        explanation = _EXPLAIN[mismatch.error_type](mismatch)
    place = Place(file, mismatch.path, "key" if explanation.on_key else "value", explanation.part)
    return Problem(explanation.code, explanation.message, place, explanation.hint)


def _is_consequence(detail: ErrorDetails) -> bool:
    # pydantic counts only the sound elements of a list; the others have problems of their own.
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _swapped(
    unknown: list[ErrorDetails], details: list[ErrorDetails], mistyped: set[tuple[str, KeyPath] | None]
) -> Iterator[tuple[ErrorDetails, KeyPath]]:
    """Yield each key that is the only unknown one of a record, with the only one that the record lacks."""
    lacking: dict[KeyPath, list[KeyPath]] = {}
    for detail in details:
        if detail["type"] == "missing" and ("missing", detail["loc"]) not in mistyped:
            lacking.setdefault(detail["loc"][:-1], []).append(detail["loc"])
    guessed = {path for one in mistyped if one for path in [one[1]]}
    held = Counter(detail["loc"][:-1] for detail in unknown)
    for detail in unknown:
        missing = lacking.get(detail["loc"][:-1], [])
        is_new = str(detail["loc"][-1]) not in known_keys()
        if any(path[:-1] == detail["loc"][:-1] for path in guessed):
            continue
        if is_new and held[detail["loc"][:-1]] == 1 and len(missing) == 1 and missing[0][-1] != BODY:
            yield detail, missing[0]


def _guessed_key(detail: ErrorDetails, model: type[Record], tree: Tree) -> tuple[str, KeyPath] | None:
    path = detail["loc"]
    guess = structure.guess_key(str(path[-1]), Mismatch(detail, model, tree).owner, _parent(tree, path))
    return ("missing", (*path[:-1], guess)) if guess else None


def _parent(tree: Tree, path: KeyPath) -> Any:
    node: Any = tree
    for step in path[:-1]:
        node = node[step]
    return node
