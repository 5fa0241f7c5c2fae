"""Invented words are repeatable, look like text, and mean nothing in YAML."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bench.vocabulary import WORDS, Vocabulary

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(random.Random(1))


def test_a_seed_gives_the_same_text() -> None:
    one, again, other = (Vocabulary(random.Random(seed)).prose(50) for seed in (1, 1, 2))
    assert one == again != other


def test_a_seed_gives_the_same_text_in_every_process() -> None:
    code = "import random; from bench.vocabulary import Vocabulary; print(Vocabulary(random.Random(1)).prose(50))"
    first, second = (
        subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    )
    assert first == second


def test_words_are_used_unevenly(vocabulary: Vocabulary) -> None:
    words = vocabulary.words(20_000)
    counts = sorted((words.count(word) for word in set(words)), reverse=True)
    assert counts[0] > 20 * counts[len(counts) // 2]


def test_no_word_means_anything_in_yaml(vocabulary: Vocabulary) -> None:
    assert len(vocabulary._words) > WORDS - 10
    assert [word for word in vocabulary._words if yaml.safe_load(word) != word] == []


def test_text_has_the_wanted_form(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.words(7)) == 7
    name = vocabulary.name(3).split()
    assert (len(name), all(word[0].isupper() for word in name)) == (3, True)
    phrase = vocabulary.phrase(4, 6)
    assert 4 <= len(phrase.split()) <= 6
    assert phrase[0].isupper()
    assert not phrase.endswith(".")
    prose = vocabulary.prose(40)
    assert len(prose.split()) == 40
    assert prose.endswith(".")
