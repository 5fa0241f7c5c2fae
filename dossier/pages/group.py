"""Claims grouped so that a reader can scan them: by party, or month by month.

Never leaves a claim out of its list: a claim without a party has a group of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.library import FiledClaim
from dossier.pages import phrase
from dossier.pages.desk import ClaimHandle, Desk
from dossier.pages.line import Addresser, Line, line, permalink
from dossier.pages.stance import count_words


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims of one party, or of none, newest first."""

    anchor: str
    title: str
    words: str
    claims: tuple[ClaimHandle, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Claims of one month, or of a year whose months are unknown."""

    words: str
    lines: tuple[Line, ...]


def date_of(filed: FiledClaim) -> str:
    """Return the date of what a claim tells."""
    return filed.claim.date


def newest_evidence(desk: Desk, claims: Sequence[FiledClaim]) -> str:
    """Return the date of the newest source that claims cite, or an empty string."""
    sources = desk.library.sources
    cited = {each.source for filed in claims for each in filed.claim.evidence}
    return max((sources[each].published for each in cited if each in sources), default="")


def claim_groups(desk: Desk, claims: Sequence[FiledClaim]) -> tuple[ClaimGroup, ...]:
    """Return claims by party in the order of parties, those of no party last; newest first in each."""
    parted: dict[str, list[FiledClaim]] = {each: [] for each in (*desk.parties, "")}
    for filed in claims:
        party = filed.claim.party or ""
        parted[party if party in parted else ""].append(filed)
    return tuple(
        ClaimGroup(
            # Led by what no id begins with: a brief may be called "claims", and a party "others".
            anchor=f"_claims/{party_id or '_others'}",
            title=desk.parties[party_id].words if party_id else "Events and analysis",
            words=count_words(group),
            claims=desk.claims(group),
        )
        for party_id, group in parted.items()
        if group
    )


def months_of(
    desk: Desk, claims: Sequence[FiledClaim], addressed: Addresser = permalink, *, newest_first: bool = False
) -> tuple[Month, ...]:
    """Return claims, given newest first, month by month, oldest first unless asked otherwise."""
    months: dict[str, list[Line]] = {}
    for filed in claims if newest_first else reversed(claims):
        months.setdefault(filed.claim.date[:7], []).append(line(desk, filed, addressed))
    return tuple(Month(phrase.date_words(key), tuple(lines)) for key, lines in months.items())
