"""Reads the files of a dossier at a Git revision, and finds the merge base of two revisions.

Git runs read-only, without hooks, filters, drivers or remotes. Comparing revisions is left to `pipeline`.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAFE = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    # The settings of the repository must not run anything, and its owner may be another account (in a container).
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never",
    "-c", "safe.directory=*",
)  # fmt: skip
_PLAIN_FILES = {b"100644", b"100755"}
_REVISION = re.compile(r"[^\x00-\x20\x7f-][^\x00-\x20\x7f]*")


class RevisionError(Exception):
    """A revision cannot be read. The message says why."""


class UnknownRevisionError(RevisionError):
    """There is no such revision, or the name is not valid for one."""


@dataclass(frozen=True, slots=True)
class MergeBase:
    """The last commit that a revision and the checked-out commit have in common.

    Where it is not known, `is_known` is False and `commit` is the commit of the revision. `is_revision` says whether it
    is the commit of the revision, and `is_shallow` whether the clone lacks older commits.
    """

    commit: str
    is_known: bool
    is_revision: bool
    is_shallow: bool


def merge_base(root: Path, revision: str) -> MergeBase:
    """Return the merge base of a revision and the checked-out commit. Raises `RevisionError` as `read_revision` does."""
    _, commit = _resolve(root, revision)
    # There may be several merge bases; the first is as good as any.
    bases = _git_or_empty(root, ["merge-base", commit, "HEAD"]).decode().split()
    is_shallow = _git_or_empty(root, ["rev-parse", "--is-shallow-repository"]).strip() == b"true"
    base = bases[0] if bases else commit
    return MergeBase(base, bool(bases), base == commit, is_shallow)


def read_revision(root: Path, revision: str, folders: Sequence[str], limit: int = 8 << 20) -> dict[str, bytes]:
    """Return the files in these folders (or these files) of a dossier at a revision, by path from its root, sorted.

    Links, submodules and files over `limit` bytes are left out. Raises `RevisionError` where there is no Git or no
    repository, and `UnknownRevisionError` where there is no such revision, or its name looks like an option.
    """
    prefix, commit = _resolve(root, revision)
    tree = f"{commit}:{prefix}"
    listing = _git(
        root, ["ls-tree", "-r", "-z", "-l", "--full-tree", tree], f'revision "{revision}" has no "{prefix or "."}"'
    )
    blobs = _select_blobs(listing, folders, limit)
    return dict(sorted(_read_blobs(root, blobs).items()))


def changed_paths(root: Path, revision: str, excluded: Sequence[str]) -> list[str]:
    """Return the paths that differ between a revision and the checked-out commit, without these folders of the dossier.

    Paths start at the top of the repository and are sorted. Files, links and submodules count, whether new, changed or
    removed. Raises `RevisionError` as `read_revision` does.
    """
    prefix, commit = _resolve(root, revision)
    before, now = (
        _git(root, ["ls-tree", "-r", "-z", "--full-tree", one], f'revision "{one}" cannot be read')
        for one in (commit, "HEAD")
    )
    lines = set(before.split(b"\0")) ^ set(now.split(b"\0"))
    paths = {line.partition(b"\t")[2].decode("utf-8", "backslashreplace") for line in lines}
    excluded_starts = tuple(f"{prefix}{folder}/" for folder in excluded)
    return sorted(path for path in paths if not path.startswith(excluded_starts))


def _git_or_empty(root: Path, arguments: Sequence[str]) -> bytes:
    """Return the output of a Git command, or nothing where it fails."""
    try:
        return _git(root, arguments, "")
    except RevisionError:
        return b""


def _resolve(root: Path, revision: str) -> tuple[str, str]:
    """Return the path of the dossier in its repository, with a slash at the end, and the commit of a revision."""
    if not _REVISION.fullmatch(revision):
        raise UnknownRevisionError(f"{revision!r} is not the name of a revision")
    if shutil.which("git") is None:
        raise RevisionError("Git is not installed, and it is needed to read an earlier revision")
    prefix = _git(root, ["rev-parse", "--show-prefix"], "this is not in a Git repository").decode().rstrip("\n")
    commit = _git_or_empty(
        root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    ).decode()
    if not commit:
        raise UnknownRevisionError(
            f'there is no revision "{revision}" here; if the clone is shallow, fetch the rest: git fetch --unshallow'
        )
    return prefix, commit.strip()


def _select_blobs(listing: bytes, folders: Sequence[str], limit: int) -> dict[str, bytes]:
    blobs: dict[str, bytes] = {}
    for line in listing.split(b"\0"):
        columns, _, name = line.partition(b"\t")
        if not name:
            continue
        mode, _, blob, size = columns.split()
        try:
            path = name.decode("utf-8")
        except UnicodeDecodeError:
            continue
        is_inside = any(path == folder or path.startswith(f"{folder.rstrip('/')}/") for folder in folders)
        if is_inside and mode in _PLAIN_FILES and int(size) <= limit:
            blobs[path] = blob
    return blobs


def _read_blobs(root: Path, blobs: Mapping[str, bytes]) -> dict[str, bytes]:
    hashes = list(dict.fromkeys(blobs.values()))
    request = b"".join(blob + b"\n" for blob in hashes)
    output = _git(root, ["cat-file", "--batch"], "Git could not read the files of the revision", request)
    contents: dict[bytes, bytes] = {}
    at = 0
    for blob in hashes:
        end = output.index(b"\n", at)
        header = output[at:end].split()
        if len(header) != 3:
            raise RevisionError("the repository lacks a file of the revision; perhaps it is a partial clone")
        start, size = end + 1, int(header[2])
        contents[blob] = output[start : start + size]
        at = start + size + 1
    return {path: contents[blob] for path, blob in blobs.items()}


def _git(root: Path, arguments: Sequence[str], failure: str, stdin: bytes = b"") -> bytes:
    """Return the output of a Git command. Raises `RevisionError` with the message `failure`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "LC_ALL": "C",
    }
    result = subprocess.run(  # noqa: S603 - no shell, and the revision was checked
        ["git", *_SAFE, "-C", str(root), *arguments],  # noqa: S607 - whichever Git the user has
        input=stdin,
        capture_output=True,
        check=False,
        env=environment,
    )
    if result.returncode != 0:
        raise RevisionError(failure)
    return result.stdout
