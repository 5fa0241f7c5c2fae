"""The manifest: what was published last, file by file, so that what is still right need not be made again.

Believing it is left to the reader of each entry: an entry counts only while the file on the disk is the one that it
describes. A manifest that is missing, damaged or not our own is empty, and then everything is made again.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from dossier.disk import Cache, FileState, digest

_SHELF = "manifest"


class PublishedFile(NamedTuple):
    """A published file: the stamp of what it was made from, its state on the disk, and a digest of what search reads there.

    `indexed` is empty where search does not look.
    """

    stamp: bytes
    state: FileState
    indexed: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site by address, and a digest of all inputs that the whole was made from.

    `inputs` is empty where the site may say something else when it is made again from the same inputs.
    """

    entries: Mapping[str, PublishedFile] = field(default_factory=dict)
    inputs: bytes = b""


def read_manifest(cache: Cache, site: Path) -> Manifest:
    """Return what the cache knows of a site, or an empty manifest."""
    kept = cache.get(_SHELF, _key(site))
    if kept is None:
        return Manifest()
    inputs, entries = pickle.loads(kept)  # noqa: S301 - the cache gives back only what this account sealed
    return Manifest(
        {address: PublishedFile(stamp, FileState(*state), indexed) for address, stamp, state, indexed in entries},
        inputs,
    )


def write_manifest(cache: Cache, site: Path, manifest: Manifest) -> None:
    """Keep a manifest in the cache."""
    entries = [(address, entry.stamp, tuple(entry.state), entry.indexed) for address, entry in manifest.entries.items()]
    cache.put(_SHELF, _key(site), pickle.dumps((manifest.inputs, entries), pickle.HIGHEST_PROTOCOL))


def _key(site: Path) -> bytes:
    return digest("manifest/1", str(site))
