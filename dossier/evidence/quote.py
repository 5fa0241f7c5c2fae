"""Checks a quote against the fingerprint of its source, and finds the paragraph in which it really stands.

Never accepts what is merely near: a near paragraph is suggested, and only where chance is no likely reason for the nearness.
"""

from dataclasses import dataclass
from typing import Literal

from dossier.evidence.fingerprint import SHINGLE, Fingerprint, shingle_values
from dossier.evidence.words import Measure, has_unspaced, measure, words

FEWEST, MOST = 4, 15
_VALUES = 1 << 16
# A suggestion is made where fewer than one in fifty of its kind would be luck.
_LUCK = 0.02


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a fingerprint says of a quote.

    `count` is its number of words, counted in the writer's favour. Unless it was accepted, `stands_in` names the
    paragraphs in which all of it stands; where there are none, `nearest` may name the one that comes nearest, with
    `fitting` of the quote's `of` words in place.
    """

    outcome: Literal["accepted", "too short", "too long", "past the end", "not there"]
    count: int = 0
    stands_in: tuple[int, ...] = ()
    nearest: int | None = None
    fitting: int = 0
    of: int = 0

    @property
    def accepted(self) -> bool:
        """Whether the quote may stand as it is."""
        return self.outcome == "accepted"


_ACCEPTED = Verdict("accepted")


def check_quote(fingerprint: Fingerprint, paragraph: int, quote: str) -> Verdict:
    """Return whether a quote of 4 to 15 words stands in a paragraph, as far as the fingerprint can tell.

    How often it errs is worked out in `dossier.evidence.fingerprint`. It never refuses a genuine run of words.
    """
    found = words(quote)
    if not FEWEST <= len(found) <= MOST or has_unspaced(quote):
        size = measure(quote)
        if size.most < FEWEST or size.fewest > MOST:
            return _misfit(size)
    values = shingle_values(fingerprint.source, found)
    if not 1 <= paragraph <= len(fingerprint.paragraphs):
        return _elsewhere(fingerprint, paragraph, values, Verdict("past the end", of=len(found)))
    if fingerprint.values(paragraph).issuperset(values):
        return _ACCEPTED
    return _elsewhere(fingerprint, paragraph, values, Verdict("not there", of=len(found)))


def _misfit(size: Measure) -> Verdict:
    return Verdict("too short", size.most) if size.most < FEWEST else Verdict("too long", size.fewest)


def _elsewhere(fingerprint: Fingerprint, cited: int, values: list[int], verdict: Verdict) -> Verdict:
    numbers = range(1, len(fingerprint.paragraphs) + 1)
    stands_in = tuple(number for number in numbers if fingerprint.values(number).issuperset(values))
    if stands_in:
        return Verdict(verdict.outcome, stands_in=stands_in, of=verdict.of)
    fits = {number: fitting(fingerprint.values(number), values) for number in numbers}
    best = max(fits.values(), default=0)
    nearest = [number for number, fit in fits.items() if fit == best]
    if best == 0 or (best == SHINGLE and luck(fingerprint, values) > _LUCK):
        return verdict
    if cited in nearest:
        nearest = [cited]
    if len(nearest) > 1:
        return verdict
    return Verdict(verdict.outcome, nearest=nearest[0], fitting=best, of=verdict.of)


def fitting(held: frozenset[int], values: list[int]) -> int:
    """Return how many words of a quote lie in a shingle that a paragraph holds, given the values of its shingles."""
    covered: set[int] = set()
    for at, value in enumerate(values):
        if value in held:
            covered.update(range(at, at + SHINGLE))
    return len(covered)


def luck(fingerprint: Fingerprint, values: list[int]) -> float:
    """Return how many shingles of a quote can be expected to be in some paragraph by chance alone."""
    held = sum(len(packed) // 2 for packed in fingerprint.paragraphs)
    return len(values) * held / _VALUES
