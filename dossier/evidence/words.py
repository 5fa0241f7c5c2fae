"""Says what a word is, in any script, and when two ways of setting a text are the same text.

What a text says stays; how it is set goes: quotation marks, dashes, spaces, invisible signs, vowel points.

Two steps. `plain` takes away typography and keeps case and punctuation: NFKC; every quotation mark and apostrophe (also
the letter U+02BC of Ukrainian, the prime and the back-tick) becomes ASCII; a dash that parts clauses becomes a hyphen
between spaces, every other dash a hyphen; digits of any script become ASCII; invisible signs, the Arabic tatweel, Arabic
and Hebrew vowel points and the stress marks of Cyrillic go. `words` then folds case and keeps words only:

* A word is a run of letters, digits and the marks on them. Apostrophes, hyphens and full stops part words: "isn't" is
  `isn` and `t`, "U.S." is `u` and `s`, "anti-war" is `anti` and `war`. So each spelling compares alike however it is
  set, in Ukrainian (п'ять, п’ять, пʼять) as in English, and none of them compares alike with the one without the sign.
* A number is one word with its separators: "1,000", "1.000", "12:30", "3/4", "10-12" and "-5" are one word each, and
  each differs from the number without the sign. Signs of currencies and the per cent sign are words of their own.
* Superscripts and fractions do not melt into the number before them: "10²" is `10` and `2`, "5½" is `5` and `1/2`.
* Scripts written without spaces (Han, kana, Bopomofo, Yi; Thai, Lao, Khmer, Burmese and their kin) have no boundaries
  of words that could be found without a dictionary: there each letter with its marks is a word. Korean has spaces.
* Case folds as Unicode has it, and the dotless ı of Turkish, the dotted İ and i are one letter, as only the language
  could tell which capital belongs to which. Accents count: "é" is not "e", "й" is not "и".

`measure` counts words as people do. Where a word is joined of parts ("U.S.", "30-day", "aren't") people differ, so it
gives both counts. Three letters of Thai and its kin count as one word there, since a word has about that many.

The result depends on the version of Unicode only for characters that a Python at hand does not know yet.
"""

import re
import unicodedata
from typing import NamedTuple

_SINGLE = (
    "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u055a\u05f3\u2018\u2019\u201a\u201b"
    "\u2032\u2035\u2039\u203a\ua78b\ua78c\uff07"
)
_DOUBLE = (
    '"\u00ab\u00bb\u02ba\u02ee\u05f4\u201c\u201d\u201e\u201f\u2033\u2036'
    "\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff62\uff63"
)
_HYPHENS = "-\u058a\u05be\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d"
_LONG_DASHES = "\u2014\u2015\u2e3a\u2e3b\u2e40\ufe31"
# Vowel points, cantillation and Quranic signs: readers write and leave them out at will. Hamza and madda are letters' parts.
_POINTS = (
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A),
    (0x0640, 0x0640), (0x064B, 0x0652), (0x0656, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E8),
    (0x06EA, 0x06ED), (0x034F, 0x034F), (0xFE00, 0xFE0F), (0x180B, 0x180D), (0xE0100, 0xE01EF),
)  # fmt: skip
_FAR_EAST = (
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3031, 0x3035), (0x3038, 0x303C), (0x3041, 0x312F),
    (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA48C), (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D), (0x16FE0, 0x18DFF), (0x1AFF0, 0x1B2FF), (0x20000, 0x3FFFD),
)  # fmt: skip
_SOUTH_EAST = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A20, 0x1AAF), (0x1B00, 0x1B7F),
    (0xA980, 0xA9DF), (0xA9E0, 0xA9FF), (0xAA60, 0xAADF),
)  # fmt: skip
_LETTERS_A_WORD = 3
_PARTS_A_WORD = 3


def _letters(ranges: tuple[tuple[int, int], ...]) -> str:
    codes = (code for first, last in ranges for code in range(first, last + 1))
    return "".join(char for char in map(chr, codes) if unicodedata.category(char)[0] == "L")


