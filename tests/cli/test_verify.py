"""`verify` prints for each source what was checked, how, and what failed."""

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.typed import typed


def test_without_an_archive_quotes_are_checked_by_fingerprint(tram: Path) -> None:
    seen = typed(tram, "verify")
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == (
        "alder-courier-2031-05-07: 8 quotes, all of which match the fingerprint\n"
        "council-minutes-2031-05-06: 2 quotes, all of which match the fingerprint\n"
        "quay-post-2031-05-13: 7 quotes, all of which match the fingerprint\n"
        "17 of 17 quotes match their fingerprints; only with the archive (--archive DIR) can they be compared with the texts "
        "word for word\n"
    )


def test_with_an_archive_quotes_are_compared_with_the_text(tram: Path) -> None:
    seen = typed(tram, "verify", "--archive", "archive", "quay-post-2031-05-13")
    assert seen.code == 0
    assert seen.out == (
        "quay-post-2031-05-13: 7 quotes, all of which match the fingerprint and are in "
        "quay-post-2031-05-13.txt word for word\n7 of 7 quotes are in the archived texts word for word\n"
    )


def test_each_failure_has_its_place(own: Path) -> None:
    file = own / "briefings/2031/traders-soften.yaml"
    file.write_text(file.read_text().replace("puts the cost at 310", "puts the cost at 320"))
    (own / "archive/council-minutes-2031-05-06.txt").unlink()
    text = own / "archive/alder-courier-2031-05-07.txt"
    text.write_text(text.read_text() + "A line more.\n")
    seen = typed(own, "verify", "--archive", "archive")
    assert seen.code == 1
    courier, minutes, post = seen.out.splitlines()[:3]
    assert courier == (
        "alder-courier-2031-05-07: 8 quotes, all of which match the fingerprint; not checked against "
        "alder-courier-2031-05-07.txt, as it is not the text of the record"
    )
    assert minutes == (
        "council-minutes-2031-05-06: 2 quotes, all of which match the fingerprint; not checked against the text, as the archive "
        "has no council-minutes-2031-05-06.txt"
    )
    assert post == (
        "quay-post-2031-05-13: 7 quotes, of which 6 match the fingerprint; 6 are in quay-post-2031-05-13.txt word for word"
    )
    for code in ("archive-text-changed", "archive-missing", "quote-not-verbatim"):
        assert f"error[{code}]" in seen.out
    assert "= the text reads: puts the cost at 310 million crowns\n" in seen.out


def test_a_record_is_written_if_it_is_asked_for(own: Path) -> None:
    seen = typed(own, "verify", "--archive", "archive", "--record", "--date", "2031-06-01")
    assert seen.code == 0
    assert seen.out.endswith("recorded as of 2031-06-01: 3 files changed in sources/verified/\n")
    assert "2031-06-01" in (own / "sources/verified/quay-post-2031-05-13.txt").read_text()
    assert typed(own, "check").code == 0
    assert typed(own, "verify", "--archive", "archive", "--record").out.endswith(
        f"recorded as of {datetime.now(UTC).date()}: 3 files changed in sources/verified/\n"
    )


def test_no_record_is_written_by_default(own: Path) -> None:
    typed(own, "verify", "--archive", "archive")
    assert not (own / "sources/verified").exists()


POST = "quay-post-2031-05-13"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def line_of(own: Path, *words: str) -> str:
    """Return what `verify` prints of the Quay Post."""
    seen = typed(own, "verify", POST, *words)
    return seen.out.splitlines()[0].removeprefix(f"{POST}: ")


def test_a_source_without_a_fingerprint_is_compared_with_its_text_alone(own: Path) -> None:
    (own / f"sources/fingerprints/{POST}.txt").unlink()
    assert line_of(own) == "7 quotes, not checked by fingerprint, as the source has none"
    assert line_of(own, "--archive", "archive") == (
        f"7 quotes, not checked by fingerprint, as the source has none; 7 are in {POST}.txt word for word"
    )
    seen = typed(own, "verify", "--archive", "archive")
    assert (seen.code, seen.out.splitlines()[-1]) == (0, "17 of 17 quotes are in the archived texts word for word")


