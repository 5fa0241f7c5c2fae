"""The fingerprint of a source: what lets a quote be checked against a text that is not there.

It holds no word of the text, but it is no encryption. The order of a text is gone from it, and each value in
it stands for countless phrases, so that nothing can be read off; but whoever guesses a passage can confirm the guess, as
that is what a fingerprint is for, and somebody with a good model of the language could guess on from there.

A paragraph is a non-empty line of the text, stripped, counted from 1. Its words are those of `dossier.evidence.words`.
Each three words in a row are a shingle. The value of a shingle is the 2-byte BLAKE2b digest of its words in UTF-8,
joined by single spaces, keyed by the 32-byte BLAKE2b digest of the source's id in UTF-8: one phrase has other values in
another source. A paragraph is the unordered set of its values; one of fewer than three words has none, and no quote of
four words can stand in it.

The file is UTF-8 with line feeds, `sources/fingerprints/<source-id>.txt`:

    dossier-fingerprint 1
    source: <source id>
    text-sha256: <SHA-256 of the bytes of the archived text, hexadecimal>
    paragraphs: <how many>
    1 <values>
    2 -

A line a paragraph follows the head, in order: its number and its values, each once, ascending, two bytes each,
big-endian, in Base64 (RFC 4648, with padding); `-` stands for none. An edited paragraph changes its own line and the sum
above. `1` is the version: whatever changes a value or the form of a line (what a word is, the hash, its key) makes it
2, and texts are fingerprinted anew.

How often a wrong quote passes: a value that is not the paragraph's own hits its set of n with probability n/65,536. A
wrong word inside a quote changes three shingles, one next to its edge two, one at its very edge one. With the 60 values
of a long paragraph that is 8 in 10,000 million, 8 in 10 million, and 9 in 10,000. Somebody who means to deceive can
search for such a word, and words of the paragraph pass in any order in which all shingles are its own. The archive
check, which wants the quote verbatim, closes all of this.
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
from dossier.model.words import ID_PATTERN, SHA256_PATTERN
from dossier.problem import Area, Code, Problem

FINGERPRINT_FORMAT = Code(
    "fingerprint-format",
    Area.EVIDENCE,
    "error",
    "A fingerprint's file is not as the command writes it.",
    "Make it anew with `python build.py source fingerprint`; it is never edited by hand.",
)

SHINGLE = 3
VERSION = 1
_NAME = "dossier-fingerprint"
_HEAD = (
    ("source", re.compile(ID_PATTERN)),
    ("text-sha256", re.compile(SHA256_PATTERN)),
    ("paragraphs", re.compile(r"0|[1-9][0-9]{0,5}")),
)
_REMAKE = (
    "a fingerprint is never edited by hand: `python build.py source fingerprint` makes it anew from the archived text"
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of a text's paragraphs without the text.

    `paragraphs[i]` holds the values of paragraph i + 1: ascending, two bytes each, big-endian.
    """

    source: str
    text_sha256: str
    paragraphs: tuple[bytes, ...]

    def values(self, paragraph: int) -> frozenset[int]:
        """Return the values of a paragraph, counted from 1. `IndexError` where there is no such paragraph."""
        if paragraph < 1:
            raise IndexError(paragraph)
        return _unpacked(self.paragraphs[paragraph - 1])


def _unpacked(values: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f">{len(values) // 2}H", values))


def decoded(raw: bytes) -> str:
    """Return an archived text as a string. A byte order mark goes; `UnicodeDecodeError` where it is not UTF-8."""
    return raw.decode("utf-8-sig")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: its non-empty lines, stripped. A line ends where `str.splitlines` ends it."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def text_sha256(raw: bytes) -> str:
    """Return the SHA-256 of an archived text's bytes, hexadecimal: what a record holds as `text_sha256`."""
    return hashlib.sha256(raw).hexdigest()


@lru_cache(maxsize=1 << 12)
def _keyed(source: str) -> "hashlib.blake2b":
    key = hashlib.blake2b(source.encode(), digest_size=32).digest()
    return hashlib.blake2b(key=key, digest_size=2)


def shingle_values(source: str, of_words: Sequence[str]) -> list[int]:
    """Return the value of each run of three words, in order, as source `source` keys it. Fewer than three have none."""
    keyed = _keyed(source)
    found = []
    for shingle in zip(of_words, of_words[1:], of_words[2:], strict=False):
        value = keyed.copy()
        value.update(" ".join(shingle).encode("utf-8", "surrogatepass"))
        found.append(int.from_bytes(value.digest(), "big"))
    return found


def make(source: str, text: bytes | str) -> Fingerprint:
    """Return the fingerprint of a source's text: its bytes as archived (a string stands for its UTF-8 bytes).

    Raises `UnicodeDecodeError` where the bytes are not UTF-8.
    """
    raw = text.encode() if isinstance(text, str) else text
    lines = paragraphs(decoded(raw))
    return Fingerprint(source, text_sha256(raw), tuple(_packed(shingle_values(source, words(line))) for line in lines))


def _packed(values: list[int]) -> bytes:
    return b"".join(value.to_bytes(2, "big") for value in sorted(set(values)))


def write(fingerprint: Fingerprint) -> str:
    """Return the text of the fingerprint's file. The same fingerprint gives the same text."""
    return "\n".join(_lines(fingerprint)) + "\n"


def _lines(fingerprint: Fingerprint) -> Iterator[str]:
    yield title(_NAME, VERSION)
    yield f"source: {fingerprint.source}"
    yield f"text-sha256: {fingerprint.text_sha256}"
    yield f"paragraphs: {len(fingerprint.paragraphs)}"
    for number, values in enumerate(fingerprint.paragraphs, 1):
        yield f"{number} {binascii.b2a_base64(values, newline=False).decode() or '-'}"


def read(text: str, file: str) -> tuple[Fingerprint | None, list[Problem]]:
    """Read a fingerprint's file. Whatever is not as `write` writes it is one `fingerprint-format` problem at its line.

    `file` is the name that the problem gives. Line ends may be CRLF.
    """
    lines = text.splitlines()
    head, fault = read_head(lines, _NAME, VERSION, _HEAD)
    if fault:
        return None, [line_fault(FINGERPRINT_FORMAT, file, fault[0], lines, fault[1], _REMAKE)]
    rows = lines[len(_HEAD) + 1 :]
    values = []
    for number, row in enumerate(rows, 1):
        packed = _read_row(number, row)
        if packed is None:
            message = f'this line is not that of paragraph {number}: "{number}" and its values'
            return None, [line_fault(FINGERPRINT_FORMAT, file, number + len(_HEAD) + 1, lines, message, _REMAKE)]
        values.append(packed)
    if len(rows) != int(head[2]):
        message = f"the head says {head[2]} paragraphs, and {len(rows)} follow"
        return None, [line_fault(FINGERPRINT_FORMAT, file, len(_HEAD) + 1, lines, message, _REMAKE)]
    return Fingerprint(head[0], head[1], tuple(values)), []


def _read_row(number: int, row: str) -> bytes | None:
    found, _, coded = row.partition(" ")
    if found != str(number):
        return None
    if coded == "-":
        return b""
    try:
        values = binascii.a2b_base64(coded, strict_mode=True)
    except (binascii.Error, ValueError):
        return None
    return values if values and len(values) % 2 == 0 else None
