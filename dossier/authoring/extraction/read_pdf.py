"""Takes the text out of a PDF: columns in the order of reading, lines joined to paragraphs, heads and feet of pages left out.

Reading the file is left to pypdf, cut words to `join_lines`. A scanned page holds no text, and is told of.
"""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dossier.authoring.extraction.clean_text import clean
from dossier.authoring.extraction.extracted import Stated
from dossier.authoring.extraction.join_lines import Joined, Words, is_full, is_open, width
from dossier.authoring.extraction.stated_values import as_language
from dossier.problem import UserError

_MOST_PAGES = 2000
_OCR = "let a program for text recognition read it, or type its words into a text file"
# A column begins where so great a part of a page's lines do, so far to the right of another, in widths of the page.
_OF_LINES, _APART = 0.2, 0.25
# A step so much wider than the usual one parts paragraphs.
_GAP = 1.3
_NUMBER = re.compile(r"\W*\d{1,4}\W*(?:(?:of|/|von|з|из|من)\W*\d{1,4}\W*)?|[ivxlc]{1,7}", re.IGNORECASE)
_MIRRORED = str.maketrans("«»()[]", "»«)(][")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Pdf:
    """The paragraphs of a PDF, what it states of itself, what was left out, each a sentence, and which way it is written."""

    joined: Joined
    stated: Stated
    left_out: tuple[str, ...]
    right_to_left: bool = False


@dataclass(slots=True)
class _Line:
    text: str
    page: int
    column: int
    x: float
    y: float
    size: float


def read_pdf(raw: bytes, name: str) -> Pdf:
    """Return what a PDF holds. Raises `UserError` where it is locked, damaged or holds pictures alone."""
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PdfReadError, PyPdfError  # noqa: PLC0415

    # It tells of each small fault of a file; whether the text is right, the preview shows.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UserError(f'"{name}" is locked with a password', "unlock it, and save it without one")
        if len(reader.pages) > _MOST_PAGES:
            raise UserError(f'"{name}" has {len(reader.pages):,} pages', "save those that are wanted as a file")
        pages = _lines(reader.pages)
        stated = _stated(reader)
    except (
        PyPdfError,
        PdfReadError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:
        message = f'"{name}" cannot be read as a PDF: {str(error) or type(error).__name__}'
        raise UserError(
            message, "open it in a PDF reader and save or print it anew, or save its words as text"
        ) from error
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    if len(empty) == len(pages):
        raise UserError(f'"{name}" holds no text: its pages are pictures, or its fonts do not tell their letters', _OCR)
    kept, repeated = _without_heads(pages)
    left_out = [f"not taken, as it stands on several pages: {line}" for line in repeated]
    if empty:
        left_out.append(f"without text: page {', '.join(map(str, empty))}; {_OCR}")
    leftward = any(_RIGHT_TO_LEFT.search(line.text) for line in kept)
    return Pdf(_paragraphs(kept), stated, tuple(left_out), leftward)


def _lines(pages: Iterable[Any]) -> list[list[_Line]]:
    """Return the lines of each page in the order of reading."""
    found = [(_pieces(page, number), float(page.mediabox.width) or 1.0) for number, page in enumerate(pages)]
    every = [piece for pieces, _ in found for piece in pieces if clean(piece.text)]
    edges = _edges(every, max((breadth for _, breadth in found), default=1.0))
    for pieces, _ in found:
        for piece in pieces:
            piece.column = sum(1 for edge in edges[1:] if piece.x >= edge - 2)
        if _is_row_by_row(pieces):
            pieces.sort(key=lambda piece: (piece.column, -round(piece.y), piece.x))
    return [_whole_lines(pieces) for pieces, _ in found]


def _pieces(page: Any, number: int) -> list[_Line]:
    """Return the pieces of text on a page in the order in which they are written, with the places where they begin."""
    pieces: list[_Line] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        for part in text.splitlines():
            if part:
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                height = abs(size * (tm[3] * cm[3] + tm[2] * cm[1])) or abs(size)
                pieces.append(_Line(part, number, 0, x, y, height))

    page.extract_text(visitor_text=visit)
    return pieces


def _edges(pieces: Sequence[_Line], breadth: float) -> list[float]:
    """Return where columns begin, from left to right; one edge for a text that is not set in columns."""
    if not pieces:
        return [0.0]
    begins = Counter(round(piece.x) for piece in pieces)
    near = {x: sum(begins[x + by] for by in (-1, 0, 1)) for x in begins}
    edges: list[float] = [min(begins)]
    for x in sorted(near):
        often = near[x] >= max(3, len(pieces) * _OF_LINES) and near[x] == max(
            near.get(x + by, 0) for by in range(-3, 4)
        )
        if often and x - edges[-1] > breadth * _APART:
            edges.append(x)
    return edges


def _is_row_by_row(pieces: Sequence[_Line]) -> bool:
    """Return whether a page in columns is written across them: again and again a line of another column follows."""
    pieces = [piece for piece in pieces if clean(piece.text)]
    changes = sum(1 for one, other in pairwise(pieces) if other.column != one.column)
    return changes * 5 >= len(pieces) > 0


def _whole_lines(pieces: Sequence[_Line]) -> list[_Line]:
    rows: list[list[_Line]] = []
    for piece in pieces:
        last = rows[-1][-1] if rows else None
        if last and last.column == piece.column and abs(last.y - piece.y) < max(last.size, piece.size) * 0.4:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_whole_line(row) for row in rows if any(clean(piece.text) for piece in row)]


