"""The search index of a site: made when a page that search may see has changed, and else taken from the cache.

Never asks Pagefind twice for the same pages.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.disk import digest, pack, read_folder, scratch, unpack
from dossier.press.load import open_cache
from dossier.search import engine_version, make_index

_SHELF = "search"


class Indexed(NamedTuple):
    """A page that search may see: its address, and a digest of what it would read there."""

    address: str
    digest: bytes


def find_index(root: Path, pages: Path, indexed: Sequence[Indexed]) -> dict[str, bytes]:
    """Return the files of the index of the pages that lie in a folder, by address. Raises `SearchError`."""
    key = digest(engine_version(), *(part for page in sorted(indexed) for part in page))
    with open_cache(root) as cache:
        kept = cache.get(_SHELF, key)
        if kept is not None:
            return unpack(kept)
        with scratch(root) as folder:
            files = make_index(str(pages), str(folder), lambda path: read_folder(Path(path)))
        cache.put(_SHELF, key, pack(files))
        return files
