"""Reviews: who has held a claim against its sources, when, and what that person read.

Whether a review still fits its claim is left to `linked`.
"""

from dossier.model.date import Day
from dossier.model.words import ClaimRef, Line, Record, Sha256


class Review(Record):
    """That a person has held a claim against its sources. `python build.py review` writes it."""

    claim: ClaimRef
    """The claim, as `<brief>/<claim>`."""
    by: Line
    """Who read it."""
    on: Day
    """The day, in UTC."""
    digest: Sha256
    """The digest of what was read. It fits no more once that changes."""


class Reviews(Record):
    """The file `briefings/reviews.yaml`."""

    reviews: tuple[Review, ...]
    """Who has read which claim."""
