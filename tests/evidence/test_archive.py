"""What fingerprints are worth on real texts. Needs the archive; no word of a text is printed or kept."""

import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.wrong_quotes import Text, is_in, read, wrong_quotes
from dossier.evidence import check_quote, check_verbatim, find_in_texts, measure, words
from dossier.evidence.fingerprint import write
from dossier.evidence.passage import passage
from dossier.evidence.verbatim import stands as stands_verbatim

VARIANTS = (
    ("“", '"'),
    ("”", '"'),
    ('"', "“"),
    ("’", "'"),
    ("'", "’"),
    ("—", "-"),
    (" — ", "—"),
    ("—", " – "),
    ("-", "‑"),
    (" ", "\u00a0"),
    (" ", "  "),
    (" ", "\u202f"),
)


@pytest.fixture(scope="module")
def texts(archive: Path) -> list[Text]:
    return read(archive)


def runs(texts: list[Text], length: int) -> Iterator[tuple[Text, int, int, str]]:
    """Yield every run of so many words as the text has it: text, paragraph, first word, run."""
    for text in texts:
        for number, (paragraph, located) in enumerate(zip(text.paragraphs, text.words, strict=True), 1):
            for first in range(len(located) - length + 1):
                run = paragraph[located[first][1] : located[first + length - 1][2]]
                yield text, number, first, run


def test_every_run_of_six_words_is_accepted(texts: list[Text]) -> None:
    refused = tried = 0
    for text, number, _, run in runs(texts, 6):
        tried += 1
        refused += not check_quote(text.fingerprint, number, run).accepted
    assert tried > 1_000
    assert refused == 0


@pytest.mark.parametrize("length", [4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15])
def test_runs_of_other_lengths_are_accepted(texts: list[Text], length: int) -> None:
    sample = [run for at, run in enumerate(runs(texts, length)) if at % 5 == length % 5]
    assert len(sample) > 200
    assert sum(not check_quote(text.fingerprint, number, run).accepted for text, number, _, run in sample) == 0


@pytest.mark.parametrize("length", [4, 6, 10, 15])
def test_runs_between_spaces_pass_both_checks(texts: list[Text], length: int) -> None:
    failed = tried = 0
    for text in texts:
        for number, paragraph in enumerate(text.paragraphs, 1):
            chunks = [chunk.span() for chunk in re.finditer(r"\S*\w\S*", paragraph)]
            for (start, _), (_, end) in zip(chunks, chunks[length - 1 :], strict=False):
                quote = paragraph[start:end]
                tried += 1
                failed += not check_quote(text.fingerprint, number, quote).accepted
                failed += check_verbatim(text.paragraphs, number, quote).outcome != "verbatim"
    assert tried > 200
    assert failed == 0


def test_a_run_that_stands_there_is_verbatim_or_cut(texts: list[Text]) -> None:
    assert {stands_verbatim(text.paragraphs[number - 1], run) for text, number, _, run in runs(texts, 6)} == {
        "verbatim",
        "cut",
    }


def test_wrong_words_pass_as_rarely_as_the_arithmetic_says(texts: list[Text]) -> None:
    tried = {"edge": 0, "inside": 0}
    passed = {"edge": 0, "inside": 0}
    verbatim = 0
    for wrong in wrong_quotes(texts, 15_000, random.Random(1)):
        where = "inside" if wrong.from_edge else "edge"
        tried[where] += 1
        if check_quote(wrong.text.fingerprint, wrong.paragraph, wrong.quote).accepted:
            passed[where] += 1
        verbatim += stands_verbatim(wrong.text.paragraphs[wrong.paragraph - 1], wrong.quote) == "verbatim"
    assert passed["edge"] / tried["edge"] < 2e-3
    assert passed["inside"] == 0
    assert verbatim == 0


def test_other_typography_is_accepted(texts: list[Text]) -> None:
    failed, tried = 0, dict.fromkeys(VARIANTS, 0)
    for text, number, _, run in [run for at, run in enumerate(runs(texts, 9)) if at % 3 == 0]:
        if stands_verbatim(text.paragraphs[number - 1], run) == "cut":
            continue
        for old, new in VARIANTS:
            if old in run:
                tried[old, new] += 1
                set_otherwise = run.replace(old, new)
                failed += not check_quote(text.fingerprint, number, set_otherwise).accepted
                failed += stands_verbatim(text.paragraphs[number - 1], set_otherwise) != "verbatim"
        for begun in (run[0].upper() + run[1:], run[0].lower() + run[1:]):
            failed += not check_quote(text.fingerprint, number, begun).accepted
            failed += stands_verbatim(text.paragraphs[number - 1], begun) != "verbatim"
    assert min(tried.values()) > 0
    assert failed == 0


