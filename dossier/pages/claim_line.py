"""A claim as one line of a list: what it says, whose it is, when, and how it stands.

The evidence is left to the claim piece, to which a line leads.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from dossier.linked import LinkedClaim
from dossier.pages.claim_piece import changed, sourcing, title, until
from dossier.pages.evidence_history import sourcing_steps
from dossier.pages.page import Link, party_link
from dossier.wording import phrase

Addresser = Callable[[LinkedClaim], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in a list. `address` starts with a hash where the claim's piece stands on the same page.

    `mark` is the word that sets a claim apart ("Replaced", "Denied", …) or empty for one that is merely reported.
    `steps` say for the reader's script how well it was sourced on earlier days, where that changed.
    `since` and `until` bound the days on which it was the latest word; `until` is empty while it still is.
    """

    id: str
    address: str
    text: str
    short: str
    kind: str
    mark: str
    party: Link | None
    party_id: str
    person: str
    topics: tuple[str, ...]
    date: str
    sourcing: str
    steps: str
    since: str
    until: str
    changed: str


def permalink(linked: LinkedClaim) -> str:
    """Return the address of a claim in its brief."""
    return linked.address


def on_page(ids: Collection[str]) -> Addresser:
    """Return what gives claims in `ids` an address on the page itself, and all others their permalink."""
    return lambda linked: f"#{linked.id}" if linked.id in ids else linked.address


def mark(linked: LinkedClaim) -> str:
    """Return the word that sets a claim apart, or an empty string for one that is reported and stands."""
    if linked.claim.status == "withdrawn":
        return "Withdrawn"
    if linked.superseded_by:
        return "Replaced"
    return "" if linked.claim.status == "reported" else phrase.STATUS[linked.claim.status]


def line(linked: LinkedClaim, addressed: Addresser = permalink) -> Line:
    """Return a claim as one line of a list."""
    claim = linked.claim
    return Line(
        id=linked.id,
        address=addressed(linked),
        text=claim.text,
        short=title(linked.claim),
        kind=phrase.KIND[claim.kind],
        mark=mark(linked),
        party=party_link(linked.party),
        party_id=claim.party or "",
        person=linked.person.name if linked.person else "",
        topics=claim.topics,
        date=claim.date,
        sourcing=sourcing(linked),
        steps=sourcing_steps(linked),
        since=phrase.known_since(claim.reported),
        until=until(linked),
        changed=changed(linked),
    )
