"""The small types all records share: ids, lines, prose, numbers.

A value that does not fit is refused; nothing is changed to make it fit.
"""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from dossier.model.ids import ID_PATTERN, LONGEST_ID

CLAIM_ID_PATTERN = f"{ID_PATTERN.removesuffix('$')}/{ID_PATTERN.removeprefix('^')}"
CLAIM_REF_PATTERN = f"{ID_PATTERN.removesuffix('$')}(/{ID_PATTERN.strip('^$')})?$"
LINE_PATTERN = r"^[^\r\n]+$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
NUMBER_PATTERN = r"^[0-9]{1,9}$"
# Word processors make a dash of the hyphen.
PARAGRAPHS_PATTERN = "^[0-9]{1,6}( ?[-\u2010-\u2015\u2212] ?[0-9]{1,6})?$"
_DIGITS = re.compile(NUMBER_PATTERN, re.ASCII)
_SOME = re.compile(PARAGRAPHS_PATTERN, re.ASCII)


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not _DIGITS.fullmatch(value.strip()):
        raise PydanticCustomError("number_form", "a number is written in digits alone")
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip() in {"true", "false"}:
        return value.strip() == "true"
    raise PydanticCustomError("flag_form", "write true or false")


def _paragraphs(value: Any) -> str:
    text = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not _SOME.fullmatch(text):
        raise PydanticCustomError("paragraphs_form", "paragraphs are named by a number, or by a range such as 4-11")
    first, last = ends(text)
    if first < 1:
        raise PydanticCustomError("greater_than_equal", "paragraphs are counted from 1", {"ge": 1})
    if last < first:
        raise PydanticCustomError("paragraphs_turned", "a range runs from its lower number to its higher one")
    return text


def ends(paragraphs: str) -> tuple[int, int]:
    """Return the first and the last paragraph that a number or a range names."""
    first, *last = re.findall(r"[0-9]+", paragraphs)
    return int(first), int(last[0] if last else first)


class Record(BaseModel):
    """Base of everything in the model: frozen, and a key it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


# None of these has a description: it would stand in the place of what the key's own docstring says.
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
"""Lower-case words joined by hyphens. Permanent."""
ClaimRef = Annotated[str, StringConstraints(pattern=CLAIM_REF_PATTERN, max_length=2 * LONGEST_ID + 1)]
"""A claim as `<brief>/<claim>`, or as `<claim>` alone inside its own brief."""
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=LINE_PATTERN)]
"""One line of plain text."""
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
"""Markdown. Raw HTML is not allowed. No note is as long as that, and Markdown of megabytes would hold up every build."""
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
# Of itself pydantic would take `1_000` and `3.0` for whole numbers too.
Number = Annotated[int, Field(ge=0), BeforeValidator(_digits)]
"""A whole number from 0."""
Ordinal = Annotated[int, Field(ge=1), BeforeValidator(_digits)]
"""A whole number from 1."""
Paragraphs = Annotated[
    str,
    BeforeValidator(_paragraphs),
    WithJsonSchema({"type": ["string", "integer"], "pattern": PARAGRAPHS_PATTERN, "minimum": 1}),
]
"""A paragraph by its number, or several in a row as `4-11`."""
# All YAML is read as text, so the text `true` is as good as the truth value.
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
"""True or false."""
