"""Linked records: what views may know of the corpus, and the addresses of the site.

Linking the records is left to `library`.
"""

from dossier.linked import address
from dossier.linked.position import Dispute, Position
from dossier.linked.records import LinkedClaim, LinkedUpdate

__all__ = ["Dispute", "LinkedClaim", "LinkedUpdate", "Position", "address"]
