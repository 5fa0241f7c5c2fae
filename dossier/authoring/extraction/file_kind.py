"""Tells what kind of file some bytes are, by what is in them, and what to do about kinds that are not read.

The name of a file is never asked. Reading is left to the reader of each kind.
"""

import csv
import json
import re

from dossier.authoring.extraction.extracted import Kind
from dossier.problem import UserError

_WORDS_OUT = "open it in the program that made it, and save it as plain text, as a web page or as PDF"
_PICTURE = "a picture holds no text: type its words into a text file, or let a program for text recognition do so"
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", _WORDS_OUT),
    (b"\xd0\xcf\x11\xe0", "a file of an old word processor", _WORDS_OUT),
    (b"PK\x03\x04", "a packed file, such as DOCX, ODT or EPUB", _WORDS_OUT),
    (b"\x1f\x8b", "a packed file", "unpack it first"),
    (b"BZh", "a packed file", "unpack it first"),
    (b"\xfd7zXZ\x00", "a packed file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file", "unpack it first"),
    (b"\x89PNG", "a picture", _PICTURE),
    (b"\xff\xd8\xff", "a picture", _PICTURE),
    (b"GIF8", "a picture", _PICTURE),
    (b"II*\x00", "a picture", _PICTURE),
    (b"MM\x00*", "a picture", _PICTURE),
    (b"%!PS", "a PostScript file", "convert it to PDF first"),
    (b"ID3", "a sound recording", "write down what is said in it, a paragraph a line"),
    (b"OggS", "a recording", "write down what is said in it, a paragraph a line"),
)
# Some writers put a few bytes ahead of a PDF's first line.
_PDF_WITHIN = 1024
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_ELEMENTS = re.compile(
    r"<(?:/(?:p|div|article|section|main|ul|table|script|style|h[1-6])\s*>|(?:p|div|article|section)\b[^<>]*>)",
    re.IGNORECASE,
)
_NEXT_MAIL = re.compile(r"\n\nFrom \S+ .*\d\d:\d\d.*\n(?=[A-Za-z-]+: )")
_MAIL_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]?(.*)")
_MAIL_NAMES = frozenset(
    "from to cc date subject message-id mime-version received return-path content-type reply-to delivered-to"
    " content-transfer-encoding".split()
)
_TELLING = frozenset(("from", "mime-version", "content-transfer-encoding"))
# A piece of a page that is elements from one end to the other.
_PIECE = re.compile(
    r"\s*<(?:p|div|article|section|main|h[1-6]|ul|table)\b[^<>]*>.*</[a-z][a-z0-9]*\s*>\s*", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(r"\s*<(?:\?xml\b|rss\b|feed\b|svg\b|[A-Za-z][\w.:-]*\s[^<>]*\bxmlns\b)")
# What is written for a program that sets it, by signs that nobody writes otherwise.
_MARKED = tuple(
    (re.compile(mark, re.MULTILINE), what)
    for mark, what in (
        (r"^\\(?:documentclass|begin\{document\}|section\*?\{)", "a TeX file"),
        (r"^\.\. (?:[\w-]+::|_[^:\n]+:)|`[^`\n]+ <https?://[^>\n]+>`_", "reStructuredText"),
        (r"^= \S.*\n(?:.*\n)?:[\w-]+:|\blink:https?://[^\s\[]+\[", "AsciiDoc"),
        (r"^#\+(?:(?i:title|author|date|options):|(?i:begin)_)", "an Org file"),
        (r"^(={2,6}) ?[^=\n]+?\1[ \t]*\n(?:.*\n)*?.*(?:\[\[[^\]\n]+\]\]|''')|^\{\{[^{}]+\}\}[ \t]*$", "a wiki's text"),
        (r"\A\s*BEGIN:V(?:CALENDAR|CARD)\b", "a calendar or an address book"),
    )
)
_NO_NAME = re.compile(r"[.!?\u2026\u3002][\"'\u2019\u201d)]*\s*$|^\s*$")
_CODED = re.compile(r"\s*(?:[A-Za-z0-9+/]{56,76}\r?\n)+[A-Za-z0-9+/]*={0,2}\s*")
_SUBTITLES = re.compile(r"\s*(?:WEBVTT\b|\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3} --> )")
_FENCE = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)|\+\+\+[ \t]*\n(?:.*\n)*?\+\+\+[ \t]*(?:\n|\Z)")
_HEADING = re.compile(r"^ {0,3}#{1,6} \S|^\S.*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"\s*#{1,2} \S.*\n[ \t]*\n")
_LINK = re.compile(
    r"\[[^\]\n]+\]\((?:https?://|/|#|mailto:)[^)\s]*\)|\[[^\]\n]+\]\[[^\]\n]*\]|^\[[^\]\n]+\]: *http", re.MULTILINE
)
_CODE_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*])\*\*[^*\n]+\*\*(?![\w*])")


