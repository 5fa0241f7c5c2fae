"""Guesses which date or time a contributor meant who wrote it in another format.

Where two readings are possible there is no guess: `04/05/2025` is one day here and another there.
"""

import datetime
import re

_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[T ]\d{1,2}:.*)?")
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([A-Za-z]+)\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"([A-Za-z]+)\.?,?\s+(\d{4})")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?",
    re.IGNORECASE,
)


def guess_date(text: str) -> str:
    """Return the date in a text of another format, as YYYY-MM-DD or YYYY-MM, or an empty string."""
    text = _hyphens(text)
    found = _YEAR_FIRST.fullmatch(text) or _RUN_TOGETHER.fullmatch(text)
    if found:
        return _date(found[1], found[2], found[3])
    if found := _DOTTED.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if found := _SLASHED.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            return _date(found[3], found[2], found[1])
        return _date(found[3], found[1], found[2]) if second > 12 or first == second else ""
    if found := _DAY_MONTH.fullmatch(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _date(found[3], _month(found[1]), found[2])
    if found := _MONTH_YEAR.fullmatch(text):
        return _date(found[2], _month(found[1]), None)
    return ""


def guess_both_dates(text: str) -> tuple[str, str] | None:
    """Return both dates that a text such as `04/05/2025` can mean, first with the day in front, or None."""
    found = _SLASHED.fullmatch(_hyphens(text))
    if not found or found[1] == found[2]:
        return None
    both = _date(found[3], found[2], found[1]), _date(found[3], found[1], found[2])
    return both if all(both) else None


def guess_moment(text: str) -> tuple[str, bool]:
    """Return the time in a text of another format, or an empty string, and whether the text states an offset.

    Without an offset in the text the time has +00:00.
    """
    found = _MOMENT.fullmatch(_hyphens(text))
    if not found:
        return "", False
    day, hour, minute, second, zone = found.groups()
    stated = zone is not None
    zone = "+00:00" if zone is None or zone.upper() in {"Z", "UTC", "GMT"} else zone.replace(":", "")
    if ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    moment = f"{day}T{int(hour):02}:{minute}:{second or '00'}{zone}"
    try:
        datetime.datetime.fromisoformat(moment)
    except ValueError:
        return "", False
    return moment, stated


def _hyphens(text: str) -> str:
    return re.sub("[\u2010-\u2015\u2212]", "-", text.strip())


def _date(year: str, month: str | None, day: str | None) -> str:
    if not month:
        return ""
    try:
        full = datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return full.isoformat() if day else full.isoformat()[:7]


def _month(name: str) -> str | None:
    name = name.casefold()
    name = "sep" if name == "sept" else name
    return next((str(names.index(name) + 1) for names in _MONTHS if name in names), None)
