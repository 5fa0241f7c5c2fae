"""Ids: made of words in any script, and never the name of a device."""

import pytest

from dossier.model.ids import id_of, is_id, is_reserved_name


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Harbour Route", "harbour-route"),
        ("harbour_route", "harbour-route"),
        ("  The Mayor’s Café! ", "the-mayors-cafe"),
        ("a--b", "a-b"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("Élysée talks", "elysee-talks"),
        ("Øresund & Æbelø", "oresund-aebelo"),
        ("A quarrel: the pier, № 4!", "a-quarrel-the-pier-no-4"),
        ("порт", "port"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_an_id_is_made_of_words(words: str, made: str) -> None:
    assert id_of(words) == made


@pytest.mark.parametrize("words", ["Перемовини у Києві", "市議会", "ميناء المدينة", "ท่าเรือ", "항구", "Λιμάνι"])
def test_words_of_other_scripts_make_an_id_in_latin_letters(words: str) -> None:
    assert is_id(id_of(words))


def test_a_long_title_makes_an_id_of_whole_words() -> None:
    made = id_of("word " * 40)
    assert is_id(made)
    assert set(made.split("-")) == {"word"}
    assert is_id(id_of("w" * 200))
    assert id_of("harbour vote", 9) == "harbour"


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_names_of_devices_are_reserved(name: str) -> None:
    assert is_reserved_name(name)


@pytest.mark.parametrize("name", ["con-1", "console", "com", "auxiliary", "all"])
def test_other_names_are_free(name: str) -> None:
    assert not is_reserved_name(name)
