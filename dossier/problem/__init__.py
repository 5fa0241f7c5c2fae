"""What is wrong, where it stands, and what to do about it.

Never prints, never reads a file, and never decides whether a build goes on.
"""

from dossier.problem.catalogue import CODES, Code
from dossier.problem.place import Place, Span
from dossier.problem.problem import Problem
from dossier.problem.refusal import UserError
from dossier.problem.suggestion import suggest

__all__ = ["CODES", "Code", "Place", "Problem", "Span", "UserError", "suggest"]
