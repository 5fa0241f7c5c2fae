"""`verify`: what was checked of each source, how, and what failed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.typed import typed


def test_without_an_archive_it_says_what_it_could_not_check(tram: Path) -> None:
    seen = typed(tram, "verify")
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == (
        "alder-courier-2031-05-07: 8 quotes, all of which fit the fingerprint\n"
        "council-minutes-2031-05-06: 2 quotes, all of which fit the fingerprint\n"
        "quay-post-2031-05-13: 7 quotes, all of which fit the fingerprint\n"
        "17 of 17 quotes fit their fingerprints; whether they stand word for word, and whether the texts are those of the "
        "records, can only be told with the archive (--archive DIR)\n"
    )


def test_with_an_archive_it_says_where_they_stand(tram: Path) -> None:
    seen = typed(tram, "verify", "--archive", "archive", "quay-post-2031-05-13")
    assert seen.code == 0
    assert seen.out == (
        "quay-post-2031-05-13: 7 quotes, all of which fit the fingerprint and stand word for word in "
        "quay-post-2031-05-13.txt\n7 of 7 quotes stand word for word in the archived texts\n"
    )


def test_what_fails_is_shown_where_it_stands(own: Path) -> None:
    file = own / "briefings/2031/traders-soften.yaml"
    file.write_text(file.read_text().replace("puts the cost at 310", "puts the cost at 320"))
    (own / "archive/council-minutes-2031-05-06.txt").unlink()
    text = own / "archive/alder-courier-2031-05-07.txt"
    text.write_text(text.read_text() + "A line more.\n")
    seen = typed(own, "verify", "--archive", "archive")
    assert seen.code == 1
    courier, minutes, post = seen.out.splitlines()[:3]
    assert courier == (
        "alder-courier-2031-05-07: 8 quotes, all of which fit the fingerprint; not held against "
        "alder-courier-2031-05-07.txt, as it is not the text of the record"
    )
    assert minutes == (
        "council-minutes-2031-05-06: 2 quotes, all of which fit the fingerprint; not held against the text, as the archive "
        "has no council-minutes-2031-05-06.txt"
    )
    assert post == (
        "quay-post-2031-05-13: 7 quotes, of which 6 fit the fingerprint; 6 stand word for word in quay-post-2031-05-13.txt"
    )
    for code in ("archive-text-changed", "archive-missing", "quote-not-verbatim"):
        assert f"error[{code}]" in seen.out
    assert "= the text reads: puts the cost at 310 million crowns\n" in seen.out


def test_a_record_is_kept_when_asked_for(own: Path) -> None:
    seen = typed(own, "verify", "--archive", "archive", "--record", "--date", "2031-06-01")
    assert seen.code == 0
    assert seen.out.endswith("recorded as of 2031-06-01: 3 files changed in sources/verified/\n")
    assert "2031-06-01" in (own / "sources/verified/quay-post-2031-05-13.txt").read_text()
    assert typed(own, "check").code == 0
    assert typed(own, "verify", "--archive", "archive", "--record").out.endswith(
        f"recorded as of {datetime.now(UTC).date()}: 3 files changed in sources/verified/\n"
    )


def test_nothing_is_kept_unless_asked_for(own: Path) -> None:
    typed(own, "verify", "--archive", "archive")
    assert not (own / "sources/verified").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--record"], "there is nothing to record without an archive"),
        (["--date", "2031-06-01"], "--date is the date to record"),
        (["--record", "--date", "June"], '"June" is no date'),
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
