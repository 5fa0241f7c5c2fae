"""Makes words of a pull request harmless in a report: what cannot be seen is spelled out, and nothing in them acts.

In code spans and blocks no Markdown, HTML, mention or link is read. Which words to show is left to `report_lines`. Nothing is cut.
"""

import re
import unicodedata
from collections.abc import Iterable

from dossier.check.changes.words import LINE_END
from dossier.problem.report import UNSEEN

_TICKS = re.compile("`+")


def seen(text: str) -> str:
    """Return a text on one line, in which every character can be seen."""
    line = " ".join(text.replace("\n", f" {LINE_END} ").split())
    return "".join(f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in UNSEEN else sign for sign in line) or "∅"


def code(text: str) -> str:
    """Return a text as a code span that nothing in it can leave."""
    shown = seen(text)
    ticks = "`" * (_longest_run([shown]) + 1)
    # A space at either end is taken off again where both are there.
    padded = f" {shown} " if shown[:1] in "` " or shown[-1:] in "` " else shown
    return f"{ticks}{padded}{ticks}"


def block(lines: Iterable[str]) -> list[str]:
    """Return lines that `seen` made as a code block, with the signs that mark removed and added lines coloured."""
    every = list(lines)
    fence = "`" * max(3, _longest_run(every) + 1)
    return [f"{fence}diff", *every, fence]


def _longest_run(lines: Iterable[str]) -> int:
    return max((len(run) for line in lines for run in _TICKS.findall(line)), default=0)
