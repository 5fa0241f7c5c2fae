import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dossier.press.schemas import schema_files
from tests.house.walk import ROOT

MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
CONTENT = [
    path
    for folder in ("briefings", "tests/cases/good")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if "briefings" in path.parts
]


def test_the_schemas_in_the_repository_are_those_that_the_models_give() -> None:
    folder = ROOT / "schema"
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.json")}
    assert kept == schema_files(), "run: python build.py schema"


@pytest.mark.parametrize("name", schema_files())
def test_each_is_a_sound_schema(name: str) -> None:
    schema = json.loads(schema_files()[name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_yaml_file_names_its_schema_for_editors(path: Path) -> None:
    found = MODELINE.match(path.read_text("utf-8"))
    assert found
    shared = path.parent.name == "briefings"
    kind = path.stem if shared else "topic" if path.parent.name == "topics" else "brief"
    assert (path.parent / found[1]).resolve() == ROOT / "schema" / f"{kind}.json"
