"""Changed fingerprints and records of checks: first in the report, and refused unless the archived text bears them out."""

import datetime
from typing import Any

import pytest

from dossier.check.changes import Changes, as_markdown, compare, find_problems, make_report
from dossier.evidence import Fingerprint, Verification, fingerprint, verification
from dossier.library import Reading
from dossier.problem import Span
from tests.check.lake import GAZETTE, Dossier

TRUE, LYING = "leave the north pier", "leave the south pier"
PRINT, RECORD = "sources/fingerprints/gazette.txt", "sources/verified/gazette.txt"
ARCHIVE = {"gazette.txt": GAZETTE.encode()}
DAY = datetime.date(2031, 5, 9)


def forged(version: int = fingerprint.VERSION) -> Fingerprint:
    """Return a fingerprint of another text under the sum of the true one."""
    made = fingerprint.make("gazette", GAZETTE.replace(TRUE, LYING), version)
    return Fingerprint("gazette", fingerprint.make("gazette", GAZETTE).text_sha256, made.paragraphs, version)


def recorded(lake: Dossier, *quotes: str, sum_of: str = GAZETTE) -> Verification:
    """Return a record that vouches for those quotes from the gazette that hold these words; for all without any."""
    cited = [one for _, one in lake.library().cited_by_source["gazette"] if not quotes or one.quote.startswith(quotes)]
    return verification.record("gazette", fingerprint.make("gazette", sum_of).text_sha256, cited, DAY)


def put(lake: Dossier, *records: Fingerprint | Verification) -> Dossier:
    for one in records:
        kind, file = ("fingerprint", PRINT) if isinstance(one, Fingerprint) else ("verification", RECORD)
        lake.unreadable.append(Reading(kind, "gazette", file, one))  # type: ignore[arg-type]
    return lake


def changed(head: Dossier, base: Dossier | None = None, archive: dict[str, bytes] | None = None) -> Changes:
    return compare((base or Dossier()).library(), head.library(), archive.get if archive is not None else None)


def first(changes: Changes) -> str:
    """Return the first group of the report."""
    return as_markdown(make_report(changes, find_problems(changes))).split("####")[1]


def codes(changes: Changes) -> list[str]:
    return sorted(problem.code.name for problem in find_problems(changes) if problem.severity == "error")


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize(
    ("archive", "says"), [(None, "not verified here"), ({}, "not verified here"), (ARCHIVE, "does not bear it out")]
)
def test_a_forged_fingerprint_is_refused_and_stands_first(version: int, archive: Any, says: str) -> None:
    changes = changed(put(Dossier(), forged(version)), archive=archive)
    assert codes(changes) == ["fingerprint-changed"]
    (fault,) = [one for one in find_problems(changes) if one.code.name == "fingerprint-changed"]
    assert fault.at == Span(PRINT)
    assert not changes.is_empty
    told = first(changes)
    assert told.startswith(" Evidence files")
    assert PRINT in told
    assert "**error** fingerprint-changed" in told
    assert says in told
    assert "`pier-dispute/office-wants-ferry-out` rests on it: ¶2 `wants the ferry to leave the north pier`" in told
    assert (TRUE in told) == (LYING not in told)


def test_only_the_quotes_of_the_paragraphs_that_changed_rest_on_it() -> None:
    (one,) = changed(put(Dossier(), forged())).evidence_files
    assert [evidence.paragraph for _, evidence in one.quotes] == [2]
    assert "paragraph 2" in one.what


def test_every_quote_that_rests_on_it_is_shown() -> None:
    lake = Dossier()
    lake.claim("office-wants-ferry-out")["evidence"] *= 60
    told = first(changed(put(lake, forged())))
    assert told.count("rests on it") == 60


def test_a_renewal_is_refused_unless_the_text_bears_it_out() -> None:
    base = put(Dossier(), fingerprint.make("gazette", GAZETTE, version=1))
    assert codes(changed(Dossier(), base)) == ["fingerprint-changed"]
    assert codes(changed(Dossier(), base, archive=ARCHIVE)) == []
    assert codes(changed(put(Dossier(), forged()), base, archive=ARCHIVE)) == ["fingerprint-changed"]


def test_another_text_is_refused_unless_the_archive_has_it() -> None:
    head = Dossier()
    head.texts["gazette"] = GAZETTE + "One more line.\n"
    assert codes(changed(head)) == ["fingerprint-changed"]
    assert codes(changed(head, archive=ARCHIVE)) == ["fingerprint-changed"]
    assert codes(changed(head, archive={"gazette.txt": (GAZETTE + "One more line.\n").encode()})) == []


