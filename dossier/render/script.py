"""JSON inside a page, for programs that read it.

What an author wrote cannot end the element that it stands in, or pass for a line of script.
"""

import json
from typing import Any

from markupsafe import Markup

# The first three could end a script element or open a comment in it, the last two are line ends to scripts alone.
_UNSAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_script(value: Any) -> Markup:
    """Return a value as JSON that is safe as the text of a script element."""
    text = _encode(value)
    for sign, safe in _UNSAFE:
        text = text.replace(sign, safe)
    return Markup(text)  # noqa: S704 - no sign that means something to HTML is left
