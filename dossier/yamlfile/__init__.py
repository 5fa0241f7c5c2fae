"""YAML text in, plain strings in lists and mappings out, with every trap of YAML turned into a problem.

Never gives a value a type: `no`, `1.10`, `12:30` and `2025-04` stay the text they are. Never opens a file.
"""

from dossier.yamlfile.characters import decode, split_lines
from dossier.yamlfile.front_matter import BODY, read_front_matter
from dossier.yamlfile.locations import empty_keys, locate, settle
from dossier.yamlfile.parse import Tree
from dossier.yamlfile.reading import read

__all__ = ["BODY", "Tree", "decode", "empty_keys", "locate", "read", "read_front_matter", "settle", "split_lines"]
