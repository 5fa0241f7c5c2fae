"""Makes up words, sentences and paragraphs that look like text and mean nothing.

All randomness comes from the generator that it is given, so that a seed gives the same text on every machine. What the
words are for is left to `synthesis`.
"""

import itertools
import random

_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kl", "st", "tr", "sh")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "eo")
_CODAS = ("", "", "", "n", "r", "l", "s", "m")
WORDS = 6000
_YAML_WORDS = {"no", "on", "off", "yes", "null", "true", "false", "nan"}
"""What means something in YAML is no word of a text."""


class Vocabulary:
    """Invented words, whose frequencies differ as in a real language (Zipf's law)."""

    def __init__(self, rng: random.Random) -> None:
        self._random = rng
        seen: dict[str, None] = {}
        while len(seen) < WORDS:
            syllables = rng.choices((1, 2, 3), (1, 6, 4))[0]
            seen["".join(rng.choice(part) for _ in range(syllables) for part in (_ONSETS, _VOWELS, _CODAS))] = None
        self._words = sorted((word for word in seen if word not in _YAML_WORDS), key=len)
        self._weights = list(itertools.accumulate(1 / rank for rank in range(8, len(self._words) + 8)))

    def words(self, count: int) -> list[str]:
        """Return `count` words in lower case."""
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def name(self, count: int = 2) -> str:
        """Return `count` words, each with a capital letter."""
        return " ".join(word.capitalize() for word in self._random.sample(self._words, count))

    def phrase(self, low: int, high: int) -> str:
        """Return words with a capital letter at the start and no full stop."""
        return " ".join(self.words(self._random.randint(low, high))).capitalize()

    def prose(self, count: int) -> str:
        """Return about `count` words as sentences."""
        sentences = []
        while count > 0:
            length = min(self._random.randint(8, 18), count)
            sentences.append(" ".join(self.words(length)).capitalize() + ".")
            count -= length
        return " ".join(sentences)
