"""Names of claims, updates and records in a report, leading to their files where the web knows those.

Never makes an address: it is given one, and trusts it.
"""

from collections.abc import Callable

from dossier.check.changes.spans import code
from dossier.linked import LinkedClaim
from dossier.problem import Place, Span

Where = Callable[[Place | Span], str | None]


class Names:
    """Says names. `where` gives the web address of a place, or None where there is none; it has to quote file names."""

    def __init__(self, where: Where) -> None:
        self._where = where

    def name(self, text: str, place: Place | Span) -> str:
        """Return a name that leads to its place."""
        url = self._where(place)
        return f"[{code(text)}](<{url}>)" if url else code(text)

    def claim(self, linked: LinkedClaim) -> str:
        """Return the name of a claim and the file it stands in."""
        return f"{self.name(linked.id, linked.place())} in {code(linked.file)}"
