"""The overview: the state of play in a few dated sentences, for the first page.

What it rests on is left to `check`.
"""

from typing import Annotated

from pydantic import Field

from dossier.model.date import Date
from dossier.model.topic import Sentence
from dossier.model.words import Record


class Overview(Record):
    """The state of play, as of a date. Lives at `briefings/overview.yaml`."""

    as_of: Date
    """The day, or month, for which it holds."""
    review_by: Date
    """After this date the first page warns that newer developments may be missing."""
    sentences: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=6)]
    """Three to five sentences, the newest development first, each with the claims it rests on."""
