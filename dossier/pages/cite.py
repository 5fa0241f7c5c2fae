"""How to cite a page: in a line of text.

Never dates a page by its build: the date of a page is that of its newest authored change.
"""

from dataclasses import dataclass

from dossier.library import Library
from dossier.pages import phrase


@dataclass(frozen=True, slots=True)
class Cite:
    """A page's citation. `address` is absolute."""

    text: str
    address: str


def cite(library: Library, title: str, page_address: str, modified: str) -> Cite:
    """Return the citation of a page, given its site-relative address and the time of its newest change, or empty."""
    settings = library.settings
    absolute = f"{settings.url}{page_address}"
    version = f"Version of {phrase.date_words(modified[:10])}. " if modified else ""
    return Cite(f"“{title}”. {settings.name}. {version}{absolute}", absolute)