def _span(ranges: tuple[tuple[int, int], ...]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_FAR = _span(_FAR_EAST)
_SOUTH = _letters(_SOUTH_EAST)
_UNSPACED = re.compile(f"[{_FAR}{_SOUTH}]")
_SOUTH_LETTER = re.compile(f"[{_SOUTH}]")
_PART = re.compile(rf"[{_FAR}{_SOUTH}][^\w\s]*|[^\s{_FAR}{_SOUTH}]+")
_STRESS = re.compile("(?<=[\u0400-\u052f])[\u0300\u0301]")
_DOTS = re.compile("\u0131\u0307*|i\u0307+")
_CLAUSE_DASH = re.compile(r"-{2,}")
# A sign stays only inside a number, a hyphen also as the minus before one.
_NOT_IN_NUMBER = re.compile(r"[.,:'/-](?:(?!\d)|(?<!\d.)(?<!-)|(?<=[^\s\d']-))")
_IN_NUMBER = ".,:'/-"


class _Before(dict[int, str | None]):
    """Mends, ahead of NFKC, the few characters that NFKC would melt into their neighbours."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        tag = unicodedata.decomposition(char).partition(" ")[0]
        made: str | None = char
        if char in _SINGLE:
            made = "'"
        elif char in _DOUBLE:
            made = '"'
        elif unicodedata.category(char) == "Cf":
            made = None
        elif tag.startswith("<") and tag not in ("<wide>", "<narrow>", "<font>"):
            plain_form = unicodedata.normalize("NFKC", char)
            if any(part.isdigit() for part in plain_form):
                made = " " + plain_form
        self[code] = made
        return made


class _After(dict[int, str | None]):
    """Typography to ASCII, one character at a time, decided when a character is first met."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        category = unicodedata.category(char)
        made: str | None = char
        if char in _SINGLE:
            made = "'"
        elif char in _DOUBLE:
            made = '"'
        elif char in _HYPHENS:
            made = "-"
        elif char in _LONG_DASHES:
            made = "--"
        elif category == "Cf" or any(first <= code <= last for first, last in _POINTS):
            made = None
        elif category[0] == "Z" or category in ("Cc", "Cs", "Cn", "Co"):
            made = " "
        elif category == "Nd":
            made = str(unicodedata.decimal(char))
        elif char in "\u2044\u2215":
            made = "/"
        elif char in "\u066a\u066b\u066c":
            made = {"\u066a": "%", "\u066b": ".", "\u066c": ","}[char]
        self[code] = made
        return made


class _Words(dict[int, str]):
    """Letters, marks, digits and what may stand in a number stay; other signs become spaces."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category[0] in "LMN" or char in _IN_NUMBER:
            made = char
        elif category == "Sc" or char in "%\u2030\u2031":
            made = f" {char} "
        else:
            made = " "
        self[code] = made
        return made


_BEFORE, _AFTER, _WORDS = _Before(), _After(), _Words()


def plain(text: str) -> str:
    """Return `text` without its typography: words, case and punctuation stay. Idempotent."""
    if text.isascii():
        text = text.replace("`", "'")
    else:
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text.translate(_BEFORE))
        text = text.translate(_AFTER)
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text)
        text = _STRESS.sub("", text)
    if "-" in text:
        text = _CLAUSE_DASH.sub(_clause, text)
    return " ".join(text.split())


def _clause(found: re.Match[str]) -> str:
    text = found.string
    start, end = found.span()
    between_digits = found[0] == "--" and start and text[start - 1].isdigit() and text[end : end + 1].isdigit()
    return "-" if between_digits else " - "


def words(text: str) -> list[str]:
    """Return the words of `text` in order, normalised; what a word is says the docstring of this module."""
    text = plain(text)
    if text.isascii():
        return _NOT_IN_NUMBER.sub(" ", text.lower().translate(_WORDS)).split()
    text = _DOTS.sub("i", text.casefold())
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    text = _NOT_IN_NUMBER.sub(" ", text.translate(_WORDS))
    if not _UNSPACED.search(text):
        return text.split()
    # NFKC takes the am of Thai and Lao apart, so that half a letter could begin a word.
    return _PART.findall(text.replace("\u0e4d\u0e32", "\u0e33").replace("\u0ecd\u0eb2", "\u0eb3"))


def is_unspaced(char: str) -> bool:
    """Return whether a character is a letter of a script without spaces, so that it is a word of its own."""
    return _UNSPACED.match(char) is not None


def has_unspaced(text: str) -> bool:
    """Return whether a text has such letters anywhere."""
    return not text.isascii() and _UNSPACED.search(text) is not None


class Measure(NamedTuple):
    """How many words people may count: `most` with joined words in their parts and signs, `fewest` with them as one."""

    most: int
    fewest: int


def measure(text: str) -> Measure:
    """Count the words of `text` both ways. Parts without a space between them count as one word, three at a time at most."""
    most = fewest = south = 0
    for chunk in text.split():
        parts = words(chunk)
        thirds = sum(1 for part in parts if _SOUTH_LETTER.match(part))
        far = sum(1 for part in parts if _UNSPACED.match(part)) - thirds
        signs = sum(1 for part in parts if not part[-1].isalnum() and len(part) == 1)
        joined = len(parts) - thirds - far
        south += thirds
        most += far + joined
        fewest += far + -(-(joined - signs) // _PARTS_A_WORD)
    return Measure(most + -(-south // _LETTERS_A_WORD), fewest + -(-south // _LETTERS_A_WORD))
