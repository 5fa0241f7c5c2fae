"""Dates of three precisions: which days they can mean, and how they compare."""

import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from dossier.model import first_day, is_after, last_day, precision
from dossier.model.date import Date

DATE = TypeAdapter(Date)


@pytest.mark.parametrize("text", ["2025", "2025-04", "2025-04-24", "2024-02-29", "0001", "9999-12-31"])
def test_a_date_is_a_year_a_month_or_a_day(text: str) -> None:
    assert DATE.validate_python(text) == text


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("25-04-24", "date_form"),
        ("2025-4", "date_form"),
        ("2025-04-24T09:00", "date_form"),
        ("2025-04-24\n", "date_form"),
        ("2025-13", "date_unreal"),
        ("2025-02-29", "date_unreal"),
        ("0000", "date_unreal"),
    ],
)
def test_anything_else_is_refused(text: str, error: str) -> None:
    with pytest.raises(ValidationError) as caught:
        DATE.validate_python(text)
    assert [one["type"] for one in caught.value.errors()] == [error]


@pytest.mark.parametrize(
    ("date", "how", "first", "last"),
    [
        ("2025", "year", (2025, 1, 1), (2025, 12, 31)),
        ("2025-04", "month", (2025, 4, 1), (2025, 4, 30)),
        ("2024-02", "month", (2024, 2, 1), (2024, 2, 29)),
        ("2025-04-24", "day", (2025, 4, 24), (2025, 4, 24)),
    ],
)
def test_a_date_means_all_days_of_its_precision(
    date: str, how: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert precision(date) == how
    assert first_day(date) == datetime.date(*first)
    assert last_day(date) == datetime.date(*last)


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("2025-04-25", "2025-04-24", True),
        ("2025-04-24", "2025-04-24", False),
        ("2025-04-24", "2025-04-25", False),
        ("2025-05", "2025-04-24", True),
        ("2025-04", "2025-04-24", False),
        ("2025-04-24", "2025-04", False),
        ("2026", "2025-12-31", True),
        ("2025-12-31", "2025", False),
        ("2025", "2026-01-01", False),
    ],
)
def test_a_date_is_after_another_only_if_all_its_days_are(one: str, other: str, after: bool) -> None:
    assert is_after(one, other) is after
    assert (first_day(one) > last_day(other)) is after
