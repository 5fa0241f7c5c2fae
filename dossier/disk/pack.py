"""Many files as one run of bytes, for keeping them together.

Never compresses and never adds a date: the same files always make the same bytes.
"""

import json
from collections.abc import Mapping


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files in the form that `unpack` reads."""
    head = json.dumps([[path, len(content)] for path, content in files.items()], ensure_ascii=False).encode()
    return b"".join([len(head).to_bytes(8, "big"), head, *files.values()])


def unpack(packed: bytes) -> dict[str, bytes]:
    """Return the files that `pack` put together."""
    at = 8 + int.from_bytes(packed[:8], "big")
    files: dict[str, bytes] = {}
    for path, length in json.loads(packed[8:at]):
        files[path] = packed[at : at + length]
        at += length
    return files
