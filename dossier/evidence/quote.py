"""Checks a quote against the fingerprint of its source, and finds the paragraphs in which it really stands.

A paragraph that is only near is no match: it is suggested, unless chance is a likely reason. Checking against the text
is left to `verbatim`.
"""

from dataclasses import dataclass
from typing import Literal

from dossier.evidence.fingerprint import SHINGLE, Fingerprint, shingle_values
from dossier.evidence.words import Measure, has_unspaced, measure, words

FEWEST, MOST = 4, 15
_VALUES = 1 << 16
# The nearest paragraph is suggested only if chance would give fewer than one in fifty such matches.
_MAX_CHANCE = 0.02


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a fingerprint says of a quote.

    `count` is its number of words, in doubt the one that is allowed. Unless the quote was accepted, `stands_in` names
    the paragraphs in which all of it stands. If there are none, `nearest` may name the paragraph that comes nearest, in
    which `matching` of the quote's `total` words stand.
    """

    outcome: Literal["accepted", "too short", "too long", "past the end", "not there"]
    count: int = 0
    stands_in: tuple[int, ...] = ()
    nearest: int | None = None
    matching: int = 0
    total: int = 0

    @property
    def accepted(self) -> bool:
        """Whether nothing is wrong with the quote."""
        return self.outcome == "accepted"


_ACCEPTED = Verdict("accepted")


def check_quote(fingerprint: Fingerprint, paragraph: int, quote: str) -> Verdict:
    """Return whether a quote of 4 to 15 words stands in a paragraph, as far as the fingerprint can tell.

    Words that do stand there in a row are always accepted. How often others are is worked out in `fingerprint`.
    """
    found = words(quote)
    if not FEWEST <= len(found) <= MOST or has_unspaced(quote):
        size = measure(quote)
        if size.most < FEWEST or size.fewest > MOST:
            return _wrong_length(size)
    values = shingle_values(fingerprint.source, found)
    if not 1 <= paragraph <= len(fingerprint.paragraphs):
        return _with_suggestion(fingerprint, paragraph, values, Verdict("past the end", total=len(found)))
    if fingerprint.values(paragraph).issuperset(values):
        return _ACCEPTED
    return _with_suggestion(fingerprint, paragraph, values, Verdict("not there", total=len(found)))


def _wrong_length(size: Measure) -> Verdict:
    return Verdict("too short", size.most) if size.most < FEWEST else Verdict("too long", size.fewest)


def _with_suggestion(fingerprint: Fingerprint, cited: int, values: list[int], verdict: Verdict) -> Verdict:
    numbers = range(1, len(fingerprint.paragraphs) + 1)
    stands_in = tuple(number for number in numbers if fingerprint.values(number).issuperset(values))
    if stands_in:
        return Verdict(verdict.outcome, stands_in=stands_in, total=verdict.total)
    fits = {number: matching_words(fingerprint.values(number), values) for number in numbers}
    best = max(fits.values(), default=0)
    nearest = [number for number, fit in fits.items() if fit == best]
    if best == 0 or (best == SHINGLE and expected_by_chance(fingerprint, values) > _MAX_CHANCE):
        return verdict
    if cited in nearest:
        nearest = [cited]
    if len(nearest) > 1:
        return verdict
    return Verdict(verdict.outcome, nearest=nearest[0], matching=best, total=verdict.total)


def matching_words(paragraph_values: frozenset[int], values: list[int]) -> int:
    """Return how many words of a quote are in a shingle that a paragraph has. `values` are the shingles of the quote."""
    covered: set[int] = set()
    for at, value in enumerate(values):
        if value in paragraph_values:
            covered.update(range(at, at + SHINGLE))
    return len(covered)


def expected_by_chance(fingerprint: Fingerprint, values: list[int]) -> float:
    """Return how many shingles of a quote chance alone is expected to find in some paragraph."""
    total = sum(len(packed) // 2 for packed in fingerprint.paragraphs)
    return len(values) * total / _VALUES
