"""Dates that cannot be: nothing is reported before it happened or read before it was published.

Only what both dates say is compared: `2025-04` and `2025-04-24` are no contradiction.
"""

from collections.abc import Iterator, Mapping

from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import is_after, precision
from dossier.problem import Area, Code, Problem

REPORTED_BEFORE_DATE = Code(
    "reported-before-date",
    Area.CLAIMS,
    "error",
    "A claim was reported before the day on which the thing happened or was said.",
    "Correct the date that is wrong; for a thing announced ahead, `date` is the day of the announcement.",
)
REPORTED_NOT_OF_SOURCES = Code(
    "reported-not-of-sources",
    Area.CLAIMS,
    "error",
    "Since when a claim is in these sources is not the date of the earliest source that supports it.",
    "Write that date in `reported`, or correct the date of publication in the source's record.",
)
SOURCE_BEFORE_THING = Code(
    "source-before-thing",
    Area.CLAIMS,
    "warning",
    "A claim cites a source that was published before the thing happened.",
    "Check the dates, and whether the source tells of the thing or only announces it.",
)
ORIGIN_AFTER_SOURCE = Code(
    "origin-after-source",
    Area.CLAIMS,
    "error",
    "Evidence names an origin that is dated later than the source that is said to carry it.",
    "Correct the origin, or the date that is wrong.",
)
ACCESSED_BEFORE_PUBLISHED = Code(
    "accessed-before-published",
    Area.CLAIMS,
    "error",
    "A source is said to have been read before it was published.",
    "Correct the date that is wrong.",
)

# A source without a record is a problem of its own; like one of unknown date, it may be of any day.
_UNKNOWN = "9999"


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of dates of claims, sources and origins that contradict each other."""
    published = {source_id: source.dated or _UNKNOWN for source_id, source in library.sources.items()}
    dated = {origin_id: origin.date for origin_id, origin in library.origins.items() if origin.date}
    for linked in library.claims.values():
        claim = linked.claim
        date, reported = claim.date, claim.reported
        # A shortcut: a date that does not sort behind another as text is not later. Nearly every claim passes by this.
        may_be_early = date > reported or not _is_date_of(reported, linked.first_reported)
        for evidence in claim.evidence:
            day = published.get(evidence.source, _UNKNOWN)
            may_be_early = may_be_early or date > day or dated.get(evidence.origin, "") > day
        if may_be_early:
            yield from _claim(linked, published, dated)
    yield from _sources(library)


def _claim(linked: LinkedClaim, published: Mapping[str, str], dated: Mapping[str, str]) -> Iterator[Problem]:
    claim = linked.claim
    days = [published.get(evidence.source, _UNKNOWN) for evidence in claim.evidence]
    if is_after(claim.date, claim.reported):
        yield _too_early(linked)
    elif not _is_date_of(claim.reported, linked.first_reported) and _UNKNOWN not in days:
        yield _elsewhen(linked)
    else:
        for number, day in enumerate(days):
            yield from _cited(linked, number, day, dated)


def _is_date_of(reported: str, first: str) -> bool:
    """Return whether a claim was reported on the day of its first source, or in its month or year."""
    return reported == first or first.startswith(f"{reported}-")


def _too_early(linked: LinkedClaim) -> Problem:
    claim = linked.claim
    when = f"{'on' if precision(claim.reported) == 'day' else 'in'} {claim.reported}"
    return Problem(
        REPORTED_BEFORE_DATE,
        f'claim "{claim.id}" is about {claim.date} but was reported {when}, before that',
        linked.place("reported"),
        "for a thing announced ahead, `date` is the day of the announcement",
    )


def _elsewhen(linked: LinkedClaim) -> Problem:
    claim, first = linked.claim, linked.first_reported
    which = "the earliest source that supports it" if len(claim.evidence) > 1 else "its source"
    return Problem(
        REPORTED_NOT_OF_SOURCES,
        f'claim "{claim.id}" is said to be in these sources from {claim.reported}, yet {which} was published {first}',
        linked.place("reported"),
        f'write "{first}"',
    )


def _cited(linked: LinkedClaim, number: int, published: str, dated: Mapping[str, str]) -> Iterator[Problem]:
    claim, evidence = linked.claim, linked.claim.evidence[number]
    if is_after(claim.date, published):
        yield Problem(
            SOURCE_BEFORE_THING,
            f'claim "{claim.id}" is about {claim.date}, yet "{evidence.source}" was published {published}, before that',
            linked.place("evidence", number, "source"),
        )
    day = dated.get(evidence.origin, "")
    if is_after(day, published):
        yield Problem(
            ORIGIN_AFTER_SOURCE,
            f'"{evidence.origin}" is dated {day}, yet "{evidence.source}", which is said to carry it, '
            f"was published {published}",
            linked.place("evidence", number, "origin"),
        )


def _sources(library: Library) -> Iterator[Problem]:
    for source_id, source in library.sources.items():
        if source.accessed and is_after(source.dated, source.accessed):
            yield Problem(
                ACCESSED_BEFORE_PUBLISHED,
                f'source "{source_id}" was published {source.published} but is said to have been read '
                f"{source.accessed}",
                library.corpus.place("source", source_id, "accessed"),
            )
