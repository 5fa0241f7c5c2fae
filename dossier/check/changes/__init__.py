"""What a pull request does to the dossier: two libraries compared, judged and told in Markdown.

Never reads a revision itself, and never calls two libraries alike when one of them could not be read in full.
"""

from dossier.check.changes.comparison import Incomparable, compare
from dossier.check.changes.difference import (
    ChangedClaim,
    ChangedPosition,
    ChangedRecord,
    Changes,
    TouchedPages,
    Vanished,
)
from dossier.check.changes.faults import faults
from dossier.check.changes.markdown import as_markdown, incomparable_as_markdown
from dossier.check.changes.spans import code

__all__ = [
    "ChangedClaim",
    "ChangedPosition",
    "ChangedRecord",
    "Changes",
    "Incomparable",
    "TouchedPages",
    "Vanished",
    "as_markdown",
    "code",
    "compare",
    "faults",
    "incomparable_as_markdown",
]
