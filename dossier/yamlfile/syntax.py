"""Explains errors of libyaml: what is wrong in plain words, where the fault really is, and how to fix it.

An error that no rule understands is shown in libyaml's words and without a hint. List dashes are left to `list_dashes`.
"""

import re
from collections.abc import Callable

from yaml import MarkedYAMLError

from dossier.model.keys import record_types, takes_list
from dossier.problem import Area, Code, Problem
from dossier.wording.english import count, cut
from dossier.yamlfile import list_dashes, quote_errors
from dossier.yamlfile.characters import Lines
from dossier.yamlfile.error_context import (
    KEY_VALUE,
    KEY_WITHOUT_SPACE,
    ErrorContext,
    TextProblem,
    missing_colon_hint,
    sibling_keys,
)
from dossier.yamlfile.extent import Extent
from dossier.yamlfile.list_dashes import INDENTATION, MISSING_SPACE
from dossier.yamlfile.proposals import proposal
from dossier.yamlfile.repairs import UNCLOSED_BRACKET, is_concrete, is_mended, repair_place, repair_sign

TAB_INDENT = Code(
    "tab-indent",
    Area.YAML,
    "error",
    "A tab is where YAML allows only spaces.",
    "Indent with spaces; most editors can turn tabs into spaces.",
)
SYNTAX = Code(
    "syntax",
    Area.YAML,
    "error",
    "The text is not valid YAML for a reason that no other code names.",
    "Compare the line with the same place in another file of its kind.",
)
EMPTY_KEY = Code(
    "empty-key",
    Area.YAML,
    "error",
    "There is a colon with no key before it.",
    "Write the key before the colon, or put the text in quotes.",
)
DIRECTIVE = Code(
    "directive",
    Area.YAML,
    "error",
    "A line that begins with `%` is an instruction to the YAML reader, which is not allowed.",
    "Delete the line.",
)
SEVERAL_DOCUMENTS = Code(
    "several-documents",
    Area.YAML,
    "error",
    "A line `---` begins a second document in the file, and its content would be lost.",
    "Delete the line, or move what follows to a file of its own.",
)

_SURE = (
    TAB_INDENT,
    MISSING_SPACE,
    DIRECTIVE,
    EMPTY_KEY,
    SEVERAL_DOCUMENTS,
    quote_errors.NEEDS_QUOTES,
    quote_errors.UNCLOSED_QUOTE,
    quote_errors.BAD_ESCAPE,
)
_NO_KEY_MESSAGE = "this line has no key: it is neither `key: value` nor a list element"


def explained(error: MarkedYAMLError, text: str, file: str) -> Problem:
    """Return the problem behind an error of libyaml in a text of which nothing else is known."""
    return explain(error, text, file, Lines(text), None)


def explain(error: MarkedYAMLError, text: str, file: str, lines: Lines, last_scalar: Extent | None) -> Problem:
    """Return the problem behind an error of libyaml. `last_scalar` is the scalar that was read before it, if any."""
    context = ErrorContext(error, text, lines, last_scalar)
    problem = repair_sign(context) or next(filter(None, (rule(context) for rule in _RULES)), None)
    if problem is None or not (problem.code in _SURE or (is_concrete(problem) and is_mended(context, problem))):
        problem = repair_place(context) or problem
    if problem is None:
        message = f"{context.yaml_context}: {context.yaml_problem}" if context.yaml_context else context.yaml_problem
        problem = TextProblem(SYNTAX, f"this cannot be read as YAML ({message})", context.index, context.index)
    hint = problem.hint if is_mended(context, problem) else ""
    return Problem(problem.code, problem.message, lines.span(file, problem.start, problem.end), hint)


def _tab_indentation(context: ErrorContext) -> TextProblem | None:
    start = context.line_start(context.index)
    indent = re.compile(r"[ ]*(\t[ \t]*)").match(context.text, start)
    if "tab" not in context.yaml_problem and context.text[context.index : context.index + 1] != "\t":
        return None
    if indent:
        more = len(re.findall(r"^[ ]*\t[ \t]*\S", context.text[indent.end() :], re.MULTILINE))
        also = f", and so are {more} more below" if more > 1 else ", and so is one more below" if more else ""
        message = f"this line is indented with a tab{also}"
        return TextProblem(TAB_INDENT, message, indent.start(1), indent.end(1), "indent with spaces")
    at = context.text.find("\t", start)
    at = context.index if at < 0 else at
    return TextProblem(TAB_INDENT, "a tab is where only spaces are allowed", at, at + 1, "type spaces instead")


