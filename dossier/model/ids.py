"""Ids: the form of one, the nearest to some words, and the names that no file may bear.

Which records bear an id, and whether two do, is left to the library and to the check.
"""

import ntpath
import re
import sys
from pathlib import PureWindowsPath

from anyascii import anyascii

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 80
ID_WORDS = "lower-case words of the letters a to z and digits, joined by hyphens"
_APOSTROPHES = re.compile("(?<=[a-z0-9])['\u2019\u02bc`](?=[a-z0-9])")
_FORM = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Return whether a text has the form of an id."""
    return _FORM.fullmatch(text) is not None and len(text) <= LONGEST_ID


def id_of(words: str, longest: int = LONGEST_ID) -> str:
    """Return the id nearest to some words, in any script, or an empty text where they have no letter and no digit.

    Accents go and other scripts are written in Latin letters, as `anyascii` has it. Whole words stay where they fit.
    """
    latin = _APOSTROPHES.sub("", anyascii(words).lower())
    parts = re.findall("[a-z0-9]+", latin)
    made = "-".join(parts)
    if len(made) > longest:
        whole = made[: longest + 1].rpartition("-")[0]
        made = whole or made[:longest]
    return made


def is_reserved_name(name: str) -> bool:
    """Return whether Windows reserves a name for a device, so that no file there can bear it, with any ending."""
    if sys.version_info >= (3, 13):
        return ntpath.isreserved(name)
    return PureWindowsPath(name).is_reserved()
