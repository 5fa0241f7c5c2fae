"""Records where every key and value is, and what is wrong there, while a text is parsed.

Values are left to `parse`, traps within one scalar to `scalars`, errors of libyaml to `syntax`.
"""

import re
from itertools import takewhile
from typing import Any, ClassVar

from yaml import MarkedYAMLError, YAMLError
from yaml.events import ScalarEvent, SequenceStartEvent

from dossier.model.keys import is_allowed, may_be_left_out
from dossier.problem import Area, Code, Problem, Span
from dossier.problem.place import KeyPath
from dossier.wording.english import cut
from dossier.yamlfile.characters import STAND_IN, Lines, refused_in
from dossier.yamlfile.error_context import TextProblem, keys_below
from dossier.yamlfile.extent import Extent
from dossier.yamlfile.list_dashes import MISSING_SPACE
from dossier.yamlfile.proposals import proposal
from dossier.yamlfile.quotes import quoted
from dossier.yamlfile.scalars import comment_behind, comment_within, stray_quote
from dossier.yamlfile.syntax import DIRECTIVE, EMPTY_KEY, SEVERAL_DOCUMENTS, SYNTAX, explain

DUPLICATE_KEY = Code(
    "duplicate-key",
    Area.YAML,
    "error",
    "A key stands twice in the same mapping, so one of its values would be lost.",
    "Keep one of the two; to give several values, write a list under one key.",
)
COMPLEX_KEY = Code(
    "complex-key",
    Area.YAML,
    "error",
    "A list or mapping is where a key must be.",
    "Write a plain word as the key; put a text that begins with a bracket in quotes.",
)
EMPTY_ELEMENT = Code(
    "empty-element",
    Area.YAML,
    "error",
    "A list has an element with nothing in it.",
    "Write a value behind the dash, or delete the line.",
)
NULL_VALUE = Code(
    "null-value",
    Area.YAML,
    "error",
    "The word `null`, or `~`, is where a value is expected.",
    "Delete the line if there is nothing to say; put the word in quotes if it is meant.",
)
ALIAS = Code(
    "alias",
    Area.YAML,
    "error",
    "YAML's anchors (`&name`) and aliases (`*name`) are not allowed: they hide what a file says.",
    "Write the value out; put a text that begins with `&` or `*` in quotes.",
)
TAG = Code(
    "tag",
    Area.YAML,
    "error",
    "YAML's tags (`!name`) are not allowed: every value is read as text.",
    "Delete the tag; put a text that begins with `!` in quotes.",
)
MERGE_KEY = Code(
    "merge-key",
    Area.YAML,
    "error",
    "YAML's merge key (`<<`) is not allowed: it hides what a file says.",
    "Write the keys out.",
)
TOO_DEEP = Code(
    "too-deep",
    Area.YAML,
    "error",
    "Lists and mappings are nested deeper than any file needs.",
    "Check the indentation and the brackets here.",
)

_NO_VALUES = frozenset(("null", "Null", "NULL", "~"))
_ESCAPE = re.compile(r"\\(?:x(..)|u(....)|U(.{8})|(.))", re.DOTALL)
_ESCAPED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}


