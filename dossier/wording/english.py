"""Counts, lists and shortened values in messages for contributors, which are always English.

What readers of the site see is left to the other modules, which are translated.
"""

from collections.abc import Iterable


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 claim", "2 claims"; `many` is needed where the plural is not made with an s."""
    if number == 1:
        return f"1 {one}"
    return f"{number:,} {many or one + 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c", with the word `last` before the last one."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def cut(text: str, length: int = 60) -> str:
    """Return text on one line, of at most `length` characters, ended by "…" where something was cut."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
