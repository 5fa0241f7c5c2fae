"""Puts what Pagefind leaves to chance into order: the values of its filters, and all names that follow from them.

Never changes what the index says, only the order in which it says it.

Pagefind 1.5 writes a filter as CBOR, `[name, [[value, pages], ...]]`, in the order of a hash map that is seeded anew by
each run. The file is named by a digest of its bytes; `*.pf_meta` lists those names, is itself named by its bytes, and
`pagefind-entry.json` names it. Both kinds are gzip around `pagefind_dcd` and the CBOR.
"""

import gzip
import hashlib
import json
import re
import struct
import zlib
from collections.abc import Mapping

_SIGN = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_BLOCK = 0xFFFF


class IndexFormError(Exception):
    """The index is not in the form that is known here. Says where."""


def settle_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index with filters in the order of their values, and renamed accordingly."""
    settled = {path: content for path, content in files.items() if not path.endswith((".pf_filter", ".pf_meta"))}
    names: dict[str, str] = {}
    for path, content in sorted(files.items()):
        if path.endswith(".pf_filter"):
            ordered = _wrap(_order_filter(_unwrap(path, content)))
            old = path.removeprefix("filter/").removesuffix(".pf_filter")
            names[old] = _rename(old, ordered)
            settled[f"filter/{names[old]}.pf_filter"] = ordered
    if len(set(names.values())) != len(names):
        raise IndexFormError("two filters would bear one name")
    entry = json.loads(files[_ENTRY]) if _ENTRY in files else {}
    for path, content in sorted(files.items()):
        if path.endswith(".pf_meta"):
            ordered = _wrap(_order_meta(_unwrap(path, content), names))
            old = path.removeprefix("pagefind.").removesuffix(".pf_meta")
            new = _rename(old, ordered)
            settled[f"pagefind.{new}.pf_meta"] = ordered
            for language in entry.get("languages", {}).values():
                if language.get("hash") == old:
                    language["hash"] = new
    if entry:
        entry["languages"] = dict(sorted(entry.get("languages", {}).items()))
        settled[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(settled.items()))


def _order_filter(cbor: bytes) -> bytes:
    start, count = _head(cbor, 0, 4)
    values_at = _skip(cbor, start)
    at, number = _head(cbor, values_at, 4)
    if count != 2:
        raise IndexFormError("a filter is not a name and its values")
    values, end = _slices(cbor, at, number)
    ordered = sorted(values, key=_name)
    return cbor[:at] + b"".join(ordered) + cbor[end:]


def _order_meta(cbor: bytes, names: Mapping[str, str]) -> bytes:
    at, count = _head(cbor, 0, 4)
    if count < 4:
        raise IndexFormError("the list of parts lacks the filters")
    for _ in range(3):  # version, pages, parts of the index
        at = _skip(cbor, at)
    first, number = _head(cbor, at, 4)
    filters, end = _slices(cbor, first, number)
    ordered = sorted(filters, key=_name)
    joined = b"".join(ordered)
    for old in names:
        if joined.count(old.encode()) != 1:
            raise IndexFormError(f"the filter {old} is not listed once")
    if names:
        # In one pass, as a new name may be another's old one. All names are of one length, so nothing else moves.
        any_old = b"|".join(old.encode() for old in names)
        joined = re.sub(any_old, lambda found: names[found[0].decode()].encode(), joined)
    return cbor[:first] + joined + cbor[end:]


def _name(pair: bytes) -> bytes:
    at, _ = _head(pair, 0, 4)
    text_at, length = _head(pair, at, 3)
    return pair[text_at : text_at + length]


def _slices(cbor: bytes, at: int, number: int) -> tuple[list[bytes], int]:
    found = []
    for _ in range(number):
        end = _skip(cbor, at)
        found.append(bytes(cbor[at:end]))
        at = end
    return found, at


def _skip(cbor: bytes, at: int) -> int:
    """Return where the value that begins at a position ends."""
    kind = _byte(cbor, at) >> 5
    at, size = _head(cbor, at, kind)
    if kind in {0, 1, 7}:
        return at
    if kind in {2, 3}:
        return at + size
    if kind in {4, 5}:
        for _ in range(size * (kind - 3)):
            at = _skip(cbor, at)
        return at
    raise IndexFormError(f"a value of the unknown kind {kind}")


def _head(cbor: bytes, at: int, kind: int) -> tuple[int, int]:
    """Return where the content of a value of a kind begins, and its number: a length, a count or itself."""
    first = _byte(cbor, at)
    if first >> 5 != kind:
        raise IndexFormError(f"kind {kind} expected at {at}")
    short = first & 31
    if short < 24:
        return at + 1, short
    if short > 27:
        raise IndexFormError(f"a value without a length at {at}")
    width = 1 << (short - 24)
    return at + 1 + width, int.from_bytes(cbor[at + 1 : at + 1 + width], "big")


def _byte(cbor: bytes, at: int) -> int:
    if at >= len(cbor):
        raise IndexFormError("it ends too early")
    return cbor[at]


def _rename(old: str, content: bytes) -> str:
    language, _, mark = old.partition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(mark)]}"


def _unwrap(path: str, content: bytes) -> bytes:
    try:
        plain = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise IndexFormError(f"{path} is not compressed as expected") from error
    if not plain.startswith(_SIGN):
        raise IndexFormError(f"{path} does not begin as expected")
    return plain[len(_SIGN) :]


def _wrap(cbor: bytes) -> bytes:
    """Return gzip that holds its content as it is.

    Compressors differ between machines in the bytes they make of the same content; this form has only one way.
    """
    plain = _SIGN + cbor
    blocks = [plain[at : at + _BLOCK] for at in range(0, len(plain), _BLOCK)]
    stored = b"".join(
        struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
        for number, block in enumerate(blocks, 1)
    )
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    return head + stored + struct.pack("<II", zlib.crc32(plain), len(plain) & 0xFFFFFFFF)
