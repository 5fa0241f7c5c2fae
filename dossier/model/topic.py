"""A topic: a standing subject with its own page and feed.

Its claims and positions are left to `library`, which derives them from the claims that name the topic.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from dossier.model.date import Date
from dossier.model.update import Update
from dossier.model.words import LINE_PATTERN, ClaimRef, Line, Number, Prose, Record


class Scope(Record):
    """What a topic takes in and what it leaves out."""

    includes: Prose
    """What belongs to it."""
    excludes: Prose | None = None
    """What is left to other topics."""


class Sentence(Record):
    """One sentence of a bottom line and the claims it rests on."""

    text: Prose
    """The sentence, in our own words."""
    claims: Annotated[tuple[ClaimRef, ...], Field(min_length=1)]
    """The claims that it rests on, as `<brief>/<claim>`."""


class BottomLine(Record):
    """The state of a topic in two to five sentences, as of a date."""

    as_of: Date
    """The day, or month, for which it holds."""
    sentences: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=6)]
    """Two to five sentences, each with the claims it rests on."""


class InShort(Record):
    """The state of a topic in one sentence, for lists of topics."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=160, pattern=LINE_PATTERN)]
    """One sentence of at most 160 characters. It names both sides where there are two."""
    claims: Annotated[tuple[ClaimRef, ...], Field(min_length=1)]
    """The claims that it rests on, as `<brief>/<claim>`."""


class Topic(Record):
    """A standing subject. Lives at `briefings/topics/<topic-id>.yaml`."""

    title: Line
    """The name of the subject."""
    aliases: tuple[Line, ...] = ()
    """Other names of the subject, in the language of the site."""
    spellings: tuple[Line, ...] = ()
    """What readers type, in any language."""
    question: Line
    """The question that the page answers."""
    scope: Scope
    """What belongs to it and what does not."""
    in_short: InShort | None = None
    """The answer in one sentence, for lists of topics."""
    bottom_line: BottomLine
    """The state of things in a few sentences."""
    gaps: tuple[Prose, ...] = ()
    """What the sources at hand do not say."""
    review_by: Date
    """After this date the page warns that newer developments may be missing."""
    order: Number = 100
    """Topics are listed by this number, then by title."""
    updates: tuple[Update, ...] = ()
    """Append-only, oldest first."""
