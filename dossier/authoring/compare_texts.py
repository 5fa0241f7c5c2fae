"""Compares a publisher's page with the archived text, paragraph by paragraph and quote by quote.

Fetching the page is left to `disk`, recording what came of it to `refresh`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from dossier.evidence import words
from dossier.evidence.passage import align, passage
from dossier.evidence.verbatim import stands
from dossier.library.library import Cited
from dossier.model import Evidence

_SHOWN = 12
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Missing:
    """A paragraph of the archived text that does not stand on the page: its number, and where both begin to differ.

    `was` and `now` are some words on either side; `now` is empty where nothing on the page is like the paragraph.
    """

    paragraph: int
    was: str
    now: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote from the source, by the claim that cites it, and whether it stands on the page."""

    claim: str
    evidence: Evidence
    stands: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What a page has of an archived text of so many `paragraphs`, and what it has beside them.

    `added` are paragraphs of the page's own text that the archived text does not have.
    """

    paragraphs: int
    missing: tuple[Missing, ...]
    quotes: tuple[Quoted, ...]
    added: tuple[str, ...]

    @property
    def is_another(self) -> bool:
        """Whether the page has nothing in common with the text, so that it may well be another page."""
        return len(self.missing) == self.paragraphs and not any(each.now for each in self.missing)


def compare(archived: Sequence[str], own: Sequence[str], everything: Sequence[str], cited: Iterable[Cited]) -> Compared:
    """Compare an archived text's paragraphs with a page: its `own` text, and `everything` that a person sees on it.

    A paragraph stands on the page where its words stand there in a row; case, punctuation and what surrounds them do not
    count. So it does not matter how either text was cut into paragraphs.
    """
    page = _run(everything)
    missing = tuple(
        _difference(number, paragraph, everything)
        for number, paragraph in enumerate(archived, 1)
        if _run([paragraph]) not in page
    )
    quotes = tuple(
        Quoted(linked.id, evidence, any(stands(one, evidence.quote) == "verbatim" for one in everything))
        for linked, evidence in cited
    )
    text = _run(archived)
    added = tuple(one for one in own if len(words(one)) >= _FEWEST and _run([one]) not in text)
    like = {each.paragraph for each in missing if each.now}
    # What took the place of a paragraph is no addition to the text.
    reworded = [archived[number - 1] for number in like]
    return Compared(len(archived), missing, quotes, tuple(one for one in added if not _is_like_any(one, reworded)))


def _run(passages: Iterable[str]) -> str:
    return f" {' '.join(chain.from_iterable(map(words, passages)))} "


def _difference(number: int, paragraph: str, everything: Sequence[str]) -> Missing:
    had = words(paragraph)
    near = max(everything, key=lambda one: _shared(had, words(one)), default="")
    found = words(near)
    if not _is_like(had, found):
        return Missing(number, passage(paragraph, 0, min(len(had), _SHOWN)))
    start = align(had, found).start
    now = found[start:]
    at = next(
        (at for at, (one, other) in enumerate(zip(had, now, strict=False)) if one != other), min(len(had), len(now))
    )
    first = max(at - _SHOWN // 3, 0)
    return Missing(number, _some(paragraph, first, len(had)), _some(near, start + first, len(found)))


def _some(text: str, first: int, count: int) -> str:
    last = min(first + _SHOWN, count)
    return passage(text, first, last) if first < last else ""


def _is_like(had: Sequence[str], found: Sequence[str]) -> bool:
    return _shared(had, found) * 2 > len(had)


def _is_like_any(one: str, others: Iterable[str]) -> bool:
    said = words(one)
    return any(_is_like(words(other), said) for other in others)


def _shared(had: Sequence[str], found: Sequence[str]) -> int:
    return (Counter(had) & Counter(found)).total()
