"""What a party wants on a topic, and which claims dispute each other: both derived from claims.

A party without a position claim on a topic has no position there.
"""

from collections.abc import Iterable, Mapping

from dossier.linked.position import Dispute, DisputeKind, Position
from dossier.linked.records import LinkedClaim


def derive_positions(claims: Iterable[LinkedClaim]) -> dict[tuple[str, str], Position]:
    """Return positions by (topic, party). A party whose position claims are all superseded has none."""
    groups: dict[tuple[str, str], list[LinkedClaim]] = {}
    for linked in claims:
        claim = linked.claim
        if claim.kind == "position" and claim.party and claim.status != "withdrawn":
            for topic in claim.topics:
                groups.setdefault((topic, claim.party), []).append(linked)
    positions = {}
    for (topic, party), group in sorted(groups.items()):
        group.sort(key=lambda linked: linked.sort_key, reverse=True)
        current = [linked for linked in group if linked.is_current]
        if current:
            positions[topic, party] = Position(
                topic, party, current[0], tuple(current[1:]), tuple(f for f in group if not f.is_current)
            )
    return positions


def derive_disputes(claims: Iterable[LinkedClaim], everything: Mapping[str, LinkedClaim]) -> tuple[Dispute, ...]:
    """Return each pair in which at least one side is among `claims`, once: denials, conflicts of fact, positions; each by age."""
    pairs: dict[tuple[str, str], DisputeKind] = {}
    for linked in claims:
        for other in (*linked.contradicts, *linked.contradicted_by):
            pairs[_pair(linked.id, other)] = "fact"
        for other in linked.opposes:
            pairs.setdefault(_pair(linked.id, other), "positions")
    disputes = []
    for (one, two), kind in pairs.items():
        left, right = sorted((everything[one], everything[two]), key=lambda linked: linked.sort_key)
        if kind == "fact" and (left.claim.kind == "denial") != (right.claim.kind == "denial"):
            kind = "denial"  # noqa: PLW2901 - told apart only where both sides are known
            left, right = (right, left) if left.claim.kind == "denial" else (left, right)
        if left.claim.status != "withdrawn" and right.claim.status != "withdrawn":
            disputes.append(Dispute(kind, left, right))
    disputes.sort(key=lambda dispute: (dispute.kind, dispute.left.sort_key, dispute.right.sort_key))
    return tuple(disputes)


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)
