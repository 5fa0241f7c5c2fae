"""Splits long lists into periods that each make a page of bearable length.

Never splits what fits on one page, and never numbers parts where a date can name them: addresses should survive growth.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from dossier.pages import phrase

CLAIMS = 120
"""Claims that one page shows in full at most; at some 2 KB a claim, a page stays under 300 KB."""
LINES = 400
"""One-line claims or briefs that one page shows at most."""

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Period(Generic[Member]):
    """What lies in a year, a month or a day, newest first. `key` is its part of the address, `words` name it."""

    key: str
    words: str
    members: tuple[Member, ...]


class PeriodLink(NamedTuple):
    """A further page that holds one period; `size` says how much stands there."""

    address: str
    words: str
    size: str


def split(members: Sequence[Member], date: Callable[[Member], str], limit: int) -> tuple[Period[Member], ...]:
    """Return members, given newest first, by year; years that hold more than `limit` by month, such months by day.

    What is dated less precisely than its neighbours stands in the longer period. A day that still holds too many is
    cut into numbered parts. Where there are no more than `limit` in all, there is nothing to split: the result is empty.
    """
    return tuple(_split(members, date, limit, 4)) if len(members) > limit else ()


def links(periods: Sequence[Period[Member]], base: str, one: str) -> tuple[PeriodLink, ...]:
    """Return links to periods whose pages stand below the address `base`; `one` is what they hold, in the singular."""
    return tuple(
        PeriodLink(f"{base}{period.key}/", period.words, phrase.count(len(period.members), one)) for period in periods
    )


def _split(
    members: Sequence[Member], date: Callable[[Member], str], limit: int, length: int
) -> Iterator[Period[Member]]:
    for key, group in groupby(members, key=lambda member: date(member)[:length]):
        found = tuple(group)
        finer = {4: 7, 7: 10}.get(length)
        if len(found) <= limit or finer is None or len(key) < length:
            yield from _parts(key, found, limit)
        else:
            yield from _split(found, date, limit, finer)


def _parts(key: str, members: tuple[Member, ...], limit: int) -> Iterator[Period[Member]]:
    words = phrase.date_words(key)
    if len(members) <= limit:
        yield Period(key, words, members)
        return
    # The oldest part comes first, so that what is new does not move what is already there.
    oldest_first = members[::-1]
    parts = [oldest_first[start : start + limit][::-1] for start in range(0, len(members), limit)]
    for number, part in reversed(list(enumerate(parts, start=1))):
        yield Period(f"{key}.{number}", f"{words}, part {number}", part)
