"""Writes single values as YAML that is read back as the same text.

Values that YAML could take for a number or a boolean are quoted. Writing whole records is left to `fill_forms`.
"""

import re
import textwrap
from collections.abc import Iterable

_PLAIN = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*")
_IN_LIST = re.compile(r"[^\W_][\w /.-]*")
_TYPED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"}
_NUMBER = re.compile(r"[\d_.,:eExXob+-]+", re.ASCII)
_ORDINAL = re.compile(r"[1-9]\d*", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
_WIDTH = 116
_FOLD_FROM = 96


def scalar(text: str, indent: int = 2) -> str:
    """Return `text` as the value of a key. Further lines are indented by `indent` spaces.

    A long line is folded, and text of several lines stays as it is. White space at either end is removed.
    """
    text = text.strip()
    lines = [line.rstrip() for line in text.splitlines()]
    pad = " " * indent
    # A block whose first line is indented would need an indentation indicator, so the text was stripped above.
    if len(lines) > 1:
        return "|-\n" + "\n".join(pad + line if line else "" for line in lines)
    if len(text) > _FOLD_FROM and text == " ".join(text.split()):
        folded = textwrap.wrap(text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        return ">-\n" + "\n".join(pad + line for line in folded)
    return text if _PLAIN.fullmatch(text) and not _is_typed(text) and not text.endswith(":") else _quoted(text)


def value_of(key: str, text: str, indent: int = 2) -> str:
    """Return `text` as the value of a certain key: the number of a paragraph is one, everything else is a text."""
    return text if key == "paragraph" and _ORDINAL.fullmatch(text) else scalar(text, indent)


def flow(words: Iterable[str]) -> str:
    """Return words as a list on one line."""
    return "[" + ", ".join(w if _IN_LIST.fullmatch(w) and not _is_typed(w) else _quoted(w) for w in words) + "]"


def _is_typed(text: str) -> bool:
    if text.casefold() in _TYPED:
        return True
    return bool(_NUMBER.fullmatch(text)) and not _DATE.fullmatch(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'
