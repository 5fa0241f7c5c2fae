"""Codes of faults in quotes, fingerprints, origins and coverage.

Never lists faults of the YAML around them.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = ()
