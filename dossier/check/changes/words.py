"""Compares two wordings word by word: what differs, with the words around it, and whether that is a slip of spelling.

What is equal may be left out, what differs never is. Showing it is left to `markdown` and `text`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

LINE_END = "⏎"
"""Stands for the end of a line in a wording."""
_WHOLE = 30
_AROUND = 8
# SequenceMatcher takes time in proportion to the pairs of equal words, and more.
_MOST_PAIRS = 200_000
_SHORTEST_SLIP = 5


def differing(before: str, after: str) -> list[tuple[str, str]]:
    """Return the places where two wordings differ, each as it was and as it is, with some words around it.

    Short wordings are returned whole. A side that lacks what the other has is shown with the words around it alone. Nothing
    is returned where only the spaces between words differ.
    """
    old, new = _words(before), _words(after)
    if old == new:
        return []
    if max(len(old), len(new)) <= _WHOLE:
        return [(" ".join(old), " ".join(new))]
    return [_with_words_around(old, new, place) for place in _joined(_places(old, new))]


def is_slip(before: str, after: str) -> bool:
    """Return whether two wordings differ in the spelling of single words alone: one letter, or two letters swapped.

    Short words and numbers are never slips, as another letter makes another word of them.
    """
    old, new = _words(before), _words(after)
    return len(old) == len(new) and all(
        one == other or _is_misspelt(one, other) for one, other in zip(old, new, strict=True)
    )


def _words(text: str) -> list[str]:
    return text.replace("\n", f" {LINE_END} ").split()


_Place = tuple[int, int, int, int]


def _places(old: Sequence[str], new: Sequence[str]) -> Iterator[_Place]:
    """Yield where two lists of words differ: first and end in the old, first and end in the new."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    one, other = old[start : len(old) - end], new[start : len(new) - end]
    times = Counter(other)
    if sum(times[word] for word in one) > _MOST_PAIRS:
        yield start, start + len(one), start, start + len(other)
        return
    for tag, first, last, new_first, new_last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield start + first, start + last, start + new_first, start + new_last


def _joined(places: Iterator[_Place]) -> Iterator[_Place]:
    """Join places with so few words between them that the words around them would meet."""
    last: _Place | None = None
    for place in places:
        if last is not None and place[0] - last[1] <= 2 * _AROUND:
            last = (last[0], place[1], last[2], place[3])
            continue
        if last is not None:
            yield last
        last = place
    if last is not None:
        yield last


def _with_words_around(old: Sequence[str], new: Sequence[str], place: _Place) -> tuple[str, str]:
    first, last, new_first, new_last = place
    return _cut_out(old, first, last), _cut_out(new, new_first, new_last)


def _cut_out(words: Sequence[str], first: int, last: int) -> str:
    begin, end = max(0, first - _AROUND), min(len(words), last + _AROUND)
    return " ".join([*(["…"] if begin else []), *words[begin:end], *(["…"] if end < len(words) else [])])


def _is_misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST_SLIP or any(sign.isdigit() for sign in one + other):
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )
