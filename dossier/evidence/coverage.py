"""What becomes of each paragraph of a source: cited by claims, left out with a reason, or not yet read.

Never judges whether a reason is a good one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dossier.evidence.fingerprint import Fingerprint
from dossier.model import Source


@dataclass(frozen=True, slots=True)
class Covered:
    """One paragraph: the ids of the claims that cite it, in the order given, and why it was left out, or empty."""

    paragraph: int
    claims: tuple[str, ...]
    left_out: str

    @property
    def state(self) -> Literal["cited", "left out", "not read"]:
        """What readers are told; a paragraph that is both cited and left out is cited, and a problem."""
        if self.claims:
            return "cited"
        return "left out" if self.left_out else "not read"


@dataclass(frozen=True, slots=True)
class Coverage:
    """All paragraphs of a source, in order. Empty where there is no fingerprint to say how many there are."""

    paragraphs: tuple[Covered, ...]

    @property
    def unread(self) -> tuple[int, ...]:
        """The paragraphs that are neither cited nor left out."""
        return tuple(each.paragraph for each in self.paragraphs if each.state == "not read")


def cover(source: Source, fingerprint: Fingerprint | None, cited: Iterable[tuple[int, str]]) -> Coverage:
    """Return the coverage of a source. `cited` are pairs of paragraph and claim id; a claim counts once a paragraph.

    Paragraphs past the end are passed over here: each is a problem of its own. Of two reasons the first is kept.
    """
    claims: dict[int, dict[str, None]] = {}
    for paragraph, claim in cited:
        claims.setdefault(paragraph, {})[claim] = None
    reasons: dict[int, str] = {}
    for left_out in source.left_out:
        for paragraph in left_out.paragraphs:
            reasons.setdefault(paragraph, left_out.reason)
    count = len(fingerprint.paragraphs) if fingerprint else 0
    return Coverage(
        tuple(
            Covered(paragraph, tuple(claims.get(paragraph, ())), reasons.get(paragraph, ""))
            for paragraph in range(1, count + 1)
        )
    )
