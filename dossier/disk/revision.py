"""Reads the files of a dossier at a Git revision, lists what differs from it, and finds the merge base of two revisions.

Git runs read-only, without hooks, filters, drivers or remotes. Comparing revisions is left to `pipeline`.
"""

import hashlib
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

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
_SUBMODULE = b"160000"
_SHA1_DIGITS = 40
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


@dataclass(frozen=True, slots=True)
class ChangedPath:
    """A path that differs between a revision and the working copy.

    `path` starts at the top of the repository, `inner` at the folder of the dossier (with `../` for what lies elsewhere).
    `is_plain` is False for links, submodules and programs.
    """

    path: str
    inner: str
    how: Literal["new", "changed", "gone"]
    is_plain: bool


def changed_paths(root: Path, revision: str, ignored: Sequence[str] = ()) -> list[ChangedPath]:
    """Return what differs between a revision and the working copy, sorted by path.

    What is not committed counts, and so do files that Git does not know yet, unless it is told to ignore them or they lie in
    one of the `ignored` folders of the dossier. Raises `RevisionError` as `read_revision` does.
    """
    prefix, commit = _resolve(root, revision)
    before = _tree(root, commit)
    now = _working_copy(root, tuple(f"{prefix}{folder}/".encode() for folder in ignored))
    changed = []
    for path in sorted(before.keys() | now.keys()):
        old, new = before.get(path), now.get(path)
        if old != new:
            name = path.decode("utf-8", "backslashreplace")
            inner = name.removeprefix(prefix) if name.startswith(prefix) else f"../{name}"
            is_plain = {one[0] for one in (old, new) if one} == {b"100644"}
            how: Literal["new", "changed", "gone"] = "new" if old is None else "gone" if new is None else "changed"
            changed.append(ChangedPath(name, inner, how, is_plain))
    return changed


_State = tuple[bytes, bytes]
"""The mode and the hash of a path."""


def _tree(root: Path, commit: str) -> dict[bytes, _State]:
    listing = _git(root, ["ls-tree", "-r", "-z", "--full-tree", commit], f'revision "{commit}" cannot be read')
    states: dict[bytes, _State] = {}
    for line in listing.split(b"\0")[:-1]:
        columns, _, path = line.partition(b"\t")
        mode, _, blob = columns.split()
        states[path] = (mode, blob)
    return states


def _working_copy(root: Path, ignored: tuple[bytes, ...]) -> dict[bytes, _State]:
    """Return what stands in the working copy. It is hashed here: Git would run filters that the repository names."""
    failure = "Git could not list the files of the working copy"
    top = _git(root, ["rev-parse", "--show-toplevel"], failure).rstrip(b"\n")
    folder = Path(os.fsdecode(top))
    tracked = _git(folder, ["ls-files", "-z", "-s", "-t"], failure)
    states: dict[bytes, _State] = {}
    for line in tracked.split(b"\0")[:-1]:
        columns, _, path = line.partition(b"\t")
        tag, mode, blob, _ = columns.split()
        # A file that the working copy leaves out on purpose has not changed.
        state = (mode, blob) if tag == b"S" or mode == _SUBMODULE else _on_disk(top, path, (mode, blob))
        if state is not None:
            states[path] = state
    unknown = _git(folder, ["ls-files", "-z", "--others", "--exclude-standard"], failure)
    for path in unknown.split(b"\0")[:-1]:
        state = None if path.startswith(ignored) else _on_disk(top, path, None)
        if state is not None:
            states[path] = state
    return states


def _on_disk(top: bytes, path: bytes, known: _State | None) -> _State | None:
    """Return the state of a file, which is the one that the index knows where the content is the same."""
    file = os.path.join(top, path)  # noqa: PTH118 - a name may be no text
    try:
        status = os.lstat(file)
        if stat.S_ISLNK(status.st_mode):
            mode, content = b"120000", os.readlink(file)  # noqa: PTH115
        elif stat.S_ISREG(status.st_mode):
            mode = b"100755" if status.st_mode & stat.S_IXUSR else b"100644"
            with open(file, "rb") as stream:  # noqa: PTH123
                content = stream.read()
        else:
            return (b"040000", b"")
    except FileNotFoundError:
        return None
    except OSError:
        return (b"000000", b"")
    if known is None:
        return (mode, _blob_hash(content, 40))
    # Git may store a text with other line ends than it has in the working copy.
    wanted = len(known[1])
    is_same = known[1] in (_blob_hash(content, wanted), _blob_hash(content.replace(b"\r\n", b"\n"), wanted))
    return known if is_same else (mode, _blob_hash(content, wanted))


def _blob_hash(content: bytes, digits: int) -> bytes:
    """Return the name that Git gives to a content, in a repository whose names have so many digits."""
    made = hashlib.sha1(usedforsecurity=False) if digits == _SHA1_DIGITS else hashlib.sha256()
    made.update(b"blob %d\0" % len(content))
    made.update(content)
    return made.hexdigest().encode()


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
