"""Links from a report to claims, updates and records in their files.

The web addresses are handed in and trusted.
"""

from collections.abc import Callable

from dossier.check.changes.markup import code
from dossier.linked import LinkedClaim
from dossier.problem import Place, Span

UrlOf = Callable[[Place | Span], str | None]


class Links:
    """Makes links. `url_of` returns the web address of a place with its file name quoted, or None if there is none."""

    def __init__(self, url_of: UrlOf) -> None:
        self._url_of = url_of

    def to(self, text: str, place: Place | Span) -> str:
        """Return a name that links to its place."""
        url = self._url_of(place)
        return f"[{code(text)}](<{url}>)" if url else code(text)

    def to_claim(self, linked: LinkedClaim) -> str:
        """Return the id of a claim as a link, and its file."""
        return f"{self.to(linked.id, linked.place())} in {code(linked.file)}"
