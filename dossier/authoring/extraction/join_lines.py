"""Puts paragraphs together again whose lines were wrapped at a column, and words that were cut at a line's end.

Where lines lie on a page of a PDF is left to `read_pdf`; what a paragraph says is never changed but for a cut word's hyphen.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.evidence.words import has_unspaced, is_unspaced

_LONGEST_LINE = 160
# Of the places where one line follows another, so many must lie within a sentence before lines are taken for wrapped.
_WITHIN_SENTENCES = 0.2
# A line that ends a block early, at this part of the usual width, ends its paragraph.
_SHORT = 0.6
_ENDS = ".!?…:;。！？；：؟।॥۔"
_CLOSING = "\"'”’»«“)]›）」』】"
# Signs of Chinese and Japanese that other scripts share.
_EITHER = "“”‘’…—·"
_MARKER = re.compile(r"\s*(?:[-*•‣◦–—·▪]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s)")
# Who speaks, at the head of what they say.
_SPEAKER = re.compile(r"\s*[^\W\d_][\w.'’ -]{0,40}:\s")
# Programs for text recognition write a not-sign for a hyphen that only a line's end needs.
_CUT = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad\u00ac]$")
_CUT_INSIDE = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-\u2010\u00ad\u00ac] ([^\W\d_]{2,})(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
# Behind a hyphen that stays for a word of its own: "two- and three-year terms", "Vor- und Nachteile".
_BETWEEN = frozenset(
    "and or to und oder bis sowie bzw beziehungsweise et ou y o e u ed i a oraz lub та і й або чи и или en of og eller och"
    " eller ja tai és vagy és și sau ve veya".split()
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs, with how many line ends were taken out, which words were put together, and which stayed in two parts.

    `guessed` says that no blank line and no indentation told where a paragraph ends. `unsure` are the paragraphs, counted
    from 1, that may belong to the one before.
    """

    paragraphs: tuple[str, ...]
    lines: int = 0
    mended: tuple[str, ...] = ()
    guessed: bool = False
    unsure: tuple[int, ...] = ()


def join_lines(text: str) -> Joined:
    """Return the paragraphs of a plain text: a line each where its lines are not wrapped, else what the lines make up."""
    lines, whole = text.splitlines(), Words(text)
    filled = [line for line in lines if line.strip()]
    if not _is_wrapped(_pairs(lines)):
        return _mended([line.strip() for line in filled], whole)
    blank = len(lines) - len(filled)
    has_blocks = blank * 40 >= len(filled) or 0 < blank < len(filled) < 40
    indented = sum(1 for line in filled if line[:1].isspace())
    return _unwrapped(
        lines,
        whole,
        _column(filled),
        has_blocks=has_blocks,
        has_indents=not has_blocks and 0 < indented < len(filled),
    )


def join_blocks(blocks: Sequence[str]) -> Joined:
    """Return the paragraphs of blocks that are known to be apart, such as those of Markdown.

    Lines within a block are parts of one paragraph where lines are wrapped anywhere in the text, else each is its own.
    """
    pairs = [pair for block in blocks for pair in _pairs(block.splitlines())]
    whole = Words("\n".join(blocks))
    if not _is_wrapped(pairs):
        return _mended([line.strip() for block in blocks for line in block.splitlines() if line.strip()], whole)
    column = _column([line for block in blocks for line in block.splitlines() if line.strip()])
    parts = [_unwrapped(block.splitlines(), whole, column, has_blocks=True, has_indents=False) for block in blocks]
    return Joined(
        tuple(each for part in parts for each in part.paragraphs),
        sum(part.lines for part in parts),
        tuple(word for part in parts for word in part.mended),
    )


def _pairs(lines: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, other) for one, other in pairwise(lines) if one.strip() and other.strip()]


def _column(filled: Sequence[str]) -> int:
    """Return the column at which lines are wrapped: the width of the widest, but for a few that stick out."""
    widths = sorted(map(width, filled))
    return widths[int(len(widths) * 0.95)] if len(widths) > 20 else widths[-1]


def _unwrapped(lines: Sequence[str], whole: "Words", column: int, *, has_blocks: bool, has_indents: bool) -> Joined:
    paragraphs: list[str] = []
    mended: list[str] = []
    joined = 0
    last, gap = "", False
    for line in lines:
        if not line.strip():
            gap = bool(last)
            continue
        if last and _continues(last, line, column, gap=gap, in_block=has_blocks, by_indent=has_indents):
            paragraphs[-1], cut = whole.join(paragraphs[-1], line.strip())
            mended += [cut] if cut else []
            joined += 1
        else:
            paragraphs.append(line.strip())
        last, gap = line, False
    inside = _mended(paragraphs, whole)
    return Joined(inside.paragraphs, joined, (*mended, *inside.mended), not has_blocks and not has_indents)


def _mended(lines: Sequence[str], whole: "Words") -> Joined:
    inside = [whole.mend_inside(line) for line in lines]
    return Joined(tuple(line for line, _ in inside), mended=tuple(word for _, cut in inside for word in cut))


