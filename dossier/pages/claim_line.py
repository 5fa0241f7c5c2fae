"""A claim as one line of a list: what it says, whose it is, when, and how it stands.

Never repeats evidence: a line leads to the claim piece, which has it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.linked import LinkedClaim
from dossier.pages.claim_piece import sourcing, title, until
from dossier.pages.page import Link
from dossier.wording import phrase

if TYPE_CHECKING:
    from dossier.pages.context import Context

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


def line(context: "Context", linked: LinkedClaim, addressed: Addresser = permalink) -> Line:
    """Return a claim as one line of a list."""
    claim = linked.claim
    person = context.library.people.get(claim.said_by) if claim.said_by else None
    return Line(
        id=linked.id,
        address=addressed(linked),
        text=claim.text,
        short=title(linked),
        kind=phrase.KIND[claim.kind],
        mark=mark(linked),
        party=context.party(claim.party) if claim.party else None,
        party_id=claim.party or "",
        person=person.name if person else "",
        topics=claim.topics,
        date=claim.date,
        sourcing=sourcing(linked),
        steps=context.grown(linked)[0],
        since=phrase.known_since(claim.reported),
        until=until(context, linked),
        changed=context.changed(linked.id),
    )
