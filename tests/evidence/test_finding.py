import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.finding import (
    Match,
    evidence_block,
    find_in_fingerprints,
    find_in_texts,
    find_whole_quote,
    quotable,
)
from dossier.evidence.fingerprint import make, paragraphs
from dossier.evidence.quote import check_quote
from dossier.evidence.verbatim import stands
from dossier.evidence.words import words
from tests.evidence.invented import LIGHTHOUSE, TEXTS

ARCHIVE = [(name, paragraphs(text)) for name, text in TEXTS.items()]
FINGERPRINTS = [make(name, text) for name, text in TEXTS.items()]


@pytest.mark.parametrize(
    ("sought", "source", "paragraph", "matching", "passage"),
    [
        ("THE FOG SIGNAL SHOULD GO", "lighthouse", 4, 5, "the fog signal should go"),
        ("the fog horn should go", "lighthouse", 4, 4, "the fog signal should go"),
        ("promised new mast", "lighthouse", 5, 2, "promised a new mast"),
        ("brother-in-law - a retired sailor - rows", "lighthouse", 3, 6, "brother-in-law — a retired pilot — rows"),
        ("engineer", "lighthouse", 5, 1, "engineer had promised a"),
        ("s engineer had promised", "lighthouse", 5, 4, "board's engineer had promised"),
        ("metres short", "lighthouse", 5, 2, "was 3.5 metres short"),
        ("пять вуликів об'єднали в один", "bees", 2, 5, "п’ять вуликів об’єднали в один"),
        ("قال امين المكتبة إن ٣٠ كتابا", "library", 3, 5, "قال أمين المكتبة إن ٣٠ كتابا"),
        ("因为三月下了两场雨", "tea", 2, 8, "因为三月下了两场雪"),
    ],
)
def test_words_are_found_in_texts(sought: str, source: str, paragraph: int, matching: int, passage: str) -> None:
    best = find_in_texts(sought, ARCHIVE)[0]
    assert best == Match(source, paragraph, matching, len(words(sought)), passage)
    assert best.is_whole == (matching == len(words(sought)))


def test_the_best_place_comes_first_and_others_follow() -> None:
    texts = [("one", ["the bell rang late"]), ("two", ["a bell rang", "the bell rang at noon"]), ("three", ["no bell"])]
    found = find_in_texts("the bell rang at noon", texts)
    assert [(each.source, each.paragraph, each.matching) for each in found] == [("two", 2, 5), ("one", 1, 3)]
    assert len(find_in_texts("the bell", texts * 20, most=7)) == 7


@pytest.mark.parametrize("sought", ["", "…", "nothing alike stands anywhere"])
def test_what_stands_nowhere_is_not_found(sought: str) -> None:
    assert find_in_texts(sought, ARCHIVE) == []
    assert find_in_fingerprints(sought, FINGERPRINTS) == []


def test_words_are_found_in_fingerprints() -> None:
    assert find_in_fingerprints("the fog signal should go", FINGERPRINTS) == [Match("lighthouse", 4, 5, 5)]
    assert find_in_fingerprints("whether the fog horn should go, she told", FINGERPRINTS) == [
        Match("lighthouse", 4, 7, 8)
    ]
    assert find_in_fingerprints("whether the fog signal should never go", FINGERPRINTS) == [
        Match("lighthouse", 4, 5, 7)
    ]
    assert find_in_fingerprints("fog signal", FINGERPRINTS) == []
    assert find_in_fingerprints("因为三月下了两场雪", FINGERPRINTS)[0] == Match("tea", 2, 9, 9)


def test_better_fits_come_first_in_fingerprints_too() -> None:
    texts = {"one": "the bell rang at last", "two": "the bell rang at noon\nthe bell rang at night"}
    found = find_in_fingerprints("the bell rang at noon", [make(name, text) for name, text in texts.items()])
    assert [(each.source, each.paragraph, each.matching) for each in found] == [
        ("two", 1, 5),
        ("one", 1, 4),
        ("two", 2, 4),
    ]