def _continues(line: str, following: str, column: int, *, gap: bool, in_block: bool, by_indent: bool) -> bool:
    """Return whether the paragraph of a line goes on in the next line that is not blank."""
    if gap:
        # Across a blank line only a sentence that is cut in two goes on, as at the end of a page.
        return width(line) >= column * _SHORT and is_open(line) and _begins_small(following)
    if by_indent and following[:1].isspace():
        return False
    if _MARKER.match(following) and not line.rstrip().rstrip(_CLOSING).endswith(tuple(",،、，")):
        return False
    if not is_open(line) and _SPEAKER.match(following):
        return False
    if is_open(line) and _begins_small(following):
        return True
    if _CUT.search(line.rstrip()):
        return True
    if in_block or by_indent:
        return width(line) >= column * _SHORT
    return is_full(line, following, column)


def is_full(line: str, following: str, column: float) -> bool:
    """Return whether the first word of the next line would not have fitted behind a line in a column so wide."""
    first = (following.split() or [""])[0]
    return width(line.rstrip()) + (0 if has_unspaced(first) else 1 + width(first)) > column - (
        4 if has_unspaced(first) else 0
    )


def width(text: str) -> int:
    """Return how many columns a text takes in a font of even width: East Asian signs take two, marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def is_open(line: str) -> bool:
    """Return whether a line ends within a sentence."""
    return not line.rstrip().rstrip(_CLOSING).endswith(tuple(_ENDS))


def _begins_small(line: str) -> bool:
    """Return whether a line begins as no sentence does in a script with capitals: with a small letter or a comma."""
    first = line.lstrip()[:1]
    return first.islower() or first in ",;)"


def _is_wrapped(pairs: Sequence[tuple[str, str]]) -> bool:
    """Return whether lines that follow each other are mostly parts of one paragraph."""
    if not pairs:
        return False
    longest = max(max(width(one), width(other)) for one, other in pairs)
    within = sum(1 for one, other in pairs if _is_within(one, other, longest))
    return within >= max(1, len(pairs) * _WITHIN_SENTENCES) and _typical(pairs) <= _LONGEST_LINE


def _is_within(line: str, following: str, longest: int) -> bool:
    if not is_open(line) or _MARKER.match(following):
        return False
    first = following.lstrip()[:1]
    if first.islower():
        if _CUT.search(line.rstrip()):
            return True
        # A poem and a list of names begin their lines small as well, but end them anywhere.
        return width(line) >= longest * _SHORT
    caseless = first.isalpha() and not first.isupper()
    return caseless and is_full(line, following, longest * 0.9)


def _typical(pairs: Sequence[tuple[str, str]]) -> int:
    widths = sorted(width(one) for one, _ in pairs)
    return widths[len(widths) // 2]


class Words:
    """The words of a whole text, which tell how a word that was cut at a line's end is spelt elsewhere."""

    def __init__(self, text: str) -> None:
        self._known = {found.casefold().replace("\u2010", "-") for found in _WORD.findall(text)}

    def join(self, line: str, following: str) -> tuple[str, str]:
        """Return two lines as one, and the word that was put together at the seam, or nothing."""
        cut = _CUT.search(line)
        if not cut:
            return f"{line}{_glue(line[-2:], following[:1])}{following}", ""
        head, tail = _last_word(line[: cut.start()]), _first_word(following)
        if not tail:
            return f"{line} {following}", ""
        if cut[0] not in "\u00ad\u00ac" and (
            not tail[0].islower() or tail.casefold() in _BETWEEN or self._keeps_hyphen(head, tail)
        ):
            glue = " " if tail.casefold() in _BETWEEN else ""
            return f"{line}{glue}{following}", ""
        return line[: cut.start()] + following, head + tail

    def mend_inside(self, line: str) -> tuple[str, list[str]]:
        """Return a line with the words that stand in it in two parts put together ("negotia- tions"), and those words."""
        mended: list[str] = []

        def mend(found: re.Match[str]) -> str:
            head, tail = found[1], found[2]
            if not tail[0].islower() or tail.casefold() in _BETWEEN or self._keeps_hyphen(head, tail):
                return found[0]
            mended.append(head + tail)
            return head + tail

        return _CUT_INSIDE.sub(mend, line), mended

    def _keeps_hyphen(self, head: str, tail: str) -> bool:
        hyphened, plain = f"{head}-{tail}".casefold(), f"{head}{tail}".casefold()
        return hyphened in self._known and plain not in self._known


def _glue(end: str, first: str) -> str:
    """Return what stands between two lines of one sentence: nothing in scripts without spaces, and behind some signs."""
    last = end[-1:]
    if _is_wide(last) or _is_wide(first):
        return "" if (_is_wide(last) or last in _EITHER) and (_is_wide(first) or first in _EITHER) else " "
    return "" if last and last in "—–-/" and not end[0].isspace() and first.isalnum() else " "


def _is_wide(char: str) -> bool:
    return bool(char) and (is_unspaced(char) or unicodedata.east_asian_width(char) in "WF")


def _last_word(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found[0] if found else ""


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found[0] if found else ""
