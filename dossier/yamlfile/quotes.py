"""Puts a value into quotes as YAML needs it.

A value that has several lines or is long is left to its author.
"""

_LONGEST = 70


def quoted(value: str) -> str:
    """Return the value in quotes on one line, or an empty string where it is empty, long or has several lines."""
    if not value or len(value) > _LONGEST or "\n" in value:
        return ""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
