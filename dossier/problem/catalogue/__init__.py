"""All problem codes there are, each with what it means and how it is mended.

Never renames or reuses a code: contributors, scripts and the published page rely on them.
"""

from dossier.problem.catalogue import changes, claims, corpus, evidence, files, settings, shape, yaml
from dossier.problem.catalogue.code import Code

ALL: tuple[Code, ...] = (
    *files.CODES,
    *yaml.CODES,
    *shape.CODES,
    *settings.CODES,
    *corpus.CODES,
    *claims.CODES,
    *evidence.CODES,
    *changes.CODES,
)
CODES: dict[str, Code] = {code.name: code for code in ALL}

__all__ = ["ALL", "CODES", "Code"]