def _colon_in_text(context: ErrorContext) -> TextProblem | None:
    if not context.yaml_problem.startswith("mapping values are not allowed"):
        return None
    line = context.line(context.index)
    start = context.line_start(context.index)
    found = KEY_VALUE.match(line)
    if found and start + found.start("value") <= context.index:
        message = 'a text with a colon and a space in it (": ") must stand in quotes'
        problem = quote_errors.needs_quotes(context, start + found.start("value"), message, context.index)
        word = context.text[start : context.index].split()[-1]
        siblings = sibling_keys(context, start, found.start("key")) | {found["key"]}
        if word not in siblings and any(kind.model_fields.keys() >= {word, *siblings} for kind in record_types()):
            hint = (
                f'begin a new line before "{word}:" if it is a key; if it is part of the text, put the text in quotes'
            )
            return problem._replace(hint=hint)
        return problem
    above = context.line_above(context.index)
    if above is None:
        return None
    upper = context.line(above)
    indent, upper_indent = len(line) - len(line.lstrip()), len(upper) - len(upper.lstrip())
    glued = KEY_WITHOUT_SPACE.match(upper)
    if glued and not KEY_VALUE.match(upper):
        at = above + glued.start("value")
        hint = f'write "{glued["key"]}: {cut(glued["value"])}"'
        return TextProblem(MISSING_SPACE, "a space is missing behind the colon", at - 1, at, hint)
    if hint := missing_colon_hint(context, above):
        return TextProblem(SYNTAX, _NO_KEY_MESSAGE, context.first_nonblank(above), context.lines.line_end(above), hint)
    first = start + indent
    if indent > upper_indent and re.match(r"[\w-]+$", context.text[first : context.index].removeprefix("- ").strip()):
        number = context.line_number(above)
        message = f"this line is indented more than line {number}, so it is read as more of that line's text"
        hint = f"begin it in the same column as the key in line {number}, or put the text in quotes if it goes on here"
        return TextProblem(INDENTATION, message, first, context.index, hint)
    head: int | None = above
    while head is not None and len(context.line(head)) - len(context.line(head).lstrip()) >= indent:
        head = context.line_above(head)
    if indent <= upper_indent and (head is None or not KEY_VALUE.match(context.line(head))):
        return TextProblem(SYNTAX, _NO_KEY_MESSAGE, context.first_nonblank(above), context.lines.line_end(above))
    message = 'a text with a colon and a space in it (": ") must stand in quotes'
    return TextProblem(
        quote_errors.NEEDS_QUOTES,
        message,
        context.index,
        context.index + 1,
        "put the whole text in quotes, from its first line to its last",
    )


def _missing_colon(context: ErrorContext) -> TextProblem | None:
    if not context.yaml_problem.startswith("could not find expected ':'"):
        return None
    first = context.first_nonblank(context.start)
    line = context.line(first)
    end = context.lines.line_end(first)
    glued = KEY_WITHOUT_SPACE.match(line)
    if glued:
        at = context.line_start(first) + glued.start("value")
        hint = f'write "{glued["key"]}: {cut(glued["value"])}"'
        return TextProblem(MISSING_SPACE, "a space is missing behind the colon", at - 1, at, hint)
    if hint := missing_colon_hint(context, context.line_start(first)):
        return TextProblem(SYNTAX, _NO_KEY_MESSAGE, first, end, hint)
    above = context.line_above(first)
    if above is not None:
        upper = context.line(above)
        indent = first - context.line_start(first)
        upper_indent = len(upper) - len(upper.lstrip())
        if upper.lstrip().startswith("- ") and upper_indent == indent:
            hint = f'if it is an element of the list, begin it with "- ": "- {cut(list_dashes.without_dash(line))}"'
        elif " #" in upper and upper_indent < indent:
            return quote_errors.comment_cuts_text(context, above)
        else:
            hint = (
                f"if it goes on with the text of line {context.line_number(above)}, indent it more than that line's key"
            )
    return TextProblem(SYNTAX, _NO_KEY_MESSAGE, first, end, hint)


def _text_behind_bracket(context: ErrorContext) -> TextProblem | None:
    if "flow" in context.yaml_context or not context.yaml_problem.startswith("did not find expected"):
        return None
    before = context.text[context.line_start(context.index) : context.index].rstrip()
    if not before or before[-1] not in "]}":
        return None
    if context.text[context.index : context.index + 1] == ",":
        return TextProblem(
            SYNTAX, "a comma stands behind the closing bracket", context.index, context.index + 1, "delete the comma"
        )
    found = KEY_VALUE.match(context.line(context.index)) or re.match(
        r"[ ]*(?:-[ ]+)+(?P<value>[\[{].*)", context.line(context.index)
    )
    bracket = "[" if before[-1] == "]" else "{"
    message = f'a text cannot begin with "{bracket}" unless it stands in quotes'
    if not found or not found["value"].startswith(bracket):
        return None
    return quote_errors.needs_quotes(context, context.line_start(context.index) + found.start("value"), message)


