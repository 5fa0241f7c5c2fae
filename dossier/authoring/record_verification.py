"""Checks all evidence against fingerprints and the archive, source by source, and records what passed.

The checks are left to the room `check`; the day of the record is given by the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.check import ArchiveResult, check_archive
from dossier.check.evidence import quotes
from dossier.disk import write_file
from dossier.evidence import verification
from dossier.pipeline.load import Loaded
from dossier.problem import Problem
from dossier.yamlfile import resolve_places


@dataclass(frozen=True, slots=True)
class SourceResult:
    """The result of checking one source.

    `matching` is how many of its `quotes` match the fingerprint, or None where there is no fingerprint. `archived` is the
    comparison with the text, or None without an archive.
    """

    source: str
    quotes: int
    matching: int | None
    archived: ArchiveResult | None
    problems: tuple[Problem, ...]


def verify(loaded: Loaded, only: Sequence[str] = ()) -> list[SourceResult]:
    """Return the result of each source, or of each in `only`, sorted by id."""
    return [_verify_source(source_id, loaded) for source_id in sorted(only or loaded.library.sources)]


def _verify_source(source_id: str, loaded: Loaded) -> SourceResult:
    library = loaded.library
    cited = library.cited_by_source[source_id]
    archived: ArchiveResult | None = None
    problems: list[Problem] = []
    if loaded.archive is not None:
        file = library.sources[source_id].archive_file
        archived = check_archive(source_id, library, loaded.archive.read(file) if file else None)
        problems += [*archived.problems, *archived.unlinked]
    problems += quotes(source_id, library, has_text=archived is not None and archived.text == "compared")
    fingerprint = library.corpus.fingerprints.get(source_id)
    matching = None
    if fingerprint is not None and fingerprint.source == source_id:
        matching = len(cited) - sum(1 for _ in quotes(source_id, library))
    settled = resolve_places(problems, loaded.scan.files.get)
    return SourceResult(source_id, len(cited), matching, archived, tuple(settled))


def record_passed(loaded: Loaded, results: Sequence[SourceResult], on: date) -> list[str]:
    """Record what passed the comparison with the texts, and return the paths of the files that changed.

    Sources without such a comparison keep their record. Raises `WriteError`.
    """
    changed = []
    for result in results:
        if result.archived is None or result.archived.text != "compared" or not result.archived.passed:
            continue
        digest = loaded.library.sources[result.source].text_sha256 or ""
        record = verification.record(result.source, digest, result.archived.passed, on)
        path = f"sources/verified/{result.source}.txt"
        if write_file(loaded.root, path, verification.write(record), replace=True):
            changed.append(path)
    return changed
