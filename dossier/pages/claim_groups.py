"""Claims grouped so that a reader can scan them: by party, or month by month.

Every claim is in a group: claims without a party have a group of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from dossier.linked import LinkedClaim, Named
from dossier.pages.claim_line import Addresser, Line, line, permalink
from dossier.wording import phrase
from dossier.wording.titles import no_party


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims of one party, or of none, newest first."""

    anchor: str
    title: str
    claims: tuple[LinkedClaim, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Claims of one month, or of a year whose months are unknown."""

    words: str
    lines: tuple[Line, ...]


def date_of(linked: LinkedClaim) -> str:
    """Return the date of what a claim tells."""
    return linked.claim.date


def newest_evidence(claims: Iterable[LinkedClaim]) -> str:
    """Return the date of the newest source that claims cite, or an empty string. A month may be as late as its last day."""
    return max((source.record.dated for linked in claims for source in linked.sources), key=_latest, default="")


def _latest(day: str) -> str:
    return f"{day}-99" if day else ""


def claim_groups(claims: Sequence[LinkedClaim], parties: Iterable[Named]) -> tuple[ClaimGroup, ...]:
    """Return claims by party in the order of parties, those of no party last; newest first in each."""
    names = {party.id: party.name for party in parties}
    parted: dict[str, list[LinkedClaim]] = {each: [] for each in (*names, "")}
    for linked in claims:
        party = linked.claim.party or ""
        parted[party if party in parted else ""].append(linked)
    return tuple(
        ClaimGroup(
            # Led by what no id begins with: a brief may be called "claims", and a party "others".
            anchor=f"_claims/{party_id or '_others'}",
            title=names[party_id] if party_id else no_party(),
            claims=tuple(group),
        )
        for party_id, group in parted.items()
        if group
    )


def months_of(
    claims: Sequence[LinkedClaim], addressed: Addresser = permalink, *, newest_first: bool = False
) -> tuple[Month, ...]:
    """Return claims, given newest first, month by month, oldest first unless asked otherwise.

    What had happened by a date of a month stands before what happened in it.
    """
    months: dict[tuple[str, str], list[Line]] = {}
    for linked in claims if newest_first else reversed(claims):
        months.setdefault((linked.claim.date[:7], linked.claim.dated), []).append(line(linked, addressed))
    return tuple(
        Month(phrase.month_heading(month, is_by=dated == "by"), tuple(lines))
        for (month, dated), lines in sorted(months.items(), key=itemgetter(0), reverse=newest_first)
    )
