"""Checks a quote against the fingerprint of its source, and finds the paragraphs in which it really stands.

A paragraph that is only near is no match: it is suggested, unless chance is a likely reason. Checking against the text
is left to `verbatim`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb, inf
from typing import Literal

from dossier.evidence.fingerprint import SHINGLE, Fingerprint
from dossier.evidence.words import Measure, has_unspaced, measure, words

FEWEST, MOST = 4, 15
# A match is told only if chance would give fewer than one in fifty such matches.
MAX_CHANCE = 0.02


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
    hashes = fingerprint.hashes(found)
    if not 1 <= paragraph <= len(fingerprint.paragraphs):
        return _with_suggestion(fingerprint, paragraph, hashes, Verdict("past the end", total=len(found)))
    if fingerprint.fits_all(paragraph, hashes):
        return _ACCEPTED
    return _with_suggestion(fingerprint, paragraph, hashes, Verdict("not there", total=len(found)))


def _wrong_length(size: Measure) -> Verdict:
    return Verdict("too short", size.most) if size.most < FEWEST else Verdict("too long", size.fewest)


def _with_suggestion(fingerprint: Fingerprint, cited: int, hashes: list[int], verdict: Verdict) -> Verdict:
    chance = Chance([fingerprint])
    fits = [fingerprint.fits(number, hashes) for number in range(1, len(fingerprint.paragraphs) + 1)]
    stands_in = tuple(number for number, fit in enumerate(fits, 1) if all(fit))
    if stands_in and chance.expected(hashes, [True] * len(hashes)) < MAX_CHANCE:
        return Verdict(verdict.outcome, stands_in=stands_in, total=verdict.total)
    # Where all shingles fit by chance only, nothing was found.
    near = {
        number: matching_words(fit) for number, fit in enumerate(fits, 1) if chance.expected(hashes, fit) < MAX_CHANCE
    }
    best = max(near.values(), default=0)
    nearest = [number for number, fit in near.items() if fit == best]
    if cited in nearest:
        nearest = [cited]
    if best == 0 or len(nearest) > 1:
        return verdict
    return Verdict(verdict.outcome, nearest=nearest[0], matching=best, total=verdict.total)


def matching_words(fits: Sequence[bool]) -> int:
    """Return how many words of a quote are in a shingle that fits."""
    covered: set[int] = set()
    for at, fit in enumerate(fits):
        if fit:
            covered.update(range(at, at + SHINGLE))
    return len(covered)


class Chance:
    """How many paragraphs of some fingerprints can be expected to fit some words by chance alone."""

    def __init__(self, fingerprints: Iterable[Fingerprint]) -> None:
        """Take the fingerprints whose paragraphs are searched."""
        self._chances = [one.chance for fingerprint in fingerprints for one in fingerprint.paragraphs]
        self._known: dict[tuple[int, int], float] = {}

    def expected(self, hashes: Sequence[int], fits: Sequence[bool]) -> float:
        """Return how many paragraphs can be expected to fit as many of the hashes as `fits` says, or more."""
        # A hash that a quote has twice is met by one accident.
        different, hits = len(set(hashes)), len({one for one, fit in zip(hashes, fits, strict=True) if fit})
        if (different, hits) not in self._known:
            ways = comb(different, hits)
            expected = sum(min(1.0, ways * chance**hits) for chance in self._chances) if hits else inf
            self._known[different, hits] = expected
        return self._known[different, hits]
