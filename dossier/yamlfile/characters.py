"""Bytes to text, and a problem at its place for each character that no text of ours may hold.

It gives each one a problem at its place. Which characters those are is left to `unseen`, which words mix scripts to
`lookalikes`.
"""

import html
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from dossier.problem import Area, Code, Problem, Span
from dossier.yamlfile.lookalikes import Mixed, mixed_words
from dossier.yamlfile.unseen import Kind, is_needed, kind_of

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
    "Delete the character; a plain direction mark is allowed in a line that has letters written from right to left.",
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
MIXED_SCRIPTS = Code(
    "mixed-scripts",
    Area.YAML,
    "warning",
    "A word has letters of two scripts that look alike, such as a Cyrillic о among Latin letters, so that search does not find it.",
    "Type the word again with one keyboard.",
)

MOST_BYTES = 8 * 1024 * 1024
"""A larger file is refused: no brief is near it, and parsing it would hold up every build."""

LONE_RETURN = "the character U+000D"
"""How the message on a carriage return begins that ends no line of the others' kind."""

STAND_IN = "\ufffd"
"""Put where a refused character stood, so that columns stay right; taken out of values again."""

_MOST_NAMED = 20
# Enough of a text to tell whether a character between is needed there.
_AROUND = 200
_Place = TypeVar("_Place")
_NEEDS_A_LOOK = bytes(range(0x20, 0x7F)) + b"\n\t"
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
_WORDS: dict[Kind, tuple[Code, str]] = {
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
    if not text.isascii():
        problems += _mixed(text, file)
    return text, problems


def _cleaned(text: str, file: str) -> tuple[str, list[Problem]]:
    odd = text.encode("utf-8", "surrogatepass").translate(None, _NEEDS_A_LOOK).decode("utf-8", "surrogatepass")
    conflict = any(sign in text for sign in _CONFLICT_SIGNS) and _CONFLICT.search(text) is not None
    if not odd and not conflict:
        return text, []
    lone = odd.count("\r") != text.count("\r\n")
    suspects = "".join(char for char in set(odd) if kind_of(char))
    if not conflict and not lone and not suspects and not _ANY_ODD.search(odd):
        return text, []
    if lone and "\n" not in text:
        # Line ends of old, as they are in all of the file: YAML reads them as we do.
        text = text.replace("\r", "\n")
    lines = Lines(text)
    found_first = _CONFLICT.search(text) if conflict else None
    problems = [_conflict(lines.span(file, *found_first.span()), found_first.group(1))] if found_first else []
    refused = _refused_at(text, suspects + "\r" * lone)
    problems += _first_few(refused, lambda at: _refused(text[at], _one(lines, file, at)))
    if refused:
        made = list(text)
        for at in refused:
            # A carriage return ends a line for YAML as it does for our count of lines.
            made[at] = "\n" if text[at] == "\r" else STAND_IN
        text = "".join(made)
    odd_spaces = list(_ODD_INDENT.finditer(text))
    problems += _first_few(odd_spaces, lambda found: _odd_space(found, lines, file))
    text = _ODD_INDENT.sub(lambda found: re.sub(f"[{_ODD_SPACES}]", " ", found.group()), text)
    return text, problems


def _refused_at(text: str, suspects: str) -> list[int]:
    """Return where characters stand that are among the suspects and are not needed there; of CR, the lone ones."""
    if not suspects:
        return []
    form = re.compile("|".join(rf"{re.escape(char)}(?!\n)" if char == "\r" else re.escape(char) for char in suspects))
    return [found.start() for found in form.finditer(text) if not is_needed(text, found.start())]


def _mixed(text: str, file: str) -> list[Problem]:
    lines: Lines | None = None
    problems = []
    for found in islice(mixed_words(text), _MOST_NAMED):
        lines = lines or Lines(text)
        problems.append(_of_two_scripts(found, lines.span(file, found.start, found.start + len(found.word))))
    return problems


def _of_two_scripts(found: Mixed, at: Span) -> Problem:
    message = (
        f'in "{found.word}" the letter {name(found.letter)} stands among those of another script and looks like one'
    )
    return Problem(MIXED_SCRIPTS, message, at, f'write "{found.meant}" if that is the word')


def _coded(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for each of the first few characters that Markdown would make of a code such as `&#x202e;`."""
    lines = Lines(text)
    for found in islice(filter(_refused_by, _ENTITY.finditer(text)), _MOST_NAMED):
        refused = _refused_by(found)
        if refused:
            yield _refused(refused, lines.span(file, *found.span()))


def _refused_by(entity: re.Match[str]) -> str | None:
    """Return the refused character that a code stands for, where what stands around it does not need it."""
    number = entity["hex"] or entity["decimal"]
    if number is None:
        made = html.unescape(entity[0])
    else:
        value = int(number, 16 if entity["hex"] else 10)
        # What is no number of a character is shown as one that was lost.
        made = chr(value) if value <= sys.maxunicode else STAND_IN
    before, behind = entity.string[: entity.start()], entity.string[entity.end() :]
    around = before[-_AROUND:] + made + behind[:_AROUND]
    start = min(len(before), _AROUND)
    wrong = (at for at in range(start, start + len(made)) if kind_of(around[at]) and not is_needed(around, at))
    return next((around[at] for at in wrong), None)


def refused_in(value: str) -> tuple[Code, str, str, str] | None:
    """Return code, message, hint and the character for the first refused character of a value, or None."""
    if value.isascii() and value.isprintable():
        return None
    for at, char in enumerate(value):
        if kind_of(char) and not is_needed(value, at):
            problem = _refused(char, Span(""))
            return problem.code, problem.message, problem.hint, char
    return None


def _refused(character: str, at: Span) -> Problem:
    kind = kind_of(character) or "control"
    code, why = _WORDS[kind]
    hint = "type a space in its place if it parts two words, else delete it"
    if character not in _LINE_SEPARATORS:
        hint = _MENDING.get(kind, "delete it")
    if character == "\r":
        hint = "type a line end in its place if a line ends here, else delete it"
    return Problem(code, f"the character {name(character)} {why}", at, hint)


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


def _first_few(every: Sequence[_Place], problem: Callable[[_Place], Problem]) -> list[Problem]:
    problems = [problem(found) for found in every[:_MOST_NAMED]]
    more = len(every) - _MOST_NAMED
    if more > 0:
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
