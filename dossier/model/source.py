"""A source record: what is known of a published text, and our own abstract of it.

Never holds the text itself.
"""

from typing import Annotated, Literal

from pydantic import Field

from dossier.model.date import Date
from dossier.model.words import Language, Line, Prose, Record, Sha256, Url


class Reliability(Record):
    """How far a source can be trusted in general, apart from any one claim."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    reason: Line
    judged: Date


class LeftOut(Record):
    """Paragraphs that no claim cites, and why."""

    paragraphs: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)]
    reason: Line


class Source(Record):
    """The front matter of `sources/<source-id>.md`; the body of the file is `abstract`."""

    title: Line
    outlet: Line
    url: Url
    published: Date
    published_basis: Line
    """How the date of publication is known."""
    accessed: Date | None = None
    language: Language
    authors: tuple[Line, ...] = ()
    directness: Literal["original", "relay", "rewrite", "third-hand"]
    directness_note: Line | None = None
    """How the source came by its story."""
    reliability: Reliability
    leaning: Line | None = None
    archive_file: Line | None = None
    """The name of the full text in the archive."""
    text_sha256: Sha256 | None = None
    """SHA-256 of the bytes of the archived text."""
    rights: Literal["link-only", "full-text"] = "link-only"
    """`full-text` only where the text may be republished."""
    left_out: tuple[LeftOut, ...] = ()
    abstract: Prose
    """Our own abstract."""
