"""What the keys of all records allow, whichever record it is: for files that cannot be read as a whole.

Judging a record is left to pydantic, and hints to the rooms that give them.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from dossier.model.words import Record


@cache
def record_types(base: type[Record] = Record) -> tuple[type[Record], ...]:
    """Return every kind of record that the format knows."""
    return tuple(kind for one in base.__subclasses__() for kind in (one, *record_types(one)))


@cache
def known_keys() -> frozenset[str]:
    """Return every key that the format knows, of any record."""
    return frozenset(key for record in record_types() for key in record.model_fields)


def is_allowed(key: str, value: str) -> bool:
    """Return whether a record has a key of this name that allows the value, for all of it or for an element.

    A key that the format does not know allows any.
    """
    adapters = _adapters(key)
    return not adapters or any(_fits(adapter, value) for adapter in adapters)


@cache
def takes_list(key: str) -> bool:
    """Return whether some record has a key of this name for a list."""
    return any(get_origin(inner) is tuple for inner, *_ in _annotations(key))


@cache
def may_be_left_out(key: str) -> bool:
    """Return whether no record needs a key of this name."""
    fields = [record.model_fields[key] for record in record_types() if key in record.model_fields]
    return not any(field.is_required() for field in fields)


def _fits(adapter: TypeAdapter[Any], value: str) -> bool:
    try:
        adapter.validate_python(value.strip())
    except ValidationError:
        return False
    return True


@cache
def _adapters(key: str) -> tuple[TypeAdapter[Any], ...]:
    return tuple(
        TypeAdapter(get_args(inner)[0] if get_origin(inner) is tuple else Annotated[inner, *metadata])
        for inner, *metadata in _annotations(key)
    )


def _annotations(key: str) -> Iterator[tuple[Any, ...]]:
    """Yield the type of each key of this name, and what is said about it."""
    for record in record_types():
        if field := record.model_fields.get(key):
            yield field.annotation, *field.metadata, None
