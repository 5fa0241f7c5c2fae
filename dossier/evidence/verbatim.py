"""Checks a quote against the archived text itself: verbatim, in order, in whole words.

Typography is left aside as `words.plain` defines it, and so are

* which kind of quotation mark it is, and spaces beside one,
* spaces around a dash,
* the case of the quote's first letter, as a sentence may start there or no longer start there,
* signs outside the first and the last word of the quote.

No other word, sign or capital may differ.

Whole words: a quote neither begins nor ends inside a word, a number, an amount ("$5", "20%", "-3"), an abbreviation ("U.S.")
or a word joined by a hyphen: "war protests" is not what "anti-war protests" says. It does not end before an apostrophe
("can" of "can't"), but may begin behind one (« l'eau »).
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dossier.evidence.passage import align, passage
from dossier.evidence.words import is_unspaced, plain, words

_JOINER = re.compile(r" ?'+ ?| ?-+ ?")
_PER = "%\u2030\u2031"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """What the archived text says of a quote.

    `cut` means that it stands there but begins or ends inside a word. Unless the outcome is `verbatim`, `stands_in`
    names the paragraphs in which the quote stands verbatim. If there are none, `reads` is the nearest passage of the
    cited paragraph, or empty, and `edits` is how many words differ.
    """

    outcome: Literal["verbatim", "cut", "past the end", "not there"]
    stands_in: tuple[int, ...] = ()
    reads: str = ""
    edits: int = 0


_VERBATIM = Verbatim("verbatim")


def check_verbatim(paragraphs: Sequence[str], paragraph: int, quote: str) -> Verbatim:
    """Return whether a quote stands verbatim in a paragraph (counted from 1) of an archived text's `paragraphs`."""
    outcome: Literal["cut", "past the end", "not there"] = "past the end"
    if 1 <= paragraph <= len(paragraphs):
        outcome_here = stands(paragraphs[paragraph - 1], quote)
        if outcome_here == "verbatim":
            return _VERBATIM
        outcome = "cut" if outcome_here == "cut" else "not there"
    stands_in = tuple(number for number, text in enumerate(paragraphs, 1) if stands(text, quote) == "verbatim")
    if stands_in or outcome == "past the end":
        return Verbatim(outcome, stands_in)
    text = paragraphs[paragraph - 1]
    query = words(quote)
    alignment = align(query, words(text))
    if alignment.edits * 2 > len(query):
        return Verbatim(outcome, edits=alignment.edits)
    return Verbatim(outcome, reads=whole_passage(text, alignment.start, alignment.end), edits=alignment.edits)


def places(paragraph: str, quote: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a paragraph without its typography, and where in it a quote stands verbatim, as pairs of start and end."""
    text, sought = _normalised(paragraph), _trimmed(_normalised(quote))
    at_words = words(sought)
    found = [one.span(1) for one in _pattern(sought).finditer(text) if words(one[1]) == at_words] if sought else []
    return text, [(start, end) for start, end in found if not (_cuts_start(text, start, True) or _cuts_end(text, end))]


def stands(paragraph: str, quote: str, elision: bool = True) -> Literal["verbatim", "cut", "not there"]:
    """Return how a quote stands in a paragraph; `cut` if it begins or ends inside a word wherever it stands.

    `elision` says whether it may begin behind an apostrophe.
    """
    text, query = _normalised(paragraph), _trimmed(_normalised(quote))
    if not query:
        return "not there"
    cut = False
    query_words = words(query)
    for found in _pattern(query).finditer(text):
        if words(found[1]) != query_words:
            continue
        if not (_cuts_start(text, found.start(1), elision) or _cuts_end(text, found.end(1))):
            return "verbatim"
        cut = True
    return "cut" if cut else "not there"


def whole_passage(text: str, first: int, last: int) -> str:
    """Return the words `[first, last)` of a text as they stand there, widened to whole words at both ends."""
    end = len(words(text))
    wider = sorted(((before, after) for before in range(4) for after in range(4)), key=lambda by: (sum(by), by))
    for before, after in wider:
        if first >= before and last + after <= end:
            found = passage(text, first - before, last + after)
            if stands(text, found, elision=False) == "verbatim":
                return found
    return passage(text, first, last)


@lru_cache(maxsize=1 << 12)
def _normalised(text: str) -> str:
    return plain(text).replace('"', "'")


def _trimmed(text: str) -> str:
    start, end = 0, len(text)
    while start < end and not _begins(text, start):
        start += 1
    while end > start and not _ends(text[end - 1]):
        end -= 1
    return text[start:end]


def _begins(text: str, at: int) -> bool:
    if text[at] == "-":
        return text[at + 1 : at + 2].isdigit()
    return _ends(text[at])


def _ends(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN" or _is_currency(char) or char in _PER


def _is_currency(char: str) -> bool:
    return unicodedata.category(char) == "Sc"


@lru_cache(maxsize=1 << 12)
def _pattern(query: str) -> re.Pattern[str]:
    """Return the pattern that finds a normalised quote in a normalised text, also where matches overlap."""
    first, rest = query[0], query[1:]
    forms = {first, first.lower(), first.upper(), first.casefold()}
    made = ["(?:" + "|".join(re.escape(form) for form in sorted(forms)) + ")"]
    at = 0
    for joiner in _JOINER.finditer(rest):
        made += [re.escape(rest[at : joiner.start()]), " ?-+ ?" if "-" in joiner[0] else " ?'+ ?"]
        at = joiner.end()
    return re.compile("(?=(" + "".join((*made, re.escape(rest[at:]))) + "))")


def _cuts_start(text: str, at: int, elision: bool) -> bool:
    if at == 0:
        return False
    before, behind, first = text[max(at - 2, 0) : at - 1], text[at - 1], text[at]
    if _is_word(behind):
        return not (is_unspaced(behind) or is_unspaced(first)) and not _is_currency(first)
    if behind == "-":
        return before.isalnum() or before == "." or first.isdigit()
    if first.isdigit():
        return _is_currency(behind) or (behind in ".,:/'" and before.isdigit())
    if behind == "'" and before.isalnum():
        return not (elision and unicodedata.name(first, "").startswith("LATIN"))
    return behind == "." and _is_initial(text, at - 2)


def _cuts_end(text: str, at: int) -> bool:
    ahead, beyond, last = text[at : at + 1], text[at + 1 : at + 2], text[at - 1]
    if not ahead:
        return False
    if _is_word(ahead):
        alone = is_unspaced(last) or is_unspaced(ahead) or _is_currency(last) or last in _PER
        return not alone or unicodedata.category(ahead)[0] == "M"
    if ahead in "-'":
        return beyond.isalnum()
    if last.isdigit():
        sign = (beyond or " ") if ahead == " " else ahead
        return sign in _PER or _is_currency(sign) or (ahead in ".,:/" and beyond.isdigit())
    if ahead == "." and beyond == "-":
        return text[at + 2 : at + 3].isalnum()
    return ahead == "." and beyond.isalnum() and _is_initial(text, at - 1)


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def _is_initial(text: str, at: int) -> bool:
    """Return whether a letter stands alone, as in an abbreviation like "U.S."."""
    return text[at : at + 1].isalpha() and (at == 0 or not _is_word(text[at - 1]))
