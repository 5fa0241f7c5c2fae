"""The rules that need the whole corpus. All problems are listed at once.

Rules between two revisions are left to `check.changes`, rules for one record to `binding`.
"""

from collections.abc import Callable, Collection, Iterable

from dossier.check import (
    attribution,
    claims,
    dates,
    evidence,
    ids,
    moves,
    origins,
    overview,
    passages,
    prose,
    references,
    relations,
    reviews,
    sides,
    source_state,
    sources,
    topics,
    updates,
)
from dossier.check.archive import ArchiveResult, check_archive
from dossier.check.suggestions import add_hints
from dossier.library import Library
from dossier.problem import Problem

RULES: tuple[Callable[[Library], Iterable[Problem]], ...] = (
    ids.check,
    references.check,
    moves.check,
    claims.check,
    dates.check,
    relations.check,
    origins.check,
    sources.check,
    source_state.check,
    topics.check,
    overview.check,
    updates.check,
    reviews.check,
    passages.check,
    attribution.check,
    sides.check,
    prose.check,
)


def check(
    library: Library, read_text: evidence.ReadText | None = None, sound: Collection[bytes] = frozenset()
) -> list[Problem]:
    """Return every fault that the corpus as a whole shows, in no particular order, at a `Place` or a `Span`.

    With `read_text`, which gives the bytes of a file in the archive by its name, quotes are also held against the texts.
    `sound` are those of `Library.quotes_stamps` whose quotes were right before: they are not checked again.
    A rule that compares two things says nothing where one of them is missing: that is a problem of its own.
    """
    return [*(problem for rules in RULES for problem in rules(library)), *evidence.check(library, read_text, sound)]


__all__ = ["RULES", "ArchiveResult", "add_hints", "check", "check_archive"]