def test_a_changed_number_name_or_not_is_refused(texts: list[Text]) -> None:
    chance = random.Random(2)
    tried = dict.fromkeys(("number", "name", "not"), 0)
    passed = verbatim = 0
    for text, number, _, run in runs(texts, 8):
        changes = {
            "number": re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), run, count=1),
            "name": re.sub(r"(?<=\w )([A-Z][a-z]+)(?= \w)", lambda name: name[0][:-1] + "q", run, count=1),
            "not": re.sub(r"\b(not|no) ", "", run) if re.search(r"\w (not|no) \w", run) else run,
        }
        for kind, wrong in changes.items():
            if wrong == run or is_in(words(wrong), text.words[number - 1]) or measure(wrong).most < 6:
                continue
            if chance.random() < 0.5 or kind == "not":
                tried[kind] += 1
                passed += check_quote(text.fingerprint, number, wrong).accepted
                verbatim += stands_verbatim(text.paragraphs[number - 1], wrong) == "verbatim"
    assert min(tried.values()) > 10
    assert passed <= sum(tried.values()) / 200
    assert verbatim == 0


def test_a_wrong_paragraph_gets_the_right_one_suggested(texts: list[Text]) -> None:
    chance = random.Random(3)
    right = alone = tried = 0
    for length in (4, 6, 9, 15):
        for text, number, _, run in runs(texts, length):
            if chance.random() > 0.25:
                continue
            other = chance.choice([each for each in range(1, len(text.paragraphs) + 3) if each != number])
            verdict = check_quote(text.fingerprint, other, run)
            if verdict.accepted:
                # Headlines stand in two paragraphs.
                continue
            tried += 1
            right += number in verdict.stands_in
            alone += verdict.stands_in == (number,)
            assert check_verbatim(text.paragraphs, other, run).stands_in in ((), verdict.stands_in)
    assert tried > 1_000
    assert right == tried
    assert alone / tried >= 0.97


def test_a_wrong_word_still_finds_the_paragraph(texts: list[Text]) -> None:
    sample = list(wrong_quotes(texts, 600, random.Random(4)))
    sought = [(text.fingerprint.source, text.paragraphs) for text in texts]
    long = [wrong for wrong in sample if measure(wrong.quote).most >= 8]
    found = 0
    for wrong in long:
        best = find_in_texts(wrong.quote, sought)
        found += (wrong.text.fingerprint.source, wrong.paragraph) in [(each.source, each.paragraph) for each in best]
    assert found == len(long) > 100
    suggested = sum(
        check_quote(wrong.text.fingerprint, wrong.paragraph, wrong.quote).nearest in (wrong.paragraph, None)
        for wrong in long
    )
    assert suggested / len(long) > 0.97


def test_the_passage_found_is_the_text_s_own(texts: list[Text]) -> None:
    sought = [(text.fingerprint.source, text.paragraphs) for text in texts]
    for text, number, first, run in [run for at, run in enumerate(runs(texts, 7)) if at % 40 == 0]:
        best = [each for each in find_in_texts(run, sought) if each.is_whole]
        assert (text.fingerprint.source, number) in [(each.source, each.paragraph) for each in best]
        for each in best:
            assert check_verbatim(dict(sought)[each.source], each.paragraph, each.passage).outcome == "verbatim"
        assert passage(text.paragraphs[number - 1], first, first + 7).startswith(run)


def test_fingerprints_are_small(texts: list[Text]) -> None:
    all_paragraphs = sum(len(text.paragraphs) for text in texts)
    size = sum(len(write(text.fingerprint).encode()) for text in texts)
    assert size / all_paragraphs * 100 < 20_000


def test_ten_thousand_quotes_take_less_than_two_seconds(texts: list[Text]) -> None:
    quotes = [(text, number, run) for length in (6, 8, 10, 12, 14) for text, number, _, run in runs(texts, length)]
    quotes = (quotes * 3)[:10_000]
    assert len(quotes) == 10_000
    started = time.process_time()
    for text, number, run in quotes:
        check_quote(text.fingerprint, number, run)
    assert time.process_time() - started < 2
