"""JSON Schemas of the typed dictionaries that say what stands in a download.

What can stand in a schema is left to pydantic.
"""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import TypedDictSchema


class _Generator(GenerateJsonSchema):
    """Allows no other keys, and gives no titles: pydantic would make them of the names in the code."""

    def typed_dict_schema(self, schema: TypedDictSchema) -> JsonSchemaValue:
        made = super().typed_dict_schema(schema)
        del made["title"]
        return made | {"additionalProperties": False}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's name
        return False

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name).removesuffix("Form")


def schema_of(form: type, title: str, address: str) -> dict[str, Any]:
    """Return the schema of a typed dictionary, with its title and its `$id`. No key but its own is allowed."""
    made = TypeAdapter(form).json_schema(schema_generator=_Generator)
    return {"$schema": _Generator.schema_dialect, "$id": address, "title": title, **made}
