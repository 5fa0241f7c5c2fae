"""What is disputed: claims side by side, each told once where one of them stands against several.

Never says who is right, and never sets claims against each other that no record does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dossier.library import Dispute, FiledClaim
from dossier.pages.line import Addresser, Line, line, permalink

if TYPE_CHECKING:
    from dossier.pages.desk import Desk


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Claims on two sides: each on the left stands against each on the right. `since` is the day both sides were known."""

    words: str
    kind: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    since: str


_WORDS = {
    "fact": "These conflict in fact: not both can be true.",
    "positions": "These are opposed positions: each side wants something else.",
}


def dispute_views(
    desk: "Desk", disputes: Sequence[Dispute], addressed: Addresser = permalink
) -> tuple[DisputeView, ...]:
    """Return disputes with conflicts of fact first, then the oldest; pairs that share a claim are told together."""
    views = []
    for kind in ("fact", "positions"):
        for left, right in _gathered([each for each in disputes if each.kind == kind]):
            sides = (tuple(line(desk, filed, addressed) for filed in side) for side in (left, right))
            first, second = sorted(sides, key=lambda side: (side[0].date, side[0].id))
            since = max(min(each.since for each in side) for side in (first, second))
            views.append(DisputeView(_WORDS[kind], kind, first, second, since))
    return tuple(views)


def _gathered(pairs: Iterable[Dispute]) -> list[tuple[list[FiledClaim], list[FiledClaim]]]:
    """Return pairs as groups in which every claim of one side stands against every claim of the other.

    The claim with most opponents is told first, with all of them; claims that have the same opponents share a side.
    """
    against: dict[str, dict[str, FiledClaim]] = {}
    claims: dict[str, FiledClaim] = {}
    for pair in pairs:
        claims |= {pair.left.id: pair.left, pair.right.id: pair.right}
        against.setdefault(pair.left.id, {})[pair.right.id] = pair.right
        against.setdefault(pair.right.id, {})[pair.left.id] = pair.left
    groups: dict[tuple[str, ...], list[FiledClaim]] = {}
    order = sorted(claims.values(), key=lambda filed: (-len(against[filed.id]), filed.sort_key))
    for filed in order:
        opponents = against.pop(filed.id)
        if not opponents:
            continue
        groups.setdefault(tuple(sorted(opponents)), []).append(filed)
        for other in opponents:
            if other in against:
                against[other].pop(filed.id, None)
    return [
        (side, sorted((claims[other] for other in others), key=lambda filed: filed.sort_key))
        for others, side in groups.items()
    ]


def lone_doubts(
    desk: "Desk", claims: Iterable[FiledClaim], addressed: Addresser = permalink, most: int | None = None
) -> tuple[Line, ...]:
    """Return claims, at most so many, that are denied or disputed though no other claim stands against them here."""
    alone = (
        filed
        for filed in claims
        if filed.is_disputed
        and filed.claim.status != "withdrawn"
        and not (filed.contradicts or filed.contradicted_by or filed.opposes)
    )
    return tuple(line(desk, filed, addressed) for filed in islice(alone, most))
