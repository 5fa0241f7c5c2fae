"""A language that nobody speaks, to tell interface words from content, and both from words that nobody marked.

Marked words are translated into wide letters, content is written in Greek ones: what is left in Latin letters was not marked.
"""

import re
from copy import deepcopy
from dataclasses import replace
from gettext import NullTranslations
from typing import Any

from tests import seam

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = str.maketrans(LATIN, "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈαβγδεζηθικλμνξοπρστυφχψωάέ")
_WIDE = str.maketrans(LATIN, "".join(chr(ord(letter) + 0xFEE0) for letter in LATIN))
_NOT_WORDS = re.compile(r"(%\(\w+\)s|<[^>]*>)")
_CONTENT = frozenset(
    "title question aliases spellings includes excludes text gaps note name about role outlet abstract published_basis "
    "directness_note leaning reason status_reason authors rests_on caveats publisher quote summary before after drift short "
    "description rights translation seen_by".split()
)
"""The fields that people write in words."""


class WideTranslations(NullTranslations):
    """Translations into wide letters. `asked` are the messages that were translated."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return wide(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add(msgid1)
        return wide(msgid1 if n == 1 else msgid2)


def wide(message: str) -> str:
    """Return a message in wide letters, but for tags and the places of values."""
    parts = _NOT_WORDS.split(message)
    return "".join(part if number % 2 else part.translate(_WIDE) for number, part in enumerate(parts))


def in_greek(trees: seam.Trees) -> seam.Trees:
    """Return a dossier whose content is written in Greek letters."""
    made = deepcopy(trees)
    for tree in (made.settings, made.briefs, made.topics, made.sources, made.parties, made.people, made.origins):
        _rewrite(tree)
    _rewrite(made.overview or {})
    texts = {source: text.translate(_GREEK) for source, text in made.texts.items()}
    checked = {
        source: (day, tuple(quote.translate(_GREEK) for quote in quotes))
        for source, (day, quotes) in made.checked.items()
    }
    return replace(made, texts=texts, checked=checked)


def _rewrite(tree: Any, is_content: bool = False) -> None:
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        written = key in _CONTENT if isinstance(tree, dict) else is_content
        if isinstance(value, dict | list):
            # What a claim is about are ids.
            _rewrite(value, written and key != "about")
        elif written and isinstance(value, str):
            tree[key] = value.translate(_GREEK)
