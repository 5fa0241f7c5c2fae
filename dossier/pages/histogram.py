"""A compact picture of when things happened: one column a month, quarter or year, one mark a claim.

All that it shows is told in words by the list below it. It has no links.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.linked import LinkedClaim
from dossier.wording import phrase

_MOST_COLUMNS = 60
_MOST_MARKS = 240
_TALLEST = 72
_FLOOR = 84


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim, or a whole column where there are too many to tell apart. `since` is the day it was known.

    `x` and `width` are per cent of the picture, `y` and `height` pixels: so it fits any screen and its words keep
    their size. `topics`, between spaces, and `party` are ids to filter by, empty for a whole column.
    """

    x: float
    y: float
    width: float
    height: float
    since: str
    topics: str
    party: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The start of a year on the axis."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the drawing needs, and the same in words. `floor` is where the columns stand, in pixels.

    `is_single` says that each mark is one claim, so that some of them can be left out.
    """

    height: int
    floor: int
    words: str
    is_single: bool
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]


def picture(claims: Sequence[LinkedClaim], of_what: str) -> Picture | None:
    """Return a picture of claims by the date of the thing, or None where a picture would show less than two columns.

    Claims whose month is unknown stand in the first column of their year.
    """
    if not claims:
        return None
    months = sorted(_month(linked.claim.date) for linked in claims)
    dense, last = _dense(months), months[-1]
    cut = dense > months[0]
    first = dense - 2 if cut else dense
    unit, name = next(
        (size, name)
        for size, name in ((1, "month"), (3, "quarter"), (12, "year"), (120, "decade"), (10**6, "age"))
        if last // size - first // size < _MOST_COLUMNS
    )
    start = first // unit
    columns = last // unit - start + 1
    if columns < 2:
        return None
    filled: dict[int, list[LinkedClaim]] = {}
    for linked in claims:
        filled.setdefault(max(_month(linked.claim.date) // unit - start, 0), []).append(linked)
    pitch = 100 / columns
    return Picture(
        height=_FLOOR + 20,
        floor=_FLOOR,
        words=_words(filled, start, unit, name, of_what, claims),
        is_single=len(claims) <= _MOST_MARKS,
        marks=_marks(filled, pitch),
        ticks=_ticks(start, columns, unit, pitch, dense // unit - start if cut else 0),
    )


def _dense(months: Sequence[int]) -> int:
    """Return the month in which the picture proper starts, given the months of all claims in order.

    It is the first of all, unless a few that lie far back would squeeze all others into a corner: then all that is
    earlier shares the first column, which stands apart from the rest.
    """
    later = months[len(months) // 8 :]
    return later[0] if later[0] - months[0] > 2 * max(later[-1] - later[0], 6) else months[0]


def _month(date: str) -> int:
    return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) > 4 else 0)


def _marks(filled: dict[int, list[LinkedClaim]], pitch: float) -> tuple[Mark, ...]:
    most = max(len(group) for group in filled.values())
    width = round(min(pitch * 0.72, 2.5), 2)
    step = min(_TALLEST / most, 9)
    singly = sum(len(group) for group in filled.values()) <= _MOST_MARKS
    marks = []
    for column, group in sorted(filled.items()):
        x = round(column * pitch + (pitch - width) / 2, 2)
        group.sort(key=lambda linked: phrase.known_since(linked.claim.reported))
        if singly:
            marks += [
                _mark(linked, x, round(_FLOOR - (row + 1) * step, 2), width, round(max(step - 1.2, step * 0.7), 2))
                for row, linked in enumerate(group)
            ]
        else:
            height = round(max(len(group) * step, 1), 2)
            since = phrase.known_since(group[0].claim.reported)
            marks.append(Mark(x, round(_FLOOR - height, 2), width, height, since, "", ""))
    return tuple(marks)


def _mark(linked: LinkedClaim, x: float, y: float, width: float, height: float) -> Mark:
    claim = linked.claim
    return Mark(
        x, y, width, height, phrase.known_since(claim.reported), f" {' '.join(claim.topics)} ", claim.party or ""
    )


def _ticks(start: int, columns: int, unit: int, pitch: float, from_column: int) -> tuple[Tick, ...]:
    years = [Tick(0, "earlier")] if from_column else []
    for column in range(from_column, columns):
        year, month = divmod((start + column) * unit, 12)
        starts_year = month < unit or column == from_column
        x = round(column * pitch, 2)
        # A year's four digits take 10 per cent of a narrow phone; where years come closer, some go without a number.
        if starts_year and x <= 95 and (not years or x - years[-1].x >= 12):
            years.append(Tick(x, str(year)))
    return tuple(years)


def _words(
    filled: dict[int, list[LinkedClaim]], start: int, unit: int, name: str, of_what: str, claims: Sequence[LinkedClaim]
) -> str:
    dates = [linked.claim.date for linked in claims]
    column, busiest = max(filled.items(), key=lambda pair: (len(pair[1]), -pair[0]))
    year, month = divmod((start + column) * unit, 12)
    when = {
        "month": f"{phrase.MONTHS[month]} {year}",
        "quarter": f"{phrase.MONTHS[month]} to {phrase.MONTHS[min(month + 2, 11)]} {year}",
    }.get(name, f"the {name} of {year}" if name != "year" else str(year))
    return (
        f"{of_what} by {name}: {phrase.count(len(claims), 'claim')} {phrase.span(dates)}, "
        f"most of them in {when} ({len(busiest)})."
    )
