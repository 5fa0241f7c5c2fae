"""Puts the words of the site's language into its scripts, in the place of marks: `_("…")` and `ngettext("…", "…", number)`.

Filling values into the words is left to the scripts.
"""

import json
import re

from dossier.wording.translation import gettext, plural_forms

_STRING = r'("(?:[^"\\\n]|\\.)*")'
_ONE = re.compile(rf"(?<![\w$.])_\(\s*{_STRING}\s*\)")
_PLURAL = re.compile(rf"(?<![\w$.])ngettext\(\s*{_STRING}\s*,\s*{_STRING}\s*,\s*")


def translated(address: str, content: bytes) -> bytes:
    """Return a script with words in the place of its marks; any other file comes back as it is."""
    if not address.endswith(".js"):
        return content
    text = content.decode("utf-8", "surrogateescape")
    text = _ONE.sub(lambda mark: _script(gettext(json.loads(mark[1]))), text)
    text = _PLURAL.sub(lambda mark: _choice(json.loads(mark[1]), json.loads(mark[2])), text)
    return text.encode("utf-8", "surrogateescape")


def _choice(one: str, many: str) -> str:
    """Return the beginning of a call that chooses the form for the number that follows."""
    rule, forms = plural_forms(one, many)
    return f"((n) => {_script(forms)}[Number({rule})])("


def _script(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
