"""Draws cards: a topic's title, its question and what there is on it, in type alone.

A text with letters that the font lacks, or that runs from right to left, is not drawn: it would be shown wrong.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from dossier.pages.social_card import HEIGHT, WIDTH, Card

_MARGIN = 72
_COLUMN = WIDTH - 2 * _MARGIN
_TOP, _FOOT = 52, HEIGHT - 92
_BLACK, _GREY, _PAPER = 17, 85, 255
_SIZES = (92, 80, 70, 60, 52)
_TEXT, _LEADING = 40, 52
_FONTS = "font_source_serif_pro"
_NONE = "\U0010ffff"
"""No character, so that a font shows what it shows for those it lacks."""


def draw(card: Card) -> bytes | None:
    """Return a card as a PNG file, the same pixels on any machine; None where the font cannot show its words."""
    name, title, text, facts = (
        unicodedata.normalize("NFC", part) for part in (card.name, card.title, card.text, card.facts)
    )
    if not all(_is_covered(part) for part in (name, title, text, facts)):
        return None
    picture = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((_MARGIN, _TOP, WIDTH - _MARGIN - 1, _TOP + 7), fill=_BLACK)
    top = _TOP + 22
    if name:
        pen.text((_MARGIN, top), _clipped(name, _font(34)), fill=_BLACK, font=_font(34))
        top += 62
    size, titled, told = _fitted(title, text, _FOOT - 24 - top)
    for line in titled:
        pen.text((_MARGIN, top), line, fill=_BLACK, font=_font(size, bold=True))
        top += _height(size)
    top += _gap(size)
    for line in told:
        pen.text((_MARGIN, top), line, fill=_GREY, font=_font(_TEXT))
        top += _LEADING
    pen.rectangle((_MARGIN, _FOOT, WIDTH - _MARGIN - 1, _FOOT + 1), fill=_GREY)
    pen.text((_MARGIN, _FOOT + 16), _clipped(facts, _font(30)), fill=_GREY, font=_font(30))
    content = BytesIO()
    # Sixteen shades are all that text needs, and they make the file a third smaller.
    picture.point(lambda level: level // 16 * 17).save(content, "PNG", compress_level=9)
    return content.getvalue()


@lru_cache(maxsize=16)
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    file = files(_FONTS).joinpath("files", f"SourceSerifPro-{'Bold' if bold else 'Regular'}.otf")
    # The other engine is there on some machines only, and sets letters a little differently.
    return ImageFont.truetype(BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def _is_covered(text: str) -> bool:
    return all(_is_known(letter) for letter in set(text))


@lru_cache(maxsize=4096)
def _is_known(letter: str) -> bool:
    if unicodedata.combining(letter) or unicodedata.bidirectional(letter) in {"R", "AL", "AN"}:
        return False
    font = _font(40, bold=True)
    shape, none = font.getmask(letter), font.getmask(_NONE)
    return letter.isspace() or shape.size != none.size or bytes(shape) != bytes(none)


def _height(size: int) -> int:
    return size * 112 // 100


def _gap(size: int) -> int:
    return size * 36 // 100


def _fitted(title: str, text: str, room: int) -> tuple[int, list[str], list[str]]:
    """Return the largest size at which a title and the text below it fit, and the lines of both; cut, if none does."""
    told = list(_wrapped(text, _font(_TEXT)))
    for size in _SIZES:
        titled = list(_wrapped(title, _font(size, bold=True)))
        if len(titled) * _height(size) + _gap(size) + len(told) * _LEADING <= room:
            return size, titled, told
    size = _SIZES[-1]
    titled = _limited(list(_wrapped(title, _font(size, bold=True))), 4, _font(size, bold=True))
    left = (room - len(titled) * _height(size) - _gap(size)) // _LEADING
    return size, titled, _limited(told, left, _font(_TEXT))


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Yield lines that fit into the column; a word that is longer than one is cut."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= _COLUMN:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > _COLUMN:
            fitting = max(
                1, next(end for end in range(len(line), 0, -1) if end == 1 or font.getlength(line[:end]) <= _COLUMN)
            )
            yield line[:fitting]
            line = line[fitting:]
    if line:
        yield line


def _limited(lines: list[str], most: int, font: ImageFont.FreeTypeFont) -> list[str]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _clipped(f"{lines[most - 1]} {lines[most]}", font)] if most else []


def _clipped(line: str, font: ImageFont.FreeTypeFont) -> str:
    """Return a line cut between words, or within the only one, so that it fits into the column with its "…"."""
    if font.getlength(line) <= _COLUMN:
        return line
    while font.getlength(f"{line}…") > _COLUMN:
        shorter = line.rpartition(" ")[0]
        line = shorter or line[:-1]
    return f"{line.rstrip(' ,;:–—-')}…"
