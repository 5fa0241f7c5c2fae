"""Bytes to text, and the characters that no text of ours may hold.

Never drops a character in silence: what is refused is named with its place.
"""

import html
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from dossier.problem import Area, Code, Problem, Span

FILE_TOO_LARGE = Code(
    "file-too-large",
    Area.FILES,
    "error",
    "A file is too large for its kind.",
    "Split it, or remove what does not belong there.",
)
NOT_UTF_8 = Code(
    "not-utf-8",
    Area.YAML,
    "error",
    "The file is saved in another encoding than UTF-8.",
    "Save the file again with the encoding UTF-8; every editor offers it under “Save as”.",
)
BIDI_CHARACTER = Code(
    "bidi-character",
    Area.YAML,
    "error",
    "An invisible character changes the direction of the text, so that it may look different from what it says.",
    "Delete the character; text in right-to-left scripts needs none.",
)
INVISIBLE_CHARACTER = Code(
    "invisible-character",
    Area.YAML,
    "error",
    "An invisible character, such as a zero-width space, is in the text; it breaks search and comparison.",
    "Delete the character: delete what stands around it and type it again.",
)
CONTROL_CHARACTER = Code(
    "control-character",
    Area.YAML,
    "error",
    "A control character is in the text; feeds and pages must not have it.",
    "Delete the character.",
)
PRIVATE_CHARACTER = Code(
    "private-character",
    Area.YAML,
    "error",
    "A character of the private-use areas of Unicode is in the text; it means nothing to readers.",
    "Delete the character, or type the one that was meant.",
)
DAMAGED_CHARACTER = Code(
    "damaged-character",
    Area.YAML,
    "error",
    "A character was lost when the text was copied or converted, and a replacement character is in its place.",
    "Look the character up in the original and type it again.",
)
ODD_SPACE = Code(
    "odd-space",
    Area.YAML,
    "error",
    "A non-breaking or other unusual space stands where YAML needs an ordinary one.",
    "Type ordinary spaces instead; such spaces often come with text copied from a web page.",
)
MERGE_CONFLICT = Code(
    "merge-conflict",
    Area.YAML,
    "error",
    "Markers of a Git merge conflict are in the file: two versions of some lines that Git could not merge.",
    "Keep the right version and delete the markers.",
)

MOST_BYTES = 8 * 1024 * 1024
"""A larger file is refused: no brief is near it, and parsing it would hold up every build."""

STAND_IN = "\ufffd"
"""Put where a refused character stood, so that columns stay right; taken out of values again."""

_MOST_NAMED = 20
_NEEDS_A_LOOK = bytes(range(0x20, 0x7F)) + b"\n\t"
# A joiner has a job in Arabic, Indic and other scripts of Asia and in emoji, and is invisible dirt elsewhere.
_JOINED = "\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe0f\ufe70-\ufefc\u2600-\u27bf\U0001f000-\U0001faff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e0fff"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_DAMAGED = "\ud800-\udfff\ufffc\ufffd"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff"
REFUSED = re.compile(
    f"(?P<bidi>[{_BIDI}])|(?P<invisible>[{_INVISIBLE}]|(?<![{_JOINED}])[\u200c\u200d])|(?P<private>[{_PRIVATE}])"
    f"|(?P<damaged>[{_DAMAGED}])|(?P<control>[{_CONTROL}]|\r(?!\n))"
)
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A space of another kind is harmless between words, but YAML does not see it as indentation or as the end of a key.
_ODD_INDENT = re.compile(
    rf"^[ \t]*(?P<indent>[{_ODD_SPACES}])[ \t{_ODD_SPACES}]*|^[ \t]*(?:-[ ]+)*[\w-]*[:-](?P<gap>[{_ODD_SPACES}])",
    re.MULTILINE,
)
_ANY_ODD = re.compile(f"[{_ODD_SPACES}]")
_ENTITY = re.compile(r"&(?:#[xX](?P<hex>[0-9a-fA-F]{1,9})|#(?P<decimal>[0-9]{1,9})|[A-Za-z][A-Za-z0-9]{1,31});")
_CONFLICT = re.compile(r"^(<{7}(?= )|\|{7}(?= )|={7}(?=\r?$)|>{7}(?= )).*", re.MULTILINE)
_CONFLICT_SIGNS = ("<<<<<<< ", "||||||| ", "\n=======", ">>>>>>> ")
_WORDS = {
    "bidi": (BIDI_CHARACTER, "turns the direction of the text around it and can make it read as something else"),
    "invisible": (INVISIBLE_CHARACTER, "cannot be seen"),
    "private": (PRIVATE_CHARACTER, "means nothing outside the program that wrote it"),
    "damaged": (DAMAGED_CHARACTER, "stands where a character was lost when the text was copied or converted"),
    "control": (CONTROL_CHARACTER, "is a control character, which cannot be published"),
}
_LINE_SEPARATORS = "\u2028\u2029\x0b\x0c\x85"
_MENDING = {
    "damaged": "type the character that belongs here again",
    "private": "delete it, or type the character that was meant",
}


