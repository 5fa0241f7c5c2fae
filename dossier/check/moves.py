"""Records that moved or were merged: what stays of one leads to a record in the end.

Whether there is such a record is left to `references`, and so are those who still name the old id.
"""

from collections.abc import Iterator
from typing import get_args

from dossier.check.circles import circles
from dossier.library import Library
from dossier.library.corpus import MovedKind
from dossier.problem import Area, Code, Problem

MOVED_IN_CIRCLE = Code(
    "moved-in-circle",
    Area.CORPUS,
    "error",
    "What stays of records that moved or were merged leads round in a circle, and to no record.",
    "Name the id under which the record is today.",
)
_KEYS: dict[MovedKind, str] = {kind: "moved_to" if kind == "claim" else "merged_into" for kind in get_args(MovedKind)}


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of what stays of records that moved or were merged."""
    stubs = library.corpus.stubs
    for kind, key in _KEYS.items():
        graph = {old: [moved.to] for (other, old), moved in stubs.items() if other == kind}
        for circle in [*((old,) for old, to in graph.items() if to == [old]), *circles(graph)]:
            chain = " → ".join(f'"{one}"' for one in (*circle, circle[0]))
            places = [stubs[kind, one].at for one in circle]
            yield Problem(
                MOVED_IN_CIRCLE,
                f"`{key}` runs in a circle: {chain}",
                places[0],
                related=tuple(("also on the circle", place) for place in places[1:]),
            )
