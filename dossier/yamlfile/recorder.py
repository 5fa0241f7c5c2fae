"""What a walk leaves behind when asked to: where every key and value stands, and what is amiss there.

Never decides what a value means.
"""

import re
from itertools import takewhile
from typing import Any, ClassVar

from yaml import MarkedYAMLError, YAMLError
from yaml.events import ScalarEvent, SequenceStartEvent

from dossier.problem import Problem, Span
from dossier.problem.place import KeyPath
from dossier.yamlfile.characters import STAND_IN, Lines, refused_in
from dossier.yamlfile.error_context import cut, keys_below
from dossier.yamlfile.quotes import quoted
from dossier.yamlfile.run import Run
from dossier.yamlfile.syntax import explain

_COMMENT = re.compile(r"[ \t]+(#.*)")
_SHOWN = re.compile(r"^[ \t]*(#[ \t].*\S)", re.MULTILINE)
_AROUND = re.compile("[“„]([^“”„]+)[”“]|«([^«»]+)»|‘([^‘]+)’")
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


class Trace:
    """Told of each event in order. `keys` and `values` lead from key paths to runs, `problems` has what is amiss."""

    PASSED_OVER: ClassVar[Any] = object()
    """Stands for a key whose value is read and dropped."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.lines = Lines(text)
        self.problems: list[Problem] = []
        self.keys: dict[KeyPath, Run] = {}
        self.values: dict[KeyPath, Run] = {}
        self.aliases = 0
        self._open: list[tuple[KeyPath, Any, Run]] = []
        self._key: Any = None
        self._last: Run | None = None

    def key(self, event: Any) -> str:
        """Note a key; return it without what was refused in it."""
        run = _run(event)
        self._key = event.value.replace(STAND_IN, "")
        self.keys[(*self._open[-1][0], self._key)] = run
        self._last = run
        self._comment(run, event.value)
        return self._key  # type: ignore[no-any-return]

    def scalar(self, event: Any) -> str:
        """Note a value; return it without what was refused in it, and empty where it says that there is none."""
        run = _run(event)
        self.values[self._path()] = run
        self._key = None
        self._last = run
        value: str = event.value
        if run.style in ("|", ">"):
            self._shown_comment(run)
        elif run.style == "":
            self._comment(run, value)
            self._stray_quote(run, value)
            if value in _NO_VALUES:
                message = f'"{value}" stands where a value is wanted'
                hint = "delete the line if there is nothing to say; put the word in quotes if it is meant"
                self._note("null-value", message, run.start, run.end, hint)
                return ""
        elif run.style == '"':
            value = self._escapes(run, value)
        return value.replace(STAND_IN, "")

    def open(self, event: Any, container: Any) -> None:
        """Note that a list or mapping begins."""
        brackets = ("{", ":") if isinstance(container, dict) else ("[", "-")
        run = Run(event.start_mark.index, event.end_mark.index, brackets[0] if event.flow_style else brackets[1])
        path = self._path()
        self.values[path] = run
        self._open.append((path, container, run))
        self._key = None

    def close(self, event: Any) -> None:
        """Note that the innermost list or mapping ends."""
        path, _, run = self._open.pop()
        self.values[path] = run._replace(end=event.end_mark.index)
        self._key = None

    def next_element(self, event: Any) -> dict[str, Any] | None:
        """Note a list element that begins without its dash, and return the mapping to put its keys into.

        None where the key stands twice for some other reason: it is not the first of its element, or no other key of it
        comes again behind this one.
        """
        path, container, run = self._open[-1]
        outer = self._open[-2] if len(self._open) > 1 else None
        if run.style != ":" or outer is None or outer[2].style != "-" or next(iter(container), None) != event.value:
            return None
        begun = self.keys[(*path, event.value)]
        below = keys_below(self.text, event.start_mark.index, event.start_mark.column)
        # Up to where it stands once more: no line is looked at twice, however often that is.
        if not any(key in container for key in takewhile(lambda key: key != event.value, below)):
            return None
        key = _run(event)
        line = self.text[key.start : self.lines.line_end(key.start)].rstrip()
        hint = f'if a new element begins here, write "- {cut(line)}", the dash below that of the one above'
        related = ((f'the first "{event.value}"', self._span(begun.start, begun.end)),)
        message = f'"{event.value}" stands twice in one element of a list'
        self._note("duplicate-key", message, key.start, key.end, hint, related)
        following: dict[str, Any] = {}
        self._open[-1] = ((*path[:-1], len(outer[1])), following, key._replace(style=":"))
        self.values[self._open[-1][0]] = self._open[-1][2]
        return following

    def odd_key(self, event: Any, twice: bool) -> Any:
        """Note a key that stands twice, is empty or asks for a merge; return what to go on with."""
        run = _run(event)
        key = event.value
        if twice:
            first = self.keys.get((*self._open[-1][0], key))
            related = ((f'the first "{key}"', self._span(first.start, first.end)),) if first else ()
            hint = "keep one of the two; to give several values, write a list under one key"
            self._note("duplicate-key", f'"{key}" stands twice in the same place', run.start, run.end, hint, related)
        elif key == "<<" and run.style == "":
            message = '"<<" would merge another mapping in here, which is not allowed'
            self._note("merge-key", message, run.start, run.end, "write the keys out")
        elif key == "":
            self._note(
                "empty-key", "there is no key before the colon", run.start, run.end, "write the key before the colon"
            )
        else:
            return self.key(event)
        self._key = Trace.PASSED_OVER
        return Trace.PASSED_OVER

    def marked(self, event: Any) -> None:
        """Note an anchor or a tag."""
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
                hint += f"; {self._in_quotes(first)}"
            if sign == "&":
                message = f'"{self.text[first:last]}" is read as an anchor, which is not allowed'
                self._note("alias", message, first, last, hint)
            else:
                message = f'"{self.text[first:last]}" is read as a tag, which is not allowed'
                self._note("tag", message, first, last, hint)

    def alias(self, event: Any) -> None:
        """Note an alias, and that the tree has a hole."""
        start, end = event.start_mark.index, event.end_mark.index
        self.aliases += 1
        message = f'"{self.text[start:end]}" is read as an alias, which is not allowed'
        self._note("alias", message, start, end, f"write the value out; {self._in_quotes(start)}")
        self._key = Trace.PASSED_OVER if self._awaits_key() else None

    def empty_element(self, event: Any) -> None:
        """Note a list element that is empty."""
        at = event.start_mark.index
        dash = self.text.rfind("-", 0, at)
        self._note(
            "empty-element",
            "this list element is empty",
            max(dash, 0),
            at,
            "write a value behind the dash, or delete the line",
        )

    def complex_key(self, event: Any) -> None:
        """Note a list or mapping where a key must stand."""
        start = event.start_mark.index
        thing = "list" if isinstance(event, SequenceStartEvent) else "mapping"
        hint = ""
        if self.text[start : start + 1] in ("[", "{"):
            outer = next((run.start for _, _, run in self._open if run.style in ("[", "{")), start)
            whole = quoted(self._rest_of_line(outer))
            hint = f"put the text in quotes if it begins with a bracket: {whole}" if whole else ""
        self._note("complex-key", f"a {thing} stands where a key is wanted", start, start + 1, hint)

    def too_deep(self, event: Any, deepest: int) -> None:
        """Note nesting beyond what is read."""
        start = event.start_mark.index
        self._note(
            "too-deep", f"more than {deepest} lists and mappings stand inside one another here", start, start + 1
        )

    def second_document(self, event: Any) -> None:
        """Note a second document in the file."""
        start, end = event.start_mark.index, event.end_mark.index
        message = "a second document begins here; all that follows would be lost"
        hint = 'delete the line "---", or move the rest to a file of its own'
        self._note("several-documents", message, start, end, hint)

    def directive(self) -> None:
        """Note a line such as `%YAML 1.2`."""
        start = self.text.find("%")
        end = self.text.find("\n", start)
        message = "a line that begins with % gives orders to the YAML reader, which is not allowed"
        self._note("directive", message, start, end, "delete the line")

    def syntax(self, error: YAMLError) -> None:
        """Note what libyaml stumbled over."""
        if isinstance(error, MarkedYAMLError):
            fault = explain(error, self.text, self.file, self.lines, self._last)
            self.problems = [problem for problem in self.problems if problem.at != fault.at]
            # What stumbles on the line of an alias stumbles over the alias.
            if not any(problem.code == "alias" and _line(problem) == _line(fault) for problem in self.problems):
                self.problems.append(fault)
        else:
            self.problems.append(Problem("syntax", "the file cannot be read as YAML", Span(self.file)))

    def _path(self) -> KeyPath:
        if not self._open:
            return ()
        path, container, _ = self._open[-1]
        return (*path, self._key if isinstance(container, dict) else len(container))

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][1], dict) and self._key is None

    def _in_quotes(self, start: int) -> str:
        on_lines = bool(self._open) and self._open[-1][2].style in (":", "-")
        whole = quoted(self._rest_of_line(start)) if on_lines and not self._awaits_key() else ""
        return f"if it belongs to a text, write {whole}" if whole else "if it belongs to a text, put the text in quotes"

    def _rest_of_line(self, start: int) -> str:
        line = self.lines.line_end(start)
        return self.text[start:line].rstrip()

    def _comment(self, run: Run, value: str) -> None:
        found = _COMMENT.match(self.text, run.end, self.lines.line_end(run.end))
        if not found:
            return
        comment = found.group(1)
        glued = len(comment) > 1 and not comment[1].isspace() and comment[1] != "#"
        if not glued and len(value.split()) < 2:
            return
        whole = self.text[run.start : found.end()].strip()
        hint = "put the value in quotes if the text goes on behind the #"
        if quoted(whole):
            hint = f"write {quoted(whole)} if that is the text"
        hint += "; write a comment on a line of its own"
        message = f'the text ends before the #: "{_short(comment)}" is read as a comment'
        self._note("comment-in-text", message, found.start(1), found.start(1) + len(comment.rstrip()), hint)

    def _shown_comment(self, run: Run) -> None:
        found = list(_SHOWN.finditer(self.text, run.start, run.end))
        if found:
            start, end = found[0].span(1)
            more = f", and so is what begins with # in {len(found) - 1} more of its lines" if len(found) > 1 else ""
            message = f'"{_short(found[0][1])}" is part of the text here, no comment{more}'
            self._note("comment-shown", message, start, end, "delete it, or put it on a line above the key of the text")

    def _stray_quote(self, run: Run, value: str) -> None:
        marks = _AROUND.fullmatch(value)
        if marks:
            message = f"{value[0]} and {value[-1]} are no quotes to YAML, so readers would see them around the text"
            bare, kept = quoted(marks[1] or marks[2] or marks[3]), quoted(value)
            hint = f"write {bare}" if bare else 'type straight quotes (") in their place'
            hint += (
                f", or {kept} if they belong to it"
                if kept
                else ", or put straight quotes around them if they belong to it"
            )
        elif value.endswith('"') and value.count('"') % 2:
            message = "a quote closes here that nothing opens, so readers would see it behind the text"
            bare = quoted(value[:-1].lstrip("“„”"))
            hint = f"write {bare}" if bare else "open it in front of the text too, or delete it"
        else:
            return
        self._note("stray-quote", message, run.start if marks else run.end - 1, run.end, hint)

    def _escapes(self, run: Run, value: str) -> str:
        while found := refused_in(value):
            code, message, hint, character = found
            start, end = run.start, run.end
            for escape in _ESCAPE.finditer(self.text, run.start, run.end):
                digits = escape[1] or escape[2] or escape[3]
                if (chr(int(digits, 16)) if digits else _ESCAPED.get(escape[4])) == character:
                    start, end = escape.span()
            if character != STAND_IN or (start, end) != (run.start, run.end):
                self._note(code, message, start, end, hint)
            value = value.replace(character, "")
        return value

    def _span(self, start: int, end: int) -> Span:
        return self.lines.span(self.file, start, end)

    def _note(
        self, code: str, message: str, start: int, end: int, hint: str = "", related: tuple[tuple[str, Span], ...] = ()
    ) -> None:
        self.problems.append(Problem(code, message, self._span(start, end), hint, related))


def _run(event: Any) -> Run:
    return Run(event.start_mark.index, event.end_mark.index, event.style)


def _line(problem: Problem) -> int:
    return problem.at.line if isinstance(problem.at, Span) else 0


def _short(text: str) -> str:
    text = text.rstrip()
    return text if len(text) <= 40 else f"{text[:39]}…"
