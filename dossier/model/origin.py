"""An origin: who first reported or said a thing.

How many independent origins a claim has is left to `evidence`, which derives it from `depends_on`.
"""

from typing import Literal

from dossier.model.date import Date
from dossier.model.web_address import Url
from dossier.model.words import Id, Line, Record


class Origin(Record):
    """A newsroom's report, a document, an interview, a statement; or a bucket, which never counts as independent."""

    id: Id
    """Unique among origins. Permanent: part of the origin's address."""
    name: Line
    """How readers are told of it: "Bloomberg report of 24 April 2025"."""
    kind: Literal["report", "document", "interview", "statement", "bucket"]
    """What sort of origin it is. A bucket (public record, background, unattributed) never counts as independent."""
    publisher: Line | None = None
    """Who published it. Needed unless it is a bucket; two origins of one publisher are not independent."""
    date: Date | None = None
    """When it was first published or said."""
    url: Url | None = None
    """Where it can be read."""
    rests_on: Line | None = None
    """What it rests on in its turn: named people, unnamed officials, papers."""
    caveats: tuple[Line, ...] = ()
    """What a reader must know before relying on it."""
    depends_on: tuple[Id, ...] = ()
    """Origins that this one goes back to."""
    status: Literal["current", "corrected", "withdrawn"] = "current"
    """Whether its publisher still stands by it."""
    status_reason: Line | None = None
    """What was corrected or why it was withdrawn. Needed unless the status is current."""


class Origins(Record):
    """The file `briefings/origins.yaml`."""

    origins: tuple[Origin, ...]
    """Who first reported or said things."""
