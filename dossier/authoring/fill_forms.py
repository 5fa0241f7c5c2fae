"""Fills in forms, and inserts updates into the text of briefs and topics.

Everything around an update stays byte for byte. Files are read and written by `create` and `add_source`.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from dossier.authoring import forms
from dossier.authoring.yaml_scalars import flow, scalar
from dossier.problem import UserError

_TOP_LEVEL_KEY = re.compile(r"[^\s#-]|-\S")

FieldValues = Mapping[str, str | tuple[str, ...]]


def fill(form: str, values: FieldValues) -> str:
    """Return a form with each value at the first line of its key, which is uncommented where needed.

    A tuple becomes a list. Raises `KeyError` where the form does not have a key.
    """
    for key, value in values.items():
        found = re.search(rf"^(?P<lead> *(?:- )?)#?{re.escape(key)}:.*$", form, re.MULTILINE)
        if found is None:
            raise KeyError(key)
        text = scalar(value, len(found["lead"]) + 2) if isinstance(value, str) else flow(value)
        form = f"{form[: found.start()]}{found['lead']}{key}: {text}{form[found.end() :]}"
    return form


def brief(brief_id: str, values: FieldValues) -> str:
    """Return the text of a new brief."""
    return fill(forms.BRIEF.replace("<id>", brief_id), values)


def topic(topic_id: str, values: FieldValues) -> str:
    """Return the text of a new topic."""
    return fill(forms.TOPIC.replace("<id>", topic_id), values)


def source(values: FieldValues, abstract: str) -> str:
    """Return the text of a new source record."""
    return fill(forms.SOURCE, values) + (abstract.strip() + "\n" if abstract.strip() else "")


def update(values: FieldValues) -> str:
    """Return an update as an element of a YAML list, without indentation."""
    return fill(forms.UPDATE, values)


def mint_id(day: date, taken: Collection[str], suffixes: Iterator[str]) -> str:
    """Return a new id for an update: the day, and the first of `suffixes` that gives an id not yet taken."""
    return next(update_id for suffix in suffixes if (update_id := f"{day:%Y%m%d}-{suffix}") not in taken)


def append_update(text: str, element: str) -> str:
    """Return the text of a brief or topic with one more update at the end of its `updates`.

    `element` comes from `update`. Raises `UserError` where `updates` is a list in brackets.
    """
    return append_element(text, "updates", element)


def append_element(text: str, list_key: str, element: str) -> str:
    """Return the text of a file with one more element at the end of a list that stands at its first level.

    A blank line comes before it where one stands before the last. Raises `UserError` where the list is in brackets.
    """
    key = re.compile(rf"""(["']?){list_key}\1[ ]*:(?P<value>[^\n]*)""")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    start = next((number for number, line in enumerate(lines) if key.match(line)), None)
    if start is None:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += ["", f"{list_key}:", *_indented(element, 2), ""]
        return newline.join(lines)

    found = key.match(lines[start])
    value = found["value"].split(" #")[0].strip() if found else ""
    if value not in ("", "[]"):
        what = list_key.removesuffix("s")
        raise UserError(
            f"`{list_key}` is written in brackets on one line, so no {what} can be added",
            f'write each {what} on lines of its own below `{list_key}:`, beginning with "  - "',
        )
    end = end_of_block(lines, start)
    pattern = next((line for line in lines[start + 1 : end] if line.lstrip().startswith("- ")), None)
    indent = len(pattern) - len(pattern.lstrip()) if pattern else 2
    begins = [number for number in range(start + 1, end) if lines[number].startswith(f"{' ' * indent}- ")]
    is_apart = len(begins) > 1 and not lines[begins[-1] - 1].strip()
    if value == "[]":
        lines[start] = lines[start].replace("[]", "", 1).rstrip()
    lines[end:end] = [*([""] if is_apart else []), *_indented(element, indent)]
    return newline.join(lines)


def end_of_block(lines: Sequence[str], start: int) -> int:
    """Return where what stands below a key of a file's first level ends, by the number of the line behind it."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.startswith(("---", "...")) or _TOP_LEVEL_KEY.match(line):
            break
        # Blank lines and comments between two keys belong to the key below.
        if line.strip() and not line.startswith("#"):
            end = number + 1
    return end


def _indented(element: str, indent: int) -> list[str]:
    pad = " " * indent
    return [pad + line if line.strip() else "" for line in element.rstrip("\n").split("\n")]
