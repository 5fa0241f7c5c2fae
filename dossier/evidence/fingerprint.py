"""The fingerprint of a source: lets a quote be checked against a text that is not there.

It holds no word of the text, but it is no encryption. The order of a text is gone from it, and each value in
it stands for countless phrases, so that nothing can be read off; but whoever guesses a passage can confirm the guess, as
that is what a fingerprint is for, and somebody with a good model of the language could guess on from there.

A paragraph is a non-empty line of the text, stripped, counted from 1. Its words are those of `dossier.evidence.words`.
Each three words in a row are a shingle. The hash of a shingle is the 8-byte BLAKE2b digest of its words in UTF-8, joined
by single spaces, keyed by the 32-byte BLAKE2b digest of the source's id in UTF-8: one phrase has other hashes in another
source. Its value is the first bits of the hash: the fewest, but at least 16, with which there are more than 500 times as
many values as the paragraph has words. A paragraph is the unordered set of its values; one of fewer than three words has
none, and no quote of four words can stand in it.

The file is UTF-8 with line feeds, `sources/fingerprints/<source-id>.txt`:

    dossier-fingerprint 2
    source: <source id>
    text-sha256: <SHA-256 of the bytes of the archived text, hexadecimal>
    paragraphs: <how many>
    1 58 <values>
    2 2 -

A line a paragraph follows the head, in order: its number, how many words it has, and its values, each once, ascending, one
behind the other as big-endian numbers of that many bits, filled up with zero bits to whole bytes, in Base64 (RFC 4648,
with padding); `-` stands for none. An edited paragraph changes its own line and the sum above. `2` is the version:
whatever changes a value or the form of a line (what a word is, the hash, its key) makes it 3, and texts are
fingerprinted anew.

Version 1 is still read: its lines have no number of words, and its values are the 2-byte digests, 16 bits however long
the paragraph is.

How often a wrong quote passes: a value that is not the paragraph's own is in its set by accident with a probability below
1/500, and of 60/65,536 in a paragraph of 62 words. A wrong word inside a quote changes three shingles, one next to its edge
two, one at its very edge one. So a wrong word at the edge passes less than once in 500, next to it less than once in
250,000, further inside less than once in 125 million. In version 1 that holds up to 131 words; a paragraph of 10,000 has
one sixth of all values. Somebody who means to deceive can search for such a word, and words of the paragraph pass in any
order in which all shingles are its own. The archive check, which wants the quote verbatim, closes all of this.
"""

import binascii
import hashlib
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.evidence.head import line_fault, read_head, title
from dossier.evidence.words import words
from dossier.model.ids import ID_PATTERN
from dossier.model.words import SHA256_PATTERN
from dossier.problem import Area, Code, Problem

FINGERPRINT_FORMAT = Code(
    "fingerprint-format",
    Area.EVIDENCE,
    "error",
    "A fingerprint's file is not as the command writes it.",
    "Make it anew with `python build.py source fingerprint`; it is never edited by hand.",
)

