"""Reads YAML text into plain strings, lists and mappings, and turns every trap of YAML into a problem.

Types are left to the model: `no`, `1.10`, `12:30` and `2025-04` stay the text they are. Reading files is left to `disk`.
"""

from dossier.yamlfile.characters import STAND_IN, clean, decode, refused_in, split_lines
from dossier.yamlfile.front_matter import BODY, read_front_matter
from dossier.yamlfile.locations import empty_keys, locate, resolve_places, value_extents
from dossier.yamlfile.parse import Tree
from dossier.yamlfile.reading import read
from dossier.yamlfile.syntax import explained

__all__ = [
    "BODY",
    "STAND_IN",
    "Tree",
    "clean",
    "decode",
    "empty_keys",
    "explained",
    "locate",
    "read",
    "read_front_matter",
    "refused_in",
    "resolve_places",
    "split_lines",
    "value_extents",
]
