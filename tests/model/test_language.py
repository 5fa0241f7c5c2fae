"""Language tags: registered ones pass, countries and old tags do not."""

import pytest

from dossier.model.language import is_language, is_unspaced_language, language_of, standard_tag


@pytest.mark.parametrize(
    "tag", ["en", "uk", "pt-BR", "zh-Hant", "sr-Latn", "es-419", "de-CH-1901", "tlh", "yue", "en-us", "de-1996"]
)
def test_registered_tags_are_languages(tag: str) -> None:
    assert is_language(tag)
    assert standard_tag(tag) == ""


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ua", "uk"),
        ("jp", "ja"),
        ("cn", "zh"),
        ("cz", "cs"),
        ("gr", "el"),
        ("dk", "da"),
        ("ir", "fa"),
        ("kz", "ru"),
        ("us", "en"),
        ("gb", "en"),
    ],
)
def test_the_code_of_a_country_is_no_language_but_has_one(code: str, language: str) -> None:
    assert not is_language(code)
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("old", "new"), [("iw", "he"), ("in", "id"), ("iw-IL", "he-IL"), ("en-UK", "en-GB"), ("sr-Cyrl-YU", "sr-Cyrl-RS")]
)
def test_an_old_tag_gives_way_to_the_new_one(old: str, new: str) -> None:
    assert not is_language(old)
    assert standard_tag(old) == new


@pytest.mark.parametrize("text", ["English", "EN", "e", "", "en_GB", "xx", "en-", "en-XXXXXXXXX", "xq"])
def test_other_texts_are_no_languages(text: str) -> None:
    assert not is_language(text)


def test_a_word_is_no_country() -> None:
    assert language_of("English") == language_of("xq") == language_of("zz") == ""


def test_some_languages_are_written_without_spaces() -> None:
    assert [tag for tag in ("zh", "ja", "th", "km", "ko", "en", "ar", "zh-Latn") if is_unspaced_language(tag)] == [
        "zh",
        "ja",
        "th",
        "km",
    ]
