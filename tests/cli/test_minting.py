"""Dates, times and random ids for new records."""

from datetime import UTC, datetime, timedelta
from itertools import islice

from dossier.cli.minting import now, random_suffixes, today


def test_the_time_is_now_in_utc_to_the_second() -> None:
    assert now().tzinfo is UTC
    assert now().microsecond == 0
    assert abs(datetime.now(UTC) - now()) < timedelta(minutes=1)
    assert today() in {datetime.now(UTC).date(), (datetime.now(UTC) - timedelta(minutes=1)).date()}


def test_suffixes_have_six_letters_that_are_not_confused() -> None:
    suffixes = list(islice(random_suffixes(), 200))
    assert {len(suffix) for suffix in suffixes} == {6}
    assert set("".join(suffixes)).isdisjoint("01ilo")
    assert set("".join(suffixes)) <= set("23456789abcdefghjkmnpqrstuvwxyz")
    assert len(set(suffixes)) > 190
