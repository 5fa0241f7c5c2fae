"""What is disputed: claims side by side, each told once where one of them stands against several.

It sets only those claims against each other that a record does, and does not judge them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.linked import Dispute, LinkedClaim, LinkedSource, address
from dossier.pages.basis_words import deniers, name_of
from dossier.pages.claim_line import Addresser, Line, line, permalink
from dossier.pages.page import Link
from dossier.wording import phrase
from dossier.wording.basis import inside
from dossier.wording.remarks import DISPUTE, not_named, reported_and_denied


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Claims on two sides: each on the left stands against each on the right. `since` is the day both sides were known.

    The sides stand in the order of parties, so that a party keeps its column from one dispute to the next.
    """

    words: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    since: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim that passages deny and no claim does. `denied_by` are the origins of these passages."""

    line: Line
    denied_by: tuple[Link, ...]


def foremost(disputes: Sequence[Dispute], most: int) -> list[Dispute]:
    """Return so many disputes: those of which both sides still stand before all others, and the newest first in each."""
    return sorted(disputes, key=_urgency, reverse=True)[:most]


def _urgency(dispute: Dispute) -> tuple[bool, tuple[str, str, str, str], tuple[str, str, str, str]]:
    older, newer = sorted((dispute.left.sort_key, dispute.right.sort_key))
    return dispute.is_live, newer, older


def dispute_views(
    disputes: Sequence[Dispute], parties: Sequence[str], addressed: Addresser = permalink, *, as_given: bool = False
) -> tuple[DisputeView, ...]:
    """Return disputes: denials, conflicts of fact, opposed positions, the oldest first; pairs that share a claim together.

    `parties` are the ids of all parties in their order. If `as_given`, they stand in the order of their first pair instead.
    """
    views = []
    for kind, words in DISPUTE.items():
        for left, right in _gathered([each for each in disputes if each.kind == kind]):
            sides = (tuple(line(linked, addressed) for linked in side) for side in (left, right))
            first, second = sorted(sides, key=lambda side: (_places(parties, side), side[0].date, side[0].id))
            since = max(min(each.since for each in side) for side in (first, second))
            views.append(DisputeView(_denial(left, right) or words, first, second, since))
    if as_given:
        places = {frozenset((each.left.id, each.right.id)): place for place, each in reversed([*enumerate(disputes)])}
        views.sort(key=lambda view: min(places[pair] for pair in _pairs(view) if pair in places))
    return tuple(views)


def _denial(*sides: Sequence[LinkedClaim]) -> str:
    """Return who reports a thing and who denies it; empty where no side is a denial, or nobody who denies has a name."""
    denials = next((side for side in sides if all(each.claim.kind == "denial" for each in side)), ())
    speakers = [_speaker(each) for each in denials]
    names = list(dict.fromkeys(inside(each) for each in speakers if each))
    if not names:
        return ""
    outlets = dict.fromkeys(source.record.outlet for side in sides if side is not denials for source in _told_by(side))
    unnamed = speakers.count("")
    return reported_and_denied(
        phrase.listed(outlets), phrase.listed([*names, not_named(unnamed)] if unnamed else names)
    )


def _told_by(side: Iterable[LinkedClaim]) -> Iterator[LinkedSource]:
    return (
        each.source for linked in side for each in linked.evidence if each.source and each.record.support != "denies"
    )


def _speaker(linked: LinkedClaim) -> str:
    """Return whose word a claim is, or an empty string where no text says so by name."""
    if linked.person:
        return linked.person.name
    origins = [each.origin.record for each in linked.evidence if each.origin]
    is_named = any(not (origin.unnamed_sources or origin.is_nobodys) for origin in origins)
    return linked.party.name if linked.party and is_named else ""


def _places(parties: Sequence[str], side: Sequence[Line]) -> list[int]:
    """Return the places of a side's parties in their order; what has no party comes last."""
    return sorted({parties.index(each.party_id) if each.party else len(parties) for each in side})


def _pairs(view: DisputeView) -> Iterator[frozenset[str]]:
    return (frozenset((one.id, other.id)) for one in view.left for other in view.right)


def _gathered(pairs: Iterable[Dispute]) -> list[tuple[list[LinkedClaim], list[LinkedClaim]]]:
    """Return pairs as groups in which every claim of one side stands against every claim of the other.

    The claim with most opponents is told first, with all of them; claims that have the same opponents share a side.
    """
    against: dict[str, dict[str, LinkedClaim]] = {}
    claims: dict[str, LinkedClaim] = {}
    for pair in pairs:
        claims |= {pair.left.id: pair.left, pair.right.id: pair.right}
        against.setdefault(pair.left.id, {})[pair.right.id] = pair.right
        against.setdefault(pair.right.id, {})[pair.left.id] = pair.left
    order = sorted(claims.values(), key=lambda linked: (-len(against[linked.id]), linked.sort_key))
    # Found before anything is told, as what is told is taken away: claims that stand against the very same ones.
    alike: dict[frozenset[str], list[LinkedClaim]] = {}
    for linked in order:
        alike.setdefault(frozenset(against[linked.id]), []).append(linked)
    groups: dict[tuple[str, ...], list[LinkedClaim]] = {}
    for side in alike.values():
        opponents = against[side[0].id]
        if opponents:
            groups.setdefault(tuple(sorted(opponents)), []).extend(side)
        for other in list(opponents):
            for linked in side:
                against[other].pop(linked.id)
    return [
        (side, sorted((claims[other] for other in others), key=lambda linked: linked.sort_key))
        for others, side in groups.items()
    ]


def lone_doubts(claims: Iterable[LinkedClaim]) -> tuple[LinkedClaim, ...]:
    """Return the disputed claims that passages deny and no claim contradicts."""
    return tuple(
        linked
        for linked in claims
        if linked.is_disputed and linked.is_denied_in_evidence and not (linked.contradicts or linked.contradicted_by)
    )


def doubt(linked: LinkedClaim, addressed: Addresser = permalink) -> Doubt:
    """Return a disputed claim with who denies it."""
    links = (Link(address.origin(key), name_of(each)) for key, each in deniers(linked).items())
    return Doubt(line(linked, addressed), tuple(links))
