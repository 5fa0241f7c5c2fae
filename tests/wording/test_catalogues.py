"""Each catalogue of translations in `templates/locale` is whole and sound, and the compiled one has the same messages."""

import re
from collections import Counter
from collections.abc import Iterator
from gettext import c2py
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from tests.architecture import messages
from tests.catalogues import LANGUAGES, LOCALE

PARTS = re.compile(r"%\(\w+\)s|%%|</?[a-z][^>]*>")
"""What a translation has to keep: places of values, and tags."""
COUNT = "%(num)s"
LOCATED = re.compile(r"#: \S")


def _file(language: str, ending: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"dossier.{ending}"


def _catalogue(language: str) -> Catalog:
    with _file(language, "po").open("rb") as file:
        return read_po(file, locale=language)


def _forms(catalogue: Catalog) -> Iterator[tuple[str, str, bool]]:
    """Yield each form of each translation, with the message whose parts it keeps, and whether the number 1 alone has it."""
    choose = c2py(catalogue.plural_expr)
    of_one = {choose(1)} - {choose(number) for number in (0, *range(2, 200))}
    for message in catalogue:
        if message.id and isinstance(message.id, str):
            yield message.id, str(message.string), False
        elif message.id:
            yield from ((message.id[-1], form, number in of_one) for number, form in enumerate(_strings(message)))


def _strings(message: Message) -> tuple[str, ...]:
    """Return the forms of a translation, empty where there is none."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return messages.collected(tmp_path_factory.mktemp("messages"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_every_message_and_no_other(language: str, wanted: set[str]) -> None:
    has = {each.id if isinstance(each.id, str) else each.id[0] for each in _catalogue(language) if each.id}
    assert (wanted - has, has - wanted) == (set(), set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    catalogue = _catalogue(language)
    for message in catalogue:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        strings = _strings(message)
        assert all(strings), message.id
        assert len(strings) == (1 if isinstance(message.id, str) else catalogue.num_plurals), message.id
    assert not catalogue.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_places_tags_and_white_space_at_its_ends(language: str) -> None:
    for english, words, is_of_one in _forms(_catalogue(language)):
        has, needed = Counter(PARTS.findall(words)), Counter(PARTS.findall(english))
        if is_of_one:  # "the one claim" needs no number
            has[COUNT] = needed[COUNT]
        assert has == needed, english
        assert (words[:1].isspace(), words[-1:].isspace()) == (english[:1].isspace(), english[-1:].isspace()), english


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_quotation_marks_are_those_of_the_language(language: str) -> None:
    catalogue = _catalogue(language)
    opening, closing = str(catalogue["“%(quote)s”"].string).split("%(quote)s")
    for _, words, _ in _forms(catalogue):
        assert {*"“”„«»"} & {*words} <= {opening, closing}, words
        assert words.count(opening) == words.count(closing), words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_what_its_source_says(language: str) -> None:
    content = BytesIO()
    write_mo(content, _catalogue(language))
    content.seek(0)
    with _file(language, "mo").open("rb") as file:
        assert _said(read_mo(file)) == _said(read_mo(content))


def _said(catalogue: Catalog) -> tuple[dict[str, tuple[str, ...]], str]:
    return {str(each.id): _strings(each) for each in catalogue if each.id}, catalogue.plural_forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_no_line_of_code(language: str) -> None:
    """Otherwise each edit of the code would change every catalogue."""
    assert not LOCATED.search(_file(language, "po").read_text("utf-8"))
