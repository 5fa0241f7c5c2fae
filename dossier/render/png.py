"""A grey picture as a PNG file, the same bytes on any machine.

Never calls a compressor: those differ between machines and releases in what they make of the same picture. What is
written here has one form only: each row as what differs from the row above it, runs of one byte as one code, and the
codes that every reader of the format knows by heart (RFC 1951, 3.2.6).
"""

import re
import struct
import zlib

_RUN = re.compile(rb"(.)\1{3,}|.", re.DOTALL)
_LONGEST = 258
_DEPTH = 4
# Length codes of RFC 1951, 3.2.5: the shortest length that each stands for, and how many bits follow it.
_LENGTHS = [
    *((257 + step, 3 + step, 0) for step in range(8)),
    *((265 + 4 * group + step, (11, 19, 35, 67, 131)[group] + (step << group + 1), group + 1) for group in range(5) for step in range(4)),
]  # fmt: skip


def grey_png(width: int, height: int, levels: bytes) -> bytes:
    """Return a PNG of `width` times `height` pixels, given row by row as one byte each, 0 black to 255 white.

    Sixteen shades are kept, which is what text needs. `width` is even.
    """
    if width % 2 or len(levels) != width * height:
        raise ValueError("a picture has an even width, and as many levels as pixels")
    packed = bytes((left & 0xF0) | (right >> 4) for left, right in zip(levels[0::2], levels[1::2], strict=True))
    stride = width // 2
    rows = []
    above = 0
    for start in range(0, len(packed), stride):
        row = int.from_bytes(packed[start : start + stride], "big")
        rows.append(b"\2" + _less(row, above, stride))
        above = row
    return _file(width, height, b"".join(rows))


def _less(row: int, above: int, stride: int) -> bytes:
    """Return a row minus the row above it, byte by byte and modulo 256 (filter 2)."""
    if row == above:
        return bytes(stride)
    here, there = row.to_bytes(stride, "big"), above.to_bytes(stride, "big")
    return bytes((one - other) & 0xFF for one, other in zip(here, there, strict=True))


def _file(width: int, height: int, filtered: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, _DEPTH, 0, 0, 0, 0)
    packed = b"\x78\x01" + _deflated(filtered) + struct.pack(">I", zlib.adler32(filtered))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _deflated(content: bytes) -> bytes:
    """Return content as one block of fixed codes in which runs of a byte are copied from the byte before them."""
    bits = ["110"]  # the last block, with fixed codes; the first bit of each value stands first
    for found in _RUN.finditer(content):
        length = found.end() - found.start()
        bits.append(_LITERALS[content[found.start()]])
        length -= 1
        while length >= 3:
            # What is left over must be nothing, or long enough for another copy.
            step = min(length, _LONGEST) if not 0 < length - _LONGEST < 3 else length - 3
            bits.append(_COPIES[step])
            length -= step
    bits.append(_code(256))
    stream = "".join(bits)
    stream += "0" * (-len(stream) % 8)
    return int(stream[::-1], 2).to_bytes(len(stream) // 8, "little")


def _code(symbol: int) -> str:
    """Return the fixed code of a symbol, in the order in which its bits are written."""
    if symbol < 144:
        return f"{0x30 + symbol:08b}"
    if symbol < 256:
        return f"{0x190 + symbol - 144:09b}"
    return f"{symbol - 256:07b}" if symbol < 280 else f"{0xC0 + symbol - 280:08b}"


def _copy(length: int) -> str:
    """Return the code for copying so many bytes from one byte back. What follows a code is written lowest bit first."""
    if length == _LONGEST:
        return _code(285) + "00000"
    symbol, shortest, extra = next(each for each in reversed(_LENGTHS) if each[1] <= length)
    more = f"{length - shortest:0{extra}b}"[::-1] if extra else ""
    return f"{_code(symbol)}{more}00000"


_LITERALS = [_code(byte) for byte in range(256)]
_COPIES = {length: _copy(length) for length in range(3, _LONGEST + 1)}
