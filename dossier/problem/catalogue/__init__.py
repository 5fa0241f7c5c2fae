"""All problem codes there are, each with what it means and how it is mended.

Never renames or reuses a code: contributors, scripts and the published page rely on them.
"""

from dossier.problem.catalogue import changes, claims, corpus, evidence, files, settings, shape, yaml
from dossier.problem.catalogue.code import Code

AREAS: tuple[tuple[str, str, tuple[Code, ...]], ...] = (
    ("files", "Files and folders", files.CODES),
    ("yaml", "YAML", yaml.CODES),
    ("values", "Keys and values", shape.CODES),
    ("settings", "Settings of the site", settings.CODES),
    ("corpus", "What the files say of each other", corpus.CODES),
    ("claims", "Claims", claims.CODES),
    ("evidence", "Evidence, sources and origins", evidence.CODES),
    ("changes", "Changes to what was published", changes.CODES),
)
"""Every area: its name for addresses, its title, and its codes."""

ALL: tuple[Code, ...] = tuple(code for _, _, codes in AREAS for code in codes)
CODES: dict[str, Code] = {code.name: code for code in ALL}

__all__ = ["ALL", "AREAS", "CODES", "Code"]
