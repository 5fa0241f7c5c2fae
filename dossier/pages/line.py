"""A claim as one line of a list: what it says, whose it is, when, and how it stands.

Never repeats evidence: a line leads to the claim piece, which has it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.library import FiledClaim
from dossier.pages import phrase
from dossier.pages.claim import sourcing, title, until
from dossier.pages.page import Link

if TYPE_CHECKING:
    from dossier.pages.desk import Desk

Addresser = Callable[[FiledClaim], str]


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


def permalink(filed: FiledClaim) -> str:
    """Return the address of a claim in its brief."""
    return filed.address


def on_page(ids: Collection[str]) -> Addresser:
    """Return what gives claims in `ids` an address on the page itself, and all others their permalink."""
    return lambda filed: f"#{filed.id}" if filed.id in ids else filed.address


def mark(filed: FiledClaim) -> str:
    """Return the word that sets a claim apart, or an empty string for one that is reported and stands."""
    if filed.claim.status == "withdrawn":
        return "Withdrawn"
    if filed.superseded_by:
        return "Replaced"
    return "" if filed.claim.status == "reported" else phrase.STATUS[filed.claim.status]


def line(desk: "Desk", filed: FiledClaim, addressed: Addresser = permalink) -> Line:
    """Return a claim as one line of a list."""
    claim = filed.claim
    person = desk.library.people.get(claim.said_by) if claim.said_by else None
    return Line(
        id=filed.id,
        address=addressed(filed),
        text=claim.text,
        short=title(filed),
        kind=phrase.KIND[claim.kind],
        mark=mark(filed),
        party=desk.party(claim.party) if claim.party else None,
        party_id=claim.party or "",
        person=person.name if person else "",
        topics=claim.topics,
        date=claim.date,
        sourcing=sourcing(filed),
        steps=desk.grown(filed)[0],
        since=phrase.known_since(claim.reported),
        until=until(desk, filed),
        changed=desk.changed(filed.id),
    )