def test_the_fingerprint_of_a_new_source_is_shown_and_refused_only_if_it_is_wrong() -> None:
    base = Dossier()
    for claim in base.claims:
        claim["evidence"] = [one for one in claim["evidence"] if one["source"] == "courier"] or [
            claim["evidence"][0] | {"source": "courier"}
        ]
    del base.sources["gazette"]
    for head, archive, wanted in (
        (Dossier(), None, []),
        (Dossier(), ARCHIVE, []),
        (put(Dossier(), forged()), None, []),
        (put(Dossier(), forged()), ARCHIVE, ["fingerprint-changed"]),
    ):
        changes = changed(head, base, archive)
        assert [code for code in codes(changes) if "fingerprint" in code] == wanted
        assert [one.file for one in changes.evidence_files] == [PRINT]


def test_a_source_that_cannot_be_read_does_not_hide_its_forged_fingerprint() -> None:
    head = put(Dossier(), forged())
    del head.sources["gazette"]
    head.unreadable.append(Reading("source", "gazette", "sources/gazette.md", None))
    assert "fingerprint-changed" in codes(changed(head))


def test_a_fingerprint_that_is_gone_is_refused() -> None:
    head = Dossier()
    del head.texts["gazette"]
    assert codes(changed(head)) == ["fingerprint-changed"]


def test_a_record_that_vouches_for_more_is_refused_unless_the_text_bears_it_out() -> None:
    lake = Dossier()
    base, head = put(Dossier(), recorded(lake, "wants")), put(Dossier(), recorded(lake))
    changes = changed(head, base)
    assert codes(changes) == ["verification-changed"]
    assert RECORD in first(changes)
    assert len(changes.evidence_files[0].quotes) == 2
    assert codes(changed(head, base, ARCHIVE)) == []
    # Less is no lie.
    assert codes(changed(base, head)) == []
    assert codes(changed(Dossier(), head)) == []


def test_a_record_that_vouches_for_an_invented_quote_is_refused() -> None:
    base, head = put(Dossier(), recorded(Dossier())), Dossier()
    head.claim("office-wants-ferry-out")["evidence"][0]["quote"] = f"wants the ferry to {LYING}"
    put(head, forged(), recorded(head))
    for archive in (None, ARCHIVE):
        changes = changed(head, base, archive)
        assert set(codes(changes)) >= {"fingerprint-changed", "verification-changed"}
        told = first(changes)
        assert told.index(PRINT) < told.index("pier-dispute")
        assert RECORD in told


def test_a_record_that_vouches_for_what_nobody_quotes_is_refused() -> None:
    other = Dossier()
    other.claim("line-keeps-pier")["evidence"][0]["quote"] = "no such words stand anywhere"
    head = put(Dossier(), recorded(other))
    assert codes(changed(head, put(Dossier(), recorded(Dossier(), "wants")), ARCHIVE)) == ["verification-changed"]


def test_a_record_of_a_later_day_is_a_new_word() -> None:
    later = Verification(
        "gazette", recorded(Dossier()).text_sha256, dict.fromkeys(recorded(Dossier()).checked, "2031-06-01")
    )
    base, head = put(Dossier(), recorded(Dossier())), put(Dossier(), later)
    assert codes(changed(head, base)) == ["verification-changed"]
    assert codes(changed(head, base, ARCHIVE)) == []


def test_a_record_that_does_not_belong_to_its_fingerprint_is_a_fault_of_its_own() -> None:
    head = put(Dossier(), recorded(Dossier(), sum_of=GAZETTE + "more"))
    (told,) = [one for one in head.problems() if one.code.name == "verification-mismatch"]
    assert told.at == Span(RECORD)
    assert set(codes(changed(head))) == {"verification-changed", "verification-mismatch"}


def test_a_record_of_no_source_or_of_another_is_a_fault() -> None:
    lake = Dossier()
    made = recorded(lake)
    lake.unreadable.append(Reading("verification", "courier", "sources/verified/courier.txt", made))
    lake.unreadable.append(Reading("verification", "tribune", "sources/verified/tribune.txt", made))
    told = sorted(one.message for one in lake.problems() if one.code.name == "verification-mismatch")
    assert told == [
        'there is no source "tribune" for this record of a check',
        'this is the record of a check of "gazette", not of "courier"',
    ]
