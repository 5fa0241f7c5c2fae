"""The search index, made by Pagefind from finished pages.

Only this room knows Pagefind; what is published are the files that browsers load. Caching the index is left to `pipeline`.
"""

from dossier.search.names import NAMES, names
from dossier.search.pagefind import FOLDER, SearchError, engine_version, make_index

__all__ = ["FOLDER", "NAMES", "SearchError", "engine_version", "make_index", "names"]
