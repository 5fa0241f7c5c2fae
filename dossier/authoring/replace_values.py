"""Replaces single values in the text of a YAML file; every other letter stays, comments included.

What to write is left to the caller.
"""

import re
from collections.abc import Mapping

from dossier.authoring.yaml_scalars import value_of
from dossier.problem.place import KeyPath
from dossier.yamlfile import value_extents

_BLOCK = re.compile(r"[|>][0-9+-]*(?P<comment>[ \t]+#[^\n]*)?\n")


def replace_values(text: str, file: str, values: Mapping[KeyPath, str]) -> str:
    """Return a file's text with the scalars at some paths replaced. Raises `KeyError` where there is none at a path."""
    extents = value_extents(text, file)
    for path, value in sorted(values.items(), key=lambda one: extents[one[0]].start, reverse=True):
        extent = extents[path]
        line = text[text.rfind("\n", 0, extent.start) + 1 : extent.start]
        written = value_of(str(path[-1]), value, len(re.match(r"[ -]*", line)[0]) + 2)  # type: ignore[index]
        old = text[extent.start : extent.end]
        end = extent.start + len(old.rstrip())
        # A comment behind a value stands on its first line, and does so behind the new one.
        head = _BLOCK.match(old)
        behind = "" if head else text[end:].partition("\n")[0]
        first, break_, rest = written.partition("\n")
        comment = head["comment"] or "" if head else behind
        text = f"{text[: extent.start]}{first}{comment}{break_}{rest}{text[end + len(behind) :]}"
    return text
