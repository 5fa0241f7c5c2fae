"""Makes up a language: words, sentences and paragraphs that read as text and mean nothing.

Never draws from anything but the seeded dice it is given, so that one seed is one text on every machine.
"""

import itertools
import random

_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kl", "st", "tr", "sh")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "eo")
_CODAS = ("", "", "", "n", "r", "l", "s", "m")
WORDS = 6000


class Tongue:
    """A vocabulary whose words are used as unevenly as those of a real language (Zipf's law)."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        seen: dict[str, None] = {}
        while len(seen) < WORDS:
            syllables = dice.choices((1, 2, 3), (1, 6, 4))[0]
            seen["".join(dice.choice(part) for _ in range(syllables) for part in (_ONSETS, _VOWELS, _CODAS))] = None
        # Some meaning in some language is bound to come up; what a YAML reader stumbles over must not.
        self._words = sorted(set(seen) - {"no", "on", "off", "yes", "null", "true", "false", "nan"}, key=len)
        self._weights = list(itertools.accumulate(1 / rank for rank in range(8, len(self._words) + 8)))

    def words(self, count: int) -> list[str]:
        """Return `count` words in lower case."""
        return self._dice.choices(self._words, cum_weights=self._weights, k=count)

    def name(self, count: int = 2) -> str:
        """Return `count` words as a name is written."""
        return " ".join(word.capitalize() for word in self._dice.sample(self._words, count))

    def phrase(self, low: int, high: int) -> str:
        """Return a run of words with a capital at its start and no full stop."""
        return " ".join(self.words(self._dice.randint(low, high))).capitalize()

    def prose(self, count: int) -> str:
        """Return about `count` words in sentences."""
        sentences = []
        while count > 0:
            length = min(self._dice.randint(8, 18), count)
            sentences.append(" ".join(self.words(length)).capitalize() + ".")
            count -= length
        return " ".join(sentences)
