"""What a list of claims comes to: how many, how many of them disputed, whose, and when the newest changed.

Which claims are counted is left to whoever asks.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from dossier.linked import LinkedClaim, Named
from dossier.wording import phrase


class Counts(NamedTuple):
    """A number of claims, and of those among them that are marked as disputed or as denied."""

    claims: int
    disputed: int
    denied: int = 0

    @property
    def words(self) -> str:
        """As readers see it: "12 claims, 3 disputed, 1 denied"."""
        return ", ".join((phrase.count(self.claims, "claim"), *self.doubts))

    @property
    def doubts(self) -> tuple[str, ...]:
        """How many are marked as disputed, and how many as denied, where there are any."""
        pairs = ((self.disputed, "disputed"), (self.denied, "denied"))
        return tuple(f"{number:,} {word}" for number, word in pairs if number)


def count(claims: Iterable[LinkedClaim]) -> Counts:
    """Count claims. What is counted as disputed is what is marked so."""
    members = tuple(claims)
    denied = sum(1 for linked in members if linked.claim.status == "denied")
    return Counts(len(members), sum(1 for linked in members if linked.is_disputed) - denied, denied)


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
