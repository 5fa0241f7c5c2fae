"""Updates and their times."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from dossier.model import CORRECTIVE_KINDS, UPDATE_KINDS
from dossier.model.update import Moment

MOMENT = TypeAdapter(Moment)


def test_kinds_that_correct_are_among_all_kinds() -> None:
    assert UPDATE_KINDS == ("new", "development", "correction", "retraction", "closed")
    assert CORRECTIVE_KINDS == ("correction", "retraction")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-04-25T14:30:00+00:00", datetime(2025, 4, 25, 14, 30, tzinfo=UTC)),
        (" 2025-04-25T14:30Z ", datetime(2025, 4, 25, 14, 30, tzinfo=UTC)),
        ("2025-04-25T14:30:00-03:30", datetime(2025, 4, 25, 14, 30, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
    ],
)
def test_a_time_has_an_offset(text: str, moment: datetime) -> None:
    assert MOMENT.validate_python(text) == moment
    assert MOMENT.validate_python(moment) == moment


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("2025-04-25", "moment_form"),
        ("2025-04-25T14:30:00", "moment_form"),
        ("2025-04-25 14:30:00+00:00", "moment_form"),
        ("1745591400", "moment_form"),
        ("2025-04-31T14:30:00+00:00", "moment_unreal"),
        ("2025-04-25T24:30:00+00:00", "moment_unreal"),
        ("9999-12-31T23:30:00-01:00", "moment_unreal"),
        (datetime(2025, 4, 25, 14, 30), "moment_offset"),  # noqa: DTZ001 - refused for that
    ],
)
def test_anything_else_is_no_time(value: Any, error: str) -> None:
    with pytest.raises(ValidationError) as caught:
        MOMENT.validate_python(value)
    assert [one["type"] for one in caught.value.errors()] == [error]
