"""A claim as one line of a list: what it says, whose it is, when, and how it stands.

The evidence is left to the claim piece, to which a line leads.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from dossier.linked import LinkedClaim
from dossier.pages.basis_words import Mark, basis_label, basis_words, deniers, marks, name_of, until
from dossier.pages.claim_piece import changed, title
from dossier.pages.evidence_history import basis_steps, label_steps
from dossier.pages.page import Link, party_link, person_link
from dossier.wording import phrase
from dossier.wording.labels import KIND
from dossier.wording.remarks import denied_too

Addresser = Callable[[LinkedClaim], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in a list. `words` are the short form of a position, and the whole text of anything else. `address` starts with a hash where the claim's piece stands on the same page.

    `marks` are the words that set a claim apart ("Replaced", "Denied", …), `basis` says how it is known, and `steps` for
    the reader's script how it was known on earlier days, where that changed; `label` and `label_steps` are the same in a word or two. `is_by` says that the thing was so by its date; `reported` is since when it is in these
    sources. `denied_by` says which passages it cites deny it, from the day `denied_since` on. `since` and `until` bound the days on which it was the latest word; `until` is empty while it still is.
    """

    id: str
    address: str
    text: str
    short: str
    words: str
    kind: str
    marks: tuple[Mark, ...]
    party: Link | None
    party_id: str
    person: Link | None
    topics: tuple[str, ...]
    date: str
    is_by: bool
    reported: str
    basis: str
    steps: str
    label: str
    label_steps: str
    since: str
    until: str
    changed: str
    denied_by: str
    denied_since: str


def permalink(linked: LinkedClaim) -> str:
    """Return the address of a claim in its brief."""
    return linked.address


def on_page(ids: Collection[str]) -> Addresser:
    """Return what gives claims in `ids` an address on the page itself, and all others their permalink."""
    return lambda linked: f"#{linked.id}" if linked.id in ids else linked.address


def line(linked: LinkedClaim, addressed: Addresser = permalink) -> Line:
    """Return a claim as one line of a list."""
    claim, shown = linked.claim, marks(linked)
    denied = phrase.listed(dict.fromkeys(name_of(each) for each in deniers(linked).values()))
    return Line(
        id=linked.id,
        address=addressed(linked),
        text=claim.text,
        short=title(linked.claim),
        words=claim.short or claim.text,
        kind=KIND[claim.kind],
        marks=shown,
        party=party_link(linked.party),
        party_id=claim.party or "",
        person=person_link(linked.person),
        topics=claim.topics,
        date=claim.date,
        is_by=claim.dated == "by",
        reported=claim.reported,
        basis=basis_words(linked),
        steps=basis_steps(linked),
        label=basis_label(linked),
        label_steps=label_steps(linked),
        since=phrase.known_since(claim.reported),
        until=until(linked),
        changed=changed(linked),
        denied_by=denied_too(denied) if denied else "",
        denied_since=next((mark.since for mark in shown if mark.name in ("disputed", "denied")), ""),
    )
