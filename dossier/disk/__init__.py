"""The only room that reads and writes files: scan, cache, atomic publication, and what Git remembers.

Never knows what is in a file.
"""

from dossier.disk.archive import Archive
from dossier.disk.authored_files import WriteError, write_file
from dossier.disk.cache import Cache, digest, digest_code
from dossier.disk.cache_dir import cache_dir, in_full
from dossier.disk.pack import pack, unpack
from dossier.disk.publish import Count, Ledger, Publication, PublishError, scratch
from dossier.disk.revision import Branching, RevisionError, UnknownRevision, branching, changed_since, read_revision
from dossier.disk.scan import Folder, Scan, holds, read_file, read_folder, scan, stamps
from dossier.disk.tickets import Tickets

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
    "cache_dir",
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
    "write_file",
]
