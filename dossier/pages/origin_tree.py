"""Who passed an origin on, and who passed it on from there: a tree that is small enough to be read.

Never draws a branch twice: where two ways lead to one report, the second time it is only named.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.linked import address
from dossier.pages.page import Link
from dossier.wording import phrase

if TYPE_CHECKING:
    from dossier.pages.context import Context

_WIDEST = 40
_MOST = 120
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Branch:
    """Somebody who passed a story on, what there is to say of it, and who had it from there."""

    link: Link
    words: str
    below: "Tree"


@dataclass(frozen=True, slots=True)
class Tree:
    """Those who had a story from one place; `more` of them are not shown."""

    branches: tuple[Branch, ...] = ()
    more: int = 0


def tree(context: "Context", origin_id: str) -> Tree:
    """Return who passed an origin on: origins that go back to it, each with those behind it, then sources that cite it."""
    return _Grower(context).grow(origin_id, 0)


class _Grower:
    def __init__(self, context: "Context") -> None:
        self._context = context
        self._left = _MOST
        self._drawn: set[str] = set()

    def grow(self, origin_id: str, depth: int) -> Tree:
        self._drawn.add(origin_id)
        library = self._context.library
        origins = library.dependents.get(origin_id, ())
        sources = self._sources(origin_id)
        room = min(_WIDEST, self._left)
        self._left -= min(len(origins) + len(sources), room)
        shown = [self._origin(each, depth) for each in origins[:room]]
        shown += sources[: max(room - len(shown), 0)]
        return Tree(tuple(shown), len(origins) + len(sources) - len(shown))

    def _origin(self, origin_id: str, depth: int) -> Branch:
        origin = self._context.library.origins[origin_id]
        link = Link(address.origin(origin_id), origin.name)
        if origin_id in self._drawn:
            return Branch(link, "see above", Tree())
        words = phrase.ORIGIN_KIND[origin.kind].lower()
        return Branch(link, words, self.grow(origin_id, depth + 1) if depth < _DEEPEST else Tree())

    def _sources(self, origin_id: str) -> list[Branch]:
        claims: dict[str, set[str]] = {}
        named: set[str] = set()
        for linked, evidence in self._context.library.cited_by_origin.get(origin_id, ()):
            claims.setdefault(evidence.source, set()).add(linked.id)
            if evidence.origin_basis == "stated":
                named.add(evidence.source)
        cards = [(card, members) for each, members in claims.items() if (card := self._context.source(each))]
        branches = []
        for card, members in sorted(cards, key=lambda pair: (pair[0].published, pair[0].id)):
            words = [phrase.date_words(card.published), phrase.count(len(members), "claim")]
            if card.id not in named:
                words.append("does not name it here")
            branches.append(Branch(Link(card.address, card.outlet), " · ".join(words), Tree()))
        return branches
