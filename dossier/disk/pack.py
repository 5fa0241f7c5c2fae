"""Packs many files into one value, and unpacks them. The same files always give the same bytes.

Storing the value is left to the caller, usually in the cache.
"""

import json
from collections.abc import Mapping


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files, by path, as bytes that `unpack` reads."""
    head = json.dumps([[path, len(content)] for path, content in files.items()], ensure_ascii=False).encode()
    return b"".join([len(head).to_bytes(8, "big"), head, *files.values()])


def unpack(packed: bytes) -> dict[str, bytes]:
    """Return the files, by path, that `pack` was given."""
    at = 8 + int.from_bytes(packed[:8], "big")
    files: dict[str, bytes] = {}
    for path, length in json.loads(packed[8:at]):
        files[path] = packed[at : at + length]
        at += length
    return files
