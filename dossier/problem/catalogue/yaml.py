"""Codes of faults in the YAML text itself, before anything of its meaning is known.

Never lists faults of meaning.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = ()
