"""Words for dates, counts, lists and the words of the model, as readers see them.

Choosing what to say is left to the rooms that speak. A date keeps its precision: a month is not given a day.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

STATUS = {
    "denied": "Denied",
    "disputed": "Disputed",
    "withdrawn": "Withdrawn",
}
KIND = {
    "position": "Position",
    "event": "Event",
    "statement": "Statement",
    "denial": "Denial",
    "analysis": "Analysis",
}
KINDS = {
    "position": "Positions",
    "event": "Events",
    "statement": "Statements",
    "denial": "Denials",
    "analysis": "Analysis",
}
UPDATE_KIND = {
    "new": "New",
    "development": "Development",
    "correction": "Correction",
    "retraction": "Retraction",
    "closed": "Closed",
}
DIRECTNESS = {
    "original": "its own reporting",
    "relay": "passes on a report by others",
    "rewrite": "rewrites what others reported",
    "third-hand": "third-hand: passes on what others passed on",
}
GRADES = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
ORIGIN_KIND = {
    "report": "Report",
    "document": "Document",
    "interview": "Interview",
    "statement": "Statement",
    "public-record": "Public record",
    "background": "An outlet’s own voice",
    "unattributed": "No origin given",
}
NOBODYS = {
    "public-record": "common knowledge",
    "background": "the outlet’s own voice",
    "unattributed": "the text names no origin",
}
BASIS = {
    "independent": "Independent origins",
    "on-record": "On the record",
    "document": "Document",
    "party-account": "A party’s account",
    "public-record": "Public record",
    "one-report": "One report",
    "outlet": "The outlet’s own account",
    "unattributed": "No origin given",
}
NO_BASIS = "Nothing here supports it"
SPEECH = {"quoted": "quoted", "paraphrased": "paraphrased"}
DRIFT = {
    "omits": "What it leaves out",
    "adds": "What it adds",
    "sharpens": "What it makes stronger",
    "softens": "What it makes weaker",
    "misattributes": "What it gives to somebody else",
    "": "How it differs",
}


@lru_cache(maxsize=65536)
def date_words(date: str) -> str:
    """Return a model date as words: `2025-04-24` is "24 April 2025", `2025-04` "April 2025", `2025` itself."""
    parts = date.split("-")
    if len(parts) == 1:
        return date
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def dates(date: str, reported: str) -> str:
    """Return "of 17 April 2025; in these sources from 24 April 2025", or "of 17 April 2025" where both are the same."""
    of = f"of {date_words(date)}"
    return of if date == reported else f"{of}; in these sources from {date_words(reported)}"


@lru_cache(maxsize=65536)
def date_short(date: str) -> str:
    """Return a model date for narrow columns: `2025-04-24` is "24 Apr 2025", `2025-04` "Apr 2025"."""
    parts = date.split("-")
    if len(parts) == 1:
        return date
    month = MONTHS[int(parts[1]) - 1][:3]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


@lru_cache(maxsize=65536)
def known_since(date: str) -> str:
    """Return the last day that a date can mean, as `YYYY-MM-DD`: from then on it is certain to have passed.

    Empty for no date, which has always passed.
    """
    from dossier.model import last_day  # noqa: PLC0415 - the model needs pydantic, and messages need words without it

    return date if not date or len(date) == 10 else last_day(date).isoformat()


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


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 claim", "2 claims"; `many` is needed where the plural is not made with an s."""
    if number == 1:
        return f"1 {one}"
    return f"{number:,} {many or one + 's'}"


def quotes(number: int, sources: int, against: int = 0) -> str:
    """Return "2 quotes from 1 source", or "3 quotes from 2 sources, 1 for and 2 against" where some deny what others say."""
    words = f"{count(number, 'quote')} from {count(sources, 'source')}"
    return f"{words}, {number - against:,} for and {against:,} against" if against else words


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c", with the word `last` before the last one."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def span(dates: Sequence[str]) -> str:
    """Return "in 2025" or "from March 2022 to January 2026" for dates in any order; empty for none."""
    if not dates:
        return ""
    first, last = min(dates), max(dates)
    if first == last:
        return f"{'on' if len(first) == 10 else 'in'} {date_words(first)}"
    return f"from {date_words(first)} to {date_words(last)}"


def clipped(text: str, length: int) -> str:
    """Return text of at most `length` characters, cut between words and ended by "…" where something was cut."""
    if len(text) <= length:
        return text
    cut = text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{cut}…"


def cut(text: str, length: int = 60) -> str:
    """Return text on one line, of at most `length` characters, ended by "…" where something was cut."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
