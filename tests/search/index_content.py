"""What an index of Pagefind says: its pages, words and filters, whatever order and file names Pagefind gave them.

Finding something in it is left to Pagefind.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

_SIGNATURE = b"pagefind_dcd"


def is_index(path: str) -> bool:
    """Return whether a file belongs to an index, rather than to the program that reads it."""
    return PurePosixPath(path).name == "pagefind-entry.json" or PurePosixPath(path).suffix.startswith(".pf_")


def index_content(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the content of an index whose files are given by path.

    Keys: `pages` (what is told of each page, its headings among it), `words` (where each stands), `filters` (the pages
    of each value), `list` (the order of pages, and which filters there are) and `entry` (languages and their number of
    pages). Pages are numbers outside `pages`.
    """
    content: dict[str, Any] = {"pages": {}, "words": {}, "filters": {}}
    for path, packed in files.items():
        kind = PurePosixPath(path).suffix
        if kind == ".json":
            content["entry"] = json.loads(packed)
            for language in content["entry"]["languages"].values():
                del language["hash"]  # names the list
            continue
        plain = gzip.decompress(packed)
        assert plain.startswith(_SIGNATURE), path
        plain = plain.removeprefix(_SIGNATURE)
        if kind == ".pf_fragment":
            page = json.loads(plain)
            content["pages"][page["url"]] = page
        elif kind == ".pf_index":
            content["words"] |= {word: places for word, *places in cbor(plain)[0]}
        elif kind == ".pf_filter":
            name, values = cbor(plain)
            content["filters"][name] = dict(values)
        else:
            version, pages, chunks, filters, *rest = cbor(plain)
            content["list"] = [version, pages, chunks, sorted(name for name, _ in filters), *rest]
    return content


def cbor(content: bytes) -> Any:
    """Return the value of a CBOR document (RFC 8949) of the kinds that Pagefind writes: numbers, texts and arrays."""
    return _value(iter(content))


def _value(content: Iterator[int]) -> Any:
    first = next(content)
    kind, number = first >> 5, first & 31
    if number > 23:
        number = int.from_bytes(_take(content, 1 << (number - 24)), "big")
    if kind == 0:
        return number
    if kind == 1:
        return -1 - number
    if kind == 3:
        return _take(content, number).decode()
    assert kind == 4, f"kind {kind} of CBOR is not known here"
    return [_value(content) for _ in range(number)]


def _take(content: Iterator[int], number: int) -> bytes:
    return bytes(next(content) for _ in range(number))
