"""JSON Schemas (2020-12) of the contributors' files, for editors. Made from the models that check these files.

A schema accepts everything that the models accept: editors read YAML 1.2, where `2025` is a number and `no` may be a
truth value. What needs more than one record is left to `check`.
"""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonRef
from pydantic_core import core_schema

from dossier.model import Brief, MergedSource, MergedTopic, Origins, Overview, Parties, People, Reviews, Source, Topic
from dossier.model.date import DATE_PATTERN, DAY_PATTERN, KNOWN_OR_NOT_PATTERN
from dossier.model.ids import ID_PATTERN, ID_WORDS
from dossier.model.language import LANGUAGE_PATTERN
from dossier.model.moved import FORWARD_KEYS
from dossier.model.update import MOMENT_PATTERN
from dossier.model.web_address import URL_PATTERN
from dossier.model.words import (
    CLAIM_REF_PATTERN,
    LINE_PATTERN,
    NUMBER_PATTERN,
    PARAGRAPHS_PATTERN,
    SHA256_PATTERN,
)
from dossier.yamlfile import BODY

Schema = dict[str, Any]

_KINDS: tuple[tuple[str, Any, str], ...] = (
    ("brief", Brief, "Brief: briefings/<year>/<brief-id>.yaml"),
    ("topic", Topic | MergedTopic, "Topic: briefings/topics/<topic-id>.yaml"),
    ("overview", Overview, "Overview: briefings/overview.yaml"),
    ("parties", Parties, "Parties: briefings/parties.yaml"),
    ("people", People, "People: briefings/people.yaml"),
    ("origins", Origins, "Origins: briefings/origins.yaml"),
    ("reviews", Reviews, "Reviews: briefings/reviews.yaml"),
    ("source", Source | MergedSource, "Source record: the front matter of sources/<source-id>.md"),
)
# One line of text, with blanks around it.
_LINE = r"^\s*\S[^\r\n]*\s*$"
# An editor shows these behind the description of a key.
_FORMS = {
    ID_PATTERN: f"An id: {ID_WORDS}.",
    CLAIM_REF_PATTERN: "A claim is named as `<brief>/<claim>`, or as `<claim>` alone inside its own brief.",
    _LINE: "One line of plain text.",
    DATE_PATTERN: "A date as YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known.",
    DAY_PATTERN: "A day as YYYY-MM-DD.",
    KNOWN_OR_NOT_PATTERN: "A date as YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known, or `unknown`.",
    PARAGRAPHS_PATTERN: "A paragraph's number, or several in a row as `4-11`.",
    URL_PATTERN: "An http or https address.",
    SHA256_PATTERN: "64 characters, 0 to 9 and a to f.",
    LANGUAGE_PATTERN: "A language tag such as `en` or `pt-BR`.",
    MOMENT_PATTERN: "A time with its offset from UTC, as in `2025-04-25T14:30:00+00:00`.",
}
_NUMBER_TOO = (ID_PATTERN, CLAIM_REF_PATTERN)


class _Generator(GenerateJsonSchema):
    """Makes the schema of a record, which also accepts what a parser of YAML 1.2 makes of the texts of the record."""

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        record = super().model_schema(schema)
        for key in record["properties"].values():
            form = _FORMS.get(_pattern(key))
            key["description"] = " ".join(f"{key['description']} {form or ''}".split())
        if record["title"] in _CONDITIONS:
            record["allOf"] = list(_CONDITIONS[record["title"]])
        return record

    def union_schema(self, schema: core_schema.UnionSchema) -> Schema:
        """Tell a record from what stays of one by the key that only the latter has, so that an editor knows which is meant."""
        made = super().union_schema(schema)
        if any("$ref" not in each for each in made["anyOf"]):
            return made
        whole, stub = made["anyOf"]
        keys = (self.get_schema_from_definitions(JsonRef(stub["$ref"])) or {})["properties"]
        key = next(key for key in FORWARD_KEYS if key in keys)
        return {"if": {"required": [key]}, "then": stub, "else": whole}

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        text = super().str_schema(schema)
        pattern = text.get("pattern")
        if pattern in _NUMBER_TOO:
            return text | {"type": ["string", "integer", "boolean"], "minimum": 0}
        if pattern in (None, LINE_PATTERN):
            return text | {"type": ["string", "number", "boolean"], "pattern": _LINE if pattern else r"\S"}
        return text

    def int_schema(self, schema: core_schema.IntSchema) -> Schema:
        return super().int_schema(schema) | {"type": ["integer", "string"], "pattern": NUMBER_PATTERN}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])  # it has a default, so `default_schema` allows null

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Also allow null, which is what an editor sees for a key without a value."""
        value = self.generate_inner(schema["schema"])
        if "type" not in value:
            return {"anyOf": [value, {"type": "null"}]}
        kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
        value |= {"type": [*kinds, "null"]}
        if "enum" in value:
            value["enum"] = [*value["enum"], None]
        if schema["default"] not in (None, ()):
            value["default"] = schema["default"]
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's name
        return False


def schemas(site: str = "") -> tuple[tuple[str, Schema], ...]:
    """Return the name and the schema of each kind of file.

    `$id` is `<name>.json`, or below `<site>schema/` where a site's address is given, which ends in a slash.
    """
    base = f"{site}schema/" if site else ""
    return tuple((name, _schema(model, title, f"{base}{name}.json")) for name, model, title in _KINDS)


def _schema(model: Any, title: str, address: str) -> Schema:
    record = TypeAdapter(model).json_schema(schema_generator=_Generator)
    for one in (record, *record.get("$defs", {}).values()):
        if BODY in one.get("properties", {}):
            # The abstract is the body of the file: the schema is for the front matter only.
            del one["properties"][BODY]
            one["required"] = [key for key in one["required"] if key != BODY]
    return {"$schema": _Generator.schema_dialect, "$id": address, **record, "title": title}


def _pattern(key: Schema) -> str:
    return str(key.get("pattern") or key.get("items", {}).get("pattern"))


def _required(*keys: str) -> Schema:
    return {"required": list(keys), "properties": {key: {"not": {"type": "null"}} for key in keys}}


def _if(key: str, words: tuple[str, ...], then: Schema) -> Schema:
    return {"if": {"properties": {key: {"enum": list(words)}}, "required": [key]}, "then": then}


# What `check` demands of a single record, as far as a schema can say it.
_CONDITIONS: dict[str, tuple[Schema, ...]] = {
    "Claim": (
        _if("kind", ("position",), _required("party")),
        _if("status", ("withdrawn",), _required("status_reason")),
    ),
    "Update": (
        _if("kind", ("correction",), {"anyOf": [_required("before", "after"), _required("changes")]}),
        _if("kind", ("correction",), {"properties": {"significance": {"const": "major"}}}),
    ),
    "Source": (_if("status", ("corrected", "retracted"), _required("status_reason")),),
    "Origin": (
        _if("kind", ("report", "document"), _required("publisher")),
        _if("kind", ("interview", "statement"), {"anyOf": [_required("publisher"), _required("speaker")]}),
        _if("status", ("corrected", "withdrawn"), _required("status_reason")),
    ),
}
