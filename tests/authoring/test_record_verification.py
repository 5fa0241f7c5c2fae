"""Evidence is checked source by source, and what passed is recorded."""

from datetime import date
from pathlib import Path

import pytest

from dossier.authoring.record_verification import record_passed, verify
from dossier.pipeline.load import load
from tests.cases.cases import lay_out

QUAY = "quay-post-2031-05-13"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "dossier")


def test_without_an_archive_quotes_are_checked_by_fingerprint(root: Path) -> None:
    found = verify(load(root))
    assert [(one.source, one.quotes, one.matching, one.archived) for one in found] == [
        ("alder-courier-2031-05-07", 8, 8, None),
        ("council-minutes-2031-05-06", 2, 2, None),
        (QUAY, 7, 7, None),
    ]


def test_with_an_archive_every_quote_is_compared_with_its_text(root: Path) -> None:
    found = verify(load(root, root / "archive"), [QUAY])
    assert [(one.source, one.archived.text, len(one.archived.passed)) for one in found if one.archived] == [
        (QUAY, "compared", 7)
    ]


def test_a_source_without_a_fingerprint_has_no_matching_quotes(root: Path) -> None:
    (root / f"sources/fingerprints/{QUAY}.txt").unlink()
    (alone,) = verify(load(root), [QUAY])
    assert (alone.quotes, alone.matching, alone.problems) == (7, None, ())
    (result,) = verify(load(root, root / "archive"), [QUAY])
    assert result.archived is not None
    assert (result.matching, len(result.archived.passed)) == (None, 7)


def test_the_fingerprint_of_another_source_does_not_count(root: Path) -> None:
    other = (root / "sources/fingerprints/alder-courier-2031-05-07.txt").read_bytes()
    (root / f"sources/fingerprints/{QUAY}.txt").write_bytes(other)
    (result,) = verify(load(root), [QUAY])
    assert result.matching is None


def spoil(root: Path) -> None:
    file = root / "briefings/2031/traders-soften.yaml"
    file.write_text(
        file.read_text().replace("puts the cost at 310 million crowns", "puts the cost at 320 million crowns")
    )


def test_a_failure_has_its_place(root: Path) -> None:
    spoil(root)
    (one,) = verify(load(root, root / "archive"), [QUAY])
    assert one.archived is not None
    assert (one.matching, len(one.archived.passed)) == (6, 6)
    assert [(problem.code.name, problem.at.line) for problem in one.problems] == [("quote-not-verbatim", 60)]  # type: ignore[union-attr]


def test_what_passed_is_recorded_and_counts_as_checked(root: Path) -> None:
    spoil(root)
    loaded = load(root, root / "archive")
    changed = record_passed(loaded, verify(loaded), date(2031, 6, 1))
    assert changed == [
        "sources/verified/alder-courier-2031-05-07.txt",
        "sources/verified/council-minutes-2031-05-06.txt",
        f"sources/verified/{QUAY}.txt",
    ]
    library = load(root).library
    states = {
        evidence.quote: library.linked_sources[QUAY].state(evidence) for _, evidence in library.cited_by_source[QUAY]
    }
    assert {(state.by, state.on) for quote, state in states.items() if "320" not in quote} == {
        ("archive", "2031-06-01")
    }
    assert [state.by for quote, state in states.items() if "320" in quote] == [None]


def test_a_repeated_check_on_the_same_day_changes_nothing(root: Path) -> None:
    loaded = load(root, root / "archive")
    assert len(record_passed(loaded, verify(loaded), date(2031, 6, 1))) == 3
    assert record_passed(loaded, verify(loaded), date(2031, 6, 1)) == []


def test_a_text_that_is_not_the_one_of_the_record_is_not_used(root: Path) -> None:
    text = root / f"archive/{QUAY}.txt"
    text.write_text(text.read_text() + "A line more.\n")
    loaded = load(root, root / "archive")
    record_passed(loaded, verify(loaded), date(2031, 6, 1))
    assert not (root / f"sources/verified/{QUAY}.txt").exists()
