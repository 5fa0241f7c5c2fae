"""Sets an invented article in type: PDF files of one and two columns, as printers and offices make them.

What is set is left to `newsroom`. Scripts that the built-in fonts lack are left to Chromium, where it is installed.
"""

import io
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.authoring.newsroom import Article

_WIDTH, _HEIGHT = A4
_MARGIN, _GUTTER = 60, 24


@dataclass(frozen=True)
class Style:
    """How a page is set: columns, what parts the paragraphs, and what else stands on a page."""

    columns: int = 1
    gap: float = 0
    indent: float = 0
    justified: bool = False
    hyphens: bool = False
    heads: bool = False
    by_rows: bool = False
    size: float = 10


STYLES = {
    "letter": Style(gap=8),
    "book": Style(indent=14),
    "justified": Style(gap=6, justified=True),
    "report": Style(gap=7, heads=True, size=12),
    "narrow": Style(columns=2, gap=6, size=9),
    "journal": Style(columns=2, indent=12, justified=True),
    "newspaper": Style(columns=2, indent=10, justified=True, hyphens=True, size=9),
    "proceedings": Style(columns=2, indent=12, justified=True, hyphens=True, heads=True),
    "bulletin": Style(columns=2, gap=6, heads=True),
    "table": Style(columns=2, gap=6, by_rows=True),
}


@dataclass(frozen=True)
class _Line:
    text: str
    indent: float
    above: float
    size: float
    last: bool


def printed(one: Article, style: Style) -> bytes:
    """Return an article as a PDF."""
    font = "Times-Roman"
    if one.language == "zh":
        font = "STSong-Light"
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    column = (_WIDTH - 2 * _MARGIN - (style.columns - 1) * _GUTTER) / style.columns
    parts = [(one.headline, style.size + 6), *((text, style.size) for text in one.paragraphs)]
    parts.insert(one.middle + 1, (one.heading, style.size + 3))
    lines = [line for text, size in parts for line in _lines(text, font, size, column, style)]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    canvas.setTitle(one.headline)
    for number, page in enumerate(_pages(lines, style), 1):
        if style.heads:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(_MARGIN, _HEIGHT - 40, "The Pier Gazette, spring issue")
            canvas.drawCentredString(_WIDTH / 2, 30, str(number))
        drawn = [(at, y, line) for at, placed in enumerate(page) for y, line in placed]
        if style.by_rows:
            drawn.sort(key=lambda each: (-each[1], each[0]))
        for at, y, line in drawn:
            _draw(canvas, line, font, _MARGIN + at * (column + _GUTTER), y, column, justified=style.justified)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(text: str, font: str, size: float, column: float, style: Style) -> list[_Line]:
    is_head = size != style.size
    pieces = text.split(" ") if " " in text else list(text)
    glue = " " if " " in text else ""
    lines: list[_Line] = []
    here = ""

    def room() -> float:
        return column - (style.indent if not lines and not is_head else 0)

    def end(said: str, last: bool) -> None:
        first = not lines
        indent = style.indent if first and not is_head else 0
        above = (style.gap or (6 if is_head else 0)) if first else 0
        lines.append(_Line(said, indent, above, size, last))

    for piece in pieces:
        whole = f"{here}{glue}{piece}" if here else piece
        if pdfmetrics.stringWidth(whole, font, size) <= room():
            here = whole
            continue
        cut = _cut(piece) if style.hyphens and glue and not is_head else 0
        head = f"{here}{glue}{piece[:cut]}-"
        if cut and pdfmetrics.stringWidth(head, font, size) <= room():
            end(head, False)
            here = piece[cut:]
        else:
            end(here, False)
            here = piece
    end(here, True)
    return lines


def _cut(word: str) -> int:
    """Return where a long word of letters may be cut in two, or 0."""
    return len(word) // 2 if len(word) >= 8 and word.isalpha() else 0


def _pages(lines: list[_Line], style: Style) -> list[list[list[tuple[float, _Line]]]]:
    pages: list[list[list[tuple[float, _Line]]]] = []
    top, bottom = _HEIGHT - 70, 60 if len(lines) > 90 else _HEIGHT - 70 - 22 * 14
    y = bottom - 1
    for line in lines:
        step = line.size * 1.25
        y -= step + line.above
        if y < bottom:
            if not pages or len(pages[-1]) == style.columns:
                pages.append([])
            pages[-1].append([])
            y = top - step
        pages[-1][-1].append((y, line))
    return pages


def _draw(canvas: Canvas, line: _Line, font: str, x: float, y: float, column: float, *, justified: bool) -> None:
    written = canvas.beginText(x + line.indent, y)
    written.setFont(font, line.size)
    spare = column - line.indent - pdfmetrics.stringWidth(line.text, font, line.size)
    spaces = line.text.count(" ")
    written.setWordSpace(spare / spaces if justified and spaces and not line.last else 0)
    written.textOut(line.text)
    canvas.drawText(written)
