"""What stays in the place of a record that moved to another place or was merged into another record: the old id and the new one.

What the old id then leads to is left to `library`.
"""

from difflib import get_close_matches
from typing import Any

from pydantic import WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from dossier.model.update import Update
from dossier.model.words import ClaimRef, Id, Line, Prose, Record

FORWARD_KEYS = ("moved_to", "merged_into")
"""The keys by which a stub names the new place of its record."""
_MOST_KEYS = 3


class Stub(Record):
    """Base of what stays in the place of a record. It has none of the keys of that record but those that it needs."""

    @model_validator(mode="before")
    @classmethod
    def _has_no_other_keys(cls, value: Any) -> Any:
        if isinstance(value, dict) and all(
            key in value for key, field in cls.model_fields.items() if field.is_required()
        ):
            others = [key for key in value if key not in cls.model_fields]
            if others:
                raise PydanticCustomError("stub_keys", "a record that moved keeps no other keys", {"others": others})
        return value

    @property
    def target(self) -> str:
        """The new place of the record, as it is written."""
        return str(next(getattr(self, key) for key in FORWARD_KEYS if hasattr(self, key)))


class MovedClaim(Stub):
    """What stays of a claim that moved to another brief, so that its old address leads to the new one."""

    id: Id
    """The id that it had in this brief."""
    moved_to: ClaimRef
    """The claim as it is named now."""


class MergedOrigin(Stub):
    """What stays of an origin that turned out to be the same as another one."""

    id: Id
    """The id that it had."""
    merged_into: Id
    """The origin that it is the same as."""


class MergedTopic(Stub):
    """What stays of a topic whose claims all went to another one, so that its address and its feed lead there."""

    title: Line
    """The name that the subject had."""
    merged_into: Id
    """The topic that took it in."""
    updates: tuple[Update, ...] = ()
    """Those that were published in it."""


class MergedSource(Stub):
    """What stays of the record of a source that turned out to be the same text as another one."""

    title: Line
    """The title of the text."""
    merged_into: Id
    """The source that it is the same text as."""
    abstract: Prose | None = None
    """Nothing, or a word on why."""


def or_stub(whole: type[Record], stub: type[Stub]) -> WrapValidator:
    """Return a validator of an element of a list: a whole record, unless it has a key that makes it a stub."""

    def validate(value: Any, _: Any) -> Any:
        # The validator of a union would name its members in the paths of problems.
        return (stub if is_stub(value) or isinstance(value, stub) else whole).model_validate(value)

    return WrapValidator(validate)


def is_stub(tree: Any) -> bool:
    """Return whether the tree of a record says that the record is elsewhere now, if with a key that is misspelt."""
    if not isinstance(tree, dict):
        return False
    if any(key in tree for key in FORWARD_KEYS):
        return True
    return len(tree) <= _MOST_KEYS and any(get_close_matches(str(key).lower(), FORWARD_KEYS, 1, 0.8) for key in tree)
