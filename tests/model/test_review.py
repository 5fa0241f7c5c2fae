"""A review names a claim, a person, a day and the digest of what was read; each in its own form."""

from typing import Any

import pytest
from pydantic import ValidationError

from dossier.model import Review, Settings
from tests.world import SETTINGS

GIVEN: dict[str, Any] = {"claim": "spring/a", "by": "Ada Brook", "on": "2031-03-05", "digest": "0" * 64}


def test_a_review_is_read_as_it_is_written() -> None:
    assert Review.model_validate(GIVEN).model_dump() == GIVEN


@pytest.mark.parametrize(
    ("key", "value", "error"),
    [
        ("claim", "Spring/A", "string_pattern_mismatch"),
        ("by", "", "string_too_short"),
        ("on", "2031-03", "day_form"),
        ("on", "5 March", "date_form"),
        ("on", "2031-02-30", "date_unreal"),
        ("digest", "0" * 63, "string_pattern_mismatch"),
    ],
)
def test_another_form_is_refused(key: str, value: str, error: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Review.model_validate({**GIVEN, key: value})
    assert [one["type"] for one in caught.value.errors()] == [error]


# The word without quotes is a truth value in YAML.
@pytest.mark.parametrize(("written", "meant"), [("off", "off"), ("false", "off"), ("shown", "shown")])
def test_reviews_are_off_however_that_is_written(written: str, meant: str) -> None:
    assert Settings.model_validate({**SETTINGS, "reviews": written}).reviews == meant


def test_reviews_are_off_unless_it_is_said_otherwise() -> None:
    assert Settings.model_validate(SETTINGS).reviews == "off"
    with pytest.raises(ValidationError):
        Settings.model_validate({**SETTINGS, "reviews": "true"})
