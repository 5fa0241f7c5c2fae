"""The search index of a site: made when a page that search reads has changed, and else kept.

Making it is left to `search`. Pagefind is not asked twice for the same pages.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.disk import Publication, digest, digest_code, pack, read_folder, scratch, unpack
from dossier.pipeline.load import CODE, open_cache
from dossier.pipeline.manifest import PublishedFile
from dossier.search import FOLDER, engine_version, make_index

_NAMESPACE = "search"
_QUICK = 500
"""Pages whose index is made within a second; Pagefind takes some 2 ms a page."""


class Indexed(NamedTuple):
    """A page that search reads: its address, and a digest of what stands there."""

    address: str
    digest: bytes


def write_index(
    root: Path, pages: Sequence[Indexed], known: Mapping[str, PublishedFile], publication: Publication, *, hurry: bool
) -> dict[str, PublishedFile] | None:
    """Add the files of the index of these pages to a publication in whose staging folder they lie; return their entries.

    In a `hurry`, where making it would take seconds, the published index stays instead, and the result is None.
    Raises `SearchError` where Pagefind fails.
    """
    key = digest(digest_code(CODE / "search"), engine_version(), *(part for page in pages for part in page))
    published = {where: entry for where, entry in known.items() if where.startswith(FOLDER) and entry.stamp == key}
    if published and all(publication.keep(where, entry.state) for where, entry in published.items()):
        return published
    with open_cache(root) as cache:
        kept = cache.get(_NAMESPACE, key)
    if kept is None and hurry and len(pages) > _QUICK and publication.keep_published(FOLDER):
        return None
    if kept is None:
        publication.prune(keep=FOLDER)
        with scratch(root) as folder:
            index = make_index(str(publication.staging), str(folder), lambda path: read_folder(Path(path)))
        with open_cache(root) as cache:
            cache.put(_NAMESPACE, key, pack(index))
    else:
        index = unpack(kept)
    entries = {}
    for where, content in index.items():
        publication.outputs.unchanged.discard(where)
        publication.write(where, content)
        entries[where] = PublishedFile(key, publication.state(where), b"")
    return entries
