import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.fingerprint import paragraphs
from dossier.evidence.verbatim import Verbatim, check_verbatim, stands, whole_passage
from dossier.evidence.words import words
from tests.evidence.invented import LIGHTHOUSE, TEXTS

ROCK = paragraphs(LIGHTHOUSE)
TEXT = (
    "He said the anti-war fair — led by Anna’s “Blue Hand” — can’t go on; costs rose 20 % to $5,000, or 1.5 times, "
    "in the U.S.-run port (−5 °C), l’Europe added… Then 10–12 May came and he left ‘soon’."
)


@pytest.mark.parametrize(
    "quote",
    [
        "the anti-war fair — led by Anna’s “Blue Hand”",
        'the anti-war fair - led by Anna\'s "Blue Hand"',
        "the anti-war fair—led by Anna's 'Blue Hand'",
        "the anti-war fair -- led by Anna`s « Blue Hand »",
        "  the anti–war\u00a0fair — led by\u202fAnna’s “Blue Hand",
        "The anti-war fair — led",
        "he said the anti-war fair",
        "“Blue Hand” — can’t go on;",
        "can't go on; costs rose 20\u00a0%",
        "to $5,000, or 1.5 times.",
        "in the U.S.-run port (-5 °C)",
        "Europe added... Then 10-12 May",
        "… then 10–12 May came",
        "and he left “soon”",
    ],
)
def test_only_the_setting_differs(quote: str) -> None:
    assert stands(TEXT, quote) == "verbatim"


@pytest.mark.parametrize(
    "quote",
    [
        "the anti-war fair led by Anna’s",
        "the anti-war fair — Led by Anna’s",
        "The Anti-War Fair",
        "“blue hand” — can’t go on",
        "Blue Hand can’t go on",
        "can go on; costs rose",
        "can’t go on, costs rose",
        "can’t go on … to $5,000",
        "costs rose 21 % to",
        "to €5,000, or 1.5 times",
        "to $5.000, or 1.5 times",
        "or 15 times, in the",
        "in the US-run port (−5 °C)",
        "led by Hanna’s “Blue Hand”",
        "left soon and he",
        "",
        "…",
    ],
)
def test_another_word_sign_or_capital_is_not_verbatim(quote: str) -> None:
    assert stands(TEXT, quote) == "not there"


@pytest.mark.parametrize(
    "quote",
    [
        "war fair — led by",
        "said the anti",
        "he anti-war fair",
        "— can",
        "costs rose 20",
        "5,000, or 1.5 times",
        "000, or 1.5 times",
        "or 1",
        "5 times, in the",
        "in the U.S.",
        "in the U",
        "S.-run port",
        "run port (−5",
        "5 °C), l’Europe added",
        "added… Then 10",
        "12 May came and",
        "May came and he lef",
    ],
)
def test_a_quote_has_whole_words(quote: str) -> None:
    assert stands(TEXT, quote) == "cut"


def test_a_number_at_the_end_of_a_sentence_is_whole() -> None:
    assert stands("It closed in 1974. Then it burned.", "it closed in 1974") == "verbatim"
    assert stands("In 1974, 12 keepers left: 3 stayed", "12 keepers left: 3") == "verbatim"
    assert stands("- 5 boats left", "5 boats left") == "verbatim"
    assert stands("It fell - 5 boats left", "It fell – 5 boats left") == "verbatim"
    assert stands("It fell - 5 boats left", "It fell –5 boats left") == "not there"


def test_a_cut_place_does_not_hide_a_whole_one() -> None:
    assert stands("an anti-war fair, no war fair", "war fair") == "verbatim"
    assert stands("aa aa ab aa ab", "aa ab") == "verbatim"
    assert stands("pre-bell bell bell rang", "bell bell") == "verbatim"


@pytest.mark.parametrize("quote", ["去年少了三成，因为三月", "茶叶比去年少了", "三成,因为三月下了"])
def test_a_letter_of_a_script_without_spaces_is_whole(quote: str) -> None:
    assert stands(paragraphs(TEXTS["tea"])[1], quote) == "verbatim"


@pytest.mark.parametrize(
    ("name", "quote", "standing"),
    [
        ("bees", "Цього літа пʼять вуликів об'єднали", "verbatim"),
        ("bees", "пять вуликів об’єднали в один", "not there"),
        ("bees", "мед гіркий, а об’єм", "not there"),
        ("bees", "ять вуликів об’єднали", "cut"),
        ("bees", "пʼять вуликів об", "cut"),
        ("bees", "торішній на 20", "verbatim"),
        ("library", "اغلقت قاعة القراءة", "not there"),
        ("library", "أغلقت قاعة القراءة في المكتبة", "verbatim"),
        ("library", "30 كتابا نادرا", "verbatim"),
        ("library", "31 كتابا نادرا", "not there"),
        ("tea", "三成，因为二月下了", "not there"),
        ("boats", "ปีนี้มีเรือสิบสองลำ", "verbatim"),
        ("boats", "ปีนี้มีเร", "cut"),
    ],
)
def test_other_scripts(name: str, quote: str, standing: str) -> None:
    assert max((stands(paragraph, quote) for paragraph in paragraphs(TEXTS[name])), key="not there".__ne__) == standing


def test_the_verdict_names_the_right_paragraph() -> None:
    assert check_verbatim(ROCK, 5, "had promised a new mast") == Verbatim("verbatim")
    assert check_verbatim(ROCK, 2, "had promised a new mast") == Verbatim("not there", (5,))
    assert check_verbatim(ROCK, 7, "had promised a new mast") == Verbatim("past the end", (5,))
    assert check_verbatim(ROCK, 0, "had promised an old mast") == Verbatim("past the end")


def test_the_verdict_shows_how_the_text_reads() -> None:
    verdict = check_verbatim(ROCK, 5, "engineer promised us a new mast")
    assert verdict == Verbatim("not there", reads="engineer had promised a new mast", edits=2)
    verdict = check_verbatim(ROCK, 3, "in-law — a retired pilot")
    assert verdict == Verbatim("cut", reads="brother-in-law — a retired pilot", edits=0)
    assert check_verbatim(ROCK, 3, "nothing like it stands there") == Verbatim("not there", edits=5)


@given(st.data())
def test_every_run_of_whole_words_stands_verbatim(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([paragraph for source in TEXTS.values() for paragraph in paragraphs(source)]))
    chunks = text.split()
    first = data.draw(st.integers(0, len(chunks) - 1))
    last = data.draw(st.integers(first + 1, len(chunks)))
    quote = " ".join(chunks[first:last])
    assert stands(text, quote) == ("verbatim" if words(quote) else "not there")


@given(st.data())
def test_a_passage_is_widened_to_whole_words(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([TEXT, *ROCK]))
    first = data.draw(st.integers(0, len(words(text)) - 1))
    last = data.draw(st.integers(first + 1, len(words(text))))
    wider = whole_passage(text, first, last)
    assert stands(text, wider) == "verbatim"
    assert " ".join(words(text)[first:last]) in " ".join(words(wider))


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_and_quote_can_be_compared(text: str, quote: str) -> None:
    assert stands(text, quote) in ("verbatim", "cut", "not there")
