import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.evidence.words import is_unspaced, measure, plain, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Keeper's lamp", "the keeper s lamp"),
        ("a brother-in-law", "a brother in law"),
        ("The U.S. plan", "the u s plan"),
        ("isn't", "isn t"),
        ("is not", "is not"),
        ("and/or", "and or"),
        ("scared—they said", "scared they said"),
        ("3 snake_case", "3 snake case"),
        ("ﬁnal Ｗｉｄｅ", "final wide"),
        ("Straße STRASSE", "strasse strasse"),
    ],
)
def test_words_of_latin_text(text: str, found: str) -> None:
    assert words(text) == found.split()


@pytest.mark.parametrize(
    "group",
    [
        ["isn't", "isn’t", "isn‘t", "isnʼt", "isn`t", "isn´t", "isn＇t", "ISN'T"],
        ['the "blue" one', "the “blue” one", "the «blue» one", "the „blue‟ one", "the ‘blue’ one", "the 'blue' one"],
        ["oil - all", "oil—all", "oil – all", "oil--all", "oil — all", "oil-all"],
        ["a new mast", "a\u00a0new\u202fmast", "a  new\tmast", "a new\u00ad mast", "\ufeffa ne\u200bw mast"],
        ["10-12", "10–12", "10‑12", "10—12", "10−12"],
        ["-5", "−5", "–5"],
        ["and so on...", "and so on…"],
        ["1/2", "½", "1⁄2"],
        ["café", "cafe\u0301"],
        ["20%", "20 %", "20％", "٢٠٪"],
        ["п'ять", "п’ять", "пʼять", "П'ЯТЬ"],
        ["об'єм", "об’єм", "обʼєм"],
        ["Зеленюк", "Зеленю́к"],
        ["كتاب", "كـتـاب", "كِتَاب"],
        ["نادرا", "نادراً"],
        ["שלום", "שָׁלוֹם"],
        ["ISTANBUL", "İstanbul", "ıstanbul", "istanbul"],
        ["ミサイル", "ﾐｻｲﾙ"],
        ["三成，因为", "三成,因为", "三成 因为"],
    ],
)
def test_settings_of_one_text_are_alike(group: list[str]) -> None:
    assert len({tuple(words(text)) for text in group}) == 1


@pytest.mark.parametrize(
    "group",
    [
        ["1,000", "1.000", "1000", "1 000", "1'000"],
        ["10-12", "10 12", "1012"],
        ["5", "-5", "5%", "$5", "€5", "5‰"],
        ["10²", "102"],
        ["5½", "51/2"],
        ["H₂O", "H20"],
        ["12:30", "1230", "12.30"],
        ["is ready", "isn't ready", "is not ready"],
        ["its", "it's"],
        ["п'ять", "пять"],
        ["и", "й"],
        ["е", "ё", "є"],
        ["resume", "résumé"],
        ["أمين", "امين"],
        ["三成", "二成"],
    ],
)
def test_what_says_something_else_is_not_alike(group: list[str]) -> None:
    assert len({tuple(words(text)) for text in group}) == len(group)


def test_a_sign_stays_only_inside_a_number() -> None:
    assert words("In 2014, at 10:30. Over 1,200.50; 3/4.") == ["in", "2014", "at", "10:30", "over", "1,200.50", "3/4"]
    assert words("since '74 at No.5 or .5 and ‘-5’") == ["since", "74", "at", "no", "5", "or", "5", "and", "-5"]
    assert words("F-16s, 30-day, (-5) and 24-7") == ["f", "16s", "30", "day", "-5", "and", "24-7"]


def test_a_letter_of_a_script_without_spaces_is_a_word() -> None:
    assert words("茶馆每天6点，开门。") == ["茶", "馆", "每", "天", "6", "点", "开", "门"]
    assert words("abc茶12馆") == ["abc", "茶", "12", "馆"]
    assert words("ท่าน้ำ") == ["ท่", "า", "น้", "ำ"]
    assert words("የኢትዮጵያ ንብ") == ["የኢትዮጵያ", "ንብ"]
    assert words("한국어 문장") == ["한국어", "문장"]
    assert words("हिन्दी भाषा") == ["हिन्दी", "भाषा"]
    assert is_unspaced("茶")
    assert not is_unspaced("a")


@pytest.mark.parametrize(
    ("text", "most", "fewest"),
    [
        ("", 0, 0),
        ("— … •", 0, 0),
        ("the lamp on Gull Rock", 5, 5),
        ("the U.S.-run 30-day fair isn’t over", 10, 6),
        ("said—and meant", 3, 2),
        ("a-b-c-d-e-f-g", 7, 3),
        ("п’ять вуликів", 3, 2),
        ("茶馆每天6点开门", 8, 8),
        ("เรือสิบสองลำ", 4, 4),
    ],
)
def test_words_are_counted_as_people_do(text: str, most: int, fewest: int) -> None:
    assert measure(text) == (most, fewest)


def test_plain_keeps_case_and_punctuation() -> None:
    assert plain("  “Nobody asked,”\u00a0she said—not   once… ") == '"Nobody asked," she said - not once...'


TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


@given(TEXT)
@example("\u0130\u0307")
@example("e\u200d\u0301")
@example("1-\u00ad-2")
@example("\ufc5e")
def test_plain_and_words_change_nothing_the_second_time(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert words(" ".join(words(text))) == words(text)
    assert words(plain(text)) == words(text)


@given(TEXT, TEXT)
def test_white_space_parts_words_always(one: str, other: str) -> None:
    assert words(f"{one} \n {other}") == words(one) + words(other)


@given(TEXT)
def test_text_and_its_normal_forms_have_the_same_words(text: str) -> None:
    assert words(unicodedata.normalize("NFC", text)) == words(unicodedata.normalize("NFD", text))


@given(TEXT)
def test_fewest_are_never_more_than_most(text: str) -> None:
    size = measure(text)
    assert 0 <= size.fewest <= size.most
    assert size.most <= len(words(text))
