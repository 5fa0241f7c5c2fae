"""Finds the passage of a paragraph that is nearest to some words, and cuts it out as it is printed there.

Whether a quote is right is left to `quote` and `verbatim`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dossier.evidence.words import words

_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_]\.[^\W\d_]$")


class Alignment(NamedTuple):
    """The words `[start, end)` of a paragraph that are nearest to a query, and how many edits apart they are.

    An edit is a word that is wrong, missing or superfluous.
    """

    edits: int
    start: int
    end: int


def align(query: Sequence[str], paragraph: Sequence[str]) -> Alignment:
    """Return the words of a paragraph that are the fewest edits away; of equals the first, then the longest.

    Method: Sellers, "The theory and computation of evolutionary distances", 1980, over words; time is the product of
    both lengths.
    """
    costs = [(edits, 0) for edits in range(len(query) + 1)]
    best = Alignment(len(query), 0, 0)
    for end, word in enumerate(paragraph, 1):
        above, costs[0] = costs[0], (0, end)
        for row, query_words in enumerate(query, 1):
            replaced = (above[0] + (query_words != word), above[1])
            missing = (costs[row - 1][0] + 1, costs[row - 1][1])
            extra = (costs[row][0] + 1, costs[row][1])
            above, costs[row] = costs[row], min(replaced, missing, extra)
        edits, start = costs[-1]
        if edits < best.edits or (edits == best.edits and start == best.start and end > best.end > start):
            best = Alignment(edits, start, end)
    return best


def passage(text: str, first: int, last: int) -> str:
    """Return the words `[first, last)` of a text as they stand there, with the punctuation between them.

    Words are counted as `words` does. White space becomes single spaces, and punctuation outside the outer words is left
    off, but for the full stop of an abbreviation ("U.S.") at the end. A `last` past the end means the last word.
    """
    start, end = extent(text, first, last)
    if text[end : end + 1] == "." and _ABBREVIATION.search(text[:end]):
        end += 1
    return " ".join(text[start:end].split())


def extent(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where the words `[first, last)` of a text begin and end, as offsets in characters; (0, 0) for no words."""
    found = words(text)
    last = min(last, len(found))
    if first >= last:
        return 0, 0
    # The shortest beginning of the text that has all words up to the last, and the shortest end with all from the first.
    end = bisect_left(range(len(text)), True, key=lambda at: words(text[:at])[:last] == found[:last])
    tail = found[first:]
    back = bisect_left(range(len(text)), True, key=lambda at: words(text[len(text) - at :])[-len(tail) :] == tail)
    return len(text) - back, end
