"""Stamps: digests of values, so that two values can be told apart without comparing them field by field.

What is made of a value, and when it is made again, is left to `pipeline`.
"""

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from typing import Any

from dossier.model import Record

SIZE = 16
"""Bytes in a stamp."""

_Plain = Callable[[Any], object]


class Stamped:
    """Base of linked records that many pages show: the stamp of one is worked out once.

    A subclass is a dataclass that nobody changes. Its stamp covers every field but those marked with `unstamped`.
    """

    __slots__ = ("_stamp",)
    _stamp: bytes

    @property
    def stamp(self) -> bytes:
        """The digest of all that this record can show."""
        try:
            return self._stamp
        except AttributeError:
            kind = type(self)
            if kind not in _FIELDS:
                _FIELDS[kind] = _fields_of(kind)
            found = stamp(kind.__name__, *_FIELDS[kind](self))
            object.__setattr__(self, "_stamp", found)
            return found


unstamped: Mapping[str, bool] = {"unstamped": True}
"""Metadata of a dataclass field that no page shows: `field(metadata=unstamped)`."""


def stamp(*values: object) -> bytes:
    """Return the digest of values: equal values give equal stamps, and different ones different stamps.

    Takes strings, bytes, numbers, None, dates, tuples, lists, sets, mappings, model records, `Stamped` records and
    dataclasses, in any depth. The order of a mapping counts. Raises `TypeError` for anything else.
    """
    # Version 0 writes values alone; later ones also tell which objects are the same.
    content = marshal.dumps(_plain(values), 0)
    return hashlib.blake2b(content, digest_size=SIZE).digest()


_EMPTY: tuple[()] = ()
_PLAIN = frozenset((str, bytes, bool, int, float, type(None)))


def _plain(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return values as tuples of plain ones; what is not a tuple is led by the name of its type."""
    return tuple([value if type(value) in _PLAIN or value is _EMPTY else _converted(value) for value in values])


def _converted(value: Any) -> object:
    kind = type(value)
    convert = _CONVERTERS.get(kind)
    if convert is None:
        convert = _CONVERTERS[kind] = _converter(kind)
    return convert(value)


def _converter(kind: type) -> _Plain:
    name = kind.__name__
    if issubclass(kind, Stamped):
        return attrgetter("stamp")
    if issubclass(kind, Record):
        return lambda value: (name, value.model_dump_json())
    if issubclass(kind, tuple | list):
        return lambda value: (name, _plain(value))
    if issubclass(kind, set | frozenset):
        return lambda value: (name, tuple(sorted(stamp(member) for member in value)))
    if issubclass(kind, Mapping):
        return lambda value: ("mapping", _plain(value), _plain(value.values()))
    if issubclass(kind, Enum):
        return lambda value: (name, value.name)
    if hasattr(kind, "isoformat"):
        return lambda value: ("date", value.isoformat())
    if is_dataclass(kind):
        values = _fields_of(kind)
        return lambda value: (name, _plain(values(value)))
    raise TypeError(f"no stamp can be made of a {name}")


def _fields_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = [each.name for each in fields(kind) if "unstamped" not in each.metadata]
    if not names:
        return lambda _: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


_FIELDS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}
_CONVERTERS: dict[type, _Plain] = {tuple: _plain}
