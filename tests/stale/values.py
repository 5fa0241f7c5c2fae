"""Makes new values for the fields of the model's records, from the model alone: a new field is changed like the others.

Where a value goes is left to `edits`.
"""

import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from dossier.model import Record

GONE = None
"""Stands for a key that is taken out."""

_WORDS = ("lantern", "tide", "gravel", "winter", "harvest", "rope", "window", "bell", "meadow", "kettle", "plank")
# Of every sort of text that the model asks for one that fits. Each field takes what its own type lets pass.
_SAMPLES = (
    "Lantern and tide",
    "lantern-tide",
    "2032-03",
    "2032-03-04",
    "2033",
    "2032-04-06T10:00:00+02:00",
    "https://lantern.example/tide/",
    "https://lantern.example/tide/{path}",
    "lantern.example",
    "de",
    "nb",
    "3",
    "2",
    "2030",
    "0123456789abcdef" * 4,
    "true",
    "false",
)


class NoNewValueError(AssertionError):
    """No other value is known for a field: `_SAMPLES` lacks a text of its sort."""


def record_type(annotation: Any) -> type[Record] | None:
    """Return the model of the records that a field holds, alone or in a list, or None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_type(part))), None)


def new_value(model: type[Record], key: str, old: Any, others: Sequence[Any], dice: random.Random) -> Any:
    """Return another value for a field, as YAML has it, or `GONE`.

    `old` is its value now, None where it is not given; `others` are values that it has in other records. Raises
    `NoNewValueError` where none is known.
    """
    info, adapter = model.model_fields[key], _adapter(model, key)
    before = info.get_default(call_default_factory=True) if old is None else _read(adapter, old)
    found = list(_candidates(info.annotation, old, others, dice))
    if old is not None and not info.is_required():
        found.append(GONE)
    dice.shuffle(found)
    for candidate in (*found, *dice.sample(_SAMPLES, len(_SAMPLES))):
        if candidate is GONE:
            return GONE
        try:
            value = _read(adapter, candidate)
        except ValidationError:
            continue
        if value != before:
            return candidate
    raise NoNewValueError(f"{model.__name__}.{key}: {old!r}")


def _candidates(annotation: Any, old: Any, others: Sequence[Any], dice: random.Random) -> Iterator[Any]:
    yield from dice.sample(others, min(len(others), 4))
    if isinstance(old, list) or _is_list(annotation):
        yield from _lists(old or [], others, record_type(annotation) is None, dice)
    elif record_type(annotation) is None:
        if isinstance(old, str):
            yield from texts(old, dice)
        yield from _choices(annotation)


def _lists(old: list[Any], others: Sequence[Any], plain: bool, dice: random.Random) -> Iterator[list[Any]]:
    for number in range(len(old)):
        yield [*old[:number], *old[number + 1 :]]
    if len(old) > 1:
        yield old[::-1]
    if plain:
        members = [member for other in others for member in other if member not in old]
        for member in dice.sample(members, min(len(members), 3)) or dice.sample(_SAMPLES, len(_SAMPLES)):
            yield [*old, member]
        for number in range(len(old)):
            yield from ([*old[:number], text, *old[number + 1 :]] for text in texts(old[number], dice))


def texts(old: str, dice: random.Random) -> Iterator[str]:
    """Yield texts that differ a little from another one."""
    words, word = old.split(" "), dice.choice(_WORDS)
    yield f"{old} {word}"
    if len(words) > 1:
        yield " ".join(words[:-1])
        yield " ".join(words[1:])
        place = dice.randrange(len(words))
        yield " ".join([*words[:place], word, *words[place + 1 :]])
    if old.isdigit():
        yield str(int(old) + 1)
        yield str(max(int(old) - 1, 0))


def _choices(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _choices(part)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) in (tuple, list) or any(_is_list(part) for part in get_args(annotation))


@lru_cache
def _adapter(model: type[Record], key: str) -> TypeAdapter[Any]:
    info = model.model_fields[key]
    return TypeAdapter(Annotated[info.annotation, info])  # type: ignore[arg-type]


def _read(adapter: TypeAdapter[Any], value: Any) -> Any:
    return adapter.validate_python(tuple(value) if isinstance(value, list) else value)
