"""Collects every problem code that the rooms declare, for the page of problems.

What a code means is left to the module that declares it. A module that declares codes is listed here.
"""

from collections.abc import Iterator
from importlib import import_module

from dossier.problem import Area, Code

# Codes are listed in this order, so a module stands behind those whose codes it imports. Given by name, as some rooms
# export a function that has the name of its module.
_MODULES = (
    "dossier.yamlfile.characters",
    "dossier.yamlfile.reading",
    "dossier.yamlfile.list_dashes",
    "dossier.yamlfile.quote_errors",
    "dossier.yamlfile.repairs",
    "dossier.yamlfile.syntax",
    "dossier.yamlfile.recorder",
    "dossier.yamlfile.scalars",
    "dossier.yamlfile.front_matter",
    "dossier.binding.structure",
    "dossier.binding.values",
    "dossier.evidence.problems",
    "dossier.evidence.fingerprint",
    "dossier.evidence.verification",
    "dossier.check.ids",
    "dossier.check.moves",
    "dossier.check.references",
    "dossier.check.topics",
    "dossier.check.sources",
    "dossier.check.updates",
    "dossier.check.claims",
    "dossier.check.dates",
    "dossier.check.relations",
    "dossier.check.overview",
    "dossier.check.reviews",
    "dossier.check.attribution",
    "dossier.check.sides",
    "dossier.check.passages",
    "dossier.check.evidence",
    "dossier.check.source_state",
    "dossier.check.origins",
    "dossier.check.prose",
    "dossier.check.changes.problems",
    "dossier.frames.settings",
    "dossier.frames.frames",
    "dossier.disk.scan",
    "dossier.pipeline.layout",
    "dossier.pipeline.renamed",
    "dossier.pipeline.template_check",
    "dossier.pipeline.load",
)


def _collect() -> Iterator[Code]:
    codes = dict.fromkeys(
        value for name in _MODULES for value in vars(import_module(name)).values() if isinstance(value, Code)
    )
    for area in Area:
        yield from (code for code in codes if code.area is area)


CODES: tuple[Code, ...] = tuple(_collect())
"""Every code once, by area."""
