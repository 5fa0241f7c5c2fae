"""Changes single keys of a source record that a person wrote, and leaves every other letter as it is.

What the values mean is left to whoever asks for the change.
"""

import re
from collections.abc import Mapping, Sequence

from dossier.authoring.fill_forms import end_of_block
from dossier.problem import Code, UserError
from dossier.yamlfile import read_front_matter
from dossier.yamlfile.front_matter import split


def with_keys(text: str, file: str, keys: Mapping[str, Sequence[str]]) -> str:
    """Return a record's text with keys written anew: for each its lines, from its own on; without lines it is taken out.

    A key that is there is replaced where it stands, another comes behind the last. Raises `UserError` where that would
    disturb anything else.
    """
    changed = text
    for key, lines in keys.items():
        changed = _with_key(changed, file, key, lines)
    _refuse_disturbance(text, changed, file, keys)
    return changed


def _with_key(text: str, file: str, key: str, lines: Sequence[str]) -> str:
    parts = split(text)
    if isinstance(parts, Code):
        raise UserError(f"{file} has faults, and cannot be changed", "correct it first: python build.py check")
    newline = "\r\n" if "\r\n" in text else "\n"
    head, rest = text[: parts.fence], text[parts.fence :]
    rows = head.rstrip("\r\n").split(newline)
    start = next((at for at, row in enumerate(rows) if re.match(rf"""(["']?){re.escape(key)}\1[ ]*:""", row)), None)
    if start is not None:
        rows[start : end_of_block(rows, start)] = lines
    else:
        rows += lines
    return newline.join(rows) + newline + rest.lstrip("\r\n")


def _refuse_disturbance(before: str, after: str, file: str, keys: Mapping[str, Sequence[str]]) -> None:
    was, body, _, _ = read_front_matter(before, file)
    now, same_body, _, problems = read_front_matter(after, file)
    if not problems and isinstance(was, dict) and isinstance(now, dict) and body == same_body:
        rest = [{key: value for key, value in tree.items() if key not in keys} for tree in (was, now)]
        if rest[0] == rest[1] and all((key in now) == bool(lines) for key, lines in keys.items()):
            return
    raise UserError(
        f"{file} is written in a form that cannot be changed without disturbing it",
        f"write it by hand: {' / '.join(line for lines in keys.values() for line in lines)}",
    )
