"""The small types all records share: ids, lines, prose, links.

Never cleans a value up in silence: what does not fit is refused.
"""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CLAIM_REF_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
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


class Record(BaseModel):
    """Base of everything in the model: frozen, and a key it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=80),
    Field(description="Lower-case words joined by hyphens. Permanent."),
]
ClaimRef = Annotated[
    str,
    StringConstraints(pattern=CLAIM_REF_PATTERN, max_length=161),
    Field(description="A claim as <brief>/<claim>, or as <claim> alone inside its own brief."),
]
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, pattern=LINE_PATTERN),
    Field(description="One line of plain text."),
]
Prose = Annotated[str, StringConstraints(min_length=1), Field(description="Markdown. Raw HTML is not allowed.")]
Url = Annotated[
    str,
    StringConstraints(pattern=URL_PATTERN, max_length=2000),
    Field(description="An http or https address."),
]
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN), Field(description="A BCP 47 language tag.")]
# Of itself pydantic would take `1_000` and `3.0` for whole numbers too.
Number = Annotated[int, BeforeValidator(_digits)]