def _wrong_indentation(context: ErrorContext) -> TextProblem | None:
    block = context.yaml_context in ("while parsing a block mapping", "while parsing a block collection")
    dash_in_line = context.yaml_problem.startswith("block sequence entries are not allowed")
    if dash_in_line:
        message = "a list cannot begin behind its key on the same line"
        return TextProblem(
            INDENTATION, message, context.index, context.index + 1, 'begin each element with "- " on a line of its own'
        )
    if not block or context.first_nonblank(context.index) != context.index:
        return None
    end = context.lines.line_end(context.index)
    above = context.line_above(context.index)
    line = context.line(context.index)
    if line.lstrip().startswith(":"):
        return TextProblem(
            EMPTY_KEY,
            "there is no key before the colon",
            context.index,
            context.index + 1,
            "write the key before the colon",
        )
    if line.lstrip().startswith("- ") or line.strip() == "-":
        message = "a list element is where a key is expected"
        return TextProblem(
            INDENTATION, message, context.index, context.index + 1, list_dashes.element_hint(context, above)
        )
    if context.yaml_context == "while parsing a block collection":
        message = 'only list elements, which begin with "- ", can stand here'
        hint = "indent this line as far as the other keys of the element it belongs to"
        return TextProblem(INDENTATION, message, context.index, end, hint)
    comment = context.text.find(" #", above, context.line_start(context.index)) if above is not None else -1
    if above is not None and comment >= 0 and not KEY_VALUE.match(line):
        return quote_errors.comment_cuts_text(context, above)
    indent = context.index - context.line_start(context.index)
    depth = f"indented by {count(indent, 'space')}" if indent else "not indented"
    message = f"this line is {depth}, which fits no line above it"
    hint = "indent it as far as the lines it belongs to"
    return TextProblem(INDENTATION, message, context.index, end, hint)


def _bracket(context: ErrorContext) -> TextProblem | None:
    if "flow" not in context.yaml_context:
        return None
    start = context.start
    opener = context.text[start : start + 1]
    if opener not in ("[", "{"):
        return TextProblem(SYNTAX, "a value is missing before this", context.index, context.index + 1)
    closer = "]" if opener == "[" else "}"
    key, end = context.key_before(start), context.lines.line_end(start)
    if key and context.line_number(start) != context.line_number(context.index) and not takes_list(key):
        words = proposal(key, context.text[start:end].rstrip())
        message = f'the "{opener}" is never closed'
        return TextProblem(UNCLOSED_BRACKET, message, start, start + 1, f"write {words}" if words else "")
    if context.line_number(start) != context.line_number(context.index):
        return TextProblem(
            UNCLOSED_BRACKET,
            f'the "{opener}" is never closed',
            start,
            start + 1,
            f'close the list with "{closer}"; if the "{opener}" belongs to a text, put the text in quotes',
        )
    message = f'this cannot stand inside "{opener} {closer}"'
    hint = "separate elements by a comma and a space, and put an element in quotes if it has a comma, colon or bracket in it"
    return TextProblem(SYNTAX, message, context.index, context.index + 1, hint)


def _text_behind_block_mark(context: ErrorContext) -> TextProblem | None:
    if context.yaml_context != "while scanning a block scalar":
        return None
    mark = context.text[context.start : context.start + 1]
    end = context.lines.line_end(context.start)
    if context.index > end:
        return None
    hint = f'begin the text on the next line, indented; if the "{mark}" belongs to it, put it in quotes'
    return TextProblem(SYNTAX, f'nothing can stand behind "{mark}" on the same line', context.start, end, hint)


def _second_document(context: ErrorContext) -> TextProblem | None:
    found = re.compile(r"(?<=\n)---(?=[ ]*\r?\n)").search(context.text, 1, context.index)
    if not found or not re.search(r"^[^#\s]", context.text[: found.start()], re.MULTILINE):
        return None
    message = "a second document begins here; all that follows would be lost"
    return TextProblem(SEVERAL_DOCUMENTS, message, found.start(), found.end(), 'delete the line "---"')


def _outside_document(context: ErrorContext) -> TextProblem | None:
    if context.yaml_problem != "did not find expected <document start>":
        return None
    if context.text.lstrip().startswith("%"):
        start = context.text.find("%")
        message = "a line that begins with % is an instruction to the YAML reader, which is not allowed"
        return TextProblem(
            DIRECTIVE, message, start, context.lines.line_end(start), "delete the line, or put the text in quotes"
        )
    ended = re.search(r"^\.\.\.(?=\s)", context.text[: context.index], re.MULTILINE)
    if not ended:
        message = "this line belongs to nothing above it"
        hint = "begin it in the same column as the first key of the file"
        return TextProblem(INDENTATION, message, context.index, context.lines.line_end(context.index), hint)
    message = "this line ends the document, and there is text behind it"
    return TextProblem(SEVERAL_DOCUMENTS, message, ended.start(), ended.end(), 'delete the line "..."')


_RULES: tuple[Callable[[ErrorContext], TextProblem | None], ...] = (
    _second_document,
    _tab_indentation,
    list_dashes.wrong_dash,
    quote_errors.reserved_character,
    _colon_in_text,
    _missing_colon,
    quote_errors.open_quote,
    quote_errors.unknown_escape,
    _text_behind_block_mark,
    quote_errors.text_behind_quote,
    _text_behind_bracket,
    _bracket,
    _wrong_indentation,
    _outside_document,
)
