"""Markdown for the words of a pull request: code spans, code blocks and lists.

Which words to show is left to `markdown` and `highlights`. In code no Markdown, HTML, mention or link is read, so these
words cannot act; invisible characters are spelled out.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from dossier.check.changes.difference import ChangedClaim
from dossier.model import Evidence
from dossier.model.words import Record
from dossier.problem.report import UNSEEN
from dossier.wording.phrase import cut

MOST = 40
_LONGEST = 400
_MOST_VALUES = 12
_TICKS = re.compile("`+")


def code(text: str) -> str:
    """Return a text as a code span that nothing in it can leave."""
    shown = _seen(text)
    ticks = "`" * (max((len(run) for run in _TICKS.findall(shown)), default=0) + 1)
    # A space at either end is taken off again where both are there.
    padded = f" {shown} " if shown[:1] in "` " or shown[-1:] in "` " else shown
    return f"{ticks}{padded}{ticks}"


def _seen(text: str) -> str:
    line = cut(text, _LONGEST)
    spelled = "".join(f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in UNSEEN else sign for sign in line)
    return spelled or "∅"


def block(before: str, after: str) -> str:
    """Return two wordings as a code block that marks one as removed and one as added."""
    lines = [f"- {_seen(before)}", f"+ {_seen(after)}"]
    fence = "`" * max(3, *(len(run) + 1 for line in lines for run in (*_TICKS.findall(line), "")))
    return "\n".join([f"{fence}diff", *lines, fence])


def value(of: object) -> str:
    """Return the value of a field as Markdown."""
    if of is None or of == ():
        return "none"
    if isinstance(of, tuple):
        rest = len(of) - _MOST_VALUES
        return ", ".join(value(one) for one in of[:_MOST_VALUES]) + (f" and {rest} more" if rest > 0 else "")
    if isinstance(of, Record):
        # Fields that are not given are left out.
        return code("; ".join(f"{name}: {one}" for name, one in of.model_dump(exclude_defaults=True).items()))
    return code(str(of))


def evidence(of: Evidence) -> str:
    """Return a piece of evidence in one line."""
    drift = f", drift {value(of.drift)}" if of.drift else ""
    return (
        f"{code(of.source)} ¶{of.paragraph} {code(of.quote)} "
        f"from {code(of.origin)} ({of.origin_basis}, {of.support}{drift})"
    )


def announced(one: ChangedClaim) -> str:
    """Return which updates announce a change, as the end of its line."""
    if not one.new_updates:
        return " – no update says so"
    named = ", ".join(code(linked.id) for linked in one.new_updates)
    return (
        f" – told by {named}" if one.reaches_feeds else f" – {named} says so in the history, subscribers are not told"
    )


def truncated(lines: Iterable[str], most: int = MOST) -> list[str]:
    """Return the first lines of a list, and how many more there are if there are more."""
    every = list(lines)
    rest = len(every) - most
    return [*every[:most], f"- … and {rest} more"] if rest > 0 else every


def section(title: str, lines: Iterable[str], most: int = MOST) -> Iterator[str]:
    """Yield a heading and the list below it, or nothing if the list is empty."""
    shown = truncated(lines, most)
    if shown:
        yield f"### {title}"
        yield "\n".join(shown)
