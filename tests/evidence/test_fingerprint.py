import hashlib
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.fingerprint import (
    Fingerprint,
    as_recorded,
    bits_for,
    decoded,
    make,
    paragraphs,
    read,
    text_sha256,
    write,
)
from dossier.evidence.words import words
from dossier.problem import Span
from tests.evidence.invented import LIGHTHOUSE, TEXTS

FILE = "sources/fingerprints/gull-rock.txt"


def test_a_paragraph_is_a_stripped_line_with_something_in_it() -> None:
    assert paragraphs("\ufeffone".removeprefix("\ufeff") + "\r\n\n  two \n\t\n three\rfour\n") == [
        "one",
        "two",
        "three",
        "four",
    ]
    assert paragraphs(" \n\n") == []


def test_a_byte_order_mark_is_no_part_of_a_text() -> None:
    assert decoded("\ufeffone".encode()) == "one"
    with pytest.raises(UnicodeDecodeError):
        make("gull-rock", "Ключ".encode("cp1251"))


def test_the_values_are_what_the_format_says() -> None:
    key = hashlib.blake2b(b"gull-rock", digest_size=32).digest()
    said = hashlib.blake2b(b"harbour board and", digest_size=8, key=key).digest()
    assert make("gull-rock", "Harbour board, and").values(1) == {int.from_bytes(said[:2], "big")}
    rest = " ".join(f"word{number}" for number in range(200))
    long = make("gull-rock", f"Harbour board, and {rest}")
    assert int.from_bytes(said[:3], "big") >> 7 in long.values(1)


@pytest.mark.parametrize(("count", "bits"), [(0, 16), (131, 16), (132, 17), (262, 17), (400, 18), (10_000, 23)])
def test_values_have_more_bits_as_a_paragraph_grows(count: int, bits: int) -> None:
    assert bits_for(count) == bits
    assert max(count - 2, 0) / (1 << bits) < 1 / 500


@pytest.mark.parametrize("count", [3, 131, 132, 700, 3000])
def test_a_paragraph_of_any_length_goes_through_its_file(count: int) -> None:
    text = " ".join(f"word{number}" for number in range(count))
    fingerprint = make("gull-rock", f"{text}\n{text} end")
    assert read(write(fingerprint), FILE) == (fingerprint, [])
    assert fingerprint.paragraphs[0].words == count
    assert len(fingerprint.values(1)) == len(fingerprint.paragraphs[0]) <= count - 2


def test_the_version_before_is_read_and_known_to_be_old() -> None:
    text = "The keeper’s lamp isn't lit.\nNo\n"
    old = (
        "dossier-fingerprint 1\n"
        "source: gull-rock\n"
        f"text-sha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        "paragraphs: 2\n"
        "1 QMReb2jQg8GMXA==\n"
        "2 -\n"
    )
    fingerprint, problems = read(old, FILE)
    assert (fingerprint, problems) == (make("gull-rock", text, version=1), [])
    assert fingerprint is not None
    assert fingerprint.is_old
    assert not make("gull-rock", text).is_old
    assert write(fingerprint) == old
    assert fingerprint.fits_all(1, fingerprint.hashes(words("keeper's lamp isn't lit")))
    assert not any(fingerprint.fits(1, fingerprint.hashes(words("lamp is lit now"))))


def test_a_fingerprint_in_this_version_never_changes() -> None:
    text = "The keeper’s lamp isn't lit.\nNo\nП’ять вуликів об’єднали в один\n茶馆每天早上6点开门\n"
    assert write(make("gull-rock", text)) == (
        "dossier-fingerprint 2\n"
        "source: gull-rock\n"
        f"text-sha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        "paragraphs: 4\n"
        "1 7 Dt8i/k7qXNx3gA==\n"
        "2 1 -\n"
        "3 7 G+VeXnmPgVW6dw==\n"
        "4 10 GN4dox/SKWw11jdgmmK28Q==\n"
    )


def test_a_fingerprint_belongs_to_the_bytes() -> None:
    raw = LIGHTHOUSE.encode()
    assert make("gull-rock", raw) == make("gull-rock", LIGHTHOUSE)
    assert make("gull-rock", raw).text_sha256 == text_sha256(raw) == hashlib.sha256(raw).hexdigest()
    windows = raw.replace(b"\n", b"\r\n")
    assert make("gull-rock", windows).paragraphs == make("gull-rock", raw).paragraphs
    assert make("gull-rock", windows).text_sha256 != make("gull-rock", raw).text_sha256


def test_one_text_has_other_values_under_another_id() -> None:
    one, other = make("gull-rock", LIGHTHOUSE), make("gull-rock-2", LIGHTHOUSE)
    assert len(one.values(2) & other.values(2)) <= 1


def test_the_order_of_a_text_cannot_be_read() -> None:
    one = make("gull-rock", "the lamp is lit at dusk by the keeper")
    (row,) = one.paragraphs
    assert row.packed == b"".join(value.to_bytes(2, "big") for value in sorted(one.values(1)))


