"""Markdown as one line of plain text, for descriptions and titles.

Never renders: it takes marks away, and what it cannot take away stays as it was written.
"""

import re

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"(?<!\\)[*_`]+(?=\S)|(?<=\S)(?<!\\)[*_`]+|^\s*(?:[-+*>#]+|\d+[.)])\s+", re.MULTILINE)
_SPECIAL = re.compile(r"[\[*_`>#\\]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)


def plain(markdown: str) -> str:
    """Return a Markdown text without its marks, on one line."""
    if _SPECIAL.search(markdown):
        markdown = _MARKS.sub("", _LINK.sub(r"\1", markdown)).replace("\\", "")
    return " ".join(markdown.split())


def first_sentence(markdown: str) -> str:
    """Return the first sentence of a Markdown text as plain text."""
    text = plain(markdown)
    end = re.search(r"(?<=[.!?])[”\"’']?\s+(?=[A-ZÀ-Þ“\"‘'])", text)
    return text[: end.start()].rstrip() if end else text
