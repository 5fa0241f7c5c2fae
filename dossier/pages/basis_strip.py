"""A picture of how claims are known: a row for each basis, a square for each claim.

What a basis means is left to the Method page and to the claims themselves.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.evidence import BASES, BasisKind
from dossier.linked import LinkedClaim
from dossier.wording.labels import BASIS
from dossier.wording.translation import number_words

_MOST_SQUARES = 60
_FEWEST_CLAIMS = 5
_WIDEST = 5.0


@dataclass(frozen=True, slots=True)
class BasisRow:
    """The claims of one basis. `squares` are where theirs begin, in per cent of the width; none where they are too many.

    `width` is that of a square, or else of the whole bar, in per cent.
    """

    label: str
    words: str
    squares: tuple[float, ...]
    width: float


def basis_strip(claims: Iterable[LinkedClaim]) -> tuple[BasisRow, ...]:
    """Return how claims are known, in the order in which a basis is tried; nothing where they are too few to be drawn."""
    found = Counter(linked.basis.kind for linked in claims if linked.basis)
    if found.total() < _FEWEST_CLAIMS:
        return ()
    most = max(found.values())
    pitch = min(100 / most, _WIDEST)
    are_single = most <= _MOST_SQUARES

    def row(kind: BasisKind) -> BasisRow:
        squares = tuple(round(number * pitch, 2) for number in range(found[kind])) if are_single else ()
        return BasisRow(
            BASIS[kind],
            number_words(found[kind]),
            squares,
            round(pitch * 0.8 if are_single else 100 * found[kind] / most, 2),
        )

    return tuple(row(kind) for kind in BASES if found[kind])
