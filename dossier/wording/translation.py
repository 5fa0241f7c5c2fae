"""Marks words for translation, and holds the translations that are in use.

Reading a catalogue is left to `disk`, choosing one to `pipeline`, and the marks in templates to `render`.
"""

import re
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations, c2py
from io import BytesIO
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_PLURAL_RULE = re.compile(r"plural=([^;]+)")


@dataclass
class _InUse:
    """The translations of this process, and what empties the caches of translated words. Forks inherit both."""

    translations: NullTranslations = field(default_factory=NullTranslations)
    caches: list[Callable[[], None]] = field(default_factory=list)


_in_use = _InUse()


def read_translations(catalogues: Sequence[bytes]) -> NullTranslations:
    """Return the translations in compiled catalogues (`.mo` files): each has the messages that those before it lack.

    A message that none has is shown in English, as it is marked. Raises `ValueError` for what is no catalogue.
    """
    translations = NullTranslations()
    for content in reversed(catalogues):
        try:
            before, translations = translations, GNUTranslations(BytesIO(content))
        except (OSError, ValueError, struct.error) as error:
            raise ValueError(str(error)) from error
        translations.add_fallback(before)
    return translations


@contextmanager
def use(translations: NullTranslations) -> Iterator[None]:
    """Use these translations for a run, and afterwards those that were in use before."""
    before = _in_use.translations
    _in_use.translations = translations
    _empty_caches()
    try:
        yield
    finally:
        _in_use.translations = before
        _empty_caches()


def in_use() -> NullTranslations:
    """Return the translations in use."""
    return _in_use.translations


def cached(size: int) -> Callable[[Callable[_Given, _Result]], Callable[_Given, _Result]]:
    """Return a decorator like `lru_cache`, for results with translated words: other translations empty the cache."""

    def decorate(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
        remembering = lru_cache(maxsize=size)(function)
        _in_use.caches.append(remembering.cache_clear)
        return remembering  # type: ignore[return-value]

    return decorate


def _empty_caches() -> None:
    for empty in _in_use.caches:
        empty()


def gettext(message: str, **values: object) -> str:
    """Return a message in the language of the site; `%(name)s` in it stands for the value of that name."""
    text = _in_use.translations.gettext(message)
    return text % values if values else text


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """Return the form of a message that fits a number, which `%(num)s` in it stands for."""
    return _in_use.translations.ngettext(one, many, number) % {"num": number_words(number), **values}


def plural_forms(one: str, many: str) -> tuple[str, list[str]]:
    """Return the rule that chooses a form for the number `n`, as an expression in C and JavaScript, and all the forms."""
    found = _PLURAL_RULE.search(_in_use.translations.info().get("plural-forms", ""))
    rule = found[1].strip() if found else "n != 1"
    choose = c2py(rule)
    # Every form that a language has is that of some small number.
    forms = {choose(number): _in_use.translations.ngettext(one, many, number) for number in range(200, -1, -1)}
    return rule, [forms[each] for each in sorted(forms)]


def gettext_noop(message: str) -> str:
    """Mark a message that is translated where it is used, as in `Labels`."""
    return message


def number_words(number: int) -> str:
    """Return a number with its digits in groups of three: "12,000", or with what a language has in the place of the comma."""
    if -1000 < number < 1000:
        return str(number)
    return f"{number:,}".replace(",", gettext("1,000")[1:-3])


class Labels(Mapping[str, str]):
    """Messages by key, translated when they are looked up."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        """Take messages that are marked with `gettext_noop`, or empty."""
        self._messages = messages

    def __getitem__(self, key: str) -> str:
        message = self._messages[key]
        # The translation of an empty message is the head of the catalogue.
        return _in_use.translations.gettext(message) if message else ""

    def filled(self, key: str, **values: object) -> str:
        """Return a message with values in the places of their names."""
        return self[key] % values

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)
