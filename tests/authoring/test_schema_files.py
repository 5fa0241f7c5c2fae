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
def test_a_yaml_file_that_names_a_schema_for_editors_names_its_own(path: Path) -> None:
    assert named_wrongly(path, path.read_text("utf-8")) == []


# Whoever adds a brief in a web editor need not know of the line; a miniature that is copied from has it.
@pytest.mark.parametrize("path", [path for path in CONTENT if "cases" in path.parts], ids=lambda path: path.stem)
def test_each_yaml_file_of_a_good_case_names_its_schema(path: Path) -> None:
    assert MODELINE.match(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "blank"), [("briefings/2031/toll.yaml", forms.BRIEF), ("briefings/topics/toll.yaml", forms.TOPIC)]
)
def test_what_new_writes_names_its_schema(path: str, blank: str) -> None:
    assert MODELINE.match(blank)
    assert named_wrongly(ROOT / path, blank) == []


def test_a_wrong_schema_is_seen() -> None:
    path, line = ROOT / "briefings/2031/toll.yaml", "# yaml-language-server: $schema="
    assert named_wrongly(path, "title: Toll\n") == []
    assert named_wrongly(path, f"{line}https://toll.example/schema/brief.json\n") == []
    for wrong in ("../schema/brief.json", "../../schema/topic.json", "https://toll.example/schema/topic.json", ""):
        assert named_wrongly(path, f"title: Toll\n{line}{wrong}\n") == [wrong]


def named_wrongly(path: Path, text: str) -> list[str]:
    """Return the schemas that a text names for editors and that are not those of its kind of file."""
    shared = path.parent.name == "briefings"
    kind = path.stem if shared else "topic" if path.parent.name == "topics" else "brief"

    def is_right(name: str) -> bool:
        if "://" in name:
            return name.endswith(f"/schema/{kind}.json")
        return (path.parent / name).resolve() == ROOT / "schema" / f"{kind}.json"

    return [name for found in MODELINE.finditer(text) if not is_right(name := found[1].strip())]
