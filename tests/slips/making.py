"""Makes slips of patterns: what is replaced in a line, a value or a key.

Which slips there are is left to `slips` and `value_slips`.
"""

import re
from collections.abc import Callable

from tests.slips.spots import Spot

Slip = Callable[[Spot], str | None]
SCALARS = "plain \" '"


def line(pattern: str, by: str) -> Slip:
    """Return a slip that replaces something in a field's line, from the key on."""

    def slip(spot: Spot) -> str | None:
        line = spot.line[spot.column :]
        made = re.sub(pattern, by, line, count=1)
        return None if made == line else spot.with_line(spot.line[: spot.column] + made)

    return slip


def value(kinds: str, form: str | Callable[[str], str | None], styles: str = "plain") -> Slip:
    """Return a slip that writes the value of fields of these kinds otherwise; in `form`, `{}` stands for what it was."""

    def slip(spot: Spot) -> str | None:
        if (kinds != "*" and spot.kind not in kinds.split()) or spot.style not in styles.split():
            return None
        made = form.replace("{}", spot.value) if isinstance(form, str) else form(spot.value)
        return None if made is None else spot.with_value(made)

    return slip


def key(change: Callable[[str], str | None]) -> Slip:
    def slip(spot: Spot) -> str | None:
        made = change(spot.key)
        return None if made is None else spot.with_key(made)

    return slip
