"""Reads the files of a dossier as they stood at a revision, through Git's plumbing.

Never changes the repository, runs none of its hooks, filters or drivers, and asks no remote.
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
    # The repository's own settings must not run anything for us, and its owner may be another account (a container).
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never",
    "-c", "safe.directory=*",
)  # fmt: skip
_PLAIN_FILES = {b"100644", b"100755"}
_REVISION = re.compile(r"[^\x00-\x20\x7f-][^\x00-\x20\x7f]*")


class RevisionError(Exception):
    """A revision cannot be read. Says why, in words that help."""


class UnknownRevision(RevisionError):  # noqa: N818 - it says what is unknown
    """There is no such revision, or none that could have such a name."""


@dataclass(frozen=True, slots=True)
class Branching:
    """Where the commit that is checked out parted from a revision.

    `commit` is where, or the revision's own commit where no place is known: `is_known` is False then. `is_itself` says
    whether it is the revision's own commit, and `is_shallow` whether the clone lacks older commits.
    """

    commit: str
    is_known: bool
    is_itself: bool
    is_shallow: bool


def branching(root: Path, revision: str) -> Branching:
    """Return where what is checked out parted from a revision. Raises `RevisionError` as `read_revision` does."""
    _, commit = _found(root, revision)
    # Where two histories are mixed there may be several such places; the first is as good as any.
    parted = _asked(root, ["merge-base", commit, "HEAD"]).decode().split()
    shallow = _asked(root, ["rev-parse", "--is-shallow-repository"]).strip() == b"true"
    at = parted[0] if parted else commit
    return Branching(at, bool(parted), at == commit, shallow)


def read_revision(root: Path, revision: str, folders: Sequence[str], limit: int = 8 << 20) -> dict[str, bytes]:
    """Return the files in these folders (or these files) of a dossier at a revision, by path from its root, sorted.

    Links, submodules and files over `limit` bytes are left out. Raises `RevisionError` when there is no Git, no
    repository or no such revision; a revision that could be taken for an option is refused.
    """
    inside, commit = _found(root, revision)
    tree = f"{commit}:{inside}"
    listed = _git(
        root, ["ls-tree", "-r", "-z", "-l", "--full-tree", tree], f'revision "{revision}" has no "{inside or "."}"'
    )
    wanted = _wanted(listed, folders, limit)
    return dict(sorted(_contents(root, wanted).items()))


def changed_since(root: Path, revision: str, but: Sequence[str]) -> list[str]:
    """Return what differs between a revision and the commit that is checked out, but for these folders of the dossier.

    Paths are from the top of the repository, sorted: files, links and submodules that are new, changed or gone. Raises
    `RevisionError` as `read_revision` does.
    """
    inside, commit = _found(root, revision)
    before, now = (
        _git(root, ["ls-tree", "-r", "-z", "--full-tree", one], f'revision "{one}" cannot be read')
        for one in (commit, "HEAD")
    )
    lines = set(before.split(b"\0")) ^ set(now.split(b"\0"))
    paths = {line.partition(b"\t")[2].decode("utf-8", "backslashreplace") for line in lines}
    passed_over = tuple(f"{inside}{folder}/" for folder in but)
    return sorted(path for path in paths if not path.startswith(passed_over))


def _asked(root: Path, arguments: Sequence[str]) -> bytes:
    """Return what Git answers, or nothing where its answer is no."""
    try:
        return _git(root, arguments, "")
    except RevisionError:
        return b""


def _found(root: Path, revision: str) -> tuple[str, str]:
    """Return where in its repository a dossier lies, with a slash behind, and the commit that is meant."""
    if not _REVISION.fullmatch(revision):
        raise UnknownRevision(f"{revision!r} is not the name of a revision")
    if shutil.which("git") is None:
        raise RevisionError("there is no Git here to read an earlier revision with")
    inside = _git(root, ["rev-parse", "--show-prefix"], "this is not in a Git repository").decode().rstrip("\n")
    commit = _asked(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]).decode()
    if not commit:
        raise UnknownRevision(
            f'there is no revision "{revision}" here; a shallow clone may not hold it (git fetch --unshallow)'
        )
    return inside, commit.strip()


def _wanted(listed: bytes, folders: Sequence[str], limit: int) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for line in listed.split(b"\0"):
        about, _, name = line.partition(b"\t")
        if not name:
            continue
        mode, _, blob, size = about.split()
        try:
            path = name.decode("utf-8")
        except UnicodeDecodeError:
            continue
        in_place = any(path == folder or path.startswith(f"{folder.rstrip('/')}/") for folder in folders)
        if in_place and mode in _PLAIN_FILES and int(size) <= limit:
            wanted[path] = blob
    return wanted


def _contents(root: Path, wanted: Mapping[str, bytes]) -> dict[str, bytes]:
    blobs = list(dict.fromkeys(wanted.values()))
    asked = b"".join(blob + b"\n" for blob in blobs)
    answer = _git(root, ["cat-file", "--batch"], "Git could not read the files of the revision", asked)
    texts: dict[bytes, bytes] = {}
    at = 0
    for blob in blobs:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3:
            raise RevisionError("the repository lacks a file of the revision; a partial clone may not hold it")
        start, size = end + 1, int(head[2])
        texts[blob] = answer[start : start + size]
        at = start + size + 1
    return {path: texts[blob] for path, blob in wanted.items()}


def _git(root: Path, arguments: Sequence[str], otherwise: str, asked: bytes = b"") -> bytes:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "LC_ALL": "C",
    }
    done = subprocess.run(  # noqa: S603 - no shell, and the revision is checked
        ["git", *_SAFE, "-C", str(root), *arguments],  # noqa: S607 - whichever Git the user has
        input=asked,
        capture_output=True,
        check=False,
        env=environment,
    )
    if done.returncode != 0:
        raise RevisionError(otherwise)
    return done.stdout
