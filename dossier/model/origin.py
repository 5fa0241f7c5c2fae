"""An origin: who first reported or said a thing.

How many independent origins a claim has is left to `evidence`, which derives it from `depends_on`.
"""

from typing import Annotated, Literal, get_args

from dossier.model.date import Date
from dossier.model.moved import MergedOrigin, or_stub
from dossier.model.web_address import Url
from dossier.model.words import Flag, Id, Line, Record

OriginKind = Literal["report", "document", "interview", "statement", "public-record", "background", "unattributed"]
ORIGIN_KINDS: tuple[OriginKind, ...] = get_args(OriginKind)
NOBODYS: tuple[OriginKind, ...] = ("public-record", "background", "unattributed")
"""Kinds of origins that are nobody's report: they are not counted as independent."""
SPOKEN: tuple[OriginKind, ...] = ("interview", "statement")
"""Kinds of origins that are what a person said."""


class Origin(Record):
    """A newsroom's report, a document, an interview, a statement; or what is nobody's report."""

    id: Id
    """Unique among origins. Permanent: part of the origin's address."""
    name: Line
    """How readers are told of it: "Bloomberg report of 24 April 2025"."""
    kind: OriginKind
    """What sort of origin it is. The last three (common knowledge, an outlet's own voice, none given) are nobody's report."""
    publisher: Line | None = None
    """Who published it. A report or document needs one; two origins of one publisher are not independent."""
    speaker: Id | None = None
    """The person whose statement or interview it is."""
    aliases: tuple[Line, ...] = ()
    """Other names by which texts call it or its publisher."""
    unnamed_sources: Flag = False
    """Whether it rests on people whom it does not name."""
    seen_by: Line | None = None
    """Who saw a document that is known only through them."""
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

    @property
    def is_nobodys(self) -> bool:
        """Whether it is nobody's report: common knowledge, an outlet's own voice, or no origin at all."""
        return self.kind in NOBODYS


class Origins(Record):
    """The file `briefings/origins.yaml`."""

    origins: tuple[Annotated[Origin | MergedOrigin, or_stub(Origin, MergedOrigin)], ...]
    """Who first reported or said things; and with which origin others turned out to be the same."""
