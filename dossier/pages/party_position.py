"""What a party wants on a topic: its latest word, what else it asks, and what went before.

Where no position was found, the page says so; that is not the same as a neutral position.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.linked import LinkedClaim, Named, Position
from dossier.pages.claim_line import Addresser, Line, line, permalink
from dossier.pages.page import Link, link_of_party
from dossier.wording import phrase

_MOST = 12
"""Positions in force, and replaced ones, that a row shows; in a large dossier a party has hundreds."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One party's row. `lines` are its position claims, newest first; those in force have no `until`.

    `now` counts those in force; the first of them is the position. `past` are the replaced ones, the first of them
    since `past_since`. `more` counts positions in force that are too many to show; `whole_from` is empty where no line
    is left out, else the first day whose newest position is sure to be among the lines.
    """

    party: Link
    party_id: str
    lines: tuple[Line, ...]
    past: tuple[Line, ...]
    past_since: str
    now: int
    more: int
    whole_from: str


def stance(party: Named, position: Position | None, addressed: Addresser = permalink) -> Stance:
    """Return a party's row for one topic; one without a position has no lines."""
    linked: Sequence[LinkedClaim] = ()
    held: Sequence[LinkedClaim] = ()
    more = 0
    if position:
        in_force = (position.current, *position.others)
        more = max(len(in_force) - _MOST, 0)
        kept = (*in_force[:_MOST], *position.history[:_MOST])
        linked = sorted(kept, key=lambda each: each.sort_key, reverse=True)
        held = (*in_force, *position.history)
    lines = tuple(line(each, addressed) for each in linked)
    return Stance(
        party=link_of_party(party),
        party_id=party.id,
        lines=lines,
        past=tuple(each for each in lines if each.until),
        past_since=min((each.until for each in lines if each.until), default=""),
        now=sum(1 for each in lines if not each.until),
        more=more,
        whole_from=whole_from(linked, held),
    )


def whole_from(kept: Sequence[LinkedClaim], held: Sequence[LinkedClaim]) -> str:
    """Return the first day whose newest position is sure to be among those kept of all that are or were held.

    From the day on which a kept one was known that is newer than all others and still in force, nothing left out can
    have been the newest. The result is empty where nothing is left out.
    """
    names = {linked.id for linked in kept}
    newest_gone = max((linked.sort_key for linked in held if linked.id not in names), default=None)
    if newest_gone is None:
        return ""
    sure = (linked for linked in kept if linked.is_current and linked.sort_key > newest_gone)
    return min((phrase.known_since(linked.claim.reported) for linked in sure), default="9999")


def stances(
    parties: Iterable[Named], positions: Iterable[Position], addressed: Addresser = permalink
) -> tuple[Stance, ...]:
    """Return a row for each party that has one of these positions on a topic, in the order of parties."""
    held = {position.party: position for position in positions}
    return tuple(stance(party, held[party.id], addressed) for party in parties if party.id in held)


def silent(parties: Iterable[Named], found: Iterable[Stance]) -> tuple[Link, ...]:
    """Return the parties without a row."""
    heard = {each.party_id for each in found}
    return tuple(link_of_party(party) for party in parties if party.id not in heard)
