"""Says how a source stands with its publisher: corrected, retracted, and what its page had when it was last looked at.

Comparing the page is left to `source refresh`; the words say no more than its record does.
"""

from collections.abc import Iterator

from dossier.model import Source
from dossier.wording import phrase

_BY = {"corrected": "Corrected by its publisher", "retracted": "Retracted by its publisher"}


def of_source(source: Source) -> Iterator[str]:
    """Yield sentences on a source as a whole; none where nothing is known."""
    if source.status != "in use":
        yield f"{_BY[source.status]}: {source.status_reason or 'no reason is recorded'}"
    made = source.refreshed
    if made is None:
        return
    on = _on(made.date)
    match made.result:
        case "gone":
            yield f"{on} the page was no longer there."
        case "unchanged":
            yield f"{on} everything stood on the page as it was archived."
        case "moved":
            yield f"{on} the page had moved to another address."
    if made.missing:
        numbers = phrase.listed(named.replace("-", "–") for named in made.missing)
        which = "paragraph" if len(made.numbers) == 1 else "paragraphs"
        yield f"{on} {which} {numbers} no longer stood on the page as archived."


def of_passage(source: Source, paragraph: int) -> str:
    """Return what readers of a quote have to know of its source, in a sentence, or nothing."""
    made = source.refreshed
    said = (
        []
        if source.status == "in use"
        else [f"{_BY[source.status]}: {source.status_reason or 'no reason is recorded'}"]
    )
    if made is not None and made.result == "gone":
        said.append(f"{_on(made.date)} the page was no longer there.")
    elif made is not None and paragraph in made.numbers:
        said.append(f"{_on(made.date)} this paragraph no longer stood on the page as archived.")
    return " ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in said)


def _on(date: str) -> str:
    words = phrase.span([date])
    return words[:1].upper() + words[1:]