class Recorder:
    """Gets each event of the parser in order.

    `keys` and `values` map key paths to extents; `problems` are the problems found so far.
    """

    IGNORED: ClassVar[Any] = object()
    """Stands for a key whose value is parsed and not kept."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.lines = Lines(text)
        self.problems: list[Problem] = []
        self.keys: dict[KeyPath, Extent] = {}
        self.values: dict[KeyPath, Extent] = {}
        self.aliases = 0
        self._glued: dict[str, int] | None = None
        self._glued_lines: set[int] = set()
        self._open: list[tuple[KeyPath, Any, Extent]] = []
        self._key: Any = None
        self._last_scalar: Extent | None = None

    def key(self, event: Any) -> str:
        """Record a key, and return it without refused characters."""
        extent = _extent(event)
        self._key = event.value.replace(STAND_IN, "")
        self.keys[(*self._open[-1][0], self._key)] = extent
        self._last_scalar = extent
        self._report_problem(comment_behind(self.text, self.lines, extent, event.value))
        return self._key  # type: ignore[no-any-return]

    def scalar(self, event: Any) -> str:
        """Record a value, and return it without refused characters; a word for null comes back empty."""
        extent = _extent(event)
        path = self._path()
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        self.values[path] = extent
        self._key = None
        self._last_scalar = extent
        value: str = event.value
        if extent.style in ("|", ">"):
            self._report_problem(comment_within(self.text, extent))
        elif extent.style == "":
            self._report_problem(comment_behind(self.text, self.lines, extent, value, key))
            self._report_problem(stray_quote(extent, value, key))
            if value in _NO_VALUES:
                message = f'"{value}" is where a value is expected'
                hint = "delete the line if there is nothing to say" if may_be_left_out(key) else "write the value"
                if is_allowed(key, value):
                    hint += "; put the word in quotes if it is meant"
                self._report(NULL_VALUE, message, extent.start, extent.end, hint)
                return ""
        else:
            self._report_problem(comment_behind(self.text, self.lines, extent, value, key))
            if extent.style == '"':
                value = self._escapes(extent, value)
        return value.replace(STAND_IN, "")

    def glued_key(self, key: str) -> tuple[str, str]:
        """Report a key in braces with its value glued to its colon, once a line; return key and value."""
        name, _, value = key.partition(":")
        if self._glued is None:
            self._glued = {str(path[-1]): extent.start for path, extent in self.keys.items()}
        at = self._glued[key] + len(name)
        line = self.lines.position(at)[0]
        if line not in self._glued_lines:
            self._glued_lines.add(line)
            message = "a space is missing behind the colon"
            self._report(MISSING_SPACE, message, at, at + 1, "write a space behind each colon in the line")
        return name, value.strip("'\"")

    def open(self, event: Any, container: Any) -> None:
        """Record the start of a list or mapping."""
        brackets = ("{", ":") if isinstance(container, dict) else ("[", "-")
        extent = Extent(event.start_mark.index, event.end_mark.index, brackets[0] if event.flow_style else brackets[1])
        path = self._path()
        self.values[path] = extent
        self._open.append((path, container, extent))
        self._key = None

    def close(self, event: Any) -> None:
        """Record the end of the innermost list or mapping."""
        path, _, extent = self._open.pop()
        self.values[path] = extent._replace(end=event.end_mark.index)
        self._key = None

    def start_element(self, event: Any) -> dict[str, Any] | None:
        """Report a list element that begins without its dash, and return the mapping for its keys.

        None where the key is doubled for another reason: it is not the first key of its element, or no other key of the
        element comes again below.
        """
        path, container, extent = self._open[-1]
        outer = self._open[-2] if len(self._open) > 1 else None
        if extent.style != ":" or outer is None or outer[2].style != "-" or next(iter(container), None) != event.value:
            return None
        begun = self.keys[(*path, event.value)]
        below = keys_below(self.text, event.start_mark.index, event.start_mark.column)
        # Only up to the next key of this name: so no line is looked at twice, however often the key comes.
        if not any(key in container for key in takewhile(lambda key: key != event.value, below)):
            return None
        key = _extent(event)
        line = self.text[key.start : self.lines.line_end(key.start)].rstrip()
        hint = f'if a new element begins here, write "- {cut(line)}", the dash below that of the one above'
        related = ((f'the first "{event.value}"', self._span(begun.start, begun.end)),)
        message = f'"{event.value}" stands twice in one element of a list'
        self._report(DUPLICATE_KEY, message, key.start, key.end, hint, related)
        following: dict[str, Any] = {}
        self._open[-1] = ((*path[:-1], len(outer[1])), following, key._replace(style=":"))
        self.values[self._open[-1][0]] = self._open[-1][2]
        return following

    def refused_key(self, event: Any, twice: bool) -> Any:
        """Report a key that is doubled, empty or a merge key; return the key to go on with, or `IGNORED`."""
        extent = _extent(event)
        key = event.value
        if twice:
            first = self.keys.get((*self._open[-1][0], key))
            related = ((f'the first "{key}"', self._span(first.start, first.end)),) if first else ()
            hint = "keep one of the two; to give several values, write a list under one key"
            self._report(
                DUPLICATE_KEY, f'"{key}" stands twice in the same place', extent.start, extent.end, hint, related
            )
        elif key == "<<" and extent.style == "":
            message = '"<<" would merge another mapping in here, which is not allowed'
            self._report(MERGE_KEY, message, extent.start, extent.end, "write the keys out")
        elif key == "":
            self._report(
                EMPTY_KEY,
                "there is no key before the colon",
                extent.start,
                extent.end,
                "write the key before the colon",
            )
        else:
            return self.key(event)
        self._key = Recorder.IGNORED
        return Recorder.IGNORED

    def anchor_or_tag(self, event: Any) -> None:
        """Report an anchor or a tag."""
        start, end = event.start_mark.index, event.end_mark.index
        for sign, word in (("&", event.anchor), ("!", event.tag)):
            if word is None:
                continue
            first = self.text.find(sign, start, end)
            first = start if first < 0 else first
            found = re.compile(r"\S*").match(self.text, first)
            last = found.end() if found else end
            plain = isinstance(event, ScalarEvent) and event.style == ""
            hint = "delete it"
            if plain and not self.text.startswith("!!", first):
                hint = self._in_quotes(first, hint)
            if sign == "&":
                message = f'"{self.text[first:last]}" is read as an anchor, which is not allowed'
                self._report(ALIAS, message, first, last, hint)
            else:
                message = f'"{self.text[first:last]}" is read as a tag, which is not allowed'
                self._report(TAG, message, first, last, hint)

    def alias(self, event: Any) -> None:
        """Report an alias, and count it: the tree lacks its value."""
        start, end = event.start_mark.index, event.end_mark.index
        self.aliases += 1
        message = f'"{self.text[start:end]}" is read as an alias, which is not allowed'
        self._report(ALIAS, message, start, end, self._in_quotes(start, "write the value out"))
        self._key = Recorder.IGNORED if self._awaits_key() else None

    def empty_element(self, event: Any) -> None:
        """Report an empty list element."""
        at = event.start_mark.index
        dash = self.text.rfind("-", 0, at)
        self._report(
            EMPTY_ELEMENT,
            "this list element is empty",
            max(dash, 0),
            at,
            "write a value behind the dash, or delete the line",
        )

    def complex_key(self, event: Any) -> None:
        """Report a list or mapping in the place of a key."""
        start = event.start_mark.index
        thing = "list" if isinstance(event, SequenceStartEvent) else "mapping"
        hint = ""
        if self.text[start : start + 1] in ("[", "{"):
            outer = next((extent.start for _, _, extent in self._open if extent.style in ("[", "{")), start)
            whole = quoted(self._rest_of_line(outer))
            hint = f"put the text in quotes if it begins with a bracket: {whole}" if whole else ""
        self._report(COMPLEX_KEY, f"a {thing} is where a key is expected", start, start + 1, hint)

    def too_deep(self, event: Any, max_depth: int) -> None:
        """Report nesting beyond the limit."""
        start = event.start_mark.index
        self._report(TOO_DEEP, f"lists and mappings are nested more than {max_depth} deep here", start, start + 1)

    def second_document(self, event: Any) -> None:
        """Report a second document in the file."""
        start, end = event.start_mark.index, event.end_mark.index
        message = "a second document begins here; all that follows would be lost"
        hint = 'delete the line "---", or move the rest to a file of its own'
        self._report(SEVERAL_DOCUMENTS, message, start, end, hint)

    def directive(self) -> None:
        """Report a line such as `%YAML 1.2`."""
        start = self.text.find("%")
        end = self.text.find("\n", start)
        message = "a line that begins with % is an instruction to the YAML reader, which is not allowed"
        self._report(DIRECTIVE, message, start, end, "delete the line")

    def syntax(self, error: YAMLError) -> None:
        """Report an error of libyaml."""
        if isinstance(error, MarkedYAMLError):
            explained = explain(error, self.text, self.file, self.lines, self._last_scalar)
            self.problems = [problem for problem in self.problems if problem.at != explained.at]
            # An error on the line of an alias comes from the alias.
            if not any(problem.code == ALIAS and _line(problem) == _line(explained) for problem in self.problems):
                self.problems.append(explained)
        else:
            self.problems.append(Problem(SYNTAX, "the file cannot be read as YAML", Span(self.file)))

    def _path(self) -> KeyPath:
        if not self._open:
            return ()
        path, container, _ = self._open[-1]
        return (*path, self._key if isinstance(container, dict) else len(container))

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][1], dict) and self._key is None

    def _in_quotes(self, start: int, otherwise: str) -> str:
        """Return how a value is written that begins with a sign of YAML, or what to do where it is no text."""
        on_lines = bool(self._open) and self._open[-1][2].style in (":", "-")
        key = next((step for step in reversed(self._path()) if isinstance(step, str)), "")
        whole = self._rest_of_line(start)
        words = proposal(key, whole) if on_lines and not self._awaits_key() else ""
        if not is_allowed(key, whole):
            return f"write {words}" if words else otherwise
        return f"{otherwise}; if it belongs to a text, {f'write {words}' if words else 'put the text in quotes'}"

    def _rest_of_line(self, start: int) -> str:
        line = self.lines.line_end(start)
        return self.text[start:line].rstrip()

    def _escapes(self, extent: Extent, value: str) -> str:
        while found := refused_in(value):
            code, message, hint, character = found
            start, end = extent.start, extent.end
            for escape in _ESCAPE.finditer(self.text, extent.start, extent.end):
                digits = escape[1] or escape[2] or escape[3]
                if (chr(int(digits, 16)) if digits else _ESCAPED.get(escape[4])) == character:
                    start, end = escape.span()
            if character != STAND_IN or (start, end) != (extent.start, extent.end):
                self._report(code, message, start, end, hint)
            value = value.replace(character, "")
        return value

    def _span(self, start: int, end: int) -> Span:
        return self.lines.span(self.file, start, end)

    def _report_problem(self, problem: TextProblem | None) -> None:
        if problem:
            self._report(problem.code, problem.message, problem.start, problem.end, problem.hint)

    def _report(
        self, code: Code, message: str, start: int, end: int, hint: str = "", related: tuple[tuple[str, Span], ...] = ()
    ) -> None:
        self.problems.append(Problem(code, message, self._span(start, end), hint, related))


def _extent(event: Any) -> Extent:
    return Extent(event.start_mark.index, event.end_mark.index, event.style)


def _line(problem: Problem) -> int:
    return problem.at.line if isinstance(problem.at, Span) else 0
