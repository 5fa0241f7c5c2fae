"""What only a command typed by a person may ask for: today, now, and a throw of the dice.

Never called by anything that builds: what is published depends on the content alone.
"""

import secrets
from collections.abc import Iterator
from datetime import UTC, date, datetime

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def today() -> date:
    """Return today's date in UTC."""
    return datetime.now(UTC).date()


def now() -> datetime:
    """Return the present second in UTC."""
    return datetime.now(UTC).replace(microsecond=0)


def tails() -> Iterator[str]:
    """Yield random words of six letters and digits, none of them easily mistaken for another."""
    while True:
        yield "".join(secrets.choice(_LETTERS) for _ in range(6))
