"""Finds the small edit that makes a text with an error of libyaml readable, by trying those that slips call for.

An edit is proposed only if the text can be read with it and has no key that the format does not know. What is told where
none is found is left to `syntax`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import CollectionEndEvent, MappingStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent

from dossier.model.keys import known_keys, record_types, takes_list
from dossier.model.words import Record
from dossier.problem import Area, Code
from dossier.wording.english import count, cut
from dossier.yamlfile.error_context import ErrorContext, TextProblem, keys_below
from dossier.yamlfile.list_dashes import INDENTATION, column_hint

CODE_FENCE = Code(
    "code-fence",
    Area.YAML,
    "error",
    "The file was copied together with the lines that mark a block of code in Markdown.",
    "Delete the lines that begin with three backticks.",
)
MISSING_COLON = Code(
    "missing-colon",
    Area.YAML,
    "error",
    "There is no colon behind a key, or another sign is in its place.",
    "Write a colon and a space behind the key.",
)
UNCLOSED_BRACKET = Code(
    "unclosed-bracket",
    Area.YAML,
    "error",
    "A bracket opens a list or a mapping and nothing closes it.",
    "Close the bracket, or put the text in quotes if the bracket belongs to it.",
)
EXTRA_BRACKET = Code(
    "extra-bracket",
    Area.YAML,
    "error",
    "A bracket closes that nothing opens.",
    "Delete it; put a text in quotes if the bracket belongs to it.",
)
MISSING_LIST_KEY = Code(
    "missing-list-key",
    Area.YAML,
    "error",
    "A list has no key above it.",
    "Write the key, such as `evidence:`, on a line of its own above the list.",
)

_LONGEST = 400_000
_FENCE = re.compile(r"^```.*$", re.MULTILINE)
_SIGN = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)?)(?P<key>[a-z_]+)[ ]*(?:=>|->|:=|=|;|：)[ ]*(?P<value>\S.*)?")
_WEAK_SIGN = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)?)(?P<key>[a-z_]+)(?:[ ]-[ ]|[,.]?[ ]|\t|(?=[\[\d]))[ ]*(?P<value>\S.*)"
)
_DASHED = re.compile(r"([ ]*)-[ ]+(?=[a-z_]+:(?:[ ]|$))")
_KEY_COLUMN = re.compile(r"([ ]*(?:-[ ]+)?)(?=[a-z_]+:(?:[ ]|$))")
_LIST = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)?)(?P<key>[a-z_]+):[ ]+(?P<value>(?=.*[\[\]])[^\[\]{}'\"#]*\[?\[?[^\[\]{}'\"#]*[\])}]?[\])}]?)"
)
_BARE = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)?)(?P<key>[a-z_]+)[ ]*")
_ANY_KEY = re.compile(r"^[ ]*(?:-[ ]+)?([^\s:#]+):(?=\s|$)", re.MULTILINE)
_BEGINS = re.compile(r"[ ]*(?P<begin>-(?=[ ]+[a-z_]+:(?:[ ]|$))|[a-z_]+(?=:(?:[ ]|$)))")
_FIRST_KEY = re.compile(r"[ ]*-[ ]+(?P<key>[a-z_]+):")


class _Repair(NamedTuple):
    """A text that was edited, and what is told of the edit."""

    text: str
    problem: TextProblem
    makes_key: bool = True


class _Reading(NamedTuple):
    """How far a text can be read: the line of the first error, or None; how many keys are wrong, and the lines of all keys."""

    error: int | None
    wrong_keys: int
    key_lines: frozenset[int]


def repair_sign(context: ErrorContext) -> TextProblem | None:
    """Return the problem behind an error if a sign too many or a lost colon is behind it, with the edit as the hint."""
    return _first_that_mends(context, _signs(context))


def repair_place(context: ErrorContext) -> TextProblem | None:
    """Return the problem behind an error if a line in a wrong column or a lost line is behind it, as `repair_sign`."""
    return _first_that_mends(context, _places(context))


def _first_that_mends(context: ErrorContext, repairs: Iterator[_Repair]) -> TextProblem | None:
    if len(context.text) > _LONGEST:
        return None
    return next((one.problem for one in repairs if _is_better(context, one.text, one)), None)


def is_concrete(problem: TextProblem) -> bool:
    """Return whether a hint gives the text to write."""
    return problem.hint.startswith(('write "', "write '"))


def is_mended(context: ErrorContext, problem: TextProblem) -> bool:
    """Return whether the text that a hint says to write makes the file readable, for the value or for the line."""
    found = re.match(r'write ("(?:[^"]*)"|\'.*?\'(?=$|[;,]))', problem.hint)
    if not found or len(context.text) > _LONGEST:
        return True
    text, end = context.text, context.lines.line_end(problem.start)
    start = context.line_start(problem.start)
    line = text[start:end]
    ways = {start + at.end() for at in re.finditer(r"(?:^|-[ ]+|:[ ]+|^[ ]+)(?=\S)", line)} | {problem.start}
    proposals = (found[1], found[1][1:-1])
    return any(_is_better(context, text[:way] + words + text[end:]) for way in ways for words in proposals)


def _is_better(context: ErrorContext, text: str, repair: _Repair | None = None) -> bool:
    after = _read(text)
    line = context.line_number(context.index)
    if after.wrong_keys > _unknown_keys(context.text) or (after.error is not None and after.error <= line + 2):
        return False
    # A key that became part of a text above it is lost, not mended.
    return repair is None or not repair.makes_key or context.line_number(repair.problem.start) in after.key_lines


@lru_cache(maxsize=1)
def _unknown_keys(text: str) -> int:
    return sum(found[1] not in known_keys() for found in _ANY_KEY.finditer(text))


def _read(text: str) -> _Reading:
    wrong = 0
    key_lines: set[int] = set()
    # Of each open mapping the keys so far, the last one, those that it can have, and whether a key comes next.
    stack: list[tuple[set[str] | None, str, frozenset[str], bool]] = []
    parser = CParser(text)
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            if isinstance(event, CollectionEndEvent):
                stack.pop()
                continue
            if not isinstance(event, NodeEvent):
                continue
            keys, last, allowed, is_key = stack[-1] if stack else (None, "", known_keys(), False)
            if keys is not None:
                if is_key and isinstance(event, ScalarEvent):
                    # Of a text that begins with none of our keys it is not known what it is.
                    if len(stack) == 1 and not keys and event.value not in allowed:
                        allowed = known_keys()
                    wrong += event.value in keys or event.value not in allowed
                    key_lines.add(mark.line + 1 if (mark := event.start_mark) else 0)
                    keys.add(event.value)
                    last = event.value
                elif is_key:
                    wrong += 1
                stack[-1] = (keys, last, allowed, not is_key)
            if isinstance(event, MappingStartEvent):
                stack.append((set(), "", _keys_below(last) if last else _top_keys(), True))
            elif isinstance(event, SequenceStartEvent):
                stack.append((None, last, allowed, False))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return _Reading(mark.line + 1 if mark else 0, wrong, frozenset(key_lines))
    return _Reading(None, wrong, frozenset(key_lines))


@cache
def _keys_below(key: str) -> frozenset[str]:
    """Return the keys that a record at a key can have; all where the key is of no record."""
    found = [
        inner
        for record in record_types()
        if key in record.model_fields
        for inner in _records_in(record.model_fields[key].annotation)
    ]
    return frozenset(name for record in found for name in record.model_fields) or known_keys()


@cache
def _top_keys() -> frozenset[str]:
    """Return the keys of records that no other record holds: those that a file begins with."""
    held = {
        inner
        for record in record_types()
        for field in record.model_fields.values()
        for inner in _records_in(field.annotation)
    }
    return frozenset(name for record in record_types() if record not in held for name in record.model_fields)


def _signs(context: ErrorContext) -> Iterator[_Repair]:
    if fence := _FENCE.search(context.text):
        hint = 'delete the lines that begin with "```"'
        message = "this line marks a block of code in Markdown and is no part of the file"
        text = _FENCE.sub("", context.text)
        yield _Repair(text, TextProblem(CODE_FENCE, message, fence.start(), fence.end(), hint), makes_key=False)
    for start in _lines_around(context):
        yield from _colon(context, start)
        yield from _bracket(context, start)


def _places(context: ErrorContext) -> Iterator[_Repair]:
    for start in _lines_around(context):
        yield from _colon(context, start, weak=True)
    starts = [start for start in _lines_around(context) if not _lacks_dash_above(context, start)]
    for start in starts:
        yield from _dash(context, start)
    for start in starts:
        yield from _shifts(context, start, False)
    for start in starts:
        yield from _list_key(context, start)
    for start in starts:
        yield from _shifts(context, start, True)


def _lacks_dash_above(context: ErrorContext, start: int) -> bool:
    """Return whether the line is an element of a list whose first element has no dash: there nothing is to be moved."""
    found = _FIRST_KEY.match(context.line(start))
    above = context.line_above(start)
    indent, first = context.first_nonblank(start) - start, above
    while found and above is not None and context.first_nonblank(above) - above >= indent:
        if context.line(above).lstrip().startswith("- "):
            return False
        above = context.line_above(above)
    return bool(
        found
        and above is not None
        and above != first
        and context.line(above).strip().removesuffix(":") in _lists_of(found["key"])
    )


def _lines_around(context: ErrorContext) -> Iterator[int]:
    here = context.line_start(context.index)
    if context.index == len(context.text):
        here = context.line_above(here) or 0
    seen = [here, context.line_above(here), context.line_start(context.start)]
    yield from dict.fromkeys(start for start in seen if start is not None)


def _colon(context: ErrorContext, start: int, *, weak: bool = False) -> Iterator[_Repair]:
    forms: tuple[tuple[re.Pattern[str], str], ...] = (
        (_SIGN, "a colon must stand behind the key"),
        (_BARE, "there is no colon behind the key"),
    )
    if weak:
        forms = ((_WEAK_SIGN, "a colon must stand behind the key"),)
    line, end = context.line(start), context.lines.line_end(start)
    first = context.first_nonblank(start)
    for form, message in forms:
        found = form.fullmatch(line)
        if found and found["key"] in known_keys():
            value = f" {(found['value'] or '').rstrip()}".rstrip() if form is not _BARE else ""
            written = f"{found['lead']}{found['key']}:{value}"
            text = context.text[:start] + written + context.text[end:]
            yield _Repair(text, TextProblem(MISSING_COLON, message, first, end, f'write "{cut(written.strip())}"'))


def _dash(context: ErrorContext, start: int) -> Iterator[_Repair]:
    found, above = _DASHED.match(context.line(start)), context.line_above(start)
    below = context.line(min(context.lines.line_end(start) + 1, len(context.text)))
    upper = _KEY_COLUMN.match(context.line(above)) if above is not None else None
    if found and (upper is None or upper.end(1) != found.end(1)):
        # The first key of a mapping has only keys below it.
        upper = _KEY_COLUMN.match(below)
    if found and upper and upper.end(1) == found.end(1):
        at, end = start + found.end(1), start + found.end()
        text = context.text[:at] + context.text[end:]
        message = "a dash begins an element of a list, and this key belongs to the lines around it"
        yield _Repair(text, TextProblem(INDENTATION, message, at, end, 'delete the "- " before the key'))


def _bracket(context: ErrorContext, start: int) -> Iterator[_Repair]:
    line, end = context.line(start).rstrip(), context.lines.line_end(start)
    for closer in "]}":
        at = start + line.rfind(closer)
        if line.endswith(closer) and line.count(closer) > line.count("[{"["]}".index(closer)]):
            text = context.text[:at] + context.text[at + 1 : end] + context.text[end:]
            message = "this bracket closes nothing"
            problem = TextProblem(EXTRA_BRACKET, message, at, at + 1, f'delete the last "{closer}"')
            yield _Repair(text, problem, makes_key=False)
    found = _LIST.fullmatch(line)
    if found and takes_list(found["key"]):
        bare = found["value"].strip("[](){} ")
        written = f"{found['key']}: [{bare}]"
        text = f"{context.text[:start]}{found['lead']}{written}{context.text[end:]}"
        begin = start + found.start("value")
        message = "the brackets around this list do not match"
        shown = cut(written)
        hint = f'write "{shown}"' if shown == written else 'put one "[" before the list and one "]" behind it'
        yield _Repair(text, TextProblem(UNCLOSED_BRACKET, message, begin, end, hint))


def _shifts(context: ErrorContext, start: int, with_children: bool) -> Iterator[_Repair]:
    first, end = context.first_nonblank(start), context.lines.line_end(start)
    indent = first - start
    begin = _BEGINS.match(context.line(start))
    if not begin:
        return
    if begin["begin"] == "-":
        following = context.line(min(end + 1, len(context.text)))
        stays = bool(following.strip()) and len(following) - len(following.lstrip()) == begin.end() + 1
        # Which of several elements stands in a wrong column is left to `list_dashes`, which compares them.
        if with_children or (stays or not following.strip() or following.lstrip().startswith("-")):
            return
    stop, lines = end, 1
    while with_children and stop < len(context.text):
        below = stop + (2 if context.text.startswith("\r\n", stop) else 1)
        deeper = context.first_nonblank(below) - context.line_start(below) > indent
        if below <= stop or (context.line(below).strip() and not deeper):
            break
        lines += bool(context.line(below).strip())
        stop = context.lines.line_end(below)
    if with_children and lines == 1:
        return
    what = "it, and the lines that belong to it," if with_children else "it"
    for spaces in (1, -1, 2, -2, 3, -3, 4, -4):
        if indent + spaces < 0:
            continue
        block = context.text[start:stop]
        moved = (
            re.sub(r"(?m)^(?=.*\S)", " " * spaces, block) if spaces > 0 else re.sub(rf"(?m)^ {{{-spaces}}}", "", block)
        )
        depth = f"indented by {count(indent, 'space')}" if indent else "not indented"
        message = f"this line is {depth}, which does not fit the lines around it"
        hint = f"indent {what} by {count(abs(spaces), 'more space' if spaces > 0 else 'fewer space')}"
        text = context.text[:start] + moved + context.text[stop:]
        yield _Repair(text, TextProblem(INDENTATION, message, first, start + begin.end(), hint))


def _list_key(context: ErrorContext, start: int) -> Iterator[_Repair]:
    found = _FIRST_KEY.match(context.line(start))
    above = context.line_above(start)
    begins = above is not None and context.line(above).rstrip().endswith(":")
    if not found or begins or column_hint(context):
        return
    first, end = context.first_nonblank(start), context.lines.line_end(start)
    column = found.start("key")
    keys = {found["key"], *keys_below(context.text, start, column)}
    for key in _lists_of(*keys):
        for indent in range(first - start, -1, -1):
            text = f"{context.text[:start]}{' ' * indent}{key}:\n{context.text[start:]}"
            message = f'the key of this list is missing above it: "{key}"'
            hint = f'put a line "{key}:" above the list, as far to the right as the other keys'
            yield _Repair(text, TextProblem(MISSING_LIST_KEY, message, first, end, hint))


@cache
def _lists_of(*keys: str) -> tuple[str, ...]:
    """Return the keys of lists whose elements can have these keys, as the model has them."""
    found = [
        name
        for record in record_types()
        for name, field in record.model_fields.items()
        for element in _records_in(field.annotation)
        if element.model_fields.keys() >= set(keys)
    ]
    return tuple(dict.fromkeys(found))


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _records_in(inner)
