"""The only room that reads and writes files: scan, cache, atomic publication, and what Git remembers.

Never knows what is in a file.
"""

from dossier.disk.archive import Archive
from dossier.disk.author import WriteError, write_file
from dossier.disk.cache import Cache, digest, digest_code
from dossier.disk.pack import pack, unpack
from dossier.disk.publish import Count, Ledger, Publication, PublishError, scratch
from dossier.disk.revision import (
    Branching,
    RevisionError,
    UnknownRevision,
    branching,
    changed_since,
    read_revision,
)
from dossier.disk.scan import Folder, Scan, holds, read_file, read_folder, scan, stamps
from dossier.disk.tickets import Tickets
from dossier.disk.workplace import in_full, workplace

__all__ = [
    "Archive",
    "Branching",
    "Cache",
    "Count",
    "Folder",
    "Ledger",
    "Publication",
    "PublishError",
    "RevisionError",
    "Scan",
    "Tickets",
    "UnknownRevision",
    "WriteError",
    "branching",
    "changed_since",
    "digest",
    "digest_code",
    "holds",
    "in_full",
    "pack",
    "read_file",
    "read_folder",
    "read_revision",
    "scan",
    "scratch",
    "stamps",
    "unpack",
    "workplace",
    "write_file",
]
