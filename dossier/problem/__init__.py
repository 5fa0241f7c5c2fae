"""Problems: what is wrong, where it is, and what to do about it.

Whether a build goes on is left to `pipeline`, printing to `cli`.
"""

from dossier.problem.code import Area, Code
from dossier.problem.consequence import without_consequences
from dossier.problem.place import Place, Span
from dossier.problem.problem import Problem
from dossier.problem.suggestion import suggest
from dossier.problem.user_error import UserError

__all__ = ["Area", "Code", "Place", "Problem", "Span", "UserError", "suggest", "without_consequences"]
