"""What becomes of each paragraph of a source: cited by claims, left out with a reason, or not yet read.

Problems with that are left to `check`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dossier.evidence.fingerprint import Fingerprint
from dossier.model import Source


@dataclass(frozen=True, slots=True)
class ParagraphCoverage:
    """One paragraph: the ids of the claims that cite it, in the order given, and the reason for leaving it out, or empty."""

    paragraph: int
    claims: tuple[str, ...]
    left_out: str

    @property
    def state(self) -> Literal["cited", "left out", "not read"]:
        """What readers are told. A paragraph that is both cited and left out counts as cited, and is a problem."""
        if self.claims:
            return "cited"
        return "left out" if self.left_out else "not read"


@dataclass(frozen=True, slots=True)
class Coverage:
    """All paragraphs of a source, in order. Empty where there is no fingerprint to say how many there are."""

    paragraphs: tuple[ParagraphCoverage, ...]

    @property
    def unread(self) -> tuple[int, ...]:
        """The paragraphs that are neither cited nor left out."""
        return tuple(each.paragraph for each in self.paragraphs if each.state == "not read")


def cover(source: Source, fingerprint: Fingerprint | None, cited: Iterable[tuple[int, str]]) -> Coverage:
    """Return the coverage of a source. `cited` are pairs of paragraph and claim id; equal pairs count once.

    Paragraphs past the end are ignored here: `check` reports them. Of two reasons for one paragraph the first counts.
    """
    claims: dict[int, dict[str, None]] = {}
    for paragraph, claim in cited:
        claims.setdefault(paragraph, {})[claim] = None
    reasons: dict[int, str] = {}
    for left_out in source.left_out:
        for paragraph in left_out.numbers:
            reasons.setdefault(paragraph, left_out.reason)
    count = len(fingerprint.paragraphs) if fingerprint else 0
    return Coverage(
        tuple(
            ParagraphCoverage(paragraph, tuple(claims.get(paragraph, ())), reasons.get(paragraph, ""))
            for paragraph in range(1, count + 1)
        )
    )
