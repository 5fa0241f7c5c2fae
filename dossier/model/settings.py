"""The settings of a site that Dossier needs from `mkdocs.yml`.

Reading the file is left to `frames`.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from dossier.model.language import Language
from dossier.model.words import Line, Record

SETTINGS_FILE = "mkdocs.yml"
FORMAT = 2
"""The format in which a dossier's files are written now. A file without a number is in format 1."""
RuleLevel = Literal["ignore", "warning", "error"]
ReviewUse = Literal["off", "shown", "required"]


def _written_off(value: Any) -> Any:
    # YAML takes the plain word for a truth value.
    return "off" if value == "false" else value


class Settings(Record):
    """Settings of one site. `authority` and `authority_year` make the `tag:` URIs of feeds (RFC 4151)."""

    name: Line
    url: Annotated[str, Field(pattern=r"^https?://[^\s?#]+/$")]
    """Absolute address of the site, with a slash at its end."""
    description: Line
    """What the site covers, in one sentence."""
    language: Language = "en"
    authority: Annotated[str, Field(pattern=r"^[a-z0-9.-]+(@[a-z0-9.-]+)?$|^[^@\s]+@[a-z0-9.-]+$")]
    authority_year: Annotated[int, Field(ge=1990, le=9999)]
    repository: str | None = None
    """Web address of the repository, for "report a problem"."""
    edit: str | None = None
    """Template of an edit link, with `{path}` in it."""
    suggest: str | None = None
    """Where readers send corrections that they suggest: the address of a forge's page for a new issue, or `mailto:`."""
    rights: Line | None = None
    """Licence of the site's own words."""
    format: int = FORMAT
    """The format in which the files of the dossier are written."""
    sides_rule: RuleLevel = "warning"
    """What a summary is that rests on a disputed claim without what disputes it."""
    attribution_rule: RuleLevel = "warning"
    """What a claim is whose text does not say how it is known, where that is weak."""
    reviews: Annotated[ReviewUse, BeforeValidator(_written_off)] = "off"
    """Whether pages and downloads say who has held a claim against its sources, and whether every claim needs such a review."""
    feed_size: Annotated[int, Field(ge=1)] = 50
    """Updates in a live feed; older ones are archived."""
