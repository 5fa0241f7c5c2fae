"""Language tags (BCP 47): whether a tag names a language, and how that language is written.

The table of tags is that of `langcodes`, which follows IANA's registry and Unicode's CLDR.
"""

import re
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_FORM = re.compile(LANGUAGE_PATTERN)
_UNSPACED_SCRIPTS = {"Hans", "Hant", "Hani", "Jpan", "Bopo", "Yiii", "Thai", "Laoo", "Khmr", "Mymr", "Lana", "Talu"}


def _check(tag: str) -> str:
    if not is_language(tag):
        raise PydanticCustomError("language_form", "this is no language tag")
    return tag


Language = Annotated[str, AfterValidator(_check), WithJsonSchema({"type": "string", "pattern": LANGUAGE_PATTERN})]
"""A BCP 47 language tag."""


@cache
def is_language(tag: str) -> bool:
    """Return whether a text is a language tag whose parts are all registered."""
    import langcodes  # noqa: PLC0415 - it takes 40 ms to import, and most commands find every record in the cache

    return _FORM.fullmatch(tag) is not None and (tag == "en" or (langcodes.tag_is_valid(tag) and not standard_tag(tag)))


@cache
def standard_tag(tag: str) -> str:
    """Return the tag that replaced a deprecated one, as `he` did `iw`; an empty text where none did."""
    import langcodes  # noqa: PLC0415

    language = tag.partition("-")[0]
    if not re.fullmatch("[a-z]{2,3}", language):
        return ""
    found = langcodes.standardize_tag(language)
    return "" if found == language else found + tag[len(language) :]


@cache
def language_of(country: str) -> str:
    """Return the tag of the language that most people write in a country, by its code of two letters; or nothing."""
    from langcodes.data_dicts import LIKELY_SUBTAGS  # noqa: PLC0415

    known = LIKELY_SUBTAGS.get(f"und-{country.upper()}", "")
    return known.partition("-")[0]


@cache
def is_unspaced_language(tag: str) -> bool:
    """Return whether a language is written without spaces between words, as Chinese, Japanese and Thai are."""
    import langcodes  # noqa: PLC0415

    return langcodes.Language.get(tag).maximize().script in _UNSPACED_SCRIPTS
