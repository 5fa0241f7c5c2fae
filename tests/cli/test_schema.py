"""`schema` writes the JSON Schemas, the same each time."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.cli.typed import BUILD, typed

NAMES = {"brief", "topic", "overview", "parties", "people", "origins", "reviews", "source"}


def test_schemas_are_valid_and_the_same_each_time(own: Path) -> None:
    seen = typed(own, "schema")
    assert (seen.code, seen.err) == (0, "")
    files = sorted((own / "schema").rglob("*.json"))
    assert {path.stem for path in (own / "schema").glob("*.json")} == NAMES
    assert (own / "schema/downloads/claims.json").exists()
    for file in files:
        Draft202012Validator.check_schema(json.loads(file.read_text("utf-8")))
    assert seen.out == f"schema/ has {len(files)} schemas: {len(files)} new or changed\n"
    assert typed(own, "schema").out == f"schema/ has {len(files)} schemas: 0 new or changed\n"


def test_the_committed_schemas_are_up_to_date(own: Path) -> None:
    typed(own, "schema")
    made = {path.relative_to(own).as_posix(): path.read_bytes() for path in (own / "schema").rglob("*.json")}
    kept = BUILD.parent / "schema"
    assert {path.relative_to(kept.parent).as_posix(): path.read_bytes() for path in kept.rglob("*.json")} == made
