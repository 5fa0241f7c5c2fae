"""The only room that reads and writes files: scan, cache, atomic publication, and earlier revisions in Git.

What is in a file is left to the rooms that call it.
"""

from dossier.disk.archive import Archive
from dossier.disk.authored_files import WriteError, write_file
from dossier.disk.cache import Cache, digest, digest_code
from dossier.disk.cache_dir import absolute, cache_dir
from dossier.disk.pack import pack, unpack
from dossier.disk.publish import (
    MARKER,
    FileCounts,
    Outputs,
    Publication,
    PublishError,
    scratch,
)
from dossier.disk.report_file import length, write_report
from dossier.disk.revision import (
    ChangedPath,
    MergeBase,
    RevisionError,
    UnknownRevisionError,
    changed_paths,
    merge_base,
    read_revision,
)
from dossier.disk.scan import Folder, Scan, file_times, has_any, has_folder, read_file, read_folder, scan
from dossier.disk.site_files import FileState, published_states
from dossier.disk.tickets import Tickets

__all__ = [
    "MARKER",
    "Archive",
    "Cache",
    "ChangedPath",
    "FileCounts",
    "FileState",
    "Folder",
    "MergeBase",
    "Outputs",
    "Publication",
    "PublishError",
    "RevisionError",
    "Scan",
    "Tickets",
    "UnknownRevisionError",
    "WriteError",
    "absolute",
    "cache_dir",
    "changed_paths",
    "digest",
    "digest_code",
    "file_times",
    "has_any",
    "has_folder",
    "length",
    "merge_base",
    "pack",
    "published_states",
    "read_file",
    "read_folder",
    "read_revision",
    "scan",
    "scratch",
    "unpack",
    "write_file",
    "write_report",
]
