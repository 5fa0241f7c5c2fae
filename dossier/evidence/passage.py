"""Finds the passage of a paragraph that comes nearest to some words, and cuts it out exactly as it is set.

Never decides whether a quote is right: what is near may suggest, it is `quote` and `verbatim` that decide.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dossier.evidence.words import words

_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_]\.[^\W\d_]$")


class Alignment(NamedTuple):
    """The run `[start, end)` of a paragraph's words that comes nearest to given words, and how many edits apart it is.

    An edit is a word that is wrong, missing or too many.
    """

    edits: int
    start: int
    end: int


def align(sought: Sequence[str], paragraph: Sequence[str]) -> Alignment:
    """Return the run of words in a paragraph that is the fewest edits away; of equals the first, then the longest.

    Method: Sellers, "The theory and computation of evolutionary distances", 1980, over words; time is the product of
    both lengths.
    """
    costs = [(edits, 0) for edits in range(len(sought) + 1)]
    best = Alignment(len(sought), 0, 0)
    for end, word in enumerate(paragraph, 1):
        above, costs[0] = costs[0], (0, end)
        for row, wanted in enumerate(sought, 1):
            replaced = (above[0] + (wanted != word), above[1])
            missing = (costs[row - 1][0] + 1, costs[row - 1][1])
            extra = (costs[row][0] + 1, costs[row][1])
            above, costs[row] = costs[row], min(replaced, missing, extra)
        edits, start = costs[-1]
        if edits < best.edits or (edits == best.edits and start == best.start and end > best.end > start):
            best = Alignment(edits, start, end)
    return best


def passage(text: str, first: int, last: int) -> str:
    """Return the words `[first, last)` of a text as they stand there, with the signs between them.

    Counts words as `words` does. White space becomes single spaces; signs outside the outer words are left off. Past
    the end of the text its last word is the last. The full stop of an abbreviation ("U.S.") at the end stays.
    """
    start, end = extent(text, first, last)
    if text[end : end + 1] == "." and _ABBREVIATION.search(text[:end]):
        end += 1
    return " ".join(text[start:end].split())


def extent(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where in a text its words `[first, last)` begin and end, as offsets in characters; (0, 0) for none."""
    found = words(text)
    last = min(last, len(found))
    if first >= last:
        return 0, 0
    # The shortest beginning of the text that has all words up to the last, and the shortest end with all from the first.
    end = bisect_left(range(len(text)), True, key=lambda at: words(text[:at])[:last] == found[:last])
    tail = found[first:]
    back = bisect_left(range(len(text)), True, key=lambda at: words(text[len(text) - at :])[-len(tail) :] == tail)
    return len(text) - back, end
