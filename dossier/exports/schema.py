"""JSON Schemas (2020-12) of typed dictionaries, so that the form of a download is written down once.

Never guesses: a type that it does not know is an error, not a schema that lets everything pass.
"""

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[object, str] = {str: "string", int: "integer", bool: "boolean", type(None): "null"}


class Limits:
    """Further keywords of JSON Schema for an annotated type, as in `Annotated[str, Limits(pattern="^a")]`."""

    def __init__(self, **keywords: str | int) -> None:
        self.keywords = keywords


def schema_of(form: type, title: str, name: str) -> dict[str, Any]:
    """Return the schema of a typed dictionary, named `name`. Every key is required, and no other is allowed.

    A string among the annotations of a type is its description, as is the docstring of a typed dictionary.
    Raises `TypeError` for types that have no schema here.
    """
    shared: dict[str, Any] = {}
    root = _object(form, shared)
    return {"$schema": DIALECT, "$id": name, "title": title, **root, "$defs": dict(sorted(shared.items()))}


def _object(form: type, shared: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(form, include_extras=True)
    return {
        "description": " ".join((form.__doc__ or "").split()),
        "type": "object",
        "properties": {key: _schema(hint, shared) for key, hint in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }


def _schema(hint: Any, shared: dict[str, Any]) -> dict[str, Any]:
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if is_typeddict(hint):
        name = hint.__name__.removesuffix("Form")
        if name not in shared:
            shared[name] = {}  # holds the place while the form refers to itself
            shared[name] = _object(hint, shared)
        return {"$ref": f"#/$defs/{name}"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(arguments, shared)
    if origin is Literal:
        return {"const": arguments[0]} if len(arguments) == 1 else {"enum": list(arguments)}
    if origin is list:
        return {"type": "array", "items": _schema(arguments[0], shared)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(argument, shared) for argument in arguments]}
    raise TypeError(f"no schema for {hint}")


def _annotated(arguments: tuple[Any, ...], shared: dict[str, Any]) -> dict[str, Any]:
    schema = _schema(arguments[0], shared)
    for note in arguments[1:]:
        if isinstance(note, Limits):
            schema |= note.keywords
        else:
            schema["description"] = note
    return schema
