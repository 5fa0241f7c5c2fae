"""An update: an authored note on a change, which becomes a feed item.

Its id is minted by the command `new update`, its time is written by hand. Neither is derived from anything.
"""

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from dossier.model.words import ClaimRef, Id, Line, Prose, Record

MOMENT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$"
_FORM = re.compile(MOMENT_PATTERN)
# Programs that know no time write the year 1 or 1970; nothing was published on the web before this.
_FIRST_YEAR = 1990


def _read(at: Any) -> Any:
    if not isinstance(at, str):
        return at
    if not _FORM.fullmatch(at.strip()):
        raise PydanticCustomError("moment_form", "a time is written as 2025-04-25T14:30:00+00:00")
    try:
        moment = datetime.fromisoformat(at.strip())
        moment.astimezone(UTC)  # near year 1 or 9999 there may be no such time in UTC
    except (ValueError, OverflowError):
        raise PydanticCustomError("moment_unreal", "there is no such time") from None
    if moment.year < _FIRST_YEAR:
        raise PydanticCustomError("moment_early", "there was no web then")
    return moment


def _has_offset(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise PydanticCustomError("moment_offset", "a time needs its offset, as in 2025-04-25T14:30:00+00:00")
    return at


# pydantic alone would read a number as seconds since 1970, and a date as midnight.
Moment = Annotated[
    datetime,
    AfterValidator(_has_offset),
    BeforeValidator(_read),
    WithJsonSchema({"type": "string", "pattern": MOMENT_PATTERN}),
]


UpdateKind = Literal["new", "development", "correction", "retraction", "closed"]
UPDATE_KINDS: tuple[UpdateKind, ...] = get_args(UpdateKind)
CORRECTIVE_KINDS: tuple[UpdateKind, ...] = ("correction", "retraction")
"""Kinds of updates that put right what an earlier one said."""


class Change(Record):
    """What a correction changed in one claim."""

    claim: ClaimRef
    """The claim whose words were wrong."""
    before: Annotated[str, Field(min_length=1, max_length=20_000)]
    """The wrong wording."""
    after: Annotated[str, Field(min_length=1, max_length=20_000)]
    """The right wording."""


class Update(Record):
    """One change, as told to subscribers (major) or kept in the history only (minor)."""

    id: Id
    """Minted once by `new update`, unique in the dossier, never changed."""
    at: Moment
    """When the change was published, with its offset."""
    kind: UpdateKind
    """What sort of change it is. `closed` says that nothing more is to be expected."""
    significance: Literal["major", "minor"]
    """`major` reaches subscribers and the history, `minor` the history only."""
    title: Line | None = None
    """What a subscriber sees first; without one, the title of the brief or topic."""
    topics: tuple[Id, ...] = ()
    """The topics whose feeds tell of it."""
    claims: tuple[ClaimRef, ...] = ()
    """The claims that it adds or changes."""
    note: Prose
    """What changed, for someone who reads nothing else."""
    before: Annotated[str, Field(min_length=1, max_length=20_000)] | None = None
    """The wrong wording of something that is no claim. A correction has it, or `changes`."""
    after: Annotated[str, Field(min_length=1, max_length=20_000)] | None = None
    """The right wording of something that is no claim. A correction has it, or `changes`."""
    changes: tuple[Change, ...] = ()
    """What a correction changed in claims: the wrong and the right wording of each."""
    corrects: Id | None = None
    """The update that a correction or retraction mends."""
