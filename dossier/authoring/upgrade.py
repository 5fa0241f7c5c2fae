"""Rewrites the files of an older dossier in today's format. Comments, order and layout of the files stay.

What changes from one format to the next is left to a module for each step. What only a person can decide is not decided
but listed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dossier.authoring.format_2 import to_format_2
from dossier.authoring.upgraded_dossier import UpgradedDossier
from dossier.model import FORMAT, SETTINGS_FILE
from dossier.problem import Place, Span, UserError
from dossier.yamlfile import locate


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A dossier that was rewritten: the format it was in, the files that changed, what was done, what is left to decide."""

    before: int
    files: Mapping[str, bytes]
    done: tuple[str, ...]
    undecided: tuple[tuple[Span, str], ...]


_STEPS: dict[int, Callable[[UpgradedDossier], None]] = {1: to_format_2}
"""For each format that is no longer today's, what makes the next one of it."""


def upgrade(files: Mapping[str, bytes]) -> Upgraded:
    """Return the files of a dossier in today's format. Raises `UserError` where a file cannot be read."""
    dossier = UpgradedDossier(files)
    settings = dossier.yaml(SETTINGS_FILE)
    ours = settings.tree.get("extra", {}).get("dossier") if settings and isinstance(settings.tree, dict) else None
    if settings is None or not isinstance(ours, dict):
        raise UserError(f"{SETTINGS_FILE} has no settings of a dossier", "add `extra.dossier` with its `authority`")
    before = ours.get("format", 1)
    if not isinstance(before, int) or not 1 <= before <= FORMAT:
        raise UserError(f"{SETTINGS_FILE} names a format that this generator does not know: {before}")
    for number in range(before, FORMAT):
        _STEPS[number](dossier)
        settings.put(ours, "format", number + 1)
    changed = dossier.changed()
    done = tuple(f"{what}: {number:,}" for what, number in dossier.counts.items())
    return Upgraded(before, changed, done, tuple(_located(dossier.open, {**files, **changed})))


def in_todays_format(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return all files of a dossier, those that have to change in today's format. Raises `UserError` as `upgrade` does."""
    return {**files, **upgrade(files).files}


def _located(places: list[tuple[Place, str]], files: Mapping[str, bytes]) -> Iterator[tuple[Span, str]]:
    by_file: dict[str, list[Place]] = {}
    for place, _ in places:
        by_file.setdefault(place.file, []).append(place)
    spans = {
        place: span
        for file, found in by_file.items()
        for place, span in locate(files.get(file, b""), file, found).items()
    }
    yield from ((spans[place], what) for place, what in places)
