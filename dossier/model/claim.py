"""A claim, its evidence and its relations to other claims.

What can be derived is left to `evidence` (how a claim is known) and `library` (relations seen from the other side).
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dossier.model.date import Date
from dossier.model.words import LINE_PATTERN, ClaimRef, Id, Line, Ordinal, Prose, Record

ClaimKind = Literal["position", "event", "statement", "denial", "analysis"]
ClaimStatus = Literal["denied", "disputed", "withdrawn"]
Dated = Literal["on", "by"]
Support = Literal["full", "partial", "denies"]
DriftKind = Literal["omits", "adds", "sharpens", "softens", "misattributes"]


class Drift(Record):
    """How a text differs from what its origin said. Shown to readers."""

    kind: DriftKind | None = None
    """Whether the text leaves something out, adds to it, makes it stronger or weaker, or gives it to somebody else."""
    note: Line
    """What the difference is."""

    @property
    def is_bend(self) -> bool:
        """Whether the text bends what its origin said: it adds, sharpens, softens or misattributes."""
        return self.kind not in (None, "omits")


class Evidence(Record):
    """What a claim rests on: one passage of one source, and the origin it goes back to."""

    source: Id
    """The id of a source record."""
    paragraph: Ordinal
    """The paragraph of the source's text, counted from 1 over non-empty lines."""
    quote: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    """4 to 15 words, verbatim from that paragraph."""
    origin: Id
    """Who first reported or said it."""
    origin_basis: Literal["stated", "inferred"] = "stated"
    """Whether the source names the origin itself, or an editor inferred it."""
    support: Support = "full"
    """Whether the passage supports the claim fully, in part, or denies it."""
    speech: Literal["quoted", "paraphrased"] | None = None
    """Whether the source quotes its speaker or paraphrases. Only where the origin is a statement or an interview."""
    translation: Annotated[str, StringConstraints(min_length=1, max_length=400)] | None = None
    """Our translation of the quote, where it is in another language than the site."""
    drift: Drift | None = None
    """How this text differs from what its origin said. Only where there is an origin to compare with."""


class Confidence(Record):
    """An editor's confidence in a claim, with the reason for it."""

    level: Literal["high", "moderate", "low"]
    """How sure the editor is."""
    reason: Line
    """Why the editor is as sure as that, and not more or less."""


class Claim(Record):
    """One checkable statement in our own words, about one or more topics, with evidence."""

    id: Id
    """Unique in its brief. Permanent: part of the claim's address."""
    text: Line
    """The statement, in our own words."""
    short: Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=LINE_PATTERN)] | None = None
    """A matrix cell: at most 60 characters."""
    kind: ClaimKind
    """What sort of claim it is: what a party wants, what happened, what was said or denied, or somebody's judgement."""
    party: Id | None = None
    """Whose position, act or statement it is."""
    said_by: Id | None = None
    """The person who said it."""
    about: tuple[Id, ...] = ()
    """The persons whom it speaks of."""
    attribution: Line | None = None
    """The words of its text that say who says so, where no name or alias stands there literally."""
    topics: Annotated[tuple[Id, ...], Field(min_length=1)]
    """What it is about: ids of topics, at least one."""
    date: Date
    """When the thing happened or was said."""
    dated: Dated = "on"
    """Whether that was on the date, or by it, where no source says when."""
    reported: Date
    """Since when it is in these sources: the date of the earliest source that supports it."""
    status: ClaimStatus | None = None
    """Left out unless the claim is denied, disputed or withdrawn. How a claim is known is derived from its evidence."""
    status_reason: Line | None = None
    """Why the status is what it is. A withdrawn claim must say why."""
    confidence: Confidence | None = None
    """How sure the editor is of it, and why. Left out where there is nothing to say on that."""
    evidence: tuple[Evidence, ...] = ()
    """The passages that it rests on."""
    supersedes: tuple[ClaimRef, ...] = ()
    """Older claims that this one replaces."""
    follows: tuple[ClaimRef, ...] = ()
    """Claims on an earlier state of the same matter, which this one does not replace."""
    contradicts: tuple[ClaimRef, ...] = ()
    """Claims that assert what cannot hold together with what this one asserts: a conflict of fact."""
    opposes: tuple[ClaimRef, ...] = ()
    """Positions that this position is opposed to."""
    responds_to: tuple[ClaimRef, ...] = ()
    """Claims that this one refers to."""
    qualifies: tuple[ClaimRef, ...] = ()
    """Claims that have to be read together with this one, without a contradiction between them."""
    note: Prose | None = None
    """Context that a reader needs and that is not itself a claim."""

    @property
    def relations(self) -> dict[str, tuple[str, ...]]:
        """The relations that it states, each with the claims that it names, as they are written."""
        return {name: refs for name in RELATIONS if (refs := getattr(self, name))}


RELATIONS = tuple(name for name, field in Claim.model_fields.items() if field.annotation == tuple[ClaimRef, ...])
"""The fields of a claim that name other claims."""
