"""Codes of faults between two revisions of the content.

Never lists faults that one revision alone shows.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = ()
