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
_LANGUAGE_AND_REGION = re.compile(
    "(?P<language>[a-z]{2,3})(?P<script>-[A-Za-z]{4})?(?:-(?P<region>[A-Za-z]{2}))?(?P<rest>(?:-.*)?)"
)
# Two letters, without those that ISO 3166 leaves to private use.
_COUNTRY = re.compile("(?!aa|q[m-z]|x[a-jl-z]|zz)[a-z]{2}", re.IGNORECASE)
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
    """Return the tag that replaced a deprecated one, as `he` did `iw`; an empty text where none did.

    So does a tag whose region is no code, such as `en-UK`, give way to one whose region is.
    """
    import langcodes  # noqa: PLC0415

    found = _LANGUAGE_AND_REGION.fullmatch(tag)
    if not found:
        return ""
    language = langcodes.standardize_tag(found["language"])
    region = langcodes.standardize_tag(f"und-{found['region']}").partition("-")[2] if found["region"] else ""
    if language == found["language"] and region == (found["region"] or "").upper():
        return ""
    return language + (found["script"] or "") + (f"-{region}" if region else "") + found["rest"]


@cache
def language_of(country: str) -> str:
    """Return the tag of the language that most people write in a country, by its code of two letters; or nothing."""
    import langcodes  # noqa: PLC0415

    if not _COUNTRY.fullmatch(country) or not langcodes.tag_is_valid(f"und-{country}"):
        return ""
    return langcodes.Language.get(f"und-{country}").maximize().language or ""


@cache
def is_unspaced_language(tag: str) -> bool:
    """Return whether a language is written without spaces between words, as Chinese, Japanese and Thai are."""
    import langcodes  # noqa: PLC0415

    return langcodes.Language.get(tag).maximize().script in _UNSPACED_SCRIPTS