class Lines:
    """Turns an index into a text into line and column, both from 1; only LF, CRLF and CR end a line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]

    def span(self, file: str, start: int, end: int) -> Span:
        """Return the span of `text[start:end]`."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Span(file, line, column, end_line, end_column)

    def position(self, index: int) -> tuple[int, int]:
        """Return line and column of an index."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line_start(self, index: int) -> int:
        """Return the index at which the line of `index` starts."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def line_end(self, index: int) -> int:
        """Return the index behind the last character of the line of `index`, its line end left out."""
        line = bisect_right(self._starts, index)
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return len(self._text[self._starts[line - 1] : end].rstrip("\r\n")) + self._starts[line - 1]


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends, as they are counted in every span."""
    return re.split(r"\r\n|\r|\n", text)


def decode(source: str | bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file without its byte order mark, or None and the reason why it cannot be read.

    UTF-8 only. A byte order mark in front is let pass, and line ends stay as they are.
    """
    if len(source) > MOST_BYTES:
        size = f"{len(source) / 1024 / 1024:.1f} MB"
        return None, [
            Problem(
                FILE_TOO_LARGE,
                f"the file has {size}; {MOST_BYTES // 1024 // 1024} MB is the most that is read",
                Span(file),
            )
        ]
    try:
        text = source if isinstance(source, str) else source.decode()
    except UnicodeDecodeError as error:
        return None, [_undecodable(error, file)]
    text = text.removeprefix("\ufeff")
    if "\0" in text[:2] and text.count("\0") >= len(text) // 3:
        message = "the file is saved as UTF-16 or UTF-32, not as UTF-8"
        return None, [Problem(NOT_UTF_8, message, Span(file), "save the file again with the encoding UTF-8")]
    return text, []


def clean(text: str, file: str) -> tuple[str, list[Problem]]:
    """Return a text of the same length without refused characters, and a problem for each of the first few.

    Text that has none, as nearly all has, comes back as the same object, in some microseconds.
    """
    text, problems = _cleaned(text, file)
    if "&" in text:
        problems += _coded(text, file)
    return text, problems


def _cleaned(text: str, file: str) -> tuple[str, list[Problem]]:
    odd = text.encode("utf-8", "surrogatepass").translate(None, _NEEDS_A_LOOK).decode("utf-8", "surrogatepass")
    conflict = any(sign in text for sign in _CONFLICT_SIGNS) and _CONFLICT.search(text) is not None
    if not odd and not conflict:
        return text, []
    lone = odd.count("\r") != text.count("\r\n")
    if not conflict and not lone and not REFUSED.search(odd.replace("\r", "")) and not _ANY_ODD.search(odd):
        return text, []
    if lone and "\n" not in text:
        # Line ends of old, as they are in all of the file: YAML reads them as we do.
        text = text.replace("\r", "\n")
    lines = Lines(text)
    found_first = _CONFLICT.search(text) if conflict else None
    problems = [_conflict(lines.span(file, *found_first.span()), found_first.group(1))] if found_first else []
    problems += _first_few(REFUSED, text, lambda found: _refused(found, _one(lines, file, found.start())))
    # A carriage return ends a line for YAML as it does for our count of lines.
    text = REFUSED.sub(lambda found: "\n" if found.group() == "\r" else STAND_IN, text)
    problems += _first_few(_ODD_INDENT, text, lambda found: _odd_space(found, lines, file))
    text = _ODD_INDENT.sub(lambda found: re.sub(f"[{_ODD_SPACES}]", " ", found.group()), text)
    return text, problems


