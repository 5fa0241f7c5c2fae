"""A PNG without a compressor: any reader reads it, and its bytes are known to the last."""

import hashlib
import io
import random
import struct
import zlib

import pytest
from PIL import Image

from dossier.render.png import grey_png


def _pixels(content: bytes) -> bytes:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture.convert("L").tobytes()


def _shades(levels: bytes) -> bytes:
    return bytes((level >> 4) * 17 for level in levels)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_written_is_what_is_read(seed: int) -> None:
    chance = random.Random(seed)
    width, height = 2 * chance.randrange(1, 400), chance.randrange(1, 40)
    levels = bytearray()
    while len(levels) < width * height:
        # Runs of every length that the format treats in a way of its own, and noise.
        length = chance.choice([1, 2, 3, 4, 5, 10, 11, 12, 114, 257, 258, 259, 260, 261, 262, 515, 516, 517, 518, 1030])
        levels += bytes([chance.randrange(256)]) * length
    content = grey_png(width, height, bytes(levels[: width * height]))
    assert _pixels(content) == _shades(bytes(levels[: width * height]))


@pytest.mark.parametrize("level", [0, 255])
@pytest.mark.parametrize("length", [2, 4, 6, 8, 514, 516, 518, 520, 522, 524, 1028, 1034])
def test_one_run_of_any_length(level: int, length: int) -> None:
    assert _pixels(grey_png(length, 1, bytes([level]) * length)) == bytes([level]) * length


def test_its_parts_bear_the_right_sums() -> None:
    content = grey_png(4, 2, bytes([0, 255, 255, 0, 0, 255, 255, 0]))
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    place, kinds = 8, []
    while place < len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        kind, part = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        assert zlib.crc32(kind + part) == struct.unpack(">I", content[place + 8 + length : place + 12 + length])[0]
        kinds.append(kind)
        place += 12 + length
        if kind == b"IDAT":
            # Reading it checks the sum at its end; the second row is like the first, so nothing is left of it.
            assert zlib.decompress(part) == b"\2\x0f\xf0" + b"\2\0\0"
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]


def test_an_empty_picture_is_small_and_always_the_same() -> None:
    content = grey_png(1200, 630, b"\xff" * 1200 * 630)
    assert len(content) < 5000
    assert hashlib.sha256(content).hexdigest() == "ac10b659896b19c72b3b22b9e7328407c0167181a0ddbee96ef1e38926dc400f"


@pytest.mark.parametrize(("width", "levels"), [(3, b"\0" * 3), (4, b"\0" * 3)])
def test_a_picture_that_does_not_add_up_is_refused(width: int, levels: bytes) -> None:
    with pytest.raises(ValueError, match="even width"):
        grey_png(width, 1, levels)
