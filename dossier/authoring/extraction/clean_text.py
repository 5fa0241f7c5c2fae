"""Sets one passage of text as an archive keeps it: composed letters, no ligatures, single spaces, nothing invisible.

What the passage says is not changed; where passages begin and end is left to `join_lines` and the readers.
"""

import re
import unicodedata
from collections.abc import Iterator

from dossier.yamlfile.unseen import is_needed, kind_of

# Letters that only a typesetter needs: Latin ligatures, the shapes of Arabic letters, radicals that stand for Chinese signs.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdf1\ufdfa-\ufdfb\ufe70-\ufefc\u2e80-\u2fd5]+")
# What no brief may hold, so that a passage can be quoted as it stands. What was lost stays, for a person to see.
_UNSEEN = ("bidi", "invisible", "control")


def clean(passage: str) -> str:
    """Return a passage on one line, set as an archive keeps it."""
    text = passage if passage.isprintable() else "".join(_seen(passage))
    if not text.isascii():
        text = _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def _seen(passage: str) -> Iterator[str]:
    for at, char in enumerate(passage):
        if char.isspace() or kind_of(char) not in _UNSEEN or is_needed(passage, at):
            yield char
