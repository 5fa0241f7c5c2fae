"""Turns bytes of unknown encoding into text, and says how it knows the encoding.

What the text says is left to others; damage that an earlier wrong decoding has done is left to `doubts`.
"""

import codecs
import re
from dataclasses import dataclass

from dossier.problem import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_IN_PAGE = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LOOKED_AT = 4096
_IN_NO_TEXT = re.compile(rb"[\0\x1b]|~[{}]")
# What people call Latin-1 is Windows-1252 on the web, and browsers read it so.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding in which it was, and whether that was guessed from the bytes alone."""

    text: str
    encoding: str
    guessed: bool = False


def decode(raw: bytes, named: str = "", stated: str = "") -> Decoded:
    """Return the text in some bytes.

    `named` is the encoding that a person named, `stated` the one that came with the bytes, as in the header of an answer.
    Without a name: a byte order mark decides, then UTF-8 where it fits, then what is stated, also inside a page; then a
    guess is made. So it is first where the bytes have zeros or escape codes and the guess leaves none of them. Raises `UserError` where nothing fits.
    """
    if named:
        return _as_named(raw, named)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(_or_refuse(raw, encoding), encoding.removesuffix("-sig"))
    if _IN_NO_TEXT.search(raw) and (found := _guess(raw)) and not _IN_NO_TEXT.search(found.text.encode()):
        return found
    try:
        return Decoded(raw.decode(), "utf-8")
    except UnicodeDecodeError as error:
        damage = error
    in_page = _IN_PAGE.search(raw[:_LOOKED_AT])
    for name in (stated, in_page[1].decode("ascii") if in_page else ""):
        known = _known(name)
        if known and known != "utf-8":
            try:
                return Decoded(raw.decode(known), known)
            except UnicodeDecodeError:
                continue
    if guess := _guess(raw):
        return guess
    line = raw[: damage.start].count(b"\n") + 1
    message = f"no encoding fits the bytes; as UTF-8, byte {damage.start + 1}, in line {line}, does not fit"
    raise UserError(message, "save it as plain text in UTF-8, or name the encoding: --encoding NAME")


def _as_named(raw: bytes, named: str) -> Decoded:
    known = _known(named)
    if not known:
        raise UserError(f'there is no encoding "{named}"', "name one such as utf-8, windows-1251 or gb18030")
    return Decoded(_or_refuse(raw, known), known)


def _or_refuse(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the bytes are not {encoding.removesuffix('-sig')}: byte {error.start + 1} does not fit"
        raise UserError(message, "name the right encoding: --encoding NAME") from None


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name.strip()).name if name.strip() else ""
    except LookupError:
        return ""
    return _MEANT.get(found, found)


def _guess(raw: bytes) -> Decoded | None:
    from chardet import detect  # noqa: PLC0415

    encoding = _known(detect(raw, compat_names=False)["encoding"] or "")
    try:
        return Decoded(raw.decode(encoding), encoding, guessed=True) if encoding else None
    except UnicodeDecodeError:
        return None
