"""Finds where words stand in all sources, and writes the evidence that cites them.

Never corrects what was sought: a passage is given as the text has it, and without a text only as it was asked for.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.evidence.fingerprint import SHINGLE, Fingerprint, shingle_values
from dossier.evidence.passage import align
from dossier.evidence.quote import FEWEST, MOST, fitting, luck
from dossier.evidence.verbatim import whole_passage
from dossier.evidence.words import measure, words

# So many paragraphs with the most words in common are held against the sought words one by one.
_ALIGNED = 60
_LUCK = 0.5
_LITTLE_LUCK = 0.02
_VALUES = 1 << 16


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph in which sought words stand, or nearly so: `fitting` of the `of` words.

    `passage` is how the text has them, 4 to 15 words where the paragraph has as many; empty where only a fingerprint was
    at hand.
    """

    source: str
    paragraph: int
    fitting: int
    of: int
    passage: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every word fits."""
        return self.fitting == self.of


def find_in_texts(sought: str, texts: Iterable[tuple[str, Sequence[str]]], most: int = 10) -> list[Found]:
    """Return where words stand in texts, given as pairs of source id and paragraphs: the best first, `most` at the most.

    Up to half of the words may be wrong, missing or too many. Equally good places stand in the order of the texts.
    """
    wanted = words(sought)
    bag = Counter(wanted)
    shared = []
    for at, (source, paragraphs) in enumerate(texts):
        for number, paragraph in enumerate(paragraphs, 1):
            had = words(paragraph)
            in_common = (bag & Counter(had)).total()
            if in_common * 2 >= len(wanted) > 0:
                shared.append((-in_common, at, number, source, paragraph, had))
    shared.sort(key=lambda each: each[:3])
    ranked = []
    for _, at, number, source, paragraph, had in shared[:_ALIGNED]:
        near = align(wanted, had)
        if near.edits * 2 <= len(wanted):
            ranked.append((near.edits, at, number, source, paragraph, near))
    ranked.sort(key=lambda each: each[:3])
    return [
        Found(source, number, len(wanted) - edits, len(wanted), quotable(paragraph, near.start, near.end))
        for edits, _, number, source, paragraph, near in ranked[:most]
    ]


def find_in_fingerprints(sought: str, fingerprints: Iterable[Fingerprint], most: int = 10) -> list[Found]:
    """Return where words stand as far as fingerprints can tell: the best first, `most` at the most.

    Fewer than three words cannot be found. A wrong word hides the two words on either side of it as well. Where three
    words alone fit, they are left out if as many would be found by luck.
    """
    wanted = words(sought)
    ranked = []
    for at, fingerprint in enumerate(fingerprints):
        values = shingle_values(fingerprint.source, wanted)
        for number in range(1, len(fingerprint.paragraphs) + 1 if values else 1):
            fits = fitting(fingerprint.values(number), values)
            if fits > SHINGLE or fits == len(wanted) or (fits == SHINGLE and luck(fingerprint, values) < _LUCK):
                ranked.append((-fits, at, number, fingerprint.source))
    ranked.sort()
    return [Found(source, number, -fits, len(wanted)) for fits, _, number, source in ranked[:most]]


def find_whole(quote: str, fingerprints: Iterable[Fingerprint]) -> list[Found]:
    """Return the paragraphs in which all words of a quote stand as far as fingerprints can tell, in their order.

    None where it is so short, or there are so many paragraphs, that one of them could be found by luck.
    """
    wanted = words(quote)
    found, by_luck = [], 0.0
    for fingerprint in fingerprints:
        values = shingle_values(fingerprint.source, wanted)
        for number, packed in enumerate(fingerprint.paragraphs, 1):
            by_luck += (len(packed) / 2 / _VALUES) ** len(values)
            if fingerprint.values(number).issuperset(values):
                found.append(Found(fingerprint.source, number, len(wanted), len(wanted)))
    return found if by_luck < _LITTLE_LUCK else []


def quotable(paragraph: str, first: int, last: int) -> str:
    """Return the words `[first, last)` of a paragraph as it has them, made longer or shorter to be fit for a quote."""
    count = len(words(paragraph))
    last = min(max(last, first + FEWEST), count)
    first = max(min(first, last - FEWEST), 0)
    found = whole_passage(paragraph, first, last)
    while last - first > FEWEST and measure(found).fewest > MOST:
        last -= 1
        found = whole_passage(paragraph, first, last)
    return found


def evidence_block(source: str, paragraph: int, quote: str, origin: str = "", indent: int = 6) -> str:
    """Return evidence as YAML to paste below a claim's `evidence:`. Without an origin its line says what is wanted."""
    lines = (
        f"- source: {source}",
        f"  paragraph: {paragraph}",
        f"  quote: {_scalar(quote)}",
        f"  origin: {origin}"
        if origin
        else "  origin:  # who first reported or said it, as listed in briefings/origins.yaml",
        "  origin_basis: stated  # or inferred, where the text does not name that origin here",
    )
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def _scalar(text: str) -> str:
    """Return one line of text as a quoted YAML scalar, without the invisible characters that YAML files may not hold."""
    text = " ".join("".join(char for char in text if unicodedata.category(char) not in ("Cf", "Co")).split())
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
