"""What a picture of claims over time shows, in words.

Drawing it is left to `pages`.
"""

from dossier.wording import counted, phrase
from dossier.wording.translation import Labels, gettext, gettext_noop, number_words

_BY_UNIT = Labels(
    {
        "month": gettext_noop("%(what)s by month: %(claims)s %(span)s, most of them in or by %(when)s (%(number)s)."),
        "quarter": gettext_noop(
            "%(what)s by quarter: %(claims)s %(span)s, most of them in or by %(when)s (%(number)s)."
        ),
        "year": gettext_noop("%(what)s by year: %(claims)s %(span)s, most of them in or by %(when)s (%(number)s)."),
        "decade": gettext_noop("%(what)s by decade: %(claims)s %(span)s, most of them in or by %(when)s (%(number)s)."),
        "age": gettext_noop("%(what)s by age: %(claims)s %(span)s, most of them in or by %(when)s (%(number)s)."),
    }
)


def words(what: str, unit: str, dates: list[str], start: tuple[int, int], busiest: int) -> str:
    """Return what a picture shows: claims of these dates by a unit of time, most of them in the one that begins so.

    `start` is a year and a month.
    """
    return _BY_UNIT.filled(
        unit,
        what=what,
        claims=counted.claims(len(dates)),
        span=phrase.span(dates),
        when=_when(unit, *start),
        number=number_words(busiest),
    )


def _when(unit: str, year: int, month: int) -> str:
    if unit == "month":
        return phrase.date_words(f"{year:04}-{month:02}")
    if unit == "quarter":
        return phrase.quarter_words(year, month)
    if unit == "decade":
        return gettext("the decade of %(year)s", year=year)
    return gettext("the age of %(year)s", year=year) if unit == "age" else str(year)


def earlier() -> str:
    """Return the name of the column for all that lies far back."""
    return gettext("earlier")


def about_topic(title: str) -> str:
    """Return what a topic's picture shows."""
    return gettext("Claims about %(topic)s", topic=title)


def everything() -> str:
    """Return what the picture of the timeline shows."""
    return gettext("Everything that happened or was said")
