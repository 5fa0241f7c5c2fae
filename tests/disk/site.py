"""Two editions of a tiny site, how one is published, and what is then to be had."""

from collections.abc import Mapping
from pathlib import Path

from dossier.disk import FileCounts, Publication
from dossier.disk.publish import MARKER

OLD = {"index.html": b"old", "same.html": b"same", "gone/index.html": b"gone", "a/b/c.txt": b"deep"}
NEW = {"index.html": b"new", "same.html": b"same", "a/b/c.txt": b"deeper", "a/new.txt": b"fresh"}


def publish(site: Path, files: Mapping[str, bytes], staging_root: Path | None = None) -> FileCounts:
    with Publication(site, staging_root) as publication:
        for address, content in files.items():
            publication.write(address, content)
        return publication.publish()


def contents(site: Path) -> dict[str, bytes]:
    """Return what a reader could ask for."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {address: path.read_bytes() for address, path in found.items() if address != MARKER}
