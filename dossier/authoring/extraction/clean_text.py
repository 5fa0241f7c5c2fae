"""Sets one passage of text as an archive keeps it: composed letters, no ligatures, single spaces, nothing invisible.

What the passage says is not changed; where passages begin and end is left to `join_lines` and the readers.
"""

import re
import unicodedata

# Letters that only a typesetter needs: Latin ligatures, the shapes of Arabic letters, radicals that stand for Chinese signs.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdf1\ufdfa-\ufdfb\ufe70-\ufefc\u2e80-\u2fd5]+")
# A hyphen that shows only at a line's end, marks of byte order, and control characters. Joiners have a job and stay.
_UNSEEN = re.compile("[\u00ad\ufeff\u2060\u180e\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def clean(passage: str) -> str:
    """Return a passage on one line, set as an archive keeps it."""
    text = _UNSEEN.sub("", passage)
    if not text.isascii():
        text = _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())
