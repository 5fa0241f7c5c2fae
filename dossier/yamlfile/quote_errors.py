"""Explains errors of libyaml about quotes: texts that need them, quotes that are not closed, unknown escapes.

Other errors are left to `syntax`.
"""

import re

from dossier.model.keys import is_allowed, known_keys
from dossier.problem import Area, Code
from dossier.wording.english import cut
from dossier.yamlfile.error_context import KEY_VALUE, ErrorContext, TextProblem
from dossier.yamlfile.proposals import proposal

NEEDS_QUOTES = Code(
    "needs-quotes",
    Area.YAML,
    "error",
    "A text holds or begins with a character that means something to YAML, so it must stand in quotes.",
    "Put the whole text in quotes: `\"…\"`, or `'…'` if there are double quotes in it.",
)
UNCLOSED_QUOTE = Code(
    "unclosed-quote",
    Area.YAML,
    "error",
    "A quote opens a text and nothing closes it, or something far below does.",
    "Close the quote at the end of the text; write an apostrophe inside `'…'` twice.",
)
BAD_ESCAPE = Code(
    "bad-escape",
    Area.YAML,
    "error",
    "A backslash in double quotes is followed by a character with which it means nothing.",
    "Write `\\\\` for a backslash, or put the text in single quotes.",
)

# A key with signs of Markdown or YAML around it.
_MARKED_KEY = re.compile(r"[*`@%&!]+([a-z_]+)[*`]*(:(?:\s.*|$))")


def reserved_character(context: ErrorContext) -> TextProblem | None:
    """Return the problem of a text that begins with a character which means something to YAML."""
    is_anchor_or_tag = context.yaml_context in (
        "while scanning an alias",
        "while scanning an anchor",
        "while scanning a tag",
    )
    is_complex_key = context.yaml_problem.startswith("mapping keys are not allowed")
    if (
        not is_anchor_or_tag
        and not is_complex_key
        and "cannot start any token" not in context.yaml_problem
        and "directive" not in context.yaml_context
    ):
        return None
    at = context.start if is_anchor_or_tag else context.index
    character = context.text[at : at + 1]
    if not character.strip():
        return None
    marked = _MARKED_KEY.match(context.text, at, context.lines.line_end(at))
    if marked and marked[1] in known_keys():
        message = f'a key cannot begin with "{character}"'
        hint = f'write "{cut(marked[1] + marked[2].rstrip())}"'
        return TextProblem(NEEDS_QUOTES, message, at, context.lines.line_end(at), hint)
    return needs_quotes(context, at, f'a text cannot begin with "{character}" unless it stands in quotes')


def text_behind_quote(context: ErrorContext) -> TextProblem | None:
    """Return the problem of a text that goes on behind its closing quote."""
    if (
        not context.yaml_problem.startswith("did not find expected")
        or context.last_scalar is None
        or context.last_scalar.style not in ("'", '"')
    ):
        return None
    extent = context.last_scalar
    gap = context.text[extent.end : context.index]
    if context.index < extent.end or gap.strip(" \t") or "\n" in gap or "flow" in context.yaml_context:
        return None
    if context.line_number(extent.start) != context.line_number(extent.end - 1):
        return _unclosed(context, extent.start)
    end = context.lines.line_end(extent.start)
    whole = context.text[extent.start : end].rstrip()
    mark = extent.style
    # `"he said "no" to it"` has its outer quotes around all of it, `"no" and "yes"` has not.
    around = whole.endswith(mark) and (not gap or context.text[extent.end - 2].isspace())
    inner = whole[1:-1] if around else ""
    text = (inner.replace("''", "'") if mark == "'" else inner) if inner else whole
    words = proposal(context.key_before(extent.start), text)
    hint = (
        f"write {words}"
        if words
        else f"put quotes of the other kind around the whole text, or write {mark}{mark} inside '…'"
    )
    return TextProblem(NEEDS_QUOTES, "the text goes on behind its closing quote", context.index, end, hint)


def open_quote(context: ErrorContext) -> TextProblem | None:
    """Return the problem of a quote that is never closed."""
    if context.yaml_context != "while scanning a quoted scalar" or not context.yaml_problem.startswith(
        "found unexpected"
    ):
        return None
    return _unclosed(context, context.start)


def unknown_escape(context: ErrorContext) -> TextProblem | None:
    """Return the problem of a backslash before a character with which it means nothing."""
    if context.yaml_context not in ("while parsing a quoted scalar", "while scanning a quoted scalar"):
        return None
    at = context.text.rfind("\\", context.start, context.index + 1)
    if at < 0:
        return None
    message = f'"{context.text[at : at + 2]}" means nothing to YAML in double quotes'
    return TextProblem(BAD_ESCAPE, message, at, at + 2, "write \\\\ for a backslash, or put the text in single quotes")


def _unclosed(context: ErrorContext, start: int) -> TextProblem:
    mark = context.text[start : start + 1]
    value = context.text[start + 1 : context.lines.line_end(start)].rstrip()
    key = context.key_before(start)
    if not key and re.match(r"[\w-]+:(\s|$)", value):
        hint = "delete it"
    elif is_allowed(key, value) and not value.endswith(tuple("“”’»")):
        hint = f"close it with {mark}"
        if mark == "'":
            hint += "; an apostrophe inside '…' is written twice"
    else:
        words = proposal(key, value, is_text=False)
        hint = f"write {words}" if words else ""
    return TextProblem(
        UNCLOSED_QUOTE, f"the quote that opens here ({mark}) is not closed on its line", start, start + 1, hint
    )


def comment_cuts_text(context: ErrorContext, above: int) -> TextProblem:
    """Return the problem of a text that goes on below a comment in the line that starts at `above`."""
    start = context.text.find(" #", above) + 1
    message = "the text ends before the #, which begins a comment, but goes on in the next line"
    return TextProblem(NEEDS_QUOTES, message, start, context.lines.line_end(start), "put the whole text in quotes")


def needs_quotes(context: ErrorContext, start: int, message: str, mark: int | None = None) -> TextProblem:
    """Return the problem of a text from `start` on that must be in quotes, shown at `mark` or else at its start."""
    end = context.lines.line_end(start)
    value = context.text[start:end].rstrip()
    following = context.text[end:].lstrip("\r\n").split("\n", 1)[0]
    goes_on = following.startswith(
        " " * (context.first_nonblank(start) - context.line_start(start) + 1)
    ) and not KEY_VALUE.match(following)
    key = context.key_before(start)
    words = "" if goes_on else proposal(key, value)
    hint = f"write {words}" if words else "put the whole text in quotes" if is_allowed(key, value) else ""
    at = start if mark is None else mark
    return TextProblem(NEEDS_QUOTES, message, at, at + 1, hint)
