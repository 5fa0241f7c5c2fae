"""Counts how many wrong quotes pass, over the texts of an archive: `python -m bench.wrong_quotes --archive DIR`.

Only counts are printed, no word of a text. `--words N` takes paragraphs of N words instead, drawn from those of the texts in
random order.

A wrong quote is a genuine run of 4 to 15 words of a paragraph in which one word was changed into another word of the same
text. Runs that stand in the paragraph all the same are not wrong and do not count.
"""

import argparse
import os
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from dossier.evidence import check_quote, decoded, paragraphs, words
from dossier.evidence.fingerprint import Fingerprint, make
from dossier.evidence.passage import extent
from dossier.evidence.verbatim import stands as verbatim_state

_EACH = 50
"""Of quotes from long paragraphs that the fingerprint refuses, each so manieth is held against the text as well."""


@dataclass(frozen=True)
class Text:
    """One text: its fingerprint, its paragraphs, and for each word of each paragraph the word and where it stands."""

    fingerprint: Fingerprint
    paragraphs: Sequence[str]
    words: Sequence[Sequence[tuple[str, int, int]]]

    @cached_property
    def places(self) -> list[dict[tuple[str, str], list[int]]]:
        """For each paragraph where each two words stand one behind the other."""
        found = []
        for located in self.words:
            places: dict[tuple[str, str], list[int]] = {}
            for at, (one, other) in enumerate(pairwise(located)):
                places.setdefault((one[0], other[0]), []).append(at)
            found.append(places)
        return found

    @cached_property
    def runs(self) -> list[set[tuple[str, ...]]]:
        """For each paragraph its runs of three words."""
        return [
            {tuple(one[0] for one in located[at : at + 3]) for at in range(len(located) - 2)} for located in self.words
        ]

    def has(self, paragraph: int, run: Sequence[str]) -> bool:
        """Return whether words stand in a paragraph, counted from 0, in a row and in order."""
        located = self.words[paragraph]
        starts = self.places[paragraph].get((run[0], run[1]), ()) if len(run) > 1 else range(len(located))
        return any([each[0] for each in located[at : at + len(run)]] == list(run) for at in starts)


@dataclass(frozen=True)
class Wrong:
    """A wrong quote: the text and the paragraph (from 1) of the genuine run, and how far from an edge the change is."""

    text: Text
    paragraph: int
    quote: str
    from_edge: int


def read(archive: Path) -> list[Text]:
    """Return the texts of an archive: its `.txt` files, keyed by their names."""
    return [prepared(f"text-{number}", path.read_bytes()) for number, path in enumerate(sorted(archive.glob("*.txt")))]


def prepared(source: str, raw: bytes) -> Text:
    """Return a text with its words located."""
    found = paragraphs(decoded(raw))
    located = []
    for paragraph in found:
        extents = (extent(paragraph, at, at + 1) for at in range(len(words(paragraph))))
        located.append([(word, *where) for word, where in zip(words(paragraph), extents, strict=True)])
    return Text(make(source, raw), found, located)


def long_texts(texts: Sequence[Text], count: int, rng: random.Random) -> list[Text]:
    """Return as many texts of three paragraphs of so many words, drawn from the given ones."""
    drawn = [
        (word, paragraph[start:end])
        for text in texts
        for paragraph, located in zip(text.paragraphs, text.words, strict=True)
        for word, start, end in located
        if words(paragraph[start:end]) == [word]
    ]
    made = []
    for number in range(len(texts)):
        shown, located = [], []
        for _ in range(3):
            row, at, parts = [], 0, []
            for word, part in rng.choices(drawn, k=count):
                row.append((word, at, at + len(part)))
                parts.append(part)
                at += len(part) + 1
            shown.append(" ".join(parts))
            located.append(row)
        made.append(Text(make(f"text-{number}", "\n".join(shown)), shown, located))
    return made


def wrong_quotes(texts: Sequence[Text], tries: int, rng: random.Random) -> Iterator[Wrong]:
    """Yield so many wrong quotes, each set as the text sets the run but for the changed word."""
    made = 0
    while made < tries:
        text = rng.choice(texts)
        number = rng.randrange(len(text.words))
        located, length = text.words[number], rng.randint(4, 15)
        if len(located) < length:
            continue
        first = rng.randrange(len(located) - length + 1)
        changed = first + rng.randrange(length)
        donor = rng.randrange(len(text.words))
        word, start, end = rng.choice(text.words[donor])
        run = [each[0] for each in located[first : first + length]]
        run[changed - first] = word
        if text.has(number, run):
            continue
        paragraph = text.paragraphs[number]
        before = paragraph[located[first][1] : located[changed][1]]
        behind = paragraph[located[changed][2] : located[first + length - 1][2]]
        quote = before + text.paragraphs[donor][start:end] + behind
        # A word may melt into its neighbours ("1" into ",000"), and stand there after all.
        if text.has(number, words(quote)):
            continue
        made += 1
        yield Wrong(text, number + 1, quote, min(changed - first, first + length - 1 - changed))


def is_in(run: Sequence[str], located: Sequence[tuple[str, int, int]]) -> bool:
    """Return whether words stand in a paragraph, in a row and in order."""
    had = [each[0] for each in located]
    return any(had[at : at + len(run)] == run for at in range(len(had) - len(run) + 1))


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description="Count how many wrong quotes pass the check against fingerprints.")
    parser.add_argument("--archive", type=Path, default=os.environ.get("DOSSIER_ARCHIVE"))
    parser.add_argument("--tries", type=int, default=1_000_000)
    parser.add_argument("--words", type=int, default=0, help="length of paragraphs (default: as they are)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.archive is None:
        parser.error("no archive: name it by --archive or DOSSIER_ARCHIVE")
    started = time.perf_counter()
    tried: Counter[int] = Counter()
    passed: Counter[int] = Counter()
    held = verbatim = pieced = 0
    chance = random.Random(options.seed)
    texts = read(options.archive)
    if options.words:
        texts = long_texts(texts, options.words, chance)
    for wrong in wrong_quotes(texts, options.tries, chance):
        edge = min(wrong.from_edge, 2)
        tried[edge] += 1
        accepted = check_quote(wrong.text.fingerprint, wrong.paragraph, wrong.quote).accepted
        if accepted:
            passed[edge] += 1
            found = words(wrong.quote)
            own = wrong.text.runs[wrong.paragraph - 1]
            pieced += all(tuple(found[at : at + 3]) in own for at in range(len(found) - 2))
        # To look through a long paragraph takes a hundred times as long.
        if accepted or not options.words or tried.total() % _EACH == 0:
            held += 1
            verbatim += verbatim_state(wrong.text.paragraphs[wrong.paragraph - 1], wrong.quote) == "verbatim"
    print(f"{options.tries:,} wrong quotes in {time.perf_counter() - started:.0f} s")
    for edge, where in enumerate(("first or last word changed", "second word from an edge", "further inside")):
        share = passed[edge] / max(tried[edge], 1)
        print(f"  {where}: {passed[edge]:,} of {tried[edge]:,} pass the fingerprint ({share:.1e})")
    share = passed.total() / options.tries
    print(f"  all: {passed.total():,} pass the fingerprint ({share:.1e}), {verbatim:,} of {held:,} the archive")
    print(f"  of those {pieced:,} are pieced together of runs that stand in the paragraph, the others are accidents")


if __name__ == "__main__":
    main()
