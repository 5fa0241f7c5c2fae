"""Names in other scripts, with language tags for screen readers and browsers, and the order of names.

A language is told only from letters that no other language has; otherwise the tag names the script.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LETTERS = (
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[ыэъёЫЭЪЁ]")),
    ("und-Cyrl", re.compile("[\u0400-\u04ff]")),
    ("und-Grek", re.compile("[\u0370-\u03ff]")),
    ("und-Arab", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("und-Hebr", re.compile("[\u0590-\u05ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("und-Hani", re.compile("[\u4e00-\u9fff]")),
    ("und-Deva", re.compile("[\u0900-\u097f]")),
    ("und-Geor", re.compile("[\u10a0-\u10ff]")),
    ("und-Armn", re.compile("[\u0530-\u058f]")),
)


class Spelling(NamedTuple):
    """A name as somebody writes it, and the BCP 47 tag of its language or script; empty for Latin letters."""

    text: str
    language: str


def spelling(text: str) -> Spelling:
    """Return a name with its tag: a language where its letters belong to one only, else its script."""
    return Spelling(text, next((tag for tag, letters in _LETTERS if letters.search(text)), ""))


# Letters that have a place of their own behind the one that they look like or stand in for.
_BEHIND = str.maketrans(
    {"ґ": "г\uf8f0", "є": "е\uf8f0", "ё": "е\uf8f0", "і": "и\uf8f0", "ї": "и\uf8f1", "й": "и\uf8f2", "ў": "у\uf8f0"}
)


def alphabetical(name: str) -> tuple[str, str]:
    """Return what names are sorted by: capitals and accents come into it only where all else is the same."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name.casefold()).translate(_BEHIND))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)), name


def other_names(called: str, *names: Iterable[str]) -> tuple[Spelling, ...]:
    """Return the names of what is `called` otherwise, each once and in their order.

    Left out is what stands in whole words in `called` itself: whoever reads or searches that has found it.
    """
    return tuple(spelling(name) for name in _distinct(called, names))


def _distinct(called: str, names: Iterable[Iterable[str]]) -> Iterator[str]:
    said = f" {called.casefold()} "
    seen = set()
    for name in (name for some in names for name in some):
        folded = name.casefold()
        if folded not in seen and f" {folded} " not in said:
            seen.add(folded)
            yield name
