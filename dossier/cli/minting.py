"""The current date and time, and random ids, for records that a person creates.

A build does not use them: what is published depends on the content alone.
"""

import secrets
from collections.abc import Iterator
from datetime import UTC, date, datetime

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def today() -> date:
    """Return today's date in UTC."""
    return datetime.now(UTC).date()


def now() -> datetime:
    """Return the current time in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def random_suffixes() -> Iterator[str]:
    """Yield random strings of six letters and digits. Those that are easily confused, such as 0 and o, are not used."""
    while True:
        yield "".join(secrets.choice(_LETTERS) for _ in range(6))
