"""Says in plain words what libyaml stumbled over, where the fault really lies, and how to mend it.

Never shows libyaml's own words where the fault is understood, and gives no hint where it is not.
"""

import re
from collections.abc import Callable

from yaml import MarkedYAMLError

from dossier.problem import Problem
from dossier.yamlfile import list_dashes
from dossier.yamlfile.characters import Lines
from dossier.yamlfile.error_context import GLUED, PAIR, Fault, Scene, cut, lacks_colon
from dossier.yamlfile.quotes import quoted
from dossier.yamlfile.run import Run

_NO_KEY = "this line has no key: it is neither `key: value` nor a list element"


def explain(error: MarkedYAMLError, text: str, file: str, lines: Lines, last: Run | None) -> Problem:
    """Return the problem that an error of libyaml stands for. `last` is the scalar read before it."""
    scene = Scene(error, text, lines, last)
    for rule in _RULES:
        fault = rule(scene)
        if fault:
            break
    else:
        words = f"{scene.context}: {scene.words}" if scene.context else scene.words
        fault = Fault("syntax", f"this cannot be read as YAML ({words})", scene.at, scene.at)
    return Problem(fault.code, fault.message, lines.span(file, fault.start, fault.end), fault.hint)


def _tab(scene: Scene) -> Fault | None:
    start = scene.line_start(scene.at)
    indent = re.compile(r"[ ]*(\t[ \t]*)").match(scene.text, start)
    if "tab" not in scene.words and scene.text[scene.at : scene.at + 1] != "\t":
        return None
    if indent:
        more = len(re.findall(r"^[ ]*\t[ \t]*\S", scene.text[indent.end() :], re.MULTILINE))
        also = f", and so are {more} more below" if more > 1 else ", and so is one more below" if more else ""
        message = f"this line is indented with a tab{also}"
        return Fault("tab-indent", message, indent.start(1), indent.end(1), "indent with spaces")
    at = scene.text.find("\t", start)
    at = scene.at if at < 0 else at
    return Fault("tab-indent", "a tab stands where only spaces can", at, at + 1, "type spaces instead")


def _starter(scene: Scene) -> Fault | None:
    aliased = scene.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag")
    asked = scene.words.startswith("mapping keys are not allowed")
    if not aliased and not asked and "cannot start any token" not in scene.words and "directive" not in scene.context:
        return None
    at = scene.from_ if aliased else scene.at
    character = scene.text[at : at + 1]
    if not character.strip():
        return None
    return _wants_quotes(scene, at, f'a text cannot begin with "{character}" unless it stands in quotes')


def _colon(scene: Scene) -> Fault | None:
    if not scene.words.startswith("mapping values are not allowed"):
        return None
    line = scene.line(scene.at)
    start = scene.line_start(scene.at)
    found = PAIR.match(line)
    if found and start + found.start("value") <= scene.at:
        message = 'a text with a colon and a space in it (": ") must stand in quotes'
        return _wants_quotes(scene, start + found.start("value"), message, scene.at)
    above = scene.before(scene.at)
    if above is None:
        return None
    upper = scene.line(above)
    indent, upper_indent = len(line) - len(line.lstrip()), len(upper) - len(upper.lstrip())
    glued = GLUED.match(upper)
    if glued and not PAIR.match(upper):
        at = above + glued.start("value")
        hint = f'write "{glued["key"]}: {cut(glued["value"])}"'
        return Fault("missing-space", "a space is missing behind the colon", at - 1, at, hint)
    if hint := lacks_colon(scene, above):
        return Fault("syntax", _NO_KEY, scene.first(above), scene.lines.line_end(above), hint)
    first = start + indent
    if indent > upper_indent and re.match(r"[\w-]+$", scene.text[first : scene.at].removeprefix("- ").strip()):
        number = scene.number(above)
        message = f"this line is indented more than line {number}, so it is read as more of that line's text"
        hint = f"begin it in the same column as the key in line {number}, or put the text in quotes if it goes on here"
        return Fault("indentation", message, first, scene.at, hint)
    head: int | None = above
    while head is not None and len(scene.line(head)) - len(scene.line(head).lstrip()) >= indent:
        head = scene.before(head)
    if indent <= upper_indent and (head is None or not PAIR.match(scene.line(head))):
        return Fault("syntax", _NO_KEY, scene.first(above), scene.lines.line_end(above))
    message = 'a text with a colon and a space in it (": ") must stand in quotes'
    return Fault(
        "needs-quotes", message, scene.at, scene.at + 1, "put the whole text in quotes, from its first line to its last"
    )


