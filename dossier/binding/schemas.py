"""JSON Schemas (2020-12) of the contributors' files, from the same models that judge them, for editors to use.

Never stricter than the shape: what an editor's YAML 1.2 makes a number, a truth value or nothing passes here too.
"""

from typing import Any

from dossier.model import Brief, Origins, Parties, People, Source, Topic
from dossier.model.date import DATE_PATTERN
from dossier.model.update import MOMENT_PATTERN
from dossier.model.words import (
    CLAIM_REF_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    NUMBER_PATTERN,
    SHA256_PATTERN,
    URL_PATTERN,
    Record,
)
from dossier.yamlfile import BODY

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS: tuple[tuple[str, type[Record], str], ...] = (
    ("brief", Brief, "Brief: briefings/<year>/<brief-id>.yaml"),
    ("topic", Topic, "Topic: briefings/topics/<topic-id>.yaml"),
    ("parties", Parties, "Parties: briefings/parties.yaml"),
    ("people", People, "People: briefings/people.yaml"),
    ("origins", Origins, "Origins: briefings/origins.yaml"),
    ("source", Source, "Source record: the front matter of sources/<source-id>.md"),
)
# An editor shows these behind a key's own words.
_FORMS = {
    ID_PATTERN: "An id: lower-case words joined by hyphens.",
    CLAIM_REF_PATTERN: "A claim is named as `<brief>/<claim>`, or as `<claim>` alone inside its own brief.",
    LINE_PATTERN: "One line of plain text.",
    DATE_PATTERN: "A date as YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known.",
    URL_PATTERN: "An http or https address.",
    SHA256_PATTERN: "64 characters, 0 to 9 and a to f.",
    LANGUAGE_PATTERN: "A language tag such as `en` or `pt-BR`.",
    MOMENT_PATTERN: "A time with its offset from UTC, as in `2025-04-25T14:30:00+00:00`.",
}
_NUMBER_TOO = (ID_PATTERN, CLAIM_REF_PATTERN)


def schemas(site: str = "") -> tuple[tuple[str, Schema], ...]:
    """Return the name and the schema of each kind of file.

    `$id` is `<name>.json`, or below `<site>schema/` where a site's address is given, which ends in a slash.
    """
    base = f"{site}schema/" if site else ""
    return tuple((name, _schema(model, title, f"{base}{name}.json")) for name, model, title in _KINDS)


def _schema(model: type[Record], title: str, address: str) -> Schema:
    raw = model.model_json_schema(mode="validation")
    definitions = {name: _record(definition) for name, definition in sorted(raw.pop("$defs", {}).items())}
    record = _record(raw)
    if model is Source:
        # The abstract is the body of the file, which an editor's schema never sees.
        del record["properties"][BODY]
        record["required"].remove(BODY)
    whole: Schema = {"$schema": DIALECT, "$id": address, **record, "title": title}
    if definitions:
        whole["$defs"] = definitions
    return whole


def _record(raw: Schema) -> Schema:
    required = raw.get("required", [])
    record: Schema = {
        "title": raw["title"],
        "description": " ".join(raw.get("description", "").split()),
        "type": "object",
        "properties": {key: _key(value, key in required) for key, value in raw["properties"].items()},
        "required": list(required),
        "additionalProperties": False,
    }
    conditions = _CONDITIONS.get(raw["title"])
    if conditions:
        record["allOf"] = list(conditions)
    return record


def _key(raw: Schema, required: bool) -> Schema:
    """The schema of one key: its words first, its default kept, and nothing behind the colon let pass if it may be."""
    raw = dict(raw)
    raw.pop("title", None)
    description = " ".join(raw.pop("description", "").split())
    default = raw.pop("default", None)
    (wanted,) = (choice for choice in raw.pop("anyOf", [raw]) if choice.get("type") != "null")
    value = _value(wanted)
    form = _FORMS.get(_pattern(wanted))
    key: Schema = {"description": f"{description} {form}" if form else description}
    key |= value if required else _or_nothing(value)
    if default is not None and default != []:
        key["default"] = default
    return key


def _pattern(raw: Schema) -> str:
    return str(raw.get("pattern") or raw.get("items", {}).get("pattern"))


def _value(raw: Schema) -> Schema:
    value = {name: part for name, part in raw.items() if name not in {"title", "description"}}
    match value.get("type"):
        case "array":
            value["items"] = _value(value["items"])
        case "string" if "enum" not in value and "const" not in value:
            value |= _text(value)
        case "integer" if "pattern" not in value:
            value |= {"type": ["integer", "string"], "pattern": NUMBER_PATTERN}
    return value


def _text(value: Schema) -> Schema:
    """What a text may be to a parser of YAML 1.2 that is a string to us, blanks around it included."""
    pattern = value.get("pattern")
    if pattern in _NUMBER_TOO:
        return {"type": ["string", "integer", "boolean"], "minimum": 0}
    if pattern in (None, LINE_PATTERN):
        return {"type": ["string", "number", "boolean"], "pattern": r"^\s*\S[^\r\n]*\s*$" if pattern else r"\S"}
    return {}


def _or_nothing(value: Schema) -> Schema:
    """A key without a value is a key not given, which an editor sees as null."""
    if "enum" in value:
        return value | {"type": ["string", "null"], "enum": [*value["enum"], None]}
    if "type" in value:
        kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return value | {"type": [*kinds, "null"]}
    return {"anyOf": [value, {"type": "null"}]}


def _given(*keys: str) -> Schema:
    return {"required": list(keys), "properties": {key: {"not": {"type": "null"}} for key in keys}}


def _when(key: str, words: tuple[str, ...], then: Schema) -> Schema:
    return {"if": {"properties": {key: {"enum": list(words)}}, "required": [key]}, "then": then}


# What the check demands of one record, where a schema can say it.
_CONDITIONS: dict[str, tuple[Schema, ...]] = {
    "Claim": (
        _when("kind", ("position",), _given("party")),
        _when("status", ("withdrawn",), _given("status_reason")),
    ),
    "Update": (
        _when(
            "kind",
            ("correction",),
            _given("before", "after") | {"properties": {"significance": {"const": "major"}}},
        ),
    ),
    "Origin": (
        _when("kind", ("report", "document", "interview", "statement"), _given("publisher")),
        _when("status", ("corrected", "withdrawn"), _given("status_reason")),
    ),
}
