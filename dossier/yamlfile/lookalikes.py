"""Finds words in which a letter of another script passes for one of the word's own, as a Cyrillic о in a Latin word does.

What is said of such a word to a person is left to `characters`. Which letters look alike is the table of Unicode's
Technical Standard 39, as `confusable_homoglyphs` has it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

# Latin or Cyrillic beside any other letter. Nearly all words have one script, and this is all that is done with them.
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_OTHER = rf"[^\W\d_{_LATIN}ªº]"
_CYRILLIC = "\u0400-\u052f"
_NOT_CYRILLIC = rf"[^\W\d_{_CYRILLIC}]"
_MIXED = re.compile(rf"[{_LATIN}]{_OTHER}|{_OTHER}[{_LATIN}]|[{_CYRILLIC}]{_NOT_CYRILLIC}|{_NOT_CYRILLIC}[{_CYRILLIC}]")
_WORD = re.compile(r"[^\W\d_]+")
# A letter that few languages have is no letter that somebody meant: a word that only such ones complete is let be.
_ORDINARY = {
    "LATIN": re.compile("[A-Za-z]"),
    "CYRILLIC": re.compile("[\u0400-\u045f\u0490\u0491]"),
    "GREEK": re.compile("[\u0386-\u03ce]"),
}
# Scripts whose letters stand beside Latin ones in one word, and are told from them at a glance.
_NO_ALPHABETS = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "THAI", "ARABIC", "HEBREW", "DEVANAGARI"}


class Mixed(NamedTuple):
    """A word, where it stands in the text, the first letter that is not of its script, and the word as it was meant."""

    start: int
    word: str
    letter: str
    meant: str


def mixed_words(text: str) -> Iterator[Mixed]:
    """Yield each word of two scripts that would be a word of one script if a letter were what it looks like."""
    seen = -1
    for pair in _MIXED.finditer(text):
        start = pair.start()
        while start > 0 and _WORD.match(text[start - 1]):
            start -= 1
        found = _WORD.match(text, start)
        if found is None or found.end() <= seen:
            continue
        seen = found.end()
        scripts = dict.fromkeys(map(_script, found[0]))
        if scripts.keys() & _NO_ALPHABETS:
            continue
        meant = [(letters, script) for script in scripts for letters in [_in_script(found[0], script)] if letters]
        if meant:
            # The script of the most letters is the word's own.
            whole = max(meant, key=lambda one: sum(_script(letter) == one[1] for letter in found[0]))[0]
            odd = next(letter for letter, own in zip(found[0], whole, strict=True) if letter != own)
            yield Mixed(start, found[0], odd, whole)


def _in_script(word: str, script: str) -> str:
    """Return a word with each letter of another script put into this one, or nothing where one looks like none of it."""
    made = [letter if _script(letter) == script else _alike(letter, script) for letter in word]
    return "".join(made) if all(made) else ""


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


@cache
def _alike(letter: str, script: str) -> str:
    """Return the letter of a script that looks like one of another script, or nothing; only letters in ordinary use."""
    from confusable_homoglyphs.confusables import is_confusable  # noqa: PLC0415 - its tables take 50 ms to load

    found = is_confusable(letter, greedy=True) or []
    alike = [one["c"] for entry in found for one in entry["homoglyphs"] if len(one["c"]) == 1]
    # What the table says of two letters it says once, of the rarer one.
    alike += [] if letter.isascii() else [other for near in alike if near.isascii() for other in _twins(near)]
    fit = [one for one in alike if _script(one) == script and one.isalpha() and one.isupper() == letter.isupper()]
    fit = [one for one in fit if script not in _ORDINARY or _ORDINARY[script].match(one)]
    return min(fit, key=ord, default="")


@cache
def _twins(letter: str) -> tuple[str, ...]:
    from confusable_homoglyphs.confusables import is_confusable  # noqa: PLC0415

    found = is_confusable(letter, greedy=True) or []
    return tuple(one["c"] for entry in found for one in entry["homoglyphs"] if len(one["c"]) == 1)