def _no_colon(scene: Scene) -> Fault | None:
    if not scene.words.startswith("could not find expected ':'"):
        return None
    first = scene.first(scene.from_)
    line = scene.line(first)
    end = scene.lines.line_end(first)
    glued = GLUED.match(line)
    if glued:
        at = scene.line_start(first) + glued.start("value")
        hint = f'write "{glued["key"]}: {cut(glued["value"])}"'
        return Fault("missing-space", "a space is missing behind the colon", at - 1, at, hint)
    if hint := lacks_colon(scene, scene.line_start(first)):
        return Fault("syntax", _NO_KEY, first, end, hint)
    above = scene.before(first)
    if above is not None:
        upper = scene.line(above)
        indent = first - scene.line_start(first)
        upper_indent = len(upper) - len(upper.lstrip())
        if upper.lstrip().startswith("- ") and upper_indent == indent:
            hint = f'if it is an element of the list, begin it with "- ": "- {cut(list_dashes.bare(line))}"'
        elif " #" in upper and upper_indent < indent:
            return _cut_comment(scene, above)
        else:
            hint = f"if it goes on with the text of line {scene.number(above)}, indent it more than that line's key"
    return Fault("syntax", _NO_KEY, first, end, hint)


def _after_quotes(scene: Scene) -> Fault | None:
    if not scene.words.startswith("did not find expected") or scene.last is None or scene.last.style not in ("'", '"'):
        return None
    run = scene.last
    gap = scene.text[run.end : scene.at]
    if scene.at < run.end or gap.strip(" \t") or "\n" in gap or "flow" in scene.context:
        return None
    if scene.number(run.start) != scene.number(run.end - 1):
        return _unclosed(scene, run.start)
    end = scene.lines.line_end(run.start)
    whole = scene.text[run.start : end].rstrip()
    mark = run.style
    # `"he said "no" to it"` has its outer quotes around all of it, `"no" and "yes"` has not.
    around = whole.endswith(mark) and (not gap or scene.text[run.end - 2].isspace())
    inner = whole[1:-1] if around else ""
    proposal = quoted(inner.replace("''", "'") if mark == "'" else inner) if inner else quoted(whole)
    hint = (
        f"write {proposal}"
        if proposal
        else f"put quotes of the other kind around the whole text, or write {mark}{mark} inside '…'"
    )
    return Fault("needs-quotes", "the text goes on behind its closing quote", scene.at, end, hint)


def _after_bracket(scene: Scene) -> Fault | None:
    if "flow" in scene.context or not scene.words.startswith("did not find expected"):
        return None
    before = scene.text[scene.line_start(scene.at) : scene.at].rstrip()
    if not before or before[-1] not in "]}":
        return None
    if scene.text[scene.at : scene.at + 1] == ",":
        return Fault("syntax", "a comma stands behind the closing bracket", scene.at, scene.at + 1, "delete the comma")
    found = PAIR.match(scene.line(scene.at)) or re.match(r"[ ]*(?:-[ ]+)+(?P<value>[\[{].*)", scene.line(scene.at))
    bracket = "[" if before[-1] == "]" else "{"
    message = f'a text cannot begin with "{bracket}" unless it stands in quotes'
    if not found or not found["value"].startswith(bracket):
        return None
    return _wants_quotes(scene, scene.line_start(scene.at) + found.start("value"), message)


def _out_of_line(scene: Scene) -> Fault | None:
    block = scene.context in ("while parsing a block mapping", "while parsing a block collection")
    dash_in_line = scene.words.startswith("block sequence entries are not allowed")
    if dash_in_line:
        message = "a list cannot begin behind its key on the same line"
        return Fault(
            "indentation", message, scene.at, scene.at + 1, 'begin each element with "- " on a line of its own'
        )
    if not block or scene.first(scene.at) != scene.at:
        return None
    end = scene.lines.line_end(scene.at)
    above = scene.before(scene.at)
    line = scene.line(scene.at)
    if line.lstrip().startswith(":"):
        return Fault(
            "empty-key", "there is no key before the colon", scene.at, scene.at + 1, "write the key before the colon"
        )
    if line.lstrip().startswith("- ") or line.strip() == "-":
        message = "a list element stands where a key is wanted"
        return Fault("indentation", message, scene.at, scene.at + 1, list_dashes.hint(scene, above))
    if scene.context == "while parsing a block collection":
        message = 'only list elements, which begin with "- ", can stand here'
        hint = "indent this line as far as the other keys of the element it belongs to"
        return Fault("indentation", message, scene.at, end, hint)
    comment = scene.text.find(" #", above, scene.line_start(scene.at)) if above is not None else -1
    if above is not None and comment >= 0 and not PAIR.match(line):
        return _cut_comment(scene, above)
    indent = scene.at - scene.line_start(scene.at)
    depth = f"indented by {indent} space{'' if indent == 1 else 's'}" if indent else "not indented"
    message = f"this line is {depth}, which fits no line above it"
    hint = "indent it as far as the lines it belongs to"
    return Fault("indentation", message, scene.at, end, hint)


