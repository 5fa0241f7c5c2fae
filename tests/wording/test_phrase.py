"""Words for dates and lists."""

import pytest

from dossier.wording import phrase
from dossier.wording.spellings import spelling
from dossier.wording.strip_markdown import first_sentence, plain


@pytest.mark.parametrize(
    ("date", "words", "short"),
    [("2025-04-24", "24 April 2025", "24 Apr 2025"), ("2025-04", "April 2025", "Apr 2025"), ("2025", "2025", "2025")],
)
def test_a_date_keeps_its_precision(date: str, words: str, short: str) -> None:
    assert (phrase.date_words(date), phrase.date_short(date)) == (words, short)


@pytest.mark.parametrize(
    ("date", "day"), [("2024-02", "2024-02-29"), ("2025", "2025-12-31"), ("2025-04-24", "2025-04-24")]
)
def test_a_thing_is_known_when_its_date_is_certain_to_have_passed(date: str, day: str) -> None:
    assert phrase.known_since(date) == day


def test_a_quarter_is_named_by_its_first_and_last_month() -> None:
    assert phrase.quarter_words(2025, 10) == "October to December 2025"


def test_a_time_is_told_in_utc() -> None:
    assert phrase.time_words("2025-04-24T09:30:00Z") == "24 April 2025, 09:30 UTC"


def test_spans() -> None:
    assert phrase.span(["2025-04", "2022", "2025-04-24"]) == "from 2022 to 24 April 2025"
    assert phrase.span(["2025-04-24"]) == "on 24 April 2025"
    assert phrase.span(["2025"]) == "in 2025"
    assert phrase.span(["2025-04"]) == "in April 2025"
    assert phrase.span([]) == ""


def test_lists_of_words() -> None:
    assert [phrase.listed("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_what_is_cut_is_cut_between_words_and_says_so() -> None:
    assert phrase.clipped("one two, three", 11) == "one two…"
    assert phrase.clipped("one two", 7) == "one two"
    assert phrase.clipped("onetwothree", 7) == "onetwo…"


def test_plain_text_of_markdown() -> None:
    assert plain("A *b* **c** `d` [e](https://x.example).\n\n- f") == "A b c d e. f"
    assert plain("3 * 4, snake_case and 1. May") == "3 * 4, snake_case and 1. May"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Another.", "One thing."),
        ("It fell 3.5 per cent. Then it rose.", "It fell 3.5 per cent."),
        ("“Really?” She said so. Yes.", "“Really?”"),
        ("No stop", "No stop"),
        ("He won by 11 to 10. May I ask why?", "He won by 11 to 10. May I ask why?"),
        ("He won by 11 to 10. Nobody asked why.", "He won by 11 to 10."),
        ("Місто каже. Порт мовчить.", "Місто каже."),
        ("„Nein.“ Das sagte sie.", "„Nein.“"),
        ("Mr. A. Brook of St. Mary spoke. He left.", "Mr. A. Brook of St. Mary spoke."),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Крим", "und-Cyrl"),
        ("Київ", "uk"),
        ("Крым", "ru"),
        ("القرم", "und-Arab"),
        ("克里米亚", "und-Hani"),
        ("Krim", ""),
    ],
)
def test_a_spelling_is_marked_by_what_its_letters_show(text: str, language: str) -> None:
    assert spelling(text).language == language
