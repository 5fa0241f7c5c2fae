"""The words that search offers for one that is nowhere: those of the index itself, the most used first.

Which of them is near to what a reader typed is left to the script that loads them, where nothing is found.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping

NEAR_WORDS = "words.txt"
"""The name of the file."""
MOST_BYTES = 60_000
"""The size of the file at most; what is left out are the words that fewest pages have."""

_FRAGMENT = re.compile(r"fragment/.+\.pf_fragment")
_SIGNATURE = b"pagefind_dcd"
# Shorter words are near to too many others.
_WORD = re.compile(r"[^\W\d_]{4,}")
# These are written without spaces between words.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def near_words(index: Mapping[str, bytes]) -> bytes:
    """Return the words of the pages of an index, given its files by path, with spaces between them."""
    pages: Counter[str] = Counter()
    for path, packed in index.items():
        if _FRAGMENT.fullmatch(path):
            page = json.loads(gzip.decompress(packed).removeprefix(_SIGNATURE))
            pages.update(set(_WORD.findall(page["content"])))
    return " ".join(_fitting(_by_use(pages))).encode()


def _by_use(pages: Counter[str]) -> list[str]:
    """Return words, the most used first, each as it is most often written."""
    forms: dict[str, list[str]] = {}
    for word in sorted(pages, key=lambda word: (-pages[word], word)):
        forms.setdefault(word.casefold(), []).append(word)
    used = {written[0]: sum(pages[word] for word in written) for written in forms.values()}
    return sorted(used, key=lambda word: (-used[word], word))


def _fitting(words: Iterable[str]) -> list[str]:
    fitting, size = [], 0
    for word in words:
        if not _SPACELESS.search(word):
            size += len(word.encode()) + 1
            if size > MOST_BYTES:
                break
            fitting.append(word)
    return fitting
