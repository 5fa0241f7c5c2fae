"""Linked records: what views may know of the corpus, the addresses of the site, and the stamps of both.

Linking the records is left to `library`.
"""

from dossier.linked import address, subscription
from dossier.linked.position import Dispute, DisputeKind, Position
from dossier.linked.records import (
    LinkedClaim,
    LinkedEvidence,
    LinkedOrigin,
    LinkedSource,
    LinkedUpdate,
    Named,
    Names,
    RelatedClaim,
    RelatedUpdate,
)
from dossier.linked.stamps import Stamped, stamp

__all__ = [
    "Dispute",
    "DisputeKind",
    "LinkedClaim",
    "LinkedEvidence",
    "LinkedOrigin",
    "LinkedSource",
    "LinkedUpdate",
    "Named",
    "Names",
    "Position",
    "RelatedClaim",
    "RelatedUpdate",
    "Stamped",
    "address",
    "stamp",
    "subscription",
]