def test_a_record_that_names_no_text_is_checked_by_fingerprint_alone(own: Path) -> None:
    change(own / f"sources/{POST}.md", f"archive_file: {POST}.txt\n", "")
    assert line_of(own, "--archive", "archive") == (
        "7 quotes, all of which match the fingerprint; not checked against the text, as the record names none"
    )


def test_a_text_that_is_not_utf_8_is_not_compared(own: Path) -> None:
    (own / f"archive/{POST}.txt").write_bytes(b"\xff\xff")
    assert line_of(own, "--archive", "archive") == (
        f"7 quotes, all of which match the fingerprint; not checked against {POST}.txt, as it is not UTF-8"
    )


def test_a_source_that_no_claim_cites_says_so(own: Path) -> None:
    record = (own / f"sources/{POST}.md").read_text()
    (own / "sources/idle.md").write_text(record.replace(f"archive_file: {POST}.txt\n", ""))
    for words in ((), ("--archive", "archive")):
        seen = typed(own, "verify", "idle", *words)
        assert (seen.code, seen.out.splitlines()[0]) == (0, "idle: no claim cites it")


def test_one_quote_is_counted_as_one(own: Path) -> None:
    brief = own / "briefings/2031/traders-soften.yaml"
    text = brief.read_text()
    record = (own / f"sources/{POST}.md").read_text()
    (own / "sources/single.md").write_text(record.replace("title: ", "title: Again, ", 1))
    (own / "sources/fingerprints/single.txt").write_bytes((own / f"sources/fingerprints/{POST}.txt").read_bytes())
    brief.write_text(text.replace(f"source: {POST}", "source: single", 1))
    typed(own, "source", "fingerprint", "single", "--archive", "archive")
    first = typed(own, "verify", "single", "--archive", "archive").out.splitlines()[0]
    assert first == f"single: 1 quote, which matches the fingerprint and is in {POST}.txt word for word"


def test_a_record_that_cannot_be_written_is_an_error(own: Path) -> None:
    (own / "sources/verified").write_text("a file")
    seen = typed(own, "verify", "--archive", "archive", "--record")
    assert seen.code == 2
    assert '"sources/verified/alder-courier-2031-05-07.txt" cannot be written' in seen.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--record"], "only a check against the archive can be recorded"),
        (["--date", "2031-06-01"], "--date is the date of a record"),
        (["--record", "--date", "June"], '"June" is not a date'),
        (
            ["quay-pots-2031-05-13"],
            'there is no source "quay-pots-2031-05-13"\n  = did you mean "quay-post-2031-05-13"?',
        ),
    ],
)
def test_wrong_use(tram: Path, words: list[str], said: str) -> None:
    seen = typed(tram, "verify", *words)
    assert (seen.code, seen.out) == (2, "")
    assert said in seen.err


def test_a_quote_that_stands_twice_is_asked_to_be_longer(own: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(own / "archive", archive)
    text = archive / "quay-post-2031-05-13.txt"
    before = text.read_bytes()
    twice = before + b"Again: the summer of 2034 now looks too early to us.\n"
    text.write_bytes(twice)
    record = own / "sources/quay-post-2031-05-13.md"
    sums = [hashlib.sha256(raw).hexdigest() for raw in (before, twice)]
    record.write_text(record.read_text().replace(sums[0], sums[1]))
    typed(own, "source", "fingerprint", "--archive", str(archive))
    seen = typed(own, "verify", "quay-post-2031-05-13", "--archive", str(archive))
    assert seen.code == 0, seen.out
    assert "warning[quote-not-unique]" in seen.out + seen.err
    assert "stands 2 times" in seen.out + seen.err
