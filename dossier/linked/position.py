"""A party's position on a topic, and a dispute between two claims.

Deriving both from claims is left to `library`.
"""

from dataclasses import dataclass
from typing import Literal

from dossier.linked.records import LinkedClaim

DisputeKind = Literal["denial", "fact", "positions"]


@dataclass(frozen=True, slots=True)
class Position:
    """The newest position claim of a party on a topic that nothing supersedes, and all others it has or had there.

    `others` are further current position claims and `history` superseded ones, each newest first. Withdrawn claims
    are in neither.
    """

    topic: str
    party: str
    current: LinkedClaim
    others: tuple[LinkedClaim, ...]
    history: tuple[LinkedClaim, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims that stand against each other.

    That is a claim and a denial of what it asserts (`denial`, with the denial on the right), two claims that assert what
    cannot both hold (`fact`), or two positions that oppose each other (`positions`).
    """

    kind: DisputeKind
    left: LinkedClaim
    right: LinkedClaim

    @property
    def is_live(self) -> bool:
        """Whether nothing replaced either side."""
        return self.left.is_current and self.right.is_current

    def is_of(self, topic_id: str) -> bool:
        """Whether it belongs to a topic: the claim that is denied is filed there, or else both claims are."""
        sides = (self.left,) if self.kind == "denial" else (self.left, self.right)
        return all(topic_id in each.claim.topics for each in sides)
