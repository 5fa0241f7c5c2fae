"""Reads dates, languages and names as files state them, into the forms that a source record has.

What is in no form that can be told for certain is left out.
"""

import re
from collections.abc import Iterable

from dossier.binding import guess_date
from dossier.model.language import is_language, standard_tag

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T\s+Z])")


def as_date(stated: str) -> str:
    """Return a stated date or time as YYYY, YYYY-MM or YYYY-MM-DD: the day where it was stated; empty if not certain."""
    text = stated.strip()
    found = _ISO.match(text)
    if found:
        return guess_date("-".join(part for part in found.groups() if part)) or (found[1] if not found[2] else "")
    return guess_date(text)


def as_language(stated: str) -> str:
    """Return a stated language as a tag such as `en` or `pt-BR`, or nothing."""
    parts = stated.strip().replace("_", "-").split(".")[0].split("-")
    if len(parts) > 1 and len(parts[1]) == 2:
        parts[1] = parts[1].upper()
    tag = "-".join([parts[0].lower(), *parts[1:]])
    return tag if is_language(tag) else standard_tag(tag)


def as_names(stated: Iterable[str]) -> tuple[str, ...]:
    """Return names, each once, on one line."""
    names = (" ".join(name.split()) for name in stated)
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith(("http://", "https://"))))
