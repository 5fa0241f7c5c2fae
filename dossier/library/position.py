"""What a party wants on a topic, and which claims dispute each other: both derived from claims.

Never fills a gap: a party without a position claim on a topic has no position there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.library.filed import FiledClaim


@dataclass(frozen=True, slots=True)
class Position:
    """The newest position claim of a party on a topic that nothing supersedes, and all others it has or had there.

    `others` are further current position claims and `history` superseded ones, each newest first. Withdrawn claims
    are in neither.
    """

    topic: str
    party: str
    current: FiledClaim
    others: tuple[FiledClaim, ...]
    history: tuple[FiledClaim, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims that conflict in fact (`fact`) or two positions that oppose each other (`positions`)."""

    kind: Literal["fact", "positions"]
    left: FiledClaim
    right: FiledClaim

    @property
    def is_live(self) -> bool:
        """Whether nothing replaced either side."""
        return self.left.is_current and self.right.is_current


def derive_positions(claims: Iterable[FiledClaim]) -> dict[tuple[str, str], Position]:
    """Return positions by (topic, party). A party whose position claims are all superseded has none."""
    groups: dict[tuple[str, str], list[FiledClaim]] = {}
    for filed in claims:
        claim = filed.claim
        if claim.kind == "position" and claim.party and claim.status != "withdrawn":
            for topic in claim.topics:
                groups.setdefault((topic, claim.party), []).append(filed)
    positions = {}
    for (topic, party), group in sorted(groups.items()):
        group.sort(key=lambda filed: filed.sort_key, reverse=True)
        current = [filed for filed in group if filed.is_current]
        if current:
            positions[topic, party] = Position(
                topic, party, current[0], tuple(current[1:]), tuple(f for f in group if not f.is_current)
            )
    return positions


def derive_disputes(claims: Iterable[FiledClaim], everything: Mapping[str, FiledClaim]) -> tuple[Dispute, ...]:
    """Return each pair in which at least one side is among `claims`, once, conflicts of fact first, then by age."""
    pairs: dict[tuple[str, str], Literal["fact", "positions"]] = {}
    for filed in claims:
        for other in (*filed.contradicts, *filed.contradicted_by):
            pairs[_pair(filed.id, other)] = "fact"
        for other in filed.opposes:
            pairs.setdefault(_pair(filed.id, other), "positions")
    disputes = []
    for (one, two), kind in pairs.items():
        left, right = sorted((everything[one], everything[two]), key=lambda filed: filed.sort_key)
        if left.claim.status != "withdrawn" and right.claim.status != "withdrawn":
            disputes.append(Dispute(kind, left, right))
    disputes.sort(key=lambda dispute: (dispute.kind, dispute.left.sort_key, dispute.right.sort_key))
    return tuple(disputes)


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)
