"""Claims and updates as they stand in the library: with their full id, their place and their back-links.

Never changes what an author wrote; the record itself is kept as it was read.
"""

from dataclasses import dataclass

from dossier.evidence import Independence
from dossier.linked import address
from dossier.model import Brief, Claim, Update
from dossier.problem import Place


@dataclass(frozen=True, slots=True, eq=False)
class LinkedClaim:
    """A claim with its full id `<brief>/<claim>` and its relations, both ways, as tuples of full ids.

    Relations that lead nowhere are left out. `opposes` is symmetric: it holds what either side states. A claim
    `is_disputed` when it is in a conflict of fact, is denied, or is marked as disputed.
    """

    id: str
    claim: Claim
    brief_id: str
    brief: Brief
    file: str
    index: int
    independence: Independence
    supersedes: tuple[str, ...]
    superseded_by: tuple[str, ...]
    contradicts: tuple[str, ...]
    contradicted_by: tuple[str, ...]
    opposes: tuple[str, ...]
    responds_to: tuple[str, ...]
    answered_by: tuple[str, ...]
    qualifies: tuple[str, ...]
    qualified_by: tuple[str, ...]
    is_disputed: bool

    @property
    def address(self) -> str:
        """The claim's permalink."""
        return address.claim(self.id)

    @property
    def is_current(self) -> bool:
        """Whether nothing replaces it and it was not withdrawn."""
        return not self.superseded_by and self.claim.status != "withdrawn"

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Key that puts claims in the order of what they tell of, oldest first."""
        return (self.claim.date, self.claim.reported, self.id)

    def place(self, *path: str | int) -> Place:
        """Return the place of the claim, or of what `path` leads to inside it."""
        return Place(self.file, ("claims", self.index, *path))


@dataclass(frozen=True, slots=True, eq=False)
class LinkedUpdate:
    """An update with the brief or topic it was written in, and its topics and claims in full.

    `topics` are its own, or those of the claims it names, or those of its brief, whichever is given first, with the
    topic it was written in ahead of them; a correction or retraction is also about the topics of what it mends, so
    that whoever was told the one is told the other.
    `title` is its own or that of its brief or topic. `corrected_by` are ids of updates that mend it.
    """

    id: str
    update: Update
    owner_kind: str
    owner_id: str
    owner_title: str
    owner_address: str
    file: str
    index: int
    title: str
    topics: tuple[str, ...]
    claims: tuple[str, ...]
    corrects: str | None
    corrected_by: tuple[str, ...]

    @property
    def address(self) -> str:
        """The update's permalink."""
        return address.update(self.id)

    @property
    def is_major(self) -> bool:
        """Whether it goes to feeds. Corrections, retractions and the last word on a subject always do."""
        return reaches_feeds(self.update)

    def place(self, *path: str | int) -> Place:
        """Return the place of the update, or of what `path` leads to inside it."""
        return Place(self.file, ("updates", self.index, *path))


def reaches_feeds(update: Update) -> bool:
    """Return whether subscribers are told of an update, rather than the history alone."""
    return update.significance == "major" or update.kind in ("correction", "retraction", "closed")
