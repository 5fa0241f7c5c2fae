"""Finds where words stand in all sources, and writes the evidence that cites them.

Judging a quote is left to `quote` and `verbatim`. A passage is given as the text has it; a fingerprint gives none.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.evidence.fingerprint import Fingerprint
from dossier.evidence.passage import align
from dossier.evidence.quote import FEWEST, MAX_CHANCE, MOST, Chance, matching_words
from dossier.evidence.verbatim import whole_passage
from dossier.evidence.words import measure, words

# So many paragraphs with the most words in common are aligned with the query.
_MOST_ALIGNED = 60
# A query is not vouched for as a quote is, so chance explains more of what is found.
_SMALL_CHANCE = 0.005


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph in which `matching` of the `total` words of a query stand.

    `passage` is how the text has them: 4 to 15 words, or fewer if the paragraph has fewer. It is empty where only a
    fingerprint is at hand.
    """

    source: str
    paragraph: int
    matching: int
    total: int
    passage: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether all words match."""
        return self.matching == self.total


def find_in_texts(query: str, texts: Iterable[tuple[str, Sequence[str]]], most: int = 10) -> list[Match]:
    """Return where words stand in texts, given as pairs of source id and paragraphs: at most `most`, the best first.

    Up to half of the words may be wrong, missing or superfluous. Equally good matches keep the order of the texts.
    """
    query_words = words(query)
    query_counts = Counter(query_words)
    candidates = []
    for at, (source, paragraphs) in enumerate(texts):
        for number, paragraph in enumerate(paragraphs, 1):
            paragraph_words = words(paragraph)
            common = (query_counts & Counter(paragraph_words)).total()
            if common * 2 >= len(query_words) > 0:
                candidates.append((-common, at, number, source, paragraph, paragraph_words))
    candidates.sort(key=lambda each: each[:3])
    ranked = []
    for _, at, number, source, paragraph, paragraph_words in candidates[:_MOST_ALIGNED]:
        alignment = align(query_words, paragraph_words)
        if alignment.edits * 2 <= len(query_words):
            ranked.append((alignment.edits, at, number, source, paragraph, alignment))
    ranked.sort(key=lambda each: each[:3])
    return [
        Match(
            source,
            number,
            len(query_words) - edits,
            len(query_words),
            quotable(paragraph, alignment.start, alignment.end),
        )
        for edits, _, number, source, paragraph, alignment in ranked[:most]
    ]


def find_in_fingerprints(query: str, fingerprints: Iterable[Fingerprint], most: int = 10) -> list[Match]:
    """Return where words stand as far as fingerprints can tell: at most `most`, the best first.

    Fewer than three words cannot be found, and a wrong word hides the two words on either side of it. A match that chance
    alone would give among so many paragraphs is left out.
    """
    query_words, searched = words(query), list(fingerprints)
    ranked, chance = [], Chance(searched)
    for at, fingerprint in enumerate(searched):
        hashes = fingerprint.hashes(query_words)
        for number in range(1, len(fingerprint.paragraphs) + 1 if hashes else 1):
            fits = fingerprint.fits(number, hashes)
            if any(fits) and chance.expected(hashes, fits) < _SMALL_CHANCE:
                ranked.append((-matching_words(fits), at, number, fingerprint.source))
    ranked.sort()
    return [Match(source, number, -matching, len(query_words)) for matching, _, number, source in ranked[:most]]


def find_whole_quote(quote: str, fingerprints: Iterable[Fingerprint]) -> list[Match]:
    """Return the paragraphs in which all words of a quote stand as far as fingerprints can tell, in order.

    Empty where the quote is so short, or the paragraphs so many, that one could match by chance.
    """
    query_words, searched = words(quote), list(fingerprints)
    found = [
        (Match(fingerprint.source, number, len(query_words), len(query_words)), hashes)
        for fingerprint in searched
        for hashes in [fingerprint.hashes(query_words)]
        for number in range(1, len(fingerprint.paragraphs) + 1)
        if hashes and fingerprint.fits_all(number, hashes)
    ]
    if not found or Chance(searched).expected(found[0][1], [True] * len(found[0][1])) >= MAX_CHANCE:
        return []
    return [one for one, _ in found]


def quotable(paragraph: str, first: int, last: int) -> str:
    """Return the words `[first, last)` of a paragraph as it has them, with words added or cut to make a quote of 4 to 15."""
    count = len(words(paragraph))
    last = min(max(last, first + FEWEST), count)
    first = max(min(first, last - FEWEST), 0)
    found = whole_passage(paragraph, first, last)
    while last - first > FEWEST and measure(found).fewest > MOST:
        last -= 1
        found = whole_passage(paragraph, first, last)
    return found


def evidence_block(source: str, paragraph: int, quote: str, origin: str = "") -> str:
    """Return evidence as YAML to paste below the `evidence:` of a claim. Without an origin a comment says what to fill in."""
    lines = (
        f"- source: {source}",
        f"  paragraph: {paragraph}",
        f"  quote: {_scalar(quote)}",
        f"  origin: {origin}"
        if origin
        else "  origin:  # who first reported or said it, as listed in briefings/origins.yaml",
        "  origin_basis: stated  # or inferred, where the text does not name that origin here",
    )
    return "".join(f"      {line}\n" for line in lines)


def _scalar(text: str) -> str:
    """Return a text as a quoted YAML scalar on one line, without the invisible characters that YAML files may not have."""
    text = " ".join("".join(char for char in text if unicodedata.category(char) not in ("Cf", "Co")).split())
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
