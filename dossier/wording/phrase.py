"""Words for dates, numbers and lists, as readers see them.

Choosing what to say is left to the rooms that speak. A date keeps its precision: a month is not given a day.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from dossier.wording.translation import Labels, cached, gettext, gettext_noop

_LENGTH_OF_DAY = len("2025-04-24")
_MONTHS = Labels(
    {
        "01": gettext_noop("January"),
        "02": gettext_noop("February"),
        "03": gettext_noop("March"),
        "04": gettext_noop("April"),
        "05": gettext_noop("May"),
        "06": gettext_noop("June"),
        "07": gettext_noop("July"),
        "08": gettext_noop("August"),
        "09": gettext_noop("September"),
        "10": gettext_noop("October"),
        "11": gettext_noop("November"),
        "12": gettext_noop("December"),
    }
)
_MONTHS_SHORT = Labels(
    {
        "01": gettext_noop("Jan"),
        "02": gettext_noop("Feb"),
        "03": gettext_noop("Mar"),
        "04": gettext_noop("Apr"),
        "05": gettext_noop("May"),
        "06": gettext_noop("Jun"),
        "07": gettext_noop("Jul"),
        "08": gettext_noop("Aug"),
        "09": gettext_noop("Sep"),
        "10": gettext_noop("Oct"),
        "11": gettext_noop("Nov"),
        "12": gettext_noop("Dec"),
    }
)


@cached(65536)
def date_words(date: str) -> str:
    """Return a model date as words: `2025-04-24` is "24 April 2025", `2025-04` "April 2025", `2025` itself."""
    return _date(date, _MONTHS)


def dates(date: str, reported: str, *, is_by: bool) -> str:
    """Return "of 17 April 2025; in these sources from 24 April 2025", or "of 17 April 2025" where both are the same.

    With `is_by` it is "by 17 April 2025", or "in or before April 2025": nobody says when.
    """
    if not is_by:
        words = gettext("of %(date)s", date=date_words(date))
    elif len(date) == _LENGTH_OF_DAY:
        words = gettext("by %(date)s", date=date_words(date))
    else:
        words = gettext("in or before %(date)s", date=date_words(date))
    if date == reported:
        return words
    return gettext("%(dated)s; in these sources from %(reported)s", dated=words, reported=date_words(reported))


def when(date: str, *, is_by: bool) -> str:
    """Return a date in few letters, for lists: "17 Apr 2025", "by 17 Apr 2025", or "in or before Apr 2025"."""
    words = date_short(date)
    if not is_by:
        return words
    if len(date) == _LENGTH_OF_DAY:
        return gettext("by %(date)s", date=words)
    return gettext("in or before %(date)s", date=words)


def reported(date: str) -> str:
    """Return since when a claim is in these sources."""
    return gettext("in these sources from %(date)s", date=date_words(date))


def month_heading(month: str, *, is_by: bool) -> str:
    """Return the heading above what is of a month, or of a year where no month is known; or above what was by then."""
    words = date_words(month)
    return gettext("In or before %(date)s", date=words) if is_by else words


@cached(65536)
def date_short(date: str) -> str:
    """Return a model date for narrow columns: `2025-04-24` is "24 Apr 2025", `2025-04` "Apr 2025"."""
    return _date(date, _MONTHS_SHORT)


def _date(date: str, months: Labels) -> str:
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not month:
        return year
    if not day:
        return gettext("%(month)s %(year)s", month=months[month], year=year)
    return gettext("%(day)s %(month)s %(year)s", day=int(day), month=months[month], year=year)


def month_names() -> frozenset[str]:
    """Return the names of all months, whole and short."""
    return frozenset((*_MONTHS.values(), *_MONTHS_SHORT.values()))


def time_words(moment_in_utc: str) -> str:
    """Return a time in UTC as words: "24 April 2025, 09:30 UTC"."""
    return gettext("%(date)s, %(time)s UTC", date=date_words(moment_in_utc[:10]), time=moment_in_utc[11:16])


def date_unknown() -> str:
    """Return what stands in the place of a date that nobody knows."""
    return gettext("date unknown")


def undated() -> str:
    """Return what is said of something without a date."""
    return gettext("undated")


def quarter_words(year: int, month: int) -> str:
    """Return the quarter that begins with a month, as in "April to June 2025"."""
    first, last = _MONTHS[f"{month:02}"], _MONTHS[f"{month + 2:02}"]
    return gettext("%(first)s to %(last)s %(year)s", first=first, last=last, year=year)


@lru_cache(maxsize=65536)
def known_since(date: str) -> str:
    """Return the last day that a date can mean, as `YYYY-MM-DD`: from then on it is certain to have passed.

    Empty for no date, which has always passed.
    """
    from dossier.model import last_day  # noqa: PLC0415 - the model needs pydantic, and messages need words without it

    return date if not date or len(date) == _LENGTH_OF_DAY else last_day(date).isoformat()


@lru_cache(maxsize=16384)
def moment(at: datetime) -> str:
    """Return an authored time as ISO 8601 in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_or_empty(at: datetime | None) -> str:
    """Return an authored time as `moment` does, or an empty string where there is none."""
    return moment(at) if at else ""


def day_of(at: datetime) -> str:
    """Return the day of an authored time where its author was."""
    return at.date().isoformat()


def listed(words: Iterable[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return gettext("%(words)s and %(last)s", words=", ".join(parts[:-1]), last=parts[-1])


def span(dates: Sequence[str]) -> str:
    """Return "in 2025" or "from March 2022 to January 2026" for dates in any order; empty for none."""
    if not dates:
        return ""
    first, last = min(dates), max(dates)
    if first != last:
        return gettext("from %(first)s to %(last)s", first=date_words(first), last=date_words(last))
    if len(first) == 10:
        return gettext("on %(date)s", date=date_words(first))
    if len(first) == len("2025"):
        return gettext("in %(year)s", year=first)
    return gettext("in %(date)s", date=date_words(first))


def clipped(text: str, length: int) -> str:
    """Return text of at most `length` characters, cut between words and ended by "…" where something was cut."""
    if len(text) <= length:
        return text
    cut = text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{cut}…"
