"""The settings of a site that Dossier needs from `mkdocs.yml`.

Reading the file is left to `frames`.
"""

from typing import Annotated

from pydantic import Field

from dossier.model.language import Language
from dossier.model.words import Line, Record

SETTINGS_FILE = "mkdocs.yml"


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
    rights: Line | None = None
    """Licence of the site's own words."""
    feed_size: Annotated[int, Field(ge=1)] = 50
    """Updates in a live feed; older ones are archived."""
