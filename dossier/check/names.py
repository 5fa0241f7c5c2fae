"""Finds names in texts, in any language: of outlets, of origins, of people.

Which names count is left to the rules.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dossier.linked import LinkedOrigin, LinkedSource


def is_named(text: str, names: Iterable[str]) -> bool:
    """Return whether one of these names stands in a text, as words of its own, in upper or lower case.

    Scripts without upper and lower case put no blanks between words, or endings on them, so there any place will do.
    """
    plain = _plain(text)
    return any(_pattern(name).search(plain) for name in names if name)


def names_of_source(source: LinkedSource) -> tuple[str, ...]:
    """Return the names of the outlet of a source."""
    return (source.record.outlet, *source.record.aliases)


def names_of_speaker(origin: LinkedOrigin) -> tuple[str, ...]:
    """Return the names of the person who speaks in a statement or interview; none where nobody is named."""
    return (origin.speaker.name, *origin.speaker.aliases) if origin.speaker else ()


def names_of_origin(origin: LinkedOrigin) -> tuple[str, ...]:
    """Return the names by which a text can name an origin: its publisher, its speaker, who saw it, its other names.

    Who publishes an interview is not who speaks in it, where that is known.
    """
    record, speaker = origin.record, names_of_speaker(origin)
    publisher = "" if record.kind == "interview" and speaker else record.publisher or ""
    return (publisher, record.seen_by or "", *record.aliases, *speaker)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    plain = _plain(name)
    # An article belongs to the name of a newspaper in its title only.
    if plain.startswith("the ") and len(plain) > 4:
        plain = plain[4:]
    before = r"(?<!\w)" if _is_cased(plain[:1]) else ""
    after = r"(?!\w)" if _is_cased(plain[-1:]) else ""
    return re.compile(f"{before}{re.escape(plain)}{after}")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())


def _is_cased(letter: str) -> bool:
    return letter.isdigit() or letter.lower() != letter.upper()