def _whole_line(row: list[_Line]) -> _Line:
    said = [piece for piece in row if clean(piece.text)]
    leftward = sum(1 for piece in said if _RIGHT_TO_LEFT.search(piece.text)) * 2 > len(said)
    if leftward:
        row.sort(key=lambda piece: -piece.x)
    text = " ".join("".join(piece.text for piece in row).split())
    if leftward and len(said) > 1:
        # Each piece has its signs as they look, not as they are read.
        text = re.sub(r" (?=[.,:!،؛؟»)\]])|(?<=[«(\[]) ", "", text.translate(_MIRRORED))
    x = min(piece.x for piece in said)
    return _Line(text, row[0].page, row[0].column, x, said[0].y, max(piece.size for piece in said))


def _without_heads(pages: Sequence[list[_Line]]) -> tuple[list[_Line], list[str]]:
    """Return the lines of all pages without page numbers and what stands at one place of many pages, and what that was."""
    times = Counter(key for lines in pages for key in {_place(line) for line in _outer(lines)})
    repeated = {key for key, number in times.items() if number > 1 and number * 3 >= len(pages)}
    kept: list[_Line] = []
    told: dict[str, None] = {}
    for lines in pages:
        outer = {id(line) for line in _outer(lines)}
        for line in lines:
            is_number = bool(_NUMBER.fullmatch(line.text))
            if id(line) in outer and (is_number or _place(line) in repeated):
                told |= {} if is_number else {line.text: None}
            else:
                kept.append(line)
    return kept, list(told)


