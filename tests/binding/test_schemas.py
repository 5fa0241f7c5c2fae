import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from dossier.binding.schemas import schemas
from tests.binding import test_numbers, test_structure, test_values
from tests.binding.samples import BRIEF, GOOD, ORIGINS, changed, shaped

SCHEMAS = dict(schemas())
BAD = test_structure.BAD | test_values.BAD | test_numbers.BAD
# A calendar and sums are beyond a schema, an abstract outside of it, and 1.0 is a whole number to JSON.
UNSEEN = {
    "date off the calendar",
    "month off the calendar",
    "day and month the wrong way round",
    "day that its month lacks",
    "hour that no day has",
    "time off the clock",
    "time off the calendar",
    "missing abstract",
    "point in a number",
    "address with a password",
    "address with a wrong port",
    "country for a language",
    "old tag of a language",
    "more paragraphs than any text has",
    "range that runs backwards",
}


class CoreLoader(yaml.SafeLoader):
    """Gives plain scalars the types of YAML 1.2's core schema, as editors do."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, form in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), None)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 10))


def record_of(kind: str) -> Any:
    """Return the schema of the record in a file, where the file may also hold what stays of a merged one."""
    schema: Any = SCHEMAS[kind]
    return schema if "else" not in schema else schema["$defs"][schema["else"]["$ref"].rpartition("/")[2]]


def passes(kind: str, text: str) -> bool:
    if kind == "source":
        text = text.split("---")[1]
    validator = Draft202012Validator(SCHEMAS[kind])
    return bool(validator.is_valid(yaml.load(text, Loader=CoreLoader)))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_of_2020_12_with_an_id_and_a_title(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert list(schema)[:2] == ["$schema", "$id"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{name}.json"
    assert schema["title"]
    assert (
        dict(schemas("https://tram.example/dossier/"))[name]["$id"]
        == f"https://tram.example/dossier/schema/{name}.json"
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_says_what_it_is_for(name: str) -> None:
    for record in (record_of(name), *SCHEMAS[name].get("$defs", {}).values()):
        assert record["description"]
        for key, value in record["properties"].items():
            assert len(value["description"]) > 10, key
            assert value["description"].rstrip().endswith((".", "…")), key


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        ("topic", "title", "The name of the subject. One line of plain text."),
        ("topic", "spellings", "What readers type, in any language. One line of plain text."),
        (
            "source",
            "accessed",
            "When the text was read. A date as YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known.",
        ),
        ("topic", "gaps", "What the sources at hand do not say."),
    ],
)
def test_a_key_also_says_what_form_its_value_has(kind: str, key: str, words: str) -> None:
    assert record_of(kind)["properties"][key]["description"] == words


@pytest.mark.parametrize("kind", GOOD)
def test_good_files_pass(kind: str) -> None:
    assert passes(kind, GOOD[kind])


STUBS = {
    "topic": "title: The route\nmerged_into: harbour\n",
    "source": "---\ntitle: A tram\nmerged_into: post\n---\n",
    "origins": "origins:\n  - id: wire\n    merged_into: agency\n",
}


@pytest.mark.parametrize("kind", STUBS)
def test_what_stays_of_a_merged_record_passes_and_nothing_else_beside_it(kind: str) -> None:
    assert shaped(kind, STUBS[kind])[1] == []
    assert passes(kind, STUBS[kind])
    both = STUBS[kind].replace(
        "merged_into", "language: en\nmerged_into" if kind != "origins" else "name: A\n    merged_into"
    )
    assert not passes(kind, both)


def test_what_stays_of_a_moved_claim_passes() -> None:
    moved = BRIEF.replace("claims:\n", "claims:\n  - id: gone\n    moved_to: other/gone\n", 1)
    assert moved != BRIEF
    assert shaped("brief", moved)[1] == []
    assert passes("brief", moved)
    assert not passes("brief", moved.replace("other/gone\n", "other/gone\n    text: It was here.\n"))


GOOD_CHANGES: dict[str, tuple[str, str, str]] = {
    "id that is no word elsewhere": ("parties", "id: council", "id: no"),
    "id that is a number": ("brief", "id: harbour-route", "id: 2031"),
    "id that is a truth value": ("brief", "party: council", "party: true"),
    "title that is a number": ("brief", "title: The council votes on the route", "title: 2031"),
    "name that is a truth value": ("people", "name: Mara Quint", "name: true"),
    "text that looks like a time of day": ("brief", "short: Along the harbour", "short: 12:30"),
    "text with leading noughts": ("people", "role: Mayor", "role: 0123"),
    "text with a point": ("people", "role: Mayor", "role: 1.10"),
    "year alone": ("brief", "date: 2031-05\n", "date: 2031\n"),
    "date in quotes": ("brief", "date: 2031-05\n", "date: '2031-05-01'\n"),
    "number in quotes": ("brief", "paragraph: 3", "paragraph: '3'"),
    "language that is no word elsewhere": ("source", "language: en", "language: no"),
    "key with nothing behind it": ("brief", "    status: disputed", "    status:"),
    "list with nothing behind it": ("brief", "    supersedes: [hill-route, 2030-plans/hill-route]", "    supersedes:"),
    "record with nothing behind it": (
        "brief",
        "    confidence:\n      level: high\n      reason: Said in public and minuted.\n",
        "    confidence:\n",
    ),
    "line that ends in a line break": ("brief", "text: The council wants", "text: |\n      The council wants"),
    "time in UTC": ("brief", "+02:00", "Z"),
    "time without seconds": ("brief", "09:00:00", "09:00"),
    "empty list": ("people", "[M. Quint]", "[]"),
}


@pytest.mark.parametrize(("kind", "old", "new"), GOOD_CHANGES.values(), ids=GOOD_CHANGES.keys())
def test_what_the_shape_accepts_passes(kind: str, old: str, new: str) -> None:
    text = changed(kind, old, new)
    assert shaped(kind, text)[1] == []
    assert passes(kind, text)


@pytest.mark.parametrize("name", sorted(BAD.keys() - UNSEEN))
def test_what_the_shape_refuses_does_not_pass(name: str) -> None:
    kind, old, new, *_ = BAD[name]
    assert not passes(kind, changed(kind, old, new))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (BRIEF, "    party: council\n", ""),
        (BRIEF, "    party: council\n", "    party:\n"),
        (BRIEF, "status: disputed", "status: withdrawn"),
        (BRIEF, "kind: new", "kind: correction"),
        (BRIEF, "kind: new", "kind: correction\n    before:\n    after: b"),
        (
            BRIEF,
            "kind: new\n    significance: major",
            "kind: correction\n    significance: minor\n    before: a\n    after: b",
        ),
        (ORIGINS, "    publisher: City council\n", ""),
        (ORIGINS, "    status_reason: A number was wrong.\n", ""),
    ],
)
def test_what_the_check_demands_of_one_record_an_editor_demands_too(text: str, old: str, new: str) -> None:
    assert text.count(old) == 1
    kind = "brief" if text is BRIEF else "origins"
    assert not passes(kind, text.replace(old, new))


def test_a_correction_that_shows_both_wordings_passes() -> None:
    assert passes("brief", changed("brief", "kind: new", "kind: correction\n    before: a\n    after: b"))


def test_the_defaults_of_the_model_are_shown() -> None:
    evidence: dict[str, Any] = SCHEMAS["brief"]["$defs"]["Evidence"]["properties"]
    assert evidence["support"]["default"] == "full"
    assert evidence["support"]["enum"] == ["full", "partial", "denies", None]
    assert record_of("topic")["properties"]["order"]["default"] == 100
