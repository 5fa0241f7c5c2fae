"""Who passed an origin on, and who passed it on from there: a tree that is small enough to be read.

Where two ways lead to one report, its branch is drawn once, and the second time it is only named.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dossier.linked import LinkedSource, Stamped, address
from dossier.pages.page import Link
from dossier.pages.provenance import card
from dossier.wording import counted, phrase, remarks
from dossier.wording.labels import ORIGIN_KIND_INSIDE

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


class CitingSource(NamedTuple):
    """A source that cites an origin: for how many claims, against how many, and for how many of them the editors infer it."""

    source: LinkedSource
    claims: int
    denied: int
    inferred: int


@dataclass(frozen=True, slots=True, eq=False)
class TreeNode(Stamped):
    """An origin as far as a tree shows it: its name and kind, the ids of origins that go back to it, and its sources."""

    id: str
    name: str
    kind: str
    dependents: tuple[str, ...]
    sources: tuple[CitingSource, ...]


def tree(origin_id: str, nodes: Mapping[str, TreeNode]) -> Tree:
    """Return who passed an origin on: origins that go back to it, each with those behind it, then sources that cite it.

    `nodes` are the origin and all that depend on it, by id.
    """
    return _Grower(nodes).grow(origin_id, 0)


class _Grower:
    def __init__(self, nodes: Mapping[str, TreeNode]) -> None:
        self._nodes = nodes
        self._left = _MOST
        self._drawn: set[str] = set()

    def grow(self, origin_id: str, depth: int) -> Tree:
        self._drawn.add(origin_id)
        origins = self._nodes[origin_id].dependents
        sources = self._sources(origin_id)
        room = min(_WIDEST, self._left)
        self._left -= min(len(origins) + len(sources), room)
        shown = [self._origin(each, depth) for each in origins[:room]]
        shown += sources[: max(room - len(shown), 0)]
        return Tree(tuple(shown), len(origins) + len(sources) - len(shown))

    def _origin(self, origin_id: str, depth: int) -> Branch:
        node = self._nodes[origin_id]
        link = Link(address.origin(origin_id), node.name)
        if origin_id in self._drawn:
            return Branch(link, remarks.above(), Tree())
        words = ORIGIN_KIND_INSIDE[node.kind]
        return Branch(link, words, self.grow(origin_id, depth + 1) if depth < _DEEPEST else Tree())

    def _sources(self, origin_id: str) -> list[Branch]:
        cited = [(card(each.source), each) for each in self._nodes[origin_id].sources]
        branches = []
        for source, citing in sorted(cited, key=lambda pair: (pair[0].published, pair[0].id)):
            words = [phrase.date_words(source.published) or phrase.undated()]
            if citing.claims:
                words.append(counted.claims(citing.claims))
            if citing.denied:
                words.append(counted.claims_denied(citing.denied))
            if citing.inferred:
                words.append(remarks.inferred(citing.inferred, citing.claims + citing.denied))
            branches.append(Branch(Link(source.address, source.outlet), " · ".join(words), Tree()))
        return branches
