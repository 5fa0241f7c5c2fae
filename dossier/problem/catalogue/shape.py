"""Codes of values that do not fit the model

Never lists  missing keys, wrong words, impossible dates.:faults that need a second file to be seen.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = ()
