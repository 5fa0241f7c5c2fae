"""Explains faults of list dashes: none, another character in its place, no space behind it, the wrong column.

Other faults of syntax are left to `syntax`. Where the elements of a list do not agree on a column there is no hint.
"""

import re
from collections import Counter

from dossier.problem import Area, Code
from dossier.wording.phrase import count, cut
from dossier.yamlfile.error_context import KEY_VALUE, ErrorContext, TextProblem

MISSING_SPACE = Code(
    "missing-space",
    Area.YAML,
    "error",
    "The colon behind a key, or the dash before a list element, has no space behind it.",
    "Write a space behind it.",
)
INDENTATION = Code(
    "indentation",
    Area.YAML,
    "error",
    "A line is indented so that it belongs to no line above it, or to the wrong one.",
    "Indent the line as far as the lines it belongs with; list elements begin with `- `.",
)

_OTHERS = "\u2010\u2011\u2012–—−•·‣*"
_MARKED = re.compile(rf"[ ]*(?P<mark>[-{_OTHERS}])(?P<gap>[ ]*)(?P<rest>[^\s{_OTHERS}-].*)")
_KEY = re.compile(r"[A-Za-z_]\w*:(?:[ ]|$)")
_FIRST = re.compile(r"(?P<indent>[ ]*)-[ ]+(?P<key>[A-Za-z_]\w*):(?:[ ]|$)")


def wrong_dash(context: ErrorContext) -> TextProblem | None:
    """Return the problem of a key behind a dash without a space, or behind another character that looks like a dash."""
    here = context.line_start(context.index)
    # libyaml often stops only below such a line.
    for start in (here, context.line_start(context.start), context.line_above(here)):
        found = _MARKED.match(context.line(start)) if start is not None else None
        if start is None or not found or not _KEY.match(found["rest"]) or (found["mark"] == "-" and found["gap"]):
            continue
        proposal = f'"- {cut(found["rest"].rstrip())}"'
        at = start + found.start("mark")
        if found["mark"] == "-":
            return TextProblem(MISSING_SPACE, "a space is missing behind the dash", at, at + 1, f"write {proposal}")
        message = f'"{found["mark"]}" begins no list element'
        return TextProblem(INDENTATION, message, at, at + 1, f"type an ordinary hyphen and a space: {proposal}")
    return None


def without_dash(line: str) -> str:
    """Return a line without a dash in front that has no space behind it, or another character that looks like one."""
    found = _MARKED.match(line)
    return (found["rest"] if found else line).strip()


def element_hint(context: ErrorContext, above: int | None) -> str:
    """Return the hint for a list element where a key is expected. `above` is where the line above it starts."""
    if column := column_hint(context):
        return column
    upper = context.line(above).strip() if above is not None else ""
    if KEY_VALUE.match(upper) or re.match(r"[\w-]+:\s*$", upper):
        return 'begin the first element with "- " too, and indent its other keys by two more spaces'
    return "indent it as far as the other elements of its list"


def column_hint(context: ErrorContext) -> str:
    """Return which of two elements that begin with one key has to move into the column of most such elements."""
    this = _FIRST.match(context.line(context.index))
    if not this:
        return ""
    alike = {
        start: len(found["indent"])
        for start in context.line_starts()
        if (found := _FIRST.match(context.line(start))) and found["key"] == this["key"]
    }
    here = len(this["indent"])
    other = max((start for start in alike if start < context.line_start(context.index)), default=None)
    if other is None or alike[other] == here:
        return ""
    ((most, times), *rest) = Counter(alike.values()).most_common()
    if rest and rest[0][1] == times:
        most = max(here, alike[other])
    moved, which = (here, "it") if most != here else (alike[other], f"line {context.line_number(other)}")
    spaces = count(abs(most - moved), "more space" if most > moved else "fewer space")
    return f"indent {which}, and the lines that belong to it, by {spaces}: elements of one list begin in one column"
