"""How the quotes of a source were checked, in sentences.

A quote was held against the archive only where a record says when.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from dossier.evidence import State
from dossier.linked import LinkedSource
from dossier.model import Evidence
from dossier.wording import phrase


def checks(source: LinkedSource, cited: Iterable[Evidence]) -> Iterator[str]:
    """Yield sentences on how many of the quotes cited from a source passed which check."""
    quotes = {(each.paragraph, each.quote): each for each in cited}
    states = [source.state(each) for each in quotes.values()]
    held = sorted({state.on for state in states if state.by == "archive"})
    if held:
        number = sum(1 for state in states if state.by == "archive")
        one = "stands" if number == 1 else "stand"
        dates = phrase.listed(phrase.date_words(each) for each in held)
        yield f"{phrase.count(number, 'quote')} {one} word for word in the archived text, as checked on {dates}."
    fitting = sum(1 for state in states if state.by == "fingerprint")
    if fitting:
        one = "fits" if fitting == 1 else "fit"
        more = "; none is on record as held" if not held else "; not yet on record as held"
        yield f"{phrase.count(fitting, 'quote')} {one} the fingerprint of the paragraph{more} against the archived text."
    unchecked = sum(1 for state in states if state.by is None)
    if unchecked:
        yield f"{phrase.count(unchecked, 'quote')} could not be checked."


@lru_cache(maxsize=1024)
def check_words(state: State) -> str:
    """Return how a quote was checked, as a sentence."""
    if state.by == "archive":
        return f"Stands word for word in the archived text, as checked on {phrase.date_words(state.on)}."
    return "Fits the fingerprint of its paragraph." if state.by == "fingerprint" else "Not checked yet."
