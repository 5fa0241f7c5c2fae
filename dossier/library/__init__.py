"""The whole corpus, linked: indexes, back-links, inverse relations, positions and order.

Judging it is left to `check`: ids that lead nowhere are left out of the indexes.
"""

from dossier.library import subscription
from dossier.library.assemble import Reading, assemble
from dossier.library.corpus import Corpus, Duplicate
from dossier.library.library import Library

__all__ = ["Corpus", "Duplicate", "Library", "Reading", "assemble", "subscription"]
