"""The whole corpus, linked: indexes, back-links, inverse relations, positions and order.

Judging it is left to `check`: ids that lead nowhere are left out of the indexes.
"""

from dossier.library.assemble import Reading, assemble
from dossier.library.corpus import Corpus, Duplicate
from dossier.library.library import Library
from dossier.library.subscriptions import feed_updates, quiet_since, subscriptions

__all__ = ["Corpus", "Duplicate", "Library", "Reading", "assemble", "feed_updates", "quiet_since", "subscriptions"]
