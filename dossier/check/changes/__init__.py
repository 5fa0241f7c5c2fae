"""What a pull request does to a dossier: compares two libraries, finds problems and reports as text and Markdown.

Reading the two revisions is left to `pipeline`.
"""

from dossier.check.changes.comparison import IncomparableError, compare
from dossier.check.changes.difference import (
    ChangedClaim,
    ChangedPosition,
    ChangedRecord,
    ChangedReview,
    Changes,
    TouchedPages,
    Unread,
    Vanished,
)
from dossier.check.changes.files import ChangedFile, SitePaths, file_kind, gravest_first
from dossier.check.changes.markdown import COMMENT, STEP_SUMMARY, UrlOf, as_markdown
from dossier.check.changes.markup import code
from dossier.check.changes.problems import find_problems
from dossier.check.changes.report import Report, incomparable, make_report
from dossier.check.changes.report_line import Phrase, Words
from dossier.check.changes.text import as_text

__all__ = [
    "COMMENT",
    "STEP_SUMMARY",
    "ChangedClaim",
    "ChangedFile",
    "ChangedPosition",
    "ChangedRecord",
    "ChangedReview",
    "Changes",
    "IncomparableError",
    "Phrase",
    "Report",
    "SitePaths",
    "TouchedPages",
    "Unread",
    "UrlOf",
    "Vanished",
    "Words",
    "as_markdown",
    "as_text",
    "code",
    "compare",
    "file_kind",
    "find_problems",
    "gravest_first",
    "incomparable",
    "make_report",
]
