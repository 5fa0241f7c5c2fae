"""The search index, made by Pagefind from finished pages.

Never lets anything of Pagefind out of this room but the files that readers' browsers ask for.
"""

from dossier.search.pagefind import FOLDER, SearchError, engine_version, make_index

__all__ = ["FOLDER", "SearchError", "engine_version", "make_index"]
