"""A brief: one YAML file, a dated digest of a development.

Its id is the name of its file and no part of the record.
"""

from typing import Annotated

from pydantic import Field

from dossier.model.claim import Claim, Dated
from dossier.model.date import Date
from dossier.model.moved import MovedClaim, or_stub
from dossier.model.update import Update
from dossier.model.words import Line, Prose, Record


class Brief(Record):
    """A dated digest of a development, holding claims. Lives at `briefings/<year>/<brief-id>.yaml`."""

    title: Line
    """What the development is, in a few words."""
    date: Date
    """When the development took place."""
    dated: Dated = "on"
    """Whether that was on the date, or by it, where no source says when."""
    summary: Prose
    """What happened, in two to five sentences of our own."""
    claims: Annotated[tuple[Annotated[Claim | MovedClaim, or_stub(Claim, MovedClaim)], ...], Field(min_length=1)]
    """What is claimed about it, one checkable statement each; and where claims went that were here."""
    updates: tuple[Update, ...] = ()
    """Append-only, oldest first."""
