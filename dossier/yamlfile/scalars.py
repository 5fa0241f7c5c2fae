"""Traps within one scalar: what looks like a comment or a quote and is none to YAML, or the other way round.

Where scalars are is left to `recorder`.
"""

import re

from dossier.model.keys import is_allowed
from dossier.problem import Area, Code
from dossier.wording.english import cut
from dossier.yamlfile.characters import Lines
from dossier.yamlfile.error_context import TextProblem
from dossier.yamlfile.extent import Extent
from dossier.yamlfile.proposals import proposal
from dossier.yamlfile.quotes import quoted

COMMENT_IN_TEXT = Code(
    "comment-in-text",
    Area.YAML,
    "warning",
    "Text behind ` #` is a comment to YAML; here it looks like part of the text, and would be lost.",
    "Put the text in quotes; write a comment on a line of its own.",
)
COMMENT_SHOWN = Code(
    "comment-shown",
    Area.YAML,
    "warning",
    "A line that begins with `# ` is in a text begun with `>-` or `|`, where nothing is a comment: readers see it.",
    "Delete it, or put it on a line above the key of the text.",
)
STRAY_QUOTE = Code(
    "stray-quote",
    Area.YAML,
    "error",
    "Curly quotes are around a text, or a straight quote is only at its end. To YAML they are part of the text, so readers would see them.",
    "Put one straight quote before the text and one behind it; put straight quotes around curly ones that belong to the text.",
)

_COMMENT = re.compile(r"[ \t]+(#.*)")
_SHOWN = re.compile(r"^[ \t]*(#[ \t].*\S)", re.MULTILINE)
_MARK = re.compile("[“”„‟«»‹›「」『』]")
_AROUND = re.compile("[“„]([^“”„]+)[”“]|«([^«»]+)»|‘([^‘]+)’")


def comment_behind(text: str, lines: Lines, extent: Extent, value: str, key: str = "") -> TextProblem | None:
    """Return the problem of a comment behind a plain scalar or key that may be meant as part of the text.

    `key` is that of a value.
    """
    found = _COMMENT.match(text, extent.end, lines.line_end(extent.end))
    if extent.style in ("'", '"'):
        return _behind_quotes(text, lines, extent, value, key)
    if not found:
        return None
    comment = found.group(1)
    glued = len(comment) > 1 and not comment[1].isspace() and comment[1] != "#"
    if not glued and len(value.split()) < 2:
        return None
    whole = text[extent.start : found.end()].strip()
    hint = "put the value in quotes if the text goes on behind the #"
    if not is_allowed(key, whole):
        hint = "delete it, or put it on a line of its own"
        message = f'"{cut(comment)}" is read as a comment'
        return TextProblem(COMMENT_IN_TEXT, message, found.start(1), found.start(1) + len(comment.rstrip()), hint)
    if quoted(whole):
        hint = f"write {quoted(whole)} if that is the text"
    hint += "; write a comment on a line of its own"
    message = f'the text ends before the #: "{cut(comment)}" is read as a comment'
    return TextProblem(COMMENT_IN_TEXT, message, found.start(1), found.start(1) + len(comment.rstrip()), hint)


def _behind_quotes(text: str, lines: Lines, extent: Extent, value: str, key: str) -> TextProblem | None:
    """Return the problem of a comment that begins right behind a closing quote: to YAML a comment needs a space there."""
    comment = text[extent.end : lines.line_end(extent.end)].rstrip()
    if not comment.startswith("#"):
        return None
    whole = quoted(value + comment) if is_allowed(key, value + comment) else ""
    hint = f"write {whole} if that is the text" if whole else "put the quote behind it if it belongs to the text"
    message = f'the text ends before the #: "{cut(comment)}" is lost'
    return TextProblem(COMMENT_IN_TEXT, message, extent.end, extent.end + len(comment), f"{hint}; else delete it")


def comment_within(text: str, extent: Extent) -> TextProblem | None:
    """Return the problem of lines in a block scalar that look like comments: readers would see them."""
    found = list(_SHOWN.finditer(text, extent.start, extent.end))
    if not found:
        return None
    start, end = found[0].span(1)
    more = f", and so is what begins with # in {len(found) - 1} more of its lines" if len(found) > 1 else ""
    message = f'"{cut(found[0][1])}" is part of the text here, no comment{more}'
    return TextProblem(COMMENT_SHOWN, message, start, end, "delete it, or put it on a line above the key of the text")


def stray_quote(extent: Extent, value: str, key: str = "") -> TextProblem | None:
    """Return the problem of quotes around or behind a plain scalar that are part of the text to YAML.

    `key` is that of the value.
    """
    marks = _AROUND.fullmatch(value)
    if marks:
        message = f"{value[0]} and {value[-1]} are no quotes to YAML, so readers would see them around the text"
        bare = quoted(marks[1] or marks[2] or marks[3])
        hint = f"write {bare}" if bare else 'type straight quotes (") in their place'
        if is_allowed(key, value):
            kept = quoted(value)
            hint += f", or {kept}" if kept else ", or put straight quotes around them"
            hint += " if they belong to it"
    elif value.endswith('"') and value.count('"') % 2:
        message = "a quote closes here that nothing opens, so readers would see it behind the text"
        bare = quoted(value[:-1].lstrip("“„”")) if is_allowed(key, value) else proposal(key, value, is_text=False)
        hint = f"write {bare}" if bare else "open it in front of the text too, or delete it"
    elif alone := _alone(value):
        where = "begins" if value[0] == alone else "ends"
        message = (
            f"the text {where} with {alone}, which has no counterpart and is no quote to YAML: readers would see it"
        )
        bare = quoted(value.removeprefix(alone).removesuffix(alone).strip())
        kept = quoted(value) if is_allowed(key, value) else ""
        hint = f"write {bare}" if bare else "delete it"
        hint += f", or {kept} if it belongs to the text" if kept else ""
        start = extent.start if where == "begins" else extent.end - 1
        return TextProblem(STRAY_QUOTE, message, start, start + 1, hint)
    else:
        return None
    return TextProblem(STRAY_QUOTE, message, extent.start if marks else extent.end - 1, extent.end, hint)


def _alone(value: str) -> str:
    """Return the quotation mark at one end of a value that is the only one in it, or nothing."""
    found = _MARK.findall(value)
    return found[0] if len(found) == 1 and found[0] in (value[:1], value[-1:]) and len(value) > 1 else ""
