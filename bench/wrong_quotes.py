"""Counts how many wrong quotes pass, over the texts of an archive: `python -m bench.wrong_quotes --archive DIR`.

It prints counts and no word of a text. The check itself is left to `dossier.evidence`.

A wrong quote is a run of 4 to 15 words of a paragraph in which one word was replaced by another word of the same text.
Runs that are in the paragraph all the same are not wrong and do not count.
"""

import argparse
import os
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.evidence import check_quote, decoded, paragraphs, words
from dossier.evidence.fingerprint import Fingerprint, make
from dossier.evidence.passage import extent
from dossier.evidence.verbatim import stands as verbatim_state


@dataclass(frozen=True)
class Text:
    """One text: its fingerprint, its paragraphs, and each word of each paragraph with its place."""

    fingerprint: Fingerprint
    paragraphs: Sequence[str]
    words: Sequence[Sequence[tuple[str, int, int]]]


@dataclass(frozen=True)
class Wrong:
    """A wrong quote: the text and the paragraph (from 1) of the real run, and the distance of the change from an edge."""

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


def wrong_quotes(texts: Sequence[Text], tries: int, rng: random.Random) -> Iterator[Wrong]:
    """Yield this many wrong quotes, with the punctuation of the text except for the changed word."""
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
        if is_in(run, located):
            continue
        paragraph = text.paragraphs[number]
        before = paragraph[located[first][1] : located[changed][1]]
        behind = paragraph[located[changed][2] : located[first + length - 1][2]]
        quote = before + text.paragraphs[donor][start:end] + behind
        # A word may merge with its neighbours ("1" with ",000"), so that the run is in the paragraph after all.
        if is_in(words(quote), located):
            continue
        made += 1
        yield Wrong(text, number + 1, quote, min(changed - first, first + length - 1 - changed))


def is_in(run: Sequence[str], located: Sequence[tuple[str, int, int]]) -> bool:
    """Return whether a paragraph has these words in a row and in order."""
    had = [each[0] for each in located]
    return any(had[at : at + len(run)] == run for at in range(len(had) - len(run) + 1))


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description="Count how many wrong quotes pass the check against fingerprints.")
    parser.add_argument("--archive", type=Path, default=os.environ.get("DOSSIER_ARCHIVE"))
    parser.add_argument("--tries", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.archive is None:
        parser.error("no archive: name it by --archive or DOSSIER_ARCHIVE")
    started = time.perf_counter()
    tried: Counter[int] = Counter()
    passed: Counter[int] = Counter()
    verbatim = 0
    for wrong in wrong_quotes(read(options.archive), options.tries, random.Random(options.seed)):
        edge = min(wrong.from_edge, 2)
        tried[edge] += 1
        if check_quote(wrong.text.fingerprint, wrong.paragraph, wrong.quote).accepted:
            passed[edge] += 1
        verbatim += verbatim_state(wrong.text.paragraphs[wrong.paragraph - 1], wrong.quote) == "verbatim"
    print(f"{options.tries:,} wrong quotes in {time.perf_counter() - started:.0f} s")
    for edge, where in enumerate(("first or last word changed", "second word from an edge", "further inside")):
        share = passed[edge] / max(tried[edge], 1)
        print(f"  {where}: {passed[edge]:,} of {tried[edge]:,} pass the fingerprint ({share:.1e})")
    share = passed.total() / options.tries
    print(f"  all: {passed.total():,} pass the fingerprint ({share:.1e}), {verbatim:,} the archive")


if __name__ == "__main__":
    main()
