"""What a pull request does to a dossier: compares two libraries, finds problems and reports in Markdown.

Reading the two revisions is left to `pipeline`.
"""

from dossier.check.changes.comparison import IncomparableError, compare
from dossier.check.changes.difference import (
    ChangedClaim,
    ChangedPosition,
    ChangedRecord,
    Changes,
    TouchedPages,
    Vanished,
)
from dossier.check.changes.markdown import as_markdown, incomparable_as_markdown
from dossier.check.changes.markup import code
from dossier.check.changes.problems import find_problems

__all__ = [
    "ChangedClaim",
    "ChangedPosition",
    "ChangedRecord",
    "Changes",
    "IncomparableError",
    "TouchedPages",
    "Vanished",
    "as_markdown",
    "code",
    "compare",
    "find_problems",
    "incomparable_as_markdown",
]
