"""An authored change note: what a feed item is.

Never derived from a title, a file or a date of ours: its id is minted once and its time is written by hand.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from dossier.model.words import ClaimRef, Id, Line, Prose, Record


def _has_offset(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a time needs its offset, as in 2025-04-25T14:30:00+00:00")
    return at


Moment = Annotated[datetime, AfterValidator(_has_offset)]


class Update(Record):
    """One change, as told to subscribers (major) or kept in the history only (minor)."""

    id: Id
    """Minted once by `new update`, unique in the dossier, never changed."""
    at: Moment
    """When the change was published, with its offset."""
    kind: Literal["new", "development", "correction", "retraction", "closed"]
    significance: Literal["major", "minor"]
    title: Line | None = None
    """What a subscriber sees first; without one, the title of the brief or topic."""
    topics: tuple[Id, ...] = ()
    claims: tuple[ClaimRef, ...] = ()
    note: Prose
    """What changed, for someone who reads nothing else."""
    before: Annotated[str, Field(min_length=1)] | None = None
    """The wrong wording. A correction must have it."""
    after: Annotated[str, Field(min_length=1)] | None = None
    """The right wording. A correction must have it."""
    corrects: Id | None = None
    """The update that a correction or retraction mends."""
