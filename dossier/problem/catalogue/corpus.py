"""Codes of faults that only the whole corpus shows

Never lists  unknown ids, circles, empty topics.:faults of quotes and fingerprints.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = ()
