"""Words of a pull request as code spans and code blocks, and lists of them.

Never lets such words act: no Markdown, HTML, mention or link is read in code, and characters that cannot be seen are
spelled out.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from dossier.check.changes.difference import ChangedClaim
from dossier.model import Evidence
from dossier.model.words import Record

MOST = 40
_LONGEST = 400
_MOST_VALUES = 12
_TICKS = re.compile("`+")
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def code(text: str) -> str:
    """Return a text as a code span that nothing in it can leave."""
    shown = _seen(text)
    ticks = "`" * (max((len(run) for run in _TICKS.findall(shown)), default=0) + 1)
    # A space at either end is taken off again where both are there.
    padded = f" {shown} " if shown[:1] in "` " or shown[-1:] in "` " else shown
    return f"{ticks}{padded}{ticks}"


def _seen(text: str) -> str:
    line = " ".join(text.split())
    clipped = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    spelled = "".join(f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in _UNSEEN else sign for sign in clipped)
    return spelled or "∅"


def block(before: str, after: str) -> str:
    """Return two wordings as a code block that marks what went and what came."""
    lines = [f"- {_seen(before)}", f"+ {_seen(after)}"]
    fence = "`" * max(3, *(len(run) + 1 for line in lines for run in (*_TICKS.findall(line), "")))
    return "\n".join([f"{fence}diff", *lines, fence])


def value(of: object) -> str:
    """Return what a record has under one of its keys."""
    if of is None or of == ():
        return "none"
    if isinstance(of, tuple):
        rest = len(of) - _MOST_VALUES
        return ", ".join(value(one) for one in of[:_MOST_VALUES]) + (f" and {rest} more" if rest > 0 else "")
    if isinstance(of, Record):
        # An evidence, a grade, a reason: what is not given is left out.
        return code("; ".join(f"{name}: {one}" for name, one in of.model_dump(exclude_defaults=True).items()))
    return code(str(of))


def evidence(of: Evidence) -> str:
    """Return a piece of evidence in one line."""
    drift = f", drift {code(of.drift)}" if of.drift else ""
    return (
        f"{code(of.source)} ¶{of.paragraph} {code(of.quote)} "
        f"from {code(of.origin)} ({of.origin_basis}, {of.support}{drift})"
    )


def told(one: ChangedClaim) -> str:
    """Return who is told of a change, to stand behind it."""
    if not one.told_by:
        return " – no update says so"
    named = ", ".join(code(linked.id) for linked in one.told_by)
    return (
        f" – told by {named}" if one.reaches_feeds else f" – {named} says so in the history, subscribers are not told"
    )


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its word, which stands for any number unless `many` is given."""
    return f"{number} {one if number == 1 else many or one}"


def some(lines: Iterable[str], most: int = MOST) -> list[str]:
    """Return the first lines of a list, and how many more there are."""
    every = list(lines)
    rest = len(every) - most
    return [*every[:most], f"- … and {rest} more"] if rest > 0 else every


def section(title: str, lines: Iterable[str], most: int = MOST) -> Iterator[str]:
    """Yield a heading and the list below it, or nothing where the list is empty."""
    shown = some(lines, most)
    if shown:
        yield f"### {title}"
        yield "\n".join(shown)