def test_a_paragraph_of_one_or_two_words_has_no_values() -> None:
    fingerprint = make("gull-rock", "Notes\nThe end\nThe very end\n—\n")
    assert [len(fingerprint.values(number)) for number in range(1, 5)] == [0, 0, 1, 0]
    assert read(write(fingerprint), FILE) == (fingerprint, [])


@pytest.mark.parametrize("paragraph", [0, -1, 9])
def test_there_are_no_values_past_the_end(paragraph: int) -> None:
    with pytest.raises(IndexError):
        make("gull-rock", LIGHTHOUSE).values(paragraph)


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_is_read_as_it_was_written(name: str) -> None:
    fingerprint = make(name, TEXTS[name])
    assert read(write(fingerprint), FILE) == (fingerprint, [])
    assert read(write(fingerprint).replace("\n", "\r\n"), FILE) == (fingerprint, [])


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_goes_through_its_file(text: str) -> None:
    fingerprint = make("gull-rock", text)
    assert read(write(fingerprint), FILE) == (fingerprint, [])
    assert len(fingerprint.paragraphs) == len(paragraphs(decoded(text.encode())))


def test_a_changed_paragraph_changes_its_own_line_and_the_sum() -> None:
    before = write(make("gull-rock", LIGHTHOUSE)).splitlines()
    after = write(make("gull-rock", LIGHTHOUSE.replace("retired", "tired"))).splitlines()
    assert [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other] == [2, 6]


def test_nothing_of_the_text_is_in_the_file() -> None:
    for name, text in TEXTS.items():
        written = write(make(name, text)).split("paragraphs:")[1].casefold()
        assert not [word for word in words(text) if len(word) > 5 and word in written]


def test_a_hundred_paragraphs_take_less_than_twenty_kilobytes() -> None:
    chance = random.Random(7)
    text = "\n".join(" ".join(f"word{chance.randrange(5000)}" for _ in range(70)) for _ in range(100))
    assert len(write(make("gull-rock", text)).encode()) < 20_000


GOOD = write(make("gull-rock", LIGHTHOUSE))


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        ("", 1, "first line"),
        ("<html>\n", 1, "first line"),
        (GOOD.replace("fingerprint 2", "fingerprint 3"), 1, "version 3"),
        (GOOD.replace("source: ", "source:"), 2, '"source: …"'),
        (GOOD.replace("gull-rock", "Gull Rock"), 2, '"source: …"'),
        (GOOD.replace("text-sha256: ", "text-sha256: f"), 3, '"text-sha256: …"'),
        ("\n".join(GOOD.splitlines()[:3]), 4, '"paragraphs: …"'),
        (GOOD.replace("paragraphs: 6", "paragraphs: 7"), 4, "7 paragraphs, and 6 follow"),
        (GOOD.replace("\n3 ", "\n4 ", 1), 7, "paragraph 3"),
        (GOOD.replace("\n3 ", "\n<<<<<<< ours\n3 ", 1), 7, "paragraph 3"),
        (GOOD.replace("\n3 ", "\n3  ", 1), 7, "paragraph 3"),
        (GOOD.replace("\n6 1 -", "\n6"), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 -"), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 4 AA=="), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 4 AAAA"), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 1 AAA="), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 5 AAEAAA=="), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 4 AAAAAA=="), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 140 AAAB"), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 4 A"), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 4 Лампа"), 10, "paragraph 6"),
        (GOOD.replace("\n6 1 -", "\n6 1 -\n"), 11, "paragraph 7"),
    ],
)
def test_a_file_that_was_tampered_with_is_a_problem_at_its_line(broken: str, line: int, says: str) -> None:
    fingerprint, problems = read(broken, FILE)
    assert fingerprint is None
    (problem,) = problems
    assert problem.code.name == "fingerprint-format"
    assert isinstance(problem.at, Span)
    assert (problem.at.file, problem.at.line) == (FILE, line)
    assert says in problem.message
    assert problem.hint


@given(st.binary(max_size=80))
def test_no_file_is_too_odd_to_be_read(raw: bytes) -> None:
    fingerprint, problems = read(raw.decode("utf-8", "replace"), FILE)
    assert fingerprint is None
    assert len(problems) == 1


def test_a_source_may_have_a_long_id_and_any_script() -> None:
    assert make("a" * 80, LIGHTHOUSE).paragraphs != make("a" * 79, LIGHTHOUSE).paragraphs
    thai = make("boats", TEXTS["boats"])
    assert thai.values(2) == make("boats", unicodedata.normalize("NFD", TEXTS["boats"])).values(2)
    assert isinstance(thai, Fingerprint)


def test_a_text_with_other_line_ends_is_the_same_text() -> None:
    raw = LIGHTHOUSE.encode()
    windows = raw.replace(b"\n", b"\r\n")
    for had, kept in ((raw, raw), (windows, raw), (raw, windows), (windows, windows)):
        assert as_recorded(had, text_sha256(kept)) == kept
    assert as_recorded(raw + b".", text_sha256(raw)) is None
    assert as_recorded(raw, None) is None
