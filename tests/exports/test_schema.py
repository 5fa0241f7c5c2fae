"""JSON Schemas of typed dictionaries: what they say and what they let pass."""

from typing import Annotated, Any, Literal

import pytest
from jsonschema import Draft202012Validator
from pydantic import Field
from typing_extensions import TypedDict

from dossier.exports.schema import schema_of


class PierForm(TypedDict):
    """One pier."""

    name: Annotated[str, Field(description="What it is called.", max_length=5)]
    depth: int | None


class Span(TypedDict):
    """A span between piers."""

    kind: Literal["arch", "beam"]
    open: bool
    piers: list[PierForm]
    version: Literal["span/1"]


GOOD: dict[str, Any] = {"kind": "arch", "open": True, "piers": [{"name": "east", "depth": None}], "version": "span/1"}


def test_a_schema_is_a_schema_and_describes_its_form() -> None:
    schema = schema_of(Span, "span/1", "span.json")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (schema["$id"], schema["title"]) == ("span.json", "span/1")
    assert schema["description"] == "A span between piers."
    assert schema["$defs"]["Pier"]["description"] == "One pier."
    assert schema["$defs"]["Pier"]["properties"]["name"] == {
        "type": "string",
        "description": "What it is called.",
        "maxLength": 5,
    }


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "rope"},
        {"open": "yes"},
        {"piers": None},
        {"piers": [{"name": "east"}]},
        {"piers": [{"name": "eastern", "depth": 3}]},
        {"piers": [{"name": "east", "depth": "deep"}]},
        {"version": "span/2"},
        {"length": 3},
        {"piers": [{"name": "east", "depth": 3, "length": 3}]},
    ],
)
def test_what_is_not_of_the_form_is_refused(change: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema_of(Span, "span/1", "span.json"))
    assert validator.is_valid(GOOD)
    assert not validator.is_valid(GOOD | change)