@given(st.data())
def test_whatever_is_found_can_be_cited(data: st.DataObject) -> None:
    text = paragraphs(LIGHTHOUSE)
    number = data.draw(st.sampled_from([2, 3, 4, 5]))
    count = len(words(text[number - 1]))
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first + 1, count))
    quote = quotable(text[number - 1], first, last)
    assert check_quote(make("gull-rock", LIGHTHOUSE), number, quote).accepted
    assert stands(text[number - 1], quote) == "verbatim"


def test_a_short_paragraph_is_cited_whole() -> None:
    assert quotable("The very end.", 1, 2) == "The very end"
    assert quotable("", 0, 1) == ""


@pytest.mark.parametrize(
    "quote",
    [
        "rows 1,200 litres of oil",
        'asked "us" whether',
        "isn't paid",
        'isn\'t "paid" \\ for',
        "# no: - comment",
        "п’ять —\tвуликів",
        "a\u00ad\u200bb c",
    ],
)
def test_the_block_is_yaml_to_paste(quote: str) -> None:
    block = "evidence:\n" + evidence_block("gull-rock", 3, quote, "parish-council-1974")
    (read,) = yaml.safe_load(block)["evidence"]
    assert (read["source"], read["paragraph"], read["origin"]) == ("gull-rock", 3, "parish-council-1974")
    assert read["origin_basis"] == "stated"
    assert words(read["quote"]) == words(quote)
    assert read["quote"] == " ".join(quote.replace("\u00ad", "").replace("\u200b", "").split())


def test_a_block_without_an_origin_asks_for_one() -> None:
    block = evidence_block("gull-rock", 3, "rows 1,200 litres of oil")
    assert block == (
        "      - source: gull-rock\n"
        "        paragraph: 3\n"
        '        quote: "rows 1,200 litres of oil"\n'
        "        origin:  # who first reported or said it, as listed in briefings/origins.yaml\n"
        "        origin_basis: stated  # or inferred, where the text does not name that origin here\n"
    )


def test_only_a_whole_quote_is_found_and_not_by_luck() -> None:
    assert find_whole_quote("the fog signal should go", FINGERPRINTS) == [Match("lighthouse", 4, 5, 5)]
    assert find_whole_quote("the fog horn should go", FINGERPRINTS) == []
    assert find_whole_quote("the fog", FINGERPRINTS) == []
    # Among so many paragraphs, three words in a row that look like these stand somewhere by chance.
    assert find_whole_quote("fog signal should", FINGERPRINTS * 100) == []
    assert find_whole_quote("the fog signal should go", FINGERPRINTS * 2) == [Match("lighthouse", 4, 5, 5)] * 2


def test_what_luck_explains_is_not_found() -> None:
    chance = random.Random(3)
    rows = [" ".join(f"word{chance.randrange(5000)}" for _ in range(120)) for _ in range(600)]
    for version in (1, 2):
        many = [make("many", "\n".join(rows), version)]
        for number in range(60):
            invented = f"goblin{number} umbrella{number} teapot{number} walnut{number} meteor{number}"
            assert find_in_fingerprints(invented, many) == []
            assert find_whole_quote(invented, many) == []
            assert find_in_fingerprints(" ".join(invented.split()[:3]), many) == []
        # What stands there is found all the same, but for three words, which would be found anywhere.
        run = rows[400].split()[10:16]
        assert find_in_fingerprints(" ".join(run), many) == [Match("many", 401, 6, 6)]
        assert find_in_fingerprints(" ".join(run[:3]), many) == []


def test_a_paragraph_of_ten_thousand_words_holds_no_invented_quote() -> None:
    words_of = random.Random(4)
    text = " ".join(f"word{words_of.randrange(900)}" for _ in range(10_000))
    fingerprint = make("talk", text)
    invented = [f"goblin{n} umbrella{n} teapot{n} walnut{n}" for n in range(500)]
    assert not any(check_quote(fingerprint, 1, quote).accepted for quote in invented)
    assert find_in_fingerprints(" ".join(text.split()[5000:5006]), [fingerprint]) == [Match("talk", 1, 6, 6)]
