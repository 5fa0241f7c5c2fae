"""Splits long lists into periods that each make a page of bearable length.

What fits on one page is not split. Parts are named by dates where that is possible, as such addresses stay when a list grows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from dossier.linked import Stamped
from dossier.wording import phrase

CLAIMS = 120
"""Claims that one page shows in full at most; at some 2 KB a claim, a page stays under 300 KB."""
LINES = 300
"""One-line claims or briefs that one page shows at most."""

_MANY = 24
_UNDATED = "undated"

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Period(Generic[Member]):
    """What lies in a year or a month, newest first. `key` is its part of the address."""

    key: str
    members: tuple[Member, ...]

    @property
    def words(self) -> str:
        """The name of the period, as readers see it."""
        return period_words(self.key)


class PeriodSize(NamedTuple):
    """How many members a period has."""

    key: str
    members: int


@dataclass(frozen=True, slots=True, eq=False)
class Periods(Stamped):
    """The periods of a list. All pages of the list share this, so that its stamp is worked out once."""

    sizes: tuple[PeriodSize, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sizes)


def sizes(periods: Sequence[Period[Member]]) -> Periods:
    """Return how many members each period has."""
    return Periods(tuple(PeriodSize(period.key, len(period.members)) for period in periods))


def period_words(key: str) -> str:
    """Return the name of a period: "2025-04" is "April 2025", "2025-04.2" is "April 2025, part 2"."""
    date, _, part = key.partition(".")
    words = date if date == _UNDATED else phrase.date_words(date)
    return f"{words}, part {part}" if part else words


class PeriodLink(NamedTuple):
    """A further page that holds one period; `size` says how much stands there."""

    address: str
    words: str
    size: str


def split(members: Sequence[Member], date: Callable[[Member], str], limit: int) -> tuple[Period[Member], ...]:
    """Return members, given newest first, by year, and years that hold more than `limit` by month.

    What is dated to the year only stands in the year, and what has no date stands apart. A month that still holds too many is cut into numbered parts.
    Where there are no more than `limit` in all, there is nothing to split: the result is empty.
    """
    return tuple(_split(members, date, limit, 4)) if len(members) > limit else ()


def links(periods: Periods, base: str, one: str, near: str | None = None) -> tuple[PeriodLink, ...]:
    """Return links to periods whose pages stand below the address `base`; `one` is what they hold, in the singular.

    With `near`, the address of the page that shows them, a list of many is cut down to the years, and the periods of
    the year that the page is in, or of the newest year: else each of some hundred pages would link all others.
    """
    if near is None or len(periods.sizes) <= _MANY:
        return tuple(_link(period, base, one) for period in periods.sizes)
    here = near[len(base) :][:4] if near.startswith(base) and near != base else periods.sizes[0].key[:4]
    shown: list[PeriodLink] = []
    for year, group in groupby(periods.sizes, key=lambda period: period.key[:4]):
        members = tuple(group)
        if year == here or len(members) == 1:
            shown += [_link(period, base, one) for period in members]
        else:
            size = phrase.count(sum(period.members for period in members), one)
            name = year if year.isdigit() else _UNDATED
            shown.append(PeriodLink(f"{base}{members[0].key}/", name, size))
    return tuple(shown)


def _link(period: PeriodSize, base: str, one: str) -> PeriodLink:
    return PeriodLink(f"{base}{period.key}/", period_words(period.key), phrase.count(period.members, one))


def _split(
    members: Sequence[Member], date: Callable[[Member], str], limit: int, length: int
) -> Iterator[Period[Member]]:
    for key, group in groupby(members, key=lambda member: date(member)[:length]):
        found = tuple(group)
        finer = {4: 7}.get(length)
        if len(found) <= limit or finer is None or len(key) < length:
            yield from _parts(key, found, limit)
        else:
            yield from _split(found, date, limit, finer)


def _parts(key: str, members: tuple[Member, ...], limit: int) -> Iterator[Period[Member]]:
    key = key or _UNDATED
    if len(members) <= limit:
        yield Period(key, members)
        return
    # The oldest part comes first, so that what is new does not move what is already there.
    oldest_first = members[::-1]
    parts = [oldest_first[start : start + limit][::-1] for start in range(0, len(members), limit)]
    for number, part in reversed(list(enumerate(parts, start=1))):
        yield Period(f"{key}.{number}", part)
