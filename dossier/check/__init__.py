"""The rules that need the whole corpus.

Never mends anything and never stops at the first fault: it lists them all.
"""

from collections.abc import Callable, Iterable

from dossier.check import claims, dates, evidence, ids, origins, references, relations, sources, topics, updates
from dossier.check.archive import Holding, hold
from dossier.check.suggestions import hinted
from dossier.library import Library
from dossier.problem import Problem

RULES: tuple[Callable[[Library], Iterable[Problem]], ...] = (
    ids.check,
    references.check,
    claims.check,
    dates.check,
    relations.check,
    origins.check,
    sources.check,
    topics.check,
    updates.check,
)


def check(library: Library, read_text: evidence.ReadText | None = None) -> list[Problem]:
    """Return every fault that the corpus as a whole shows, in no particular order, at a `Place` or a `Span`.

    With `read_text`, which gives the bytes of a file in the archive by its name, quotes are also held against the texts.
    A rule that compares two things says nothing where one of them is missing: that is a problem of its own.
    """
    return [*(problem for rules in RULES for problem in rules(library)), *evidence.check(library, read_text)]


__all__ = ["RULES", "Holding", "check", "hinted", "hold"]
