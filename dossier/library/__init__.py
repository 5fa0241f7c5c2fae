"""The whole corpus: indexes, back-links, inverse relations, positions, order and addresses.

Never judges: ids that lead nowhere are left out of its indexes, and `check` names them.
"""

from dossier.library import address, subscription
from dossier.library.corpus import Corpus, Double
from dossier.library.filed import FiledClaim, FiledUpdate
from dossier.library.gathering import Reading, gather
from dossier.library.library import Library
from dossier.library.position import Dispute, Position

__all__ = [
    "Corpus",
    "Dispute",
    "Double",
    "FiledClaim",
    "FiledUpdate",
    "Library",
    "Position",
    "Reading",
    "address",
    "gather",
    "subscription",
]
