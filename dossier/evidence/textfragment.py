"""Addresses that lead to a passage on its publisher's page, and to archived copies of that page.

Whether the passage is still there is not known: the page may have changed, and a browser that does not know text fragments
opens the page at its top.
"""

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urldefrag

from dossier.evidence.passage import passage
from dossier.evidence.words import has_unspaced, measure

FEWEST, MOST = 4, 8
# Signs that publishers set now one way, now another, so that a browser may not find the words around them.
_UNSURE = re.compile("[\"'`\u00ab\u00bb\u2018-\u201f\u2039\u203a\u2013\u2014\u2015\u2026]+|--+|\\.{3,}| -+ ")
_OUTER = re.compile(r"^[^\w$€£¥]+|[^\w%]+$")
_LOOK_UP = "https://web.archive.org/web/2/"


def text_fragment(url: str, quote: str) -> str:
    """Return the address of a quote on the page at `url`: 4 to 8 of its words as a text fragment.

    Method: URL Fragment Text Directives, draft of the W3C's Web Incubator Community Group. Everything but letters, digits
    and `_.~` is percent-encoded as UTF-8, also `-`, `,` and `&`, which are syntax there.
    """
    address = url.partition(":~:")[0].removesuffix("#")
    joint = ":~:text=" if "#" in address else "#:~:text="
    return address + joint + percent_encoded(_shortened(quote), safe="").replace("-", "%2D")


def _shortened(quote: str) -> str:
    """Return the first run of enough words without a sign that may be set otherwise on the page, or else the beginning."""
    for run in _UNSURE.split(quote):
        chunks = run.split()
        if len(chunks) >= FEWEST or measure(run).fewest >= FEWEST:
            break
    else:
        chunks = quote.split()
    short = _OUTER.sub("", " ".join(chunks[:MOST]))
    return passage(short, 0, MOST) if has_unspaced(short) else short


def archived_copy(url: str) -> str:
    """Return the address at the Internet Archive that looks for the newest copy of the page at `url`.

    Whether there is one nobody here knows.
    """
    return f"{_LOOK_UP}{urldefrag(url).url}"
