"""The small types all records share: ids, lines, prose, links.

Never cleans a value up in silence: what does not fit is refused.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


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
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=161),
    Field(description="A claim as <brief>/<claim>, or as <claim> alone inside its own brief."),
]
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, pattern=r"^[^\r\n]+$"),
    Field(description="One line of plain text."),
]
Prose = Annotated[str, StringConstraints(min_length=1), Field(description="Markdown. Raw HTML is not allowed.")]
Url = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s<>\"'`\\{}|^]+$", max_length=2000),
    Field(description="An http or https address."),
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Language = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), Field(description="A BCP 47 language tag.")
]
