"""Writes the few files that commands make for contributors: records, fingerprints, schemas, scaffolds.

Never writes outside the folder it is given, follows no link out of it, and replaces nothing unless told to.
"""

import os
from contextlib import suppress
from pathlib import Path


class WriteError(Exception):
    """A file cannot be written. Says why, in a reader's words."""


def write_file(root: Path, path: str, content: bytes | str, *, replace: bool = False) -> bool:
    """Write a file at a path below `root`, whole or not at all; return whether its bytes changed.

    Raises `WriteError` where the path leads out of `root`, or where there is a file and `replace` is not set.
    """
    target = root / path
    real_root = root.resolve()
    if not target.resolve().is_relative_to(real_root) or target.is_symlink():
        raise WriteError(f'"{path}" leads out of "{root}"')
    if target.exists() and not replace:
        raise WriteError(f'there is already a file "{path}"')
    wanted = content.encode() if isinstance(content, str) else content
    try:
        if target.is_file() and target.read_bytes() == wanted:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            beside.write_bytes(wanted)
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f'"{path}" cannot be written: {error.strerror}') from error
    return True
