"""Dates that cannot be: nothing is reported before it happened or read before it was published.

Never compares more of two dates than both of them say: `2025-04` and `2025-04-24` are no conflict.
"""

from collections.abc import Iterator, Mapping

from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import is_after, precision
from dossier.problem import Problem

# A source without a record is told of elsewhere; until then it may be of any day.
_UNKNOWN = "9999"


def check(library: Library) -> Iterator[Problem]:
    """Yield dates of claims, sources and origins that contradict each other."""
    published = {source_id: source.published for source_id, source in library.sources.items()}
    dated = {origin_id: origin.date for origin_id, origin in library.origins.items() if origin.date}
    for linked in library.claims.values():
        claim = linked.claim
        date, reported = claim.date, claim.reported
        # Text that does not sort behind another is no later date, so nearly every claim is seen to be right by this alone.
        late, odd = bool(claim.evidence), date > reported
        for evidence in claim.evidence:
            day = published.get(evidence.source, _UNKNOWN)
            late = late and reported > day
            odd = odd or date > day or dated.get(evidence.origin, "") > day
        if late or odd:
            yield from _claim(linked, published, dated)
    yield from _sources(library)


def _claim(linked: LinkedClaim, published: Mapping[str, str], dated: Mapping[str, str]) -> Iterator[Problem]:
    claim = linked.claim
    days = [published.get(evidence.source, _UNKNOWN) for evidence in claim.evidence]
    if is_after(claim.date, claim.reported):
        yield _too_early(linked)
    elif days and all(is_after(claim.reported, day) for day in days):
        yield _too_late(linked, days)
    else:
        for number, day in enumerate(days):
            yield from _cited(linked, number, day, dated)


def _too_early(linked: LinkedClaim) -> Problem:
    claim = linked.claim
    when = f"{'on' if precision(claim.reported) == 'day' else 'in'} {claim.reported}"
    return Problem(
        "reported-before-date",
        f'claim "{claim.id}" is about {claim.date} but was reported {when}, before that',
        linked.place("reported"),
        "for a thing announced ahead, `date` is the day of the announcement",
    )


def _too_late(linked: LinkedClaim, days: list[str]) -> Problem:
    claim = linked.claim
    which = "the newest of its sources" if len(days) > 1 else "its source"
    return Problem(
        "reported-after-sources",
        f'claim "{claim.id}" is said to be reported {claim.reported}, yet {which} was published {max(days)}',
        linked.place("reported"),
    )


def _cited(linked: LinkedClaim, number: int, published: str, dated: Mapping[str, str]) -> Iterator[Problem]:
    claim, evidence = linked.claim, linked.claim.evidence[number]
    if is_after(claim.date, published):
        yield Problem(
            "source-before-thing",
            f'claim "{claim.id}" is about {claim.date}, yet "{evidence.source}" was published {published}, before that',
            linked.place("evidence", number, "source"),
        )
    day = dated.get(evidence.origin, "")
    if is_after(day, published):
        yield Problem(
            "origin-after-source",
            f'"{evidence.origin}" is dated {day}, yet "{evidence.source}", which is said to carry it, '
            f"was published {published}",
            linked.place("evidence", number, "origin"),
        )


def _sources(library: Library) -> Iterator[Problem]:
    for source_id, source in library.sources.items():
        if source.accessed and is_after(source.published, source.accessed):
            yield Problem(
                "accessed-before-published",
                f'source "{source_id}" was published {source.published} but is said to have been read '
                f"{source.accessed}",
                library.corpus.place("source", source_id, "accessed"),
            )
