"""The schemas in the repository are up to date, and YAML files name the right one."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dossier.authoring import forms
from dossier.authoring.schema_files import schema_files
from tests.architecture.module_rules import ROOT

MODELINE = re.compile(r"^# yaml-language-server: \$schema=(.*)$", re.MULTILINE)
CONTENT = [
    path
    for folder in ("briefings", "tests/cases/good")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if "briefings" in path.parts
]


def test_the_schemas_in_the_repository_are_up_to_date() -> None:
    folder = ROOT / "schema"
    stored = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.json")}
    assert stored == schema_files(), "run: python build.py schema"


@pytest.mark.parametrize("name", schema_files())
def test_each_is_a_valid_schema(name: str) -> None:
    schema = json.loads(schema_files()[name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_yaml_file_that_names_a_schema_names_its_own(path: Path) -> None:
    assert wrong_schemas(path, path.read_text("utf-8")) == []


# The line is optional in a brief, as web editors do not need it; the samples have it.
@pytest.mark.parametrize("path", [path for path in CONTENT if "cases" in path.parts], ids=lambda path: path.stem)
def test_each_yaml_file_of_a_good_case_names_its_schema(path: Path) -> None:
    assert MODELINE.match(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "blank"), [("briefings/2031/toll.yaml", forms.BRIEF), ("briefings/topics/toll.yaml", forms.TOPIC)]
)
def test_a_form_names_its_schema(path: str, blank: str) -> None:
    assert MODELINE.match(blank)
    assert wrong_schemas(ROOT / path, blank) == []


def test_a_wrong_schema_is_found() -> None:
    path, line = ROOT / "briefings/2031/toll.yaml", "# yaml-language-server: $schema="
    assert wrong_schemas(path, "title: Toll\n") == []
    assert wrong_schemas(path, f"{line}https://toll.example/schema/brief.json\n") == []
    for wrong in ("../schema/brief.json", "../../schema/topic.json", "https://toll.example/schema/topic.json", ""):
        assert wrong_schemas(path, f"title: Toll\n{line}{wrong}\n") == [wrong]


def wrong_schemas(path: Path, text: str) -> list[str]:
    """Return the schemas that a text names for editors and that are not the one of its kind of file."""
    shared = path.parent.name == "briefings"
    kind = path.stem if shared else "topic" if path.parent.name == "topics" else "brief"

    def is_right(name: str) -> bool:
        if "://" in name:
            return name.endswith(f"/schema/{kind}.json")
        return (path.parent / name).resolve() == ROOT / "schema" / f"{kind}.json"

    return [name for found in MODELINE.finditer(text) if not is_right(name := found[1].strip())]
