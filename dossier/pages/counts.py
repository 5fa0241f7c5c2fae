"""What a list of claims comes to: how many, how many of them disputed, whose, and when the newest changed.

Which claims are counted is left to whoever asks.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from dossier.linked import LinkedClaim, Named
from dossier.wording import counted


class Counts(NamedTuple):
    """A number of claims, and of those among them that are in a conflict of fact, denied or marked as disputed."""

    claims: int
    disputed: int

    @property
    def words(self) -> str:
        """As readers see it: "12 claims, 3 disputed"."""
        return counted.disputed_claims(self.claims, self.disputed)


def count(claims: Iterable[LinkedClaim]) -> Counts:
    """Count claims. A withdrawn claim is not disputed any more."""
    members = tuple(claims)
    disputed = sum(1 for linked in members if linked.is_disputed and linked.claim.status != "withdrawn")
    return Counts(len(members), disputed)


def newest_change(claims: Iterable[LinkedClaim]) -> datetime | None:
    """Return when the newest change to one of these claims was published, or None."""
    return max((linked.changed for linked in claims if linked.changed), default=None)


def oldest_change(claims: Iterable[LinkedClaim]) -> datetime | None:
    """Return when the first of these claims was published, or None."""
    return min((linked.published for linked in claims if linked.published), default=None)


def names_of_parties(claims: Iterable[LinkedClaim], parties: Iterable[Named]) -> tuple[str, ...]:
    """Return the names of those parties that claims name, in the order of parties."""
    found = {linked.claim.party for linked in claims}
    return tuple(party.name for party in parties if party.id in found)
