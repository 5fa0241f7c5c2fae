"""Writes the files that commands make for contributors: records, fingerprints, schemas, scaffolds.

Their contents are left to `authoring`.
"""

import os
from contextlib import suppress
from pathlib import Path


class WriteError(Exception):
    """A file cannot be written. The message says why."""


def write_file(root: Path, path: str, content: bytes | str, *, replace: bool = False) -> bool:
    """Write a file below `root` atomically and return whether its bytes changed.

    Raises `WriteError` where the path leads out of `root`, where the file exists and `replace` is not set, and where
    the system refuses.
    """
    target = root / path
    real_root = root.resolve()
    if not target.resolve().is_relative_to(real_root) or target.is_symlink():
        raise WriteError(f'"{path}" leads out of "{root}"')
    if target.exists() and not replace:
        raise WriteError(f'there is already a file "{path}"')
    data = content.encode() if isinstance(content, str) else content
    try:
        if target.is_file() and target.read_bytes() == data:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            temporary.write_bytes(data)
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f'"{path}" cannot be written: {error.strerror}') from error
    return True
