"""Holds all evidence against fingerprints and, where there is one, the archive, source by source; and keeps the record.

Never asks for the date of a check, and never records a quote that the archived text did not bear out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.check import Holding, hold
from dossier.check.evidence import quotes
from dossier.disk import write_file
from dossier.evidence import verification
from dossier.pipeline.load import Loaded
from dossier.problem import Problem
from dossier.yamlfile import settle


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of one source's quotes.

    `fitting` is how many of its `quotes` fit the fingerprint; None without one. `holding` is None without an archive.
    """

    source: str
    quotes: int
    fitting: int | None
    holding: Holding | None
    problems: tuple[Problem, ...]


def verify(loaded: Loaded, only: Sequence[str] = ()) -> list[Verified]:
    """Return what there is to say of each source (or of these), in the order of their ids."""
    return [_verified(source_id, loaded) for source_id in sorted(only or loaded.library.sources)]


def _verified(source_id: str, loaded: Loaded) -> Verified:
    library = loaded.library
    cited = library.cited_by_source[source_id]
    holding: Holding | None = None
    problems: list[Problem] = []
    if loaded.archive is not None:
        file = library.sources[source_id].archive_file
        holding = hold(source_id, library, loaded.archive.read(file) if file else None)
        problems += holding.problems
    refused = list(quotes(source_id, library, has_text=holding is not None and holding.text == "held"))
    fingerprint = library.corpus.fingerprints.get(source_id)
    fitting = None
    if fingerprint is not None and fingerprint.source == source_id:
        fitting = len(cited) - sum(1 for _ in quotes(source_id, library))
    settled = settle([*problems, *refused], loaded.scan.files.get)
    return Verified(source_id, len(cited), fitting, holding, tuple(settled))


def keep(loaded: Loaded, found: Sequence[Verified], on: date) -> list[str]:
    """Write the record of each source whose text was held against, and return the paths of those that changed.

    Raises `WriteError`.
    """
    changed = []
    for one in found:
        if one.holding is None or one.holding.text != "held" or not one.holding.passed:
            continue
        digest = loaded.library.sources[one.source].text_sha256 or ""
        record = verification.record(one.source, digest, one.holding.passed, on)
        path = f"sources/verified/{one.source}.txt"
        if write_file(loaded.root, path, verification.write(record), replace=True):
            changed.append(path)
    return changed
