"""The search index of a site: made when a page that search may see has changed, and else taken from the cache.

Never asks Pagefind twice for the same pages.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.disk import digest, digest_code, pack, read_folder, scratch, unpack
from dossier.pipeline.load import HOME, open_cache
from dossier.search import engine_version, make_index

_SHELF = "search"


class Indexed(NamedTuple):
    """A page that search may see: its address, and a digest of what it would read there."""

    address: str
    digest: bytes


def kept_index(root: Path, indexed: Sequence[Indexed]) -> dict[str, bytes] | None:
    """Return the files of the index of these pages, by address, or None where it has to be made."""
    with open_cache(root) as cache:
        kept = cache.get(_SHELF, _key(indexed))
    return unpack(kept) if kept is not None else None


def new_index(root: Path, pages: Path, indexed: Sequence[Indexed]) -> dict[str, bytes]:
    """Have the pages that lie in a folder indexed and return the index's files. Raises `SearchError`."""
    with scratch(root) as folder:
        files = make_index(str(pages), str(folder), lambda path: read_folder(Path(path)))
    with open_cache(root) as cache:
        cache.put(_SHELF, _key(indexed), pack(files))
    return files


def _key(indexed: Sequence[Indexed]) -> bytes:
    made_by = digest_code(HOME / "dossier" / "search")
    return digest(made_by, engine_version(), *(part for page in sorted(indexed) for part in page))