def _outer(lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines at the top and the bottom of a page that a gap parts from the rest."""
    by_height: dict[int, list[_Line]] = {}
    for line in lines:
        by_height.setdefault(round(line.y), []).append(line)
    heights = sorted(by_height)
    return [*_ahead_of_gap(by_height, heights), *_ahead_of_gap(by_height, heights[::-1])]


def _ahead_of_gap(by_height: Mapping[int, list[_Line]], heights: Sequence[int]) -> list[_Line]:
    ahead: list[_Line] = []
    for height, following in pairwise(heights[:4]):
        ahead += by_height[height]
        if abs(following - height) > 1.8 * max(line.size for line in by_height[height]):
            return ahead
    return []


def _place(line: _Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", clean(line.text)), round(line.y)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text is set: the usual step from line to line in sizes of type, the letters of a full line, columns' edges.

    `parted` says that gaps or indentation part its paragraphs.
    """

    step: float
    full: float
    edges: dict[tuple[int, int], float]
    indented: bool
    parted: bool


def _paragraphs(lines: Sequence[_Line]) -> Joined:
    whole = Words("\n".join(line.text for line in lines))
    setting = _setting(lines)
    paragraphs: list[str] = []
    mended: list[str] = []
    unsure: list[int] = []
    joined = 0
    for last, line in zip((None, *lines), lines, strict=False):
        if last is None or _breaks(last, line, setting):
            paragraphs.append(line.text)
            if last and _is_unsure(last, line, setting):
                unsure.append(len(paragraphs))
        else:
            paragraphs[-1], cut = whole.join(paragraphs[-1], line.text)
            mended += [cut] if cut else []
            joined += 1
    return Joined(tuple(paragraphs), joined, tuple(mended), not setting.parted, tuple(unsure))


def _is_unsure(last: _Line, line: _Line, setting: _Setting) -> bool:
    """Return whether a paragraph begins at the top of a page or column for no other reason than that a sentence does."""
    is_top = (last.page, last.column) != (line.page, line.column)
    same = abs(last.size - line.size) <= line.size * 0.08
    return is_top and same and not setting.indented and width(last.text) >= setting.full * 0.7


def _setting(lines: Sequence[_Line]) -> _Setting:
    step = _least(((one.y - other.y) / other.size for one, other in _in_column(lines) if one.y > other.y), 0.05, 1.2)
    widths = sorted(width(line.text) for line in lines)
    full = widths[int(len(widths) * 0.8)] if widths else 0
    by_column: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        by_column.setdefault((line.page, line.column), []).append(line.x)
    edges = {key: _least(begins, 1.0, min(begins)) for key, begins in by_column.items()}
    indents = sum(1 for line in lines if _is_indented(line, edges))
    gaps = sum(1 for one, other in _in_column(lines) if (one.y - other.y) / other.size > step * _GAP)
    indented = len(lines) * 0.02 < indents < len(lines) * 0.8
    return _Setting(step, full, edges, indented, indented or gaps > len(lines) * 0.02)


def _least(values: Iterable[float], unit: float, otherwise: float) -> float:
    """Return the least value that comes often: an edge, not a slip; a step within paragraphs, not between them."""
    often = Counter(round(value / unit) for value in values)
    enough = max(2, sum(often.values()) * 0.1)
    return min((value * unit for value, times in often.items() if times >= enough), default=otherwise)


def _in_column(lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    for one, other in pairwise(lines):
        if one.page == other.page and one.column == other.column:
            yield one, other


def _is_indented(line: _Line, edges: dict[tuple[int, int], float]) -> bool:
    return line.x > edges[line.page, line.column] + line.size * 0.5 and not _RIGHT_TO_LEFT.search(line.text)


def _breaks(last: _Line, line: _Line, setting: _Setting) -> bool:
    """Return whether a new paragraph begins with a line."""
    if abs(last.size - line.size) > max(last.size, line.size) * 0.08:
        return True
    goes_on = is_open(last.text) and not line.text[:1].isupper()
    short = width(last.text) < setting.full * 0.7
    if (last.page, last.column) != (line.page, line.column):
        # At the top of a page or column nothing is told by gaps.
        if setting.indented and not _RIGHT_TO_LEFT.search(line.text):
            return _is_indented(line, setting.edges) and not goes_on
        return not goes_on and (short or not is_open(last.text))
    if (last.y - line.y) / line.size > setting.step * _GAP or line.y > last.y + line.size:
        return True
    if setting.indented and _is_indented(line, setting.edges) and not _is_indented(last, setting.edges):
        return True
    if setting.indented and _is_indented(line, setting.edges):
        # One line alone is a paragraph as well.
        return not is_open(last.text)
    parted = setting.parted and not _RIGHT_TO_LEFT.search(line.text)
    return not parted and not is_open(last.text) and not is_full(last.text, line.text, setting.full * 0.85)


def _stated(reader: Any) -> Stated:
    told = reader.metadata
    title = clean(told.title or "") if told else ""
    # Programs put the name of the file there where nobody gave a title.
    if re.search(r"\.(?:docx?|odt|indd|pdf|html?|tex)$|^(?:untitled|microsoft word)\b", title, re.IGNORECASE):
        title = ""
    author = clean(told.author or "") if told else ""
    language = reader.trailer.get("/Root", {}).get("/Lang")
    # The day on which a file was made is not that of its publication.
    return Stated(title=title, language=as_language(str(language or "")), authors=(author,) if author else ())
