"""The small types that all records share."""

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from dossier.model.ids import ID_PATTERN, LONGEST_ID
from dossier.model.words import (
    CLAIM_ID_PATTERN,
    CLAIM_REF_PATTERN,
    ClaimRef,
    Id,
    Number,
    Ordinal,
)


@pytest.mark.parametrize(
    ("text", "is_id", "is_ref", "is_claim_id"),
    [
        ("april-plan", True, True, False),
        ("7", True, True, False),
        ("april-plan/znpp-2", False, True, True),
        ("April", False, False, False),
        ("a--b", False, False, False),
        ("-a", False, False, False),
        ("a-", False, False, False),
        ("a/b/c", False, False, False),
        ("/a", False, False, False),
    ],
)
def test_ids_are_words_joined_by_hyphens(text: str, is_id: bool, is_ref: bool, is_claim_id: bool) -> None:
    patterns = (ID_PATTERN, CLAIM_REF_PATTERN, CLAIM_ID_PATTERN)
    assert [re.fullmatch(pattern, text) is not None for pattern in patterns] == [is_id, is_ref, is_claim_id]


def test_ids_have_a_length() -> None:
    longest = "x" * LONGEST_ID
    assert TypeAdapter(Id).validate_python(longest) == longest
    assert TypeAdapter(ClaimRef).validate_python(f"{longest}/{longest}")
    for kind, text in ((Id, f"{longest}x"), (ClaimRef, f"{longest}/{longest}x")):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize("text", ["1_000", "3.0", "-1", "", "٣", "1234567890"])
def test_numbers_are_written_in_digits(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Number).validate_python(text)


def test_ordinals_begin_with_one() -> None:
    assert TypeAdapter(Number).validate_python(" 0 ") == 0
    assert TypeAdapter(Ordinal).validate_python("1") == 1
    with pytest.raises(ValidationError):
        TypeAdapter(Ordinal).validate_python("0")
