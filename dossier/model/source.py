"""A source record: what is known of a published text, and our own abstract of it.

The text itself is not in the project. Fingerprints are left to `evidence`.
"""

from typing import Annotated, Literal

from pydantic import Field

from dossier.model.date import Date
from dossier.model.words import Language, Line, Ordinal, Prose, Record, Sha256, Url


class Reliability(Record):
    """How far a source can be trusted in general, apart from any one claim."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    """From A, completely reliable, to E, unreliable; F where that cannot be judged."""
    reason: Line
    """Why it has this grade."""
    judged: Date
    """When that was judged."""


class LeftOut(Record):
    """Paragraphs that no claim cites, and why."""

    paragraphs: Annotated[tuple[Ordinal, ...], Field(min_length=1)]
    """Their numbers, counted from 1 over non-empty lines."""
    reason: Line
    """Why no claim cites them: a title, a heading, repeats paragraph 5, …"""


class Source(Record):
    """The front matter of `sources/<source-id>.md`; the body of the file is `abstract`."""

    title: Line
    """The title of the text."""
    outlet: Line
    """Who published it."""
    aliases: tuple[Line, ...] = ()
    """Other names of the outlet."""
    url: Url
    """Where it was published."""
    published: Date
    """When it was published, no more precisely than is known."""
    published_basis: Line
    """How the date of publication is known."""
    accessed: Date | None = None
    """When the text was read."""
    language: Language
    """The language of the text, as a BCP 47 tag such as `en` or `uk`."""
    authors: tuple[Line, ...] = ()
    """Who wrote it, as the text says."""
    directness: Literal["original", "relay", "rewrite", "third-hand"]
    """Whether it reports of its own, relays reports it names, rewrites one, or rewords such a relay."""
    directness_note: Line | None = None
    """How the source came by its story."""
    reliability: Reliability
    """How far it can be trusted, and why."""
    leaning: Line | None = None
    """On whose side it stands or writes, where that shows."""
    archive_file: Line | None = None
    """The name of the full text in the archive."""
    text_sha256: Sha256 | None = None
    """SHA-256 of the bytes of the archived text."""
    rights: Literal["link-only", "full-text"] = "link-only"
    """`full-text` only where the text may be republished."""
    left_out: tuple[LeftOut, ...] = ()
    """Paragraphs that no claim cites, each with a reason."""
    abstract: Prose
    """Our own abstract."""
