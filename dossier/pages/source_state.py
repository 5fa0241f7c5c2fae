"""Says how a source stands with its publisher: corrected, retracted, and what its page had when it was last looked at.

Comparing the page is left to `source refresh`; the words say no more than its record does.
"""

from collections.abc import Iterator

from dossier.model import Source
from dossier.wording import remarks


def of_source(source: Source) -> Iterator[str]:
    """Yield sentences on a source as a whole; none where nothing is known."""
    if source.status != "in use":
        yield remarks.source_became(source.status, source.status_reason)
    made = source.refreshed
    if made is None:
        return
    if made.result in remarks.PAGE_WAS:
        yield remarks.page_was(made.result, made.date)
    if made.missing:
        yield remarks.paragraphs_gone([named.replace("-", "–") for named in made.missing], len(made.numbers), made.date)


def of_passage(source: Source, paragraph: int) -> str:
    """Return what readers of a quote have to know of its source, in a sentence, or nothing."""
    made = source.refreshed
    said = [] if source.status == "in use" else [remarks.source_became(source.status, source.status_reason)]
    if made is not None and made.result == "gone":
        said.append(remarks.page_was("gone", made.date))
    elif made is not None and paragraph in made.numbers:
        said.append(remarks.paragraph_gone(made.date))
    return " ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in said)