def _coded(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for each of the first few characters that Markdown would make of a code such as `&#x202e;`."""
    lines = Lines(text)
    for found in islice(filter(_refused_by, _ENTITY.finditer(text)), _MOST_NAMED):
        refused = _refused_by(found)
        if refused:
            yield _refused(refused, lines.span(file, *found.span()))


def _refused_by(entity: re.Match[str]) -> re.Match[str] | None:
    number = entity["hex"] or entity["decimal"]
    if number is None:
        return REFUSED.search(html.unescape(entity[0]))
    value = int(number, 16 if entity["hex"] else 10)
    # What is no number of a character is shown as one that was lost.
    return REFUSED.search(chr(value) if value <= sys.maxunicode else STAND_IN)


def refused_in(value: str) -> tuple[Code, str, str, str] | None:
    """Return code, message, hint and the character for the first refused character of a value, or None."""
    found = REFUSED.search(value)
    if not found:
        return None
    problem = _refused(found, Span(""))
    return problem.code, problem.message, problem.hint, found.group()


def _refused(found: re.Match[str], at: Span) -> Problem:
    group = found.lastgroup or "control"
    code, why = _WORDS[group]
    # What word processors end lines with stands between words.
    hint = "type a space in its place" if found.group() in _LINE_SEPARATORS else _MENDING.get(group, "delete it")
    if found.group() == "\r":
        hint = "end the line as the others are ended: type a line end in its place"
    return Problem(code, f"the character {name(found.group())} {why}", at, hint)


def name(character: str) -> str:
    """Return a character's number and, where it has one, its Unicode name: `U+200B ZERO WIDTH SPACE`."""
    known = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {known}" if known else "")


def _odd_space(found: re.Match[str], lines: Lines, file: str) -> Problem:
    group = "indent" if found["indent"] else "gap"
    where = "in the indentation" if group == "indent" else "where an ordinary space must stand"
    start, end = found.start(group), found.end() if group == "indent" else found.end(group)
    message = f"there is a {unicodedata.name(found[group]).lower()} ({name(found[group]).split()[0]}) {where}"
    return Problem(ODD_SPACE, message, lines.span(file, start, end), "type ordinary spaces instead")


def _conflict(at: Span, mark: str) -> Problem:
    return Problem(
        MERGE_CONFLICT,
        f'the line begins with "{mark}": here are two versions of the text that Git could not merge',
        at,
        'keep the right version and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>"',
    )


def _one(lines: Lines, file: str, index: int) -> Span:
    line, column = lines.position(index)
    return Span(file, line, column, line, column + 1)


def _first_few(form: re.Pattern[str], text: str, problem: Callable[[re.Match[str]], Problem]) -> list[Problem]:
    matches = form.finditer(text)
    problems = [problem(found) for found in islice(matches, _MOST_NAMED)]
    more = sum(1 for _ in matches)
    if more:
        last = problems[-1]
        problems[-1] = replace(last, message=f"{last.message}; {more} more such places follow")
    return problems


def _undecodable(error: UnicodeDecodeError, file: str) -> Problem:
    source = error.object
    if source[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "the file is saved as UTF-16 or UTF-32, not as UTF-8"
        return Problem(NOT_UTF_8, message, Span(file), "save the file again with the encoding UTF-8")
    before = source[: error.start].decode().removeprefix("\ufeff")
    line, column = Lines(before).position(len(before))
    byte = source[error.start]
    message = f"the byte 0x{byte:02X} is not UTF-8 text"
    try:
        meant = bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        meant = ""
    if meant.isprintable() and meant:
        message += f' (in Windows-1252 it would be "{meant}")'
    return Problem(
        NOT_UTF_8, message, Span(file, line, column, line, column + 1), "save the file again with the encoding UTF-8"
    )