SHINGLE = 3
VERSION = 2
_OLD = 1
_FEWEST_BITS = 16
_SPARSE = 500
_HASH_BITS = {VERSION: 64, _OLD: 16}
_NAME = "dossier-fingerprint"
_HEAD = (
    ("source", re.compile(ID_PATTERN)),
    ("text-sha256", re.compile(SHA256_PATTERN)),
    ("paragraphs", re.compile(r"0|[1-9][0-9]{0,5}")),
)
_ROW = {
    VERSION: re.compile(r"([1-9][0-9]{0,5}) (0|[1-9][0-9]{0,7}) (-|[A-Za-z0-9+/]+=*)"),
    _OLD: re.compile(r"([1-9][0-9]{0,5})() (-|[A-Za-z0-9+/]+=*)"),
}
_FORM = {VERSION: '"{0}", how many words it has, and its values', _OLD: '"{0}" and its values'}
_REMAKE = (
    "a fingerprint is never edited by hand: `python build.py source fingerprint` makes it anew from the archived text"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is known of one paragraph: its values, ascending, each of `bits` bits, and how many words it has.

    `words` is None in version 1, which does not say.
    """

    bits: int
    packed: bytes
    words: int | None = None

    def __len__(self) -> int:
        """Return how many values it has."""
        return len(self.packed) * 8 // self.bits

    @property
    def chance(self) -> float:
        """The probability with which a shingle that is not its own passes for one of its own."""
        return len(self) / (1 << self.bits)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of a text's paragraphs without the text: `paragraphs[i]` is paragraph i + 1."""

    source: str
    text_sha256: str
    paragraphs: tuple[Paragraph, ...]
    version: int = VERSION

    @property
    def is_old(self) -> bool:
        """Whether it is of a version in which values of long paragraphs pass by accident."""
        return self.version != VERSION

    def values(self, paragraph: int) -> frozenset[int]:
        """Return the values of a paragraph, counted from 1. `IndexError` where there is no such paragraph."""
        if paragraph < 1:
            raise IndexError(paragraph)
        found = self.paragraphs[paragraph - 1]
        return _unpacked(found.packed, found.bits)

    def hashes(self, of_words: Sequence[str]) -> list[int]:
        """Return the hash of each run of three words, in order. Fewer than three have none."""
        return _hashes(self.source, of_words, _HASH_BITS[self.version])

    def fits(self, paragraph: int, hashes: Sequence[int]) -> list[bool]:
        """Return of each hash whether the paragraph, counted from 1, has its value."""
        shift = _HASH_BITS[self.version] - self.paragraphs[paragraph - 1].bits
        held = self.values(paragraph)
        return [one >> shift in held for one in hashes]

    def fits_all(self, paragraph: int, hashes: Sequence[int]) -> bool:
        """Return whether the paragraph has the values of all hashes."""
        shift = _HASH_BITS[self.version] - self.paragraphs[paragraph - 1].bits
        return self.values(paragraph).issuperset(one >> shift for one in hashes)


def bits_for(count: int) -> int:
    """Return how many bits the values of a paragraph of so many words have."""
    return max(_FEWEST_BITS, (_SPARSE * count).bit_length())


@lru_cache(maxsize=1 << 10)
def _unpacked(packed: bytes, bits: int) -> frozenset[int]:
    return frozenset(_numbers(packed, bits))


def _numbers(packed: bytes, bits: int) -> Sequence[int]:
    if bits == _FEWEST_BITS:
        return struct.unpack(f">{len(packed) // 2}H", packed[: len(packed) & ~1])
    return tuple(_odd_numbers(packed, bits))


def _odd_numbers(packed: bytes, bits: int) -> Iterator[int]:
    held = kept = 0
    for byte in packed:
        held, kept = held << 8 | byte, kept + 8
        if kept >= bits:
            kept -= bits
            yield held >> kept
            held &= (1 << kept) - 1


def _packed(values: Sequence[int], bits: int) -> bytes:
    made, held, kept = bytearray(), 0, 0
    for value in values:
        held, kept = held << bits | value, kept + bits
        while kept >= 8:
            kept -= 8
            made.append(held >> kept)
            held &= (1 << kept) - 1
    if kept:
        made.append(held << (8 - kept))
    return bytes(made)


def decoded(raw: bytes) -> str:
    """Return an archived text as a string. A byte order mark goes; `UnicodeDecodeError` where it is not UTF-8."""
    return raw.decode("utf-8-sig")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: its non-empty lines, stripped. A line ends where `str.splitlines` ends it."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def text_sha256(raw: bytes) -> str:
    """Return the SHA-256 of an archived text's bytes, hexadecimal: what a record holds as `text_sha256`."""
    return hashlib.sha256(raw).hexdigest()


def as_recorded(raw: bytes, sha256: str | None) -> bytes | None:
    """Return an archived text's bytes with the line ends with which they have this SHA-256, or None where there are none.

    Some systems write other line ends when they copy a text; it is the same text.
    """
    plain = raw.replace(b"\r\n", b"\n")
    forms = (raw, plain, plain.replace(b"\n", b"\r\n"))
    return next((form for form in forms if text_sha256(form) == sha256), None)


@lru_cache(maxsize=1 << 12)
def _keyed(source: str, bits: int) -> "hashlib.blake2b":
    key = hashlib.blake2b(source.encode(), digest_size=32).digest()
    return hashlib.blake2b(key=key, digest_size=bits // 8)


def _hashes(source: str, of_words: Sequence[str], bits: int) -> list[int]:
    keyed = _keyed(source, bits)
    found = []
    for shingle in zip(of_words, of_words[1:], of_words[2:], strict=False):
        value = keyed.copy()
        value.update(" ".join(shingle).encode("utf-8", "surrogatepass"))
        found.append(int.from_bytes(value.digest(), "big"))
    return found


def make(source: str, text: bytes | str, version: int = VERSION) -> Fingerprint:
    """Return the fingerprint of a source's text: its bytes as archived (a string stands for its UTF-8 bytes).

    An older `version` is made only to compare with one that is kept. Raises `UnicodeDecodeError` where the bytes are not
    UTF-8.
    """
    raw = text.encode() if isinstance(text, str) else text
    lines = paragraphs(decoded(raw))
    return Fingerprint(source, text_sha256(raw), tuple(_paragraph(source, line, version) for line in lines), version)


def _paragraph(source: str, line: str, version: int) -> Paragraph:
    found = words(line)
    bits = bits_for(len(found)) if version == VERSION else _FEWEST_BITS
    shift = _HASH_BITS[version] - bits
    values = sorted({one >> shift for one in _hashes(source, found, _HASH_BITS[version])})
    return Paragraph(bits, _packed(values, bits), len(found) if version == VERSION else None)


def write(fingerprint: Fingerprint) -> str:
    """Return the text of the fingerprint's file. The same fingerprint gives the same text."""
    return "\n".join(_lines(fingerprint)) + "\n"


def _lines(fingerprint: Fingerprint) -> Iterator[str]:
    yield title(_NAME, fingerprint.version)
    yield f"source: {fingerprint.source}"
    yield f"text-sha256: {fingerprint.text_sha256}"
    yield f"paragraphs: {len(fingerprint.paragraphs)}"
    for number, one in enumerate(fingerprint.paragraphs, 1):
        counted = [str(number)] if one.words is None else [str(number), str(one.words)]
        yield " ".join([*counted, binascii.b2a_base64(one.packed, newline=False).decode() or "-"])


def read(text: str, file: str) -> tuple[Fingerprint | None, list[Problem]]:
    """Read a fingerprint's file. Whatever is not as `write` writes it is one `fingerprint-format` problem at its line.

    `file` is the name that the problem gives. Line ends may be CRLF.
    """
    lines = text.splitlines()
    version = _OLD if lines[:1] == [title(_NAME, _OLD)] else VERSION
    head, fault = read_head(lines, _NAME, version, _HEAD)
    if fault:
        return None, [line_fault(FINGERPRINT_FORMAT, file, fault[0], lines, fault[1], _REMAKE)]
    rows = lines[len(_HEAD) + 1 :]
    found = []
    for number, row in enumerate(rows, 1):
        paragraph = _read_row(number, row, version)
        if paragraph is None:
            message = f"this line is not that of paragraph {number}: {_FORM[version].format(number)}"
            return None, [line_fault(FINGERPRINT_FORMAT, file, number + len(_HEAD) + 1, lines, message, _REMAKE)]
        found.append(paragraph)
    if len(rows) != int(head[2]):
        message = f"the head says {head[2]} paragraphs, and {len(rows)} follow"
        return None, [line_fault(FINGERPRINT_FORMAT, file, len(_HEAD) + 1, lines, message, _REMAKE)]
    return Fingerprint(head[0], head[1], tuple(found), version), []


def _read_row(number: int, row: str, version: int) -> Paragraph | None:
    found = _ROW[version].fullmatch(row)
    if found is None or found[1] != str(number):
        return None
    count = int(found[2]) if found[2] else None
    bits = _FEWEST_BITS if count is None else bits_for(count)
    try:
        packed = b"" if found[3] == "-" else binascii.a2b_base64(found[3], strict_mode=True)
    except (binascii.Error, ValueError):
        return None
    values = _numbers(packed, bits)
    # One paragraph can be written in one way only.
    if len(packed) != -(-len(values) * bits // 8) or list(values) != sorted(set(values)):
        return None
    if bits != _FEWEST_BITS and _packed(values, bits) != packed:
        return None
    if count is not None and len(values) > max(count - SHINGLE + 1, 0):
        return None
    return Paragraph(bits, packed, count)
