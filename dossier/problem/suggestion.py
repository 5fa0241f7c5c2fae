"""Suggests the word that somebody probably meant.

Where two candidates are about as near there is no suggestion: a wrong hint is worse than none.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_THRESHOLD = 0.75
_LEAD = 0.04

_NEGATIONS = frozenset(("un", "non", "not", "dis", "anti"))


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the one candidate that is clearly nearest to `word`, or None.

    Nearness is the ratio of `difflib.SequenceMatcher` (Ratcliff and Obershelp); the best one must reach 0.75
    and lead the second best by 0.04. Equal candidates count once; their order does not matter. A word that says the
    opposite (`unconfirmed`, `not reported`) is never suggested.
    """
    return _nearest(word, frozenset(candidates))


@lru_cache(maxsize=1024)
def _nearest(word: str, candidates: frozenset[str]) -> str | None:
    # The same slip may stand in a file thousands of times.
    folded = word.casefold()
    matcher = SequenceMatcher(b=folded, autojunk=False)
    scored: list[tuple[float, str]] = []
    for candidate in candidates:
        if _is_opposite(folded, candidate.casefold()):
            continue
        matcher.set_seq1(candidate.casefold())
        if matcher.real_quick_ratio() >= _THRESHOLD and matcher.quick_ratio() >= _THRESHOLD:
            scored.append((matcher.ratio(), candidate))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    if not scored or scored[0][0] < _THRESHOLD:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _LEAD:
        return None
    return scored[0][1]


def _is_opposite(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer.endswith(shorter) and longer.removesuffix(shorter).strip(" -_") in _NEGATIONS
