"""A source record: what is known of a published text, and our own abstract of it.

The text itself is not in the project. Fingerprints are left to `evidence`.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from dossier.model.date import UNKNOWN, Date, DateOrUnknown
from dossier.model.language import Language
from dossier.model.web_address import Url
from dossier.model.words import Id, Line, Paragraphs, Prose, Record, Sha256, ends

_MOST = 100_000


def _numbers(paragraphs: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(number for each in paragraphs for number in range(ends(each)[0], ends(each)[1] + 1))


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

    paragraphs: Annotated[tuple[Paragraphs, ...], Field(min_length=1)]
    """Their numbers, counted from 1 over non-empty lines; several in a row as `4-11`."""
    reason: Line
    """Why no claim cites them: a title, a heading, repeats paragraph 5, …"""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of each paragraph, in the order written."""
        return _numbers(self.paragraphs)


def _not_too_many(left_out: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    spans = (ends(each) for one in left_out for each in one.paragraphs)
    # No text has so many, and ranges that name them over and over would hold up every check.
    if sum(last - first + 1 for first, last in spans) > _MOST:
        raise PydanticCustomError("paragraphs_many", "more paragraphs than any text has", {"most": _MOST})
    return left_out


class Refreshed(Record):
    """What came of the last comparison of the publisher's page with the archived text. `source refresh` writes it."""

    date: Date
    """The day of the comparison."""
    result: Literal["unchanged", "changed", "gone", "moved"]
    """Whether all paragraphs stood there, some did not, the page was not there, or it had moved to another address."""
    missing: tuple[Paragraphs, ...] = ()
    """Paragraphs of the archived text that did not stand on the page any more."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of each missing paragraph."""
        return _numbers(self.missing)


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
    published: DateOrUnknown
    """When it was published, no more precisely than is known; `unknown` where nobody can tell."""
    published_basis: Line
    """How the date of publication is known, or why it is not."""
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
    status: Literal["in use", "corrected", "retracted"] = "in use"
    """Whether its publisher still stands by it."""
    status_reason: Line | None = None
    """What was corrected or why it was retracted. Needed unless it is in use."""
    version_of: Id | None = None
    """The source of which this is another version: the same text, as its publisher had it at another time."""
    refreshed: Refreshed | None = None
    """What came of the last comparison of the publisher's page with the archived text."""
    left_out: Annotated[tuple[LeftOut, ...], AfterValidator(_not_too_many)] = ()
    """Paragraphs that no claim cites, each with a reason."""
    abstract: Prose
    """Our own abstract."""

    @property
    def dated(self) -> str:
        """The date of publication, empty where it is unknown, so that it sorts ahead of all others."""
        return "" if self.published == UNKNOWN else self.published
