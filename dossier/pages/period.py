"""Splits long lists of claims into periods that each make a page of bearable length.

Never splits what fits on one page, and never numbers parts where a date can name them: addresses should survive growth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.library import FiledClaim
from dossier.pages import phrase

LIMIT = 120
"""Claims that one page shows in full at most; at some 2 KB a claim, a page stays under 300 KB."""


@dataclass(frozen=True, slots=True)
class Period:
    """Claims of a year, a month or a day, newest first. `key` is its part of the address, `words` name it to readers."""

    key: str
    words: str
    claims: tuple[FiledClaim, ...]


def split(claims: Sequence[FiledClaim], limit: int = LIMIT) -> tuple[Period, ...]:
    """Return claims, given newest first, by year; years that hold more than `limit` by month, such months by day.

    A claim dated less precisely than its neighbours stands in the longer period. A day that still holds too many is
    cut into numbered parts.
    """
    return tuple(_split(claims, limit, 4))


def _split(claims: Sequence[FiledClaim], limit: int, length: int) -> Iterator[Period]:
    for key, group in groupby(claims, key=lambda filed: filed.claim.date[:length]):
        members = tuple(group)
        finer = {4: 7, 7: 10}.get(length)
        if len(members) <= limit or finer is None or len(key) < length:
            yield from _parts(key, members, limit)
        else:
            yield from _split(members, limit, finer)


def _parts(key: str, members: tuple[FiledClaim, ...], limit: int) -> Iterator[Period]:
    words = phrase.date_words(key)
    if len(members) <= limit:
        yield Period(key, words, members)
        return
    # The oldest part comes first, so that new claims do not move those already there.
    oldest_first = members[::-1]
    parts = [oldest_first[start : start + limit][::-1] for start in range(0, len(members), limit)]
    for number, part in reversed(list(enumerate(parts, start=1))):
        yield Period(f"{key}.{number}", f"{words}, part {number}", part)
