"""Writes a value the way it must stand in YAML.

Never guesses: where the value runs over a line or has both kinds of quotes and a backslash, it says nothing.
"""

_LONGEST = 70


def quoted(value: str) -> str:
    """Return the value in quotes, on one line and with nothing lost, or an empty string where that would be long or in doubt."""
    if not value or len(value) > _LONGEST or "\n" in value:
        return ""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