def _open_quote(scene: Scene) -> Fault | None:
    if scene.context != "while scanning a quoted scalar" or not scene.words.startswith("found unexpected"):
        return None
    return _unclosed(scene, scene.from_)


def _escape(scene: Scene) -> Fault | None:
    if scene.context not in ("while parsing a quoted scalar", "while scanning a quoted scalar"):
        return None
    at = scene.text.rfind("\\", scene.from_, scene.at + 1)
    if at < 0:
        return None
    message = f'"{scene.text[at : at + 2]}" has a meaning in double quotes that YAML does not know'
    return Fault("bad-escape", message, at, at + 2, "write \\\\ for a backslash, or put the text in single quotes")


def _bracket(scene: Scene) -> Fault | None:
    if "flow" not in scene.context:
        return None
    start = scene.from_
    opener = scene.text[start : start + 1]
    if opener not in ("[", "{"):
        return Fault("syntax", "a value is missing before this", scene.at, scene.at + 1)
    closer = "]" if opener == "[" else "}"
    if scene.number(start) != scene.number(scene.at):
        return Fault(
            "unclosed-bracket",
            f'the "{opener}" is never closed',
            start,
            start + 1,
            f'close the list with "{closer}"; if the "{opener}" belongs to a text, put the text in quotes',
        )
    message = f'this cannot stand inside "{opener} {closer}"'
    hint = "separate elements by a comma and a space, and put an element in quotes if it has a comma, colon or bracket in it"
    return Fault("syntax", message, scene.at, scene.at + 1, hint)


def _block_text(scene: Scene) -> Fault | None:
    if scene.context != "while scanning a block scalar":
        return None
    mark = scene.text[scene.from_ : scene.from_ + 1]
    end = scene.lines.line_end(scene.from_)
    if scene.at > end:
        return None
    hint = f'begin the text on the next line, indented; if the "{mark}" belongs to it, put it in quotes'
    return Fault("syntax", f'nothing can stand behind "{mark}" on the same line', scene.from_, end, hint)


def _document(scene: Scene) -> Fault | None:
    if scene.words != "did not find expected <document start>":
        return None
    if scene.text.lstrip().startswith("%"):
        start = scene.text.find("%")
        message = "a line that begins with % gives orders to the YAML reader, which is not allowed"
        return Fault(
            "directive", message, start, scene.lines.line_end(start), "delete the line, or put the text in quotes"
        )
    if not re.search(r"^\.\.\.\s", scene.text[: scene.at], re.MULTILINE):
        message = "this line belongs to nothing above it"
        hint = "begin it in the same column as the first key of the file"
        return Fault("indentation", message, scene.at, scene.lines.line_end(scene.at), hint)
    message = "the text goes on behind its end, which the line `...` marks"
    return Fault("several-documents", message, scene.at, scene.lines.line_end(scene.at), 'delete the line "..."')


def _unclosed(scene: Scene, start: int) -> Fault:
    mark = scene.text[start : start + 1]
    hint = f"close it with {mark}"
    if mark == "'":
        hint += "; an apostrophe inside '…' is written twice"
    return Fault(
        "unclosed-quote", f"the quote that opens here ({mark}) is not closed on its line", start, start + 1, hint
    )


def _cut_comment(scene: Scene, above: int) -> Fault:
    start = scene.text.find(" #", above) + 1
    message = "the text ends before the #, which begins a comment, but goes on in the next line"
    return Fault("needs-quotes", message, start, scene.lines.line_end(start), "put the whole text in quotes")


def _wants_quotes(scene: Scene, start: int, message: str, mark: int | None = None) -> Fault:
    end = scene.lines.line_end(start)
    value = scene.text[start:end].rstrip()
    following = scene.text[end:].lstrip("\r\n").split("\n", 1)[0]
    goes_on = following.startswith(" " * (scene.first(start) - scene.line_start(start) + 1)) and not PAIR.match(
        following
    )
    proposal = "" if goes_on else quoted(value)
    hint = f"write {proposal}" if proposal else "put the whole text in quotes"
    at = start if mark is None else mark
    return Fault("needs-quotes", message, at, at + 1, hint)


_RULES: tuple[Callable[[Scene], Fault | None], ...] = (
    _tab,
    list_dashes.stray_mark,
    _starter,
    _colon,
    _no_colon,
    _open_quote,
    _escape,
    _block_text,
    _after_quotes,
    _after_bracket,
    _bracket,
    _out_of_line,
    _document,
)
