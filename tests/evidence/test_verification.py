import datetime
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.fingerprint import make
from dossier.evidence.verification import State, Verification, quote_digest, read, record, state_of, write
from dossier.problem import Span
from tests.evidence.invented import LIGHTHOUSE
from tests.evidence.records import evidence, source

FILE = "sources/verified/gull-rock.txt"
ROCK = make("gull-rock", LIGHTHOUSE)
DAY = datetime.date(2024, 6, 1)
RECORD = source(sha256=ROCK.text_sha256)
CHECKED = record("gull-rock", ROCK.text_sha256, [evidence(), evidence(quote="nobody asked us whether")], DAY)


def test_the_digest_is_what_the_format_says() -> None:
    told = "gull-rock\n4\nthe “fog” signal".encode()
    assert quote_digest("gull-rock", 4, "the “fog” signal") == hashlib.blake2b(told, digest_size=16).hexdigest()


def test_a_quote_has_passed_the_archive_check_as_it_stands_and_where_it_stands() -> None:
    assert state_of(evidence(), RECORD, ROCK, CHECKED) == State("archive", "2024-06-01")
    assert state_of(evidence(quote="the fog signal should"), RECORD, ROCK, CHECKED) == State("fingerprint")
    assert state_of(evidence(quote="the fog signal  should go"), RECORD, ROCK, CHECKED) == State("fingerprint")
    assert state_of(evidence(paragraph=5), RECORD, ROCK, CHECKED) == State(None)


def test_a_changed_text_voids_the_check() -> None:
    assert state_of(evidence(), source(sha256="0" * 64), ROCK, CHECKED) == State("fingerprint")
    assert state_of(evidence(), source(), ROCK, CHECKED) == State("fingerprint")


def test_the_record_of_another_source_says_nothing() -> None:
    foreign = Verification("seal-rock", CHECKED.text_sha256, CHECKED.checked)
    assert state_of(evidence(), RECORD, ROCK, foreign) == State("fingerprint")


def test_without_an_archive_check_there_is_the_fingerprint_and_without_that_nothing() -> None:
    assert state_of(evidence(), RECORD, ROCK, None) == State("fingerprint")
    assert state_of(evidence(), RECORD, None, None) == State(None)
    assert state_of(evidence(), None, None, CHECKED) == State(None)
    assert state_of(evidence(quote="the fog horn should go"), RECORD, ROCK, None) == State(None)


def test_the_file_is_sorted_and_stable() -> None:
    written = write(CHECKED)
    assert written == write(
        record("gull-rock", ROCK.text_sha256, [evidence(quote="nobody asked us whether"), evidence()], DAY)
    )
    lines = written.splitlines()
    assert lines[:3] == ["dossier-verification 1", "source: gull-rock", f"text-sha256: {ROCK.text_sha256}"]
    assert lines[3:] == sorted(lines[3:])
    assert lines[3].endswith(" 2024-06-01")
    assert read(written, FILE) == (CHECKED, [])
    assert read(written.replace("\n", "\r\n"), FILE) == (CHECKED, [])


def test_a_source_without_quotes_has_an_empty_record() -> None:
    empty = record("gull-rock", ROCK.text_sha256, [], DAY)
    assert read(write(empty), FILE) == (empty, [])


GOOD = write(CHECKED)


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("", 1),
        (GOOD.replace("verification 1", "verification 9"), 1),
        (GOOD.replace("source: ", ""), 2),
        (GOOD.replace("text-sha256: ", "text-sha256: x"), 3),
        (GOOD.replace("2024-06-01", "2024-06-31", 1), 4),
        (GOOD + "\n", 6),
        (GOOD + "=======\n", 6),
        (GOOD + "abc 2024-06-01\n", 6),
    ],
)
def test_a_file_that_was_tampered_with_is_a_problem_at_its_line(broken: str, line: int) -> None:
    verification, problems = read(broken, FILE)
    assert verification is None
    (problem,) = problems
    assert problem.code.name == "verification-format"
    assert isinstance(problem.at, Span)
    assert (problem.at.file, problem.at.line) == (FILE, line)
    assert problem.hint


@given(st.text(max_size=80))
def test_no_file_is_too_odd_to_be_read(text: str) -> None:
    assert read(text, FILE)[0] is None
