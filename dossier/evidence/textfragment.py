"""Addresses that lead to a passage on its publisher's page, and to archived copies of that page.

Whether the passage is there is left to the browser: the page may have changed, and a browser that does not know text
fragments opens the page at its top.

A browser looks for whole words. Where a word ends is said by Unicode's Standard Annex 29, as `regex` has it; in Chinese,
Japanese, Thai and their kin by dictionaries that only browsers have, so that there the whole quote is sought and nothing
less. Browsers look past case, accents, kinds of space, and the difference between straight and curly quotation marks, but
not past that between other marks, nor between one dash and another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import urldefrag, urlsplit

import regex

from dossier.evidence.words import has_unspaced

_BOUNDARY = regex.compile(r"(?wV1)\b")
_APOSTROPHES = "'\u2018\u2019\u02bc\u02b9\u2032`\u00b4\uff07"
_BESIDE_LETTERS = re.compile(rf"(?<=\w)[{_APOSTROPHES}]|[{_APOSTROPHES}](?=\w)")
# Signs that a page may have where a quote has others of their kind, or none, or a space beside them.
_UNSURE = regex.compile(
    rf"(?V1)[{_APOSTROPHES}\p{{Pd}}\p{{Pi}}\p{{Pf}}\p{{Sc}}\"\u201e\u201a\u2033\u2036\u2212\u300c-\u300f%‰‱_]"
)
# So few words alone may stand elsewhere on the page first.
_FEWEST, _FEW = 2, 3
_LONG = 4
_LOOK_UP = "https://web.archive.org/web/"
# The form that all replay programs share: when it was kept, and the address that was kept.
_COPY = re.compile(r"(?:/web/(?:\d{1,14}|\*)|/\d{8,14})(?:[a-z]{2}_)?/(?:https?:/{1,2}|www\.)", re.IGNORECASE)
_KEEPERS = re.compile(r"(?:.*\.)?(?:archive\.(?:today|is|ph|li|fo|md|vn)|perma\.cc|webcitation\.org|ghostarchive\.org)")


def text_fragment(url: str, quote: str) -> str:
    """Return the address of a quote on the page at `url`, as a text fragment.

    The fragment is the whole quote; where the page may have other signs in it, what a browser finds all the same follows
    as a second try. Method: URL Fragment Text Directives, draft of the W3C's Web Incubator Community Group. Everything but
    letters, digits and `_.~` is percent-encoded as UTF-8, also `-`, `,` and `&`, which are syntax there.
    """
    address = url.partition(":~:")[0].removesuffix("#")
    joint = ":~:" if "#" in address else "#:~:"
    return address + joint + "&".join(f"text={_encoded(one)}" for one in dict.fromkeys(_sought(quote)))


def _encoded(text: str) -> str:
    return percent_encoded(text, safe="").replace("-", "%2D")


def _sought(quote: str) -> Iterator[str]:
    """Yield the quote without what stands outside its words, then what else to look for, the surest first."""
    text = " ".join(quote.split())
    words = [word for word in _words(text) if not word.is_sign]
    if not words:
        yield text
        return
    whole = text[words[0].start : words[-1].end].strip(_APOSTROPHES)
    yield whole
    if not _UNSURE.search(whole):
        return
    best = max(_runs(text), key=len, default=[])
    if len(best) < _FEW and not has_unspaced(whole):
        yield _with_other_apostrophes(whole)
    if len(best) >= _FEWEST:
        yield text[best[0].start : best[-1].end]
    elif longest := max((text[one.start : one.end] for run in _runs(text) for one in run), key=len, default=""):
        # Better the neighbourhood than the top of the page.
        yield from [longest] if len(longest) >= _LONG else []


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands between two boundaries of words: a word, or the signs between two."""

    start: int
    end: int
    is_sign: bool
    is_sure: bool


def _words(text: str) -> Iterator[_Word]:
    start = 0
    # Some apostrophes part words, and others do not; where the page has one of these, a part alone is no word there.
    for part in _BOUNDARY.split(_BESIDE_LETTERS.sub("\u02bc", text)):
        if part:
            is_sign = not any(char.isalnum() for char in part)
            yield _Word(start, start + len(part), is_sign, _UNSURE.search(part) is None)
            start += len(part)


def _runs(text: str) -> Iterator[list[_Word]]:
    """Yield each run of words between which, and in which, no sign stands that a page may have otherwise."""
    run: list[_Word] = []
    for word in _words(text):
        if not word.is_sure:
            yield run
            run = []
        elif not word.is_sign:
            run.append(word)
    yield run


def _with_other_apostrophes(text: str) -> str:
    """Return a text with apostrophes as letters where they are signs, and as signs where they are letters."""
    wanted = "'" if "\u02bc" in text else "\u02bc"
    return _BESIDE_LETTERS.sub(wanted, text)


def begins_and_ends_with_words(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` begins and ends where a word does for a browser, as far as can be told."""
    if has_unspaced(text[max(start - 1, 0) : end + 1]):
        return True
    return all(_BOUNDARY.match(text, at) is not None for at in (start, end))


def archived_copy(url: str) -> str:
    """Return the address at the Internet Archive that looks for a copy of the page at `url`; empty where it is a copy.

    Whether there is one nobody here knows.
    """
    page, fragment = urldefrag(url.partition(":~:")[0])
    parts = urlsplit(page)
    if _KEEPERS.fullmatch(parts.hostname or "") or _COPY.search(parts.path):
        return ""
    # What stands in front of an @ is for the publisher alone.
    page = page.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1)
    return f"{_LOOK_UP}2/{page}{f'#{fragment}' if fragment else ''}"