def kind_of_bytes(raw: bytes, name: str) -> Kind | None:
    """Return the kind where the bytes alone tell it, None where the text has to be looked at.

    Raises `UserError`, with the remedy, where it is a kind that is not read. `name` is what the file is called.
    """
    for mark, what, remedy in _REFUSED:
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(mark):
            raise UserError(f'"{name}" is {what}, which is not read here', remedy)
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return "pdf"
    return None


def kind_of_text(text: str, name: str) -> Kind:
    """Return the kind of file that a text is. Raises `UserError`, with the remedy, for kinds that have no paragraphs."""
    if _SUBTITLES.match(text):
        raise UserError(
            f'"{name}" holds subtitles, whose lines are no paragraphs',
            "take the times out and write what is said as paragraphs, one a line",
        )
    if is_mail(text):
        if _NEXT_MAIL.search(text):
            raise UserError(
                f'"{name}" is a mailbox of several mails', "save the one that you want as .eml, and add that"
            )
        return "mail"
    if _HTML.match(text) or _PIECE.fullmatch(text):
        return "html"
    if what := _not_prose(text):
        raise UserError(
            f'"{name}" is {what}, which is not read here',
            "take the words out of it and save them as plain text, a paragraph a line",
        )
    if len(_ELEMENTS.findall(text)) >= 4:
        return "html"
    return "markdown" if is_markdown(text) else "text"


def _not_prose(text: str) -> str:
    """Return what kind of file for programs a text is, or nothing where it is for people."""
    if text.lstrip()[:1] in ("{", "[") and (_is_json(text) or all(map(_is_json, text.split("\n")))):
        return "JSON data"
    if _XML.match(text):
        return "XML data, such as a feed or a drawing"
    if _CODED.fullmatch(text):
        return "coded (base64), as a part of a mail is"
    if _is_table(text):
        return "a table, such as CSV,"
    return next((what for mark, what in _MARKED if mark.search(text)), "")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return not text.strip()
    return True


def _is_table(text: str) -> bool:
    """Return whether all lines have the same columns, of which the first line has the names."""
    lines = [line for line in text.split("\n") if line.strip()]
    for mark in ",;\t":
        try:
            rows = list(csv.reader(lines, delimiter=mark, strict=True))
        except csv.Error:
            continue
        names = rows[0]
        if len(rows) > 2 and len(names) > 1 and {len(row) for row in rows} == {len(names)}:
            named = len({*names}) == len(names) and not any(_NO_NAME.search(name) for name in names)
            if named and not any(cell.startswith(" ") for row in rows for cell in row):
                return True
    return False


def is_mail(text: str) -> bool:
    """Return whether a text begins with the head of a mail: a sender or a coding, and another of the well-known lines."""
    names: list[str] = []
    for line in text.lstrip("\r\n").splitlines():
        found = _MAIL_LINE.fullmatch(line)
        if found:
            names.append(found[1].casefold())
        elif not line.strip():
            break
        # Mailboxes part their mails by a line "From …", and a long line of a head goes on in one that is indented.
        elif not (line[0] in " \t" if names else line.startswith("From ")):
            return False
    return bool(_TELLING.intersection(names)) and len(_MAIL_NAMES.intersection(names)) > 1


def is_markdown(text: str) -> bool:
    """Return whether a text has front matter, or marks that nobody writes who does not write Markdown."""
    if front_matter(text):
        return True
    headings, links = len(_HEADING.findall(text)), len(_LINK.findall(text))
    marks = headings + links + len(_CODE_FENCE.findall(text)) + len(_BOLD.findall(text))
    return marks >= 2 or (headings == 1 and _TITLE.match(text) is not None)


def front_matter(text: str) -> str:
    """Return the front matter of a text with its two fences, or nothing where it has none with a key in it."""
    found = _FENCE.match(text)
    return found[0] if found and re.search(r"^[\w-]+(?::(?: |$)| *= *\S)", found[0], re.MULTILINE) else ""
