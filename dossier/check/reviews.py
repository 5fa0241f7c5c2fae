"""Reviews: no claim has two, none is of a day that is far ahead, and each fits its claim as it is now.

A review of a claim that is not there is left to `references`, the list of what is due to `authoring`.
"""

from collections.abc import Iterator, Mapping

from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import Review
from dossier.problem import Area, Code, Place, Problem

REVIEW_REPEATED = Code(
    "review-repeated",
    Area.CLAIMS,
    "error",
    "A claim has two reviews, so that nobody knows which of them holds.",
    "Keep the newer one.",
)
REVIEW_IN_FUTURE = Code(
    "review-in-future",
    Area.CLAIMS,
    "warning",
    "A review is dated years after everything else in the dossier.",
    "Correct `on`.",
)
REVIEW_STALE = Code(
    "review-stale",
    Area.CLAIMS,
    "warning",
    "A claim, its evidence or a passage that it cites changed after somebody had held it against its sources. It is an error where the settings require reviews.",
    "Read the claim against its sources once more, and record that with `python build.py review CLAIM --by PERSON`.",
)
REVIEW_MISSING = Code(
    "review-missing",
    Area.CLAIMS,
    "error",
    "Nobody has held a claim against its sources, and the settings require it.",
    "Read the claim against its sources, and record that with `python build.py review CLAIM --by PERSON`.",
)
_YEARS_AHEAD = 3


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of reviews, and of claims that need one."""
    reviews, is_required = library.corpus.reviews, library.settings.reviews == "required"
    first: dict[str, int] = {}
    for index, review in enumerate(reviews):
        first.setdefault(library.corpus.current("claim", review.claim), index)
    yield from _repeated(library, first)
    yield from _in_future(library)
    are_missed = is_required and not library.corpus.any_unread("review")
    # One whose review is there under an id that no claim has is not to be read again.
    lost = {one.digest for claim_id, one in library.reviews.items() if claim_id not in library.claims}
    for linked in library.claims.values() if reviews or is_required else ():
        found = library.reviews.get(linked.id)
        if found is not None and is_stale(linked, found, library):
            yield Problem(
                REVIEW_STALE,
                f'claim "{linked.claim.id}" changed since it was read against its sources by {found.by} on {found.on}',
                linked.place("text"),
                f"read it once more, then: {_command(linked)}",
                related=(("the review", _place(library, first[linked.id])),),
                is_raised=is_required,
            )
        elif found is None and are_missed and not (lost and linked.reading_digest in lost):
            yield Problem(
                REVIEW_MISSING,
                f'nobody has read claim "{linked.claim.id}" against its sources, and the settings require it',
                linked.place("text"),
                f"read it, then: {_command(linked)}",
            )


def is_stale(linked: LinkedClaim, review: Review, library: Library) -> bool:
    """Return whether something that was read changed. Nobody can tell where a source or its fingerprint could not be read."""
    sources = [source for source, _ in linked.cited]
    can_tell = all(source is not None and library.corpus.can_lack("fingerprint", source.id) for source in sources)
    return can_tell and not linked.fits(review)


def _command(linked: LinkedClaim) -> str:
    return f"python build.py review {linked.id} --by PERSON"


def _place(library: Library, index: int, key: str = "claim") -> Place:
    return library.corpus.place("review", "", "reviews", index, key)


def _repeated(library: Library, first: Mapping[str, int]) -> Iterator[Problem]:
    for index, review in enumerate(library.corpus.reviews):
        claim_id = library.corpus.current("claim", review.claim)
        if first[claim_id] != index:
            yield Problem(
                REVIEW_REPEATED,
                f'claim "{claim_id}" has another review',
                _place(library, index),
                "keep the newer one",
                related=(("the other one", _place(library, first[claim_id])),),
            )


def _in_future(library: Library) -> Iterator[Problem]:
    """Tell of a review that is dated far behind all else: what day it is today, no check may depend on."""
    by_day = sorted((review.on, index) for index, review in enumerate(library.corpus.reviews))
    days = [day for day, _ in by_day[:-1]] + [source.accessed or "" for source in library.sources.values()]
    if library.newest_change:
        days.append(library.newest_change.date().isoformat())
    last = max(days, default="")
    if not by_day or not last:
        return
    on, index = by_day[-1]
    if int(on[:4]) - int(last[:4]) >= _YEARS_AHEAD:
        yield Problem(
            REVIEW_IN_FUTURE,
            f"a review is of {on}, years after everything else, {last}",
            _place(library, index, "on"),
            "correct `on`",
        )
