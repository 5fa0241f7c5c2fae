"""How the quotes of a source were checked, in sentences.

It says of a check against the archive what a record in the repository says, and when: whether it took place cannot be
shown.
"""

from collections.abc import Iterable, Iterator

from dossier.evidence import State
from dossier.linked import LinkedSource
from dossier.model import Evidence
from dossier.wording import remarks
from dossier.wording.translation import cached


def checks(source: LinkedSource, cited: Iterable[Evidence]) -> Iterator[str]:
    """Yield sentences on how many of the quotes cited from a source passed which check."""
    quotes = {(each.paragraph, each.quote): each for each in cited}
    states = [source.state(each) for each in quotes.values()]
    held = sorted({state.on for state in states if state.by == "archive"})
    if held:
        yield remarks.quotes_held(sum(1 for state in states if state.by == "archive"), held)
    fitting = sum(1 for state in states if state.by == "fingerprint")
    if fitting:
        yield remarks.quotes_fitting(fitting, some_held=bool(held))
    unchecked = sum(1 for state in states if state.by is None)
    if unchecked:
        yield remarks.quotes_unchecked(unchecked)


@cached(1024)
def check_words(state: State) -> str:
    """Return what is to be said of how a quote was checked: nothing where it was held against the archived text."""
    if state.by == "archive":
        return ""
    return remarks.quote_fits() if state.by == "fingerprint" else remarks.quote_unchecked()
