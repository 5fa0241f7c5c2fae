"""The small types all records share: ids, lines, prose, links.

A value that does not fit is refused; nothing is changed to make it fit.
"""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
ID_PATTERN = f"^{_ID}$"
CLAIM_ID_PATTERN = f"^{_ID}/{_ID}$"
CLAIM_REF_PATTERN = f"^{_ID}(/{_ID})?$"
LONGEST_ID = 80
LINE_PATTERN = r"^[^\r\n]+$"
URL_PATTERN = r"^https?://[^\s<>\"'`\\{}|^]+$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
NUMBER_PATTERN = r"^[0-9]{1,9}$"
_DIGITS = re.compile(NUMBER_PATTERN, re.ASCII)


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
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=2000)]
"""An http or https address."""
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""A BCP 47 language tag."""
# Of itself pydantic would take `1_000` and `3.0` for whole numbers too.
Number = Annotated[int, Field(ge=0), BeforeValidator(_digits)]
"""A whole number from 0."""
Ordinal = Annotated[int, Field(ge=1), BeforeValidator(_digits)]
"""A whole number from 1."""
# All YAML is read as text, so the text `true` is as good as the truth value.
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
"""True or false."""
