"""Names what in a text a person should look at before it is taken: damage, remnants of a page, paragraphs too long to cite.

Nothing is mended or left out here, and nothing is refused.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.authoring.extraction.extracted import Doubt, Kind
from dossier.authoring.extraction.join_lines import is_open
from dossier.evidence import measure, words

LONG = 400
"""A paragraph of more words is hard to cite, and its fingerprint says less."""
_FEW = 8
_SHOWN = 40
_LOST = re.compile("\ufffd|\\(cid:\\d+\\)")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CUT = re.compile(r"(?<![\w-])[^\W\d_]{2,}[-\u2010\u00ad] [^\W\d_]*[a-zà-öø-ÿа-яіїєґ][^\W\d_]*(?![\w-])")
_COOKIES = re.compile(r"\bcookies?\b|файл\w* cookie|ملفات تعريف الارتباط", re.IGNORECASE)
_CODED = re.compile(r"(?:=[89A-F][0-9A-F]){2}|=20$|(?<![\s=])=(?=\s|$)")
# The letters of one Cyrillic encoding read as another have small and capital letters the wrong way round.
_TURNED = re.compile(r"\b[а-яёіїєґ][А-ЯЁІЇЄҐ]{2,}\b")
_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_QUOTED_MAIL = re.compile(r"(?:>\s*)+\S")
_MARKUP = re.compile(r"</?(?:p|div|span|br|a|script|style)\b[^<>]{0,200}>|&(?:nbsp|amp|quot|#\d{2,5});", re.IGNORECASE)


def find_doubts(kind: Kind, paragraphs: Sequence[str], title: str = "") -> Iterator[Doubt]:
    """Yield what may be wrong with paragraphs of a kind of file, in their order. Its title may be no whole sentence."""
    seen: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs, 1):
        for said in _said("text" if paragraph == title else kind, paragraph):
            yield Doubt(number, said)
        first = seen.setdefault(paragraph, number)
        if first != number and len(paragraph.split()) > 2:
            yield Doubt(number, f"the same as paragraph {first}")


def _said(kind: Kind, paragraph: str) -> Iterator[str]:
    if found := _LOST.search(paragraph):
        yield f'a character was lost: "{_around(paragraph, found)}"'
    elif found := _PRIVATE.search(paragraph):
        yield f'a sign that means nothing outside its font: "{_around(paragraph, found)}"'
    elif broken := wrongly_decoded(paragraph):
        yield f'read in a wrong encoding at some time: "{broken}"'
    size = measure(paragraph).most
    if size > LONG:
        yield f"{size:,} words: break it up, as a paragraph this long is hard to cite and its fingerprint says less"
    if found := _CUT.search(paragraph):
        yield f'a word in two parts? "{found[0]}"'
    if kind == "text" and (found := _MARKUP.search(paragraph)):
        yield f'markup in the text: "{found[0][:_SHOWN]}"'
    if found := _CODED.search(paragraph):
        yield f'a code of mails in the text: "{_around(paragraph, found)}"; save the mail as .eml and take that'
    if _NUMBER.fullmatch(paragraph):
        yield "a number alone: of a page?"
    elif not words(paragraph):
        yield "no word: a line that parts the text?"
    if kind in ("mail", "text") and _QUOTED_MAIL.match(paragraph):
        yield "quoted from another mail"
    if kind in ("html", "pdf", "mail"):
        yield from _of_pages(kind, paragraph)


def _of_pages(kind: Kind, paragraph: str) -> Iterator[str]:
    if kind == "html" and _COOKIES.search(paragraph):
        yield "speaks of cookies: part of the page's own notice?"
    elif len(words(paragraph)) < _FEW and is_open(paragraph):
        yield "no whole sentence: a heading, a caption, or a remnant of the page?"
    elif paragraph[0].islower() and kind == "pdf":
        yield "begins within a sentence: does it belong to the one before?"


def wrongly_decoded(passage: str) -> str:
    """Return a piece of a passage that looks as if UTF-8 had been read as something else ("wasnâ€™t"), or nothing."""
    if passage.isascii():
        return ""
    from ftfy import fix_encoding  # noqa: PLC0415
    from ftfy.badness import is_bad  # noqa: PLC0415

    if (turned := _TURNED.search(passage)) and sum(map(str.isupper, passage)) > sum(map(str.islower, passage)):
        return turned[0][:_SHOWN]
    for piece in passage.split():
        if not piece.isascii() and is_bad(piece) and fix_encoding(piece) != piece:
            return piece[:_SHOWN]
    if is_bad(passage) and fix_encoding(passage) != passage:
        return passage[:_SHOWN]
    return ""


def _around(paragraph: str, found: re.Match[str]) -> str:
    return paragraph[max(found.start() - 15, 0) : found.end() + 15]
