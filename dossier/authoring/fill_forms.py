"""Fills in blank forms and adds updates to files that people wrote.

Never disturbs what stands in a file: an update is put in where it belongs, and everything around it stays byte for byte.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from dossier.authoring import forms
from dossier.authoring.yaml_scalars import flow, scalar
from dossier.problem import UserError

_TOP_KEY = re.compile(r"[^\s#-]|-\S")
_ITS_KEY = re.compile(r"""(["']?)updates\1[ ]*:(?P<value>[^\n]*)""")

Given = Mapping[str, str | tuple[str, ...]]


def fill(blank: str, given: Given) -> str:
    """Return a blank form with values at the first line of each key that is given, switched on where it was off.

    Words in a tuple become a list. A key that the form does not have raises `KeyError`.
    """
    for key, value in given.items():
        found = re.search(rf"^(?P<lead> *(?:- )?)#?{re.escape(key)}:.*$", blank, re.MULTILINE)
        if found is None:
            raise KeyError(key)
        written = scalar(value, len(found["lead"]) + 2) if isinstance(value, str) else flow(value)
        blank = f"{blank[: found.start()]}{found['lead']}{key}: {written}{blank[found.end() :]}"
    return blank


def brief(brief_id: str, given: Given) -> str:
    """Return the text of a new brief."""
    return fill(forms.BRIEF.replace("<id>", brief_id), given)


def topic(topic_id: str, given: Given) -> str:
    """Return the text of a new topic."""
    return fill(forms.TOPIC.replace("<id>", topic_id), given)


def source(given: Given, abstract: str) -> str:
    """Return the text of a new source record."""
    return fill(forms.SOURCE, given) + (abstract.strip() + "\n" if abstract.strip() else "")


def update(given: Given) -> str:
    """Return an update as one element of a list, from column 1."""
    return fill(forms.UPDATE, given)


def mint(day: date, taken: Collection[str], tails: Iterator[str]) -> str:
    """Return a new id for an update: the day and the first of `tails` that makes an id not taken yet."""
    return next(minted for tail in tails if (minted := f"{day:%Y%m%d}-{tail}") not in taken)


def append_update(text: str, element: str) -> str:
    """Return the text of a brief or topic with one more update at the end of its `updates`.

    `element` is what `update` gives. Raises `UserError` where `updates` is written in a form that cannot be added to.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    start = next((number for number, line in enumerate(lines) if _ITS_KEY.match(line)), None)
    if start is None:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += ["", "updates:", *_indented(element, 2), ""]
        return newline.join(lines)

    value = _ITS_KEY.match(lines[start])
    written = value["value"].split(" #")[0].strip() if value else ""
    if written not in ("", "[]"):
        raise UserError(
            "`updates` is written on one line in brackets, and there is no place for another in it",
            'write each update below `updates:`, from a line that begins with "  - "',
        )
    end = _end_of_block(lines, start)
    last = next((line for line in lines[start + 1 : end] if line.lstrip().startswith("- ")), None)
    indent = len(last) - len(last.lstrip()) if last else 2
    if written == "[]":
        lines[start] = lines[start].replace("[]", "", 1).rstrip()
    lines[end:end] = _indented(element, indent)
    return newline.join(lines)


def _end_of_block(lines: list[str], start: int) -> int:
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.startswith(("---", "...")) or _TOP_KEY.match(line):
            break
        # Blank lines and remarks between two keys belong to the key below.
        if line.strip() and not line.startswith("#"):
            end = number + 1
    return end


def _indented(element: str, indent: int) -> list[str]:
    pad = " " * indent
    return [pad + line if line.strip() else "" for line in element.rstrip("\n").split("\n")]
