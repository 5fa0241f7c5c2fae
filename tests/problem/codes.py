"""Codes for tests of problems in general."""

from dossier.problem import Area, Code

WRONG_WORD = Code("wrong-word", Area.VALUES, "error", "A word is wrong.", "Use another.")
UNKNOWN_KEY = Code("unknown-key", Area.VALUES, "error", "A key is unknown.", "Use another.")
COMMENT_IN_TEXT = Code("comment-in-text", Area.YAML, "warning", "A comment is odd.", "Move it.")
