"""Dates that keep their precision: a year, a month or a day, as ISO 8601 text.

Dates sort as text: `2025` before `2025-04` before `2025-04-24`. Words for readers are left to `wording`.
"""

import calendar
import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

Precision = Literal["year", "month", "day"]
DATE_PATTERN = r"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$"
_FORM = re.compile(DATE_PATTERN)


def _check(text: str) -> str:
    found = _FORM.fullmatch(text)
    if not found:
        raise PydanticCustomError("date_form", "a date is written as YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        raise PydanticCustomError("date_unreal", "there is no such date") from None
    return text


# To an editor that reads YAML 1.2 an unquoted `2025` is a number, so the schema allows numbers.
Date = Annotated[
    str,
    AfterValidator(_check),
    WithJsonSchema({"type": ["string", "integer"], "pattern": DATE_PATTERN, "minimum": 1000, "maximum": 9999}),
]


DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _check_day(text: str) -> str:
    if precision(_check(text)) != "day":
        raise PydanticCustomError("day_form", "a day is written as YYYY-MM-DD")
    return text


Day = Annotated[str, AfterValidator(_check_day), WithJsonSchema({"type": "string", "pattern": DAY_PATTERN})]
"""A date that is known to the day."""

UNKNOWN = "unknown"
KNOWN_OR_NOT_PATTERN = DATE_PATTERN.replace("^", "^(?:").replace("$", f"|{UNKNOWN})$")

DateOrUnknown = Annotated[
    str,
    AfterValidator(lambda text: text if text == UNKNOWN else _check(text)),
    WithJsonSchema({"type": ["string", "integer"], "pattern": KNOWN_OR_NOT_PATTERN, "minimum": 1000, "maximum": 9999}),
]
"""A date, or the word `unknown`."""


def precision(date: str) -> Precision:
    """Return how precisely a valid date is known."""
    return ("year", "month", "day")[date.count("-")]


def first_day(date: str) -> datetime.date:
    """Return the first day that a valid date can mean."""
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return datetime.date(year, month, day)


def last_day(date: str) -> datetime.date:
    """Return the last day that a valid date can mean."""
    first = first_day(date)
    match precision(date):
        case "year":
            return first.replace(month=12, day=31)
        case "month":
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        case _:
            return first


def is_after(one: str, other: str) -> bool:
    """Return whether `one` is later than `other` whichever days the two mean."""
    shorter = min(len(one), len(other))
    return one[:shorter] > other[:shorter]
