"""How the quotes of a source were checked, in sentences.

Never says that a quote was held against the archive unless a record says when.
"""

from collections.abc import Iterator

from dossier.evidence import State
from dossier.library import Library
from dossier.wording import phrase


def checks(library: Library, source_id: str) -> Iterator[str]:
    """Yield sentences on how many quotes passed which check, and what could not be checked."""
    quotes = {(each.paragraph, each.quote): each for _, each in library.cited_by_source[source_id]}
    states = [library.verification(each) for each in quotes.values()]
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


def check_words(state: State) -> str:
    """Return how a quote was checked, as a sentence."""
    if state.by == "archive":
        return f"Stands word for word in the archived text, as checked on {phrase.date_words(state.on)}."
    return "Fits the fingerprint of its paragraph." if state.by == "fingerprint" else "Not checked yet."
