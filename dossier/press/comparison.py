"""Compares the dossier with itself at an earlier revision.

Never takes what cannot be compared for unchanged: it raises `Incomparable`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from dossier.check.changes import Changes, Incomparable, as_markdown, compare, faults
from dossier.disk import RevisionError, changed_since, digest_code, read_revision
from dossier.frames import read_settings
from dossier.library import Library, Reading, gather
from dossier.model import Settings
from dossier.press.crew import no_collection
from dossier.press.filing import file_all
from dossier.press.load import HOME, SETTINGS, Loaded, open_cache
from dossier.press.reading import read_all
from dossier.problem import Place, Problem, Span, report
from dossier.yamlfile import settle

CONTENT = ("briefings", "sources")
FOLDERS = (SETTINGS, *CONTENT)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since a revision, and what is wrong with that.

    `beside` are the files outside the content that commits changed, by path in the repository.
    """

    revision: str
    changes: Changes
    problems: tuple[Problem, ...]
    edit: str | None
    beside: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether the change must not go in as it is."""
        return any(problem.severity == "error" for problem in self.problems)

    def as_markdown(self) -> str:
        """Return what a maintainer reads. Claims lead to their files where the settings say how a file is edited."""
        return as_markdown(self.changes, self.problems, self._where, self.beside)

    def _where(self, at: Place | Span) -> str | None:
        return self.edit.replace("{path}", quote(at.file)) if self.edit and at.file else None

    def as_json(self) -> str:
        """Return what a program reads: `{"schema": "dossier-diff/1", ...}`, ids in lists, problems as `check` gives them."""
        changes = self.changes
        document = {
            "schema": "dossier-diff/1",
            "revision": self.revision,
            "comparable": True,
            "changed": [
                {
                    "id": one.id,
                    "fields": list(one.fields),
                    "status": [one.base.claim.status, one.head.claim.status],
                    "independent_origins": [one.base.independence.count, one.head.independence.count],
                    "evidence_removed": len(one.removed),
                    "told_by": [filed.id for filed in one.told_by],
                }
                for one in changes.changed
            ],
            "added": [filed.id for filed in changes.added],
            "removed": [filed.id for filed in changes.removed],
            "renamed": dict(changes.renamed),
            "positions": [
                {
                    "topic": one.topic,
                    "party": one.party,
                    "claims": [one.base.id, one.head.id if one.head else None],
                }
                for one in changes.positions
            ],
            "vanished": [{"kind": one.kind, "id": one.id, "file": one.file} for one in changes.vanished],
            "records": [
                {"kind": one.kind, "id": one.id, "file": one.file, "fields": list(one.fields)}
                for one in changes.records
            ],
            "updates": [filed.id for filed in changes.updates],
            "feed_items": [filed.id for filed in changes.told],
            "pages": {
                "new": list(changes.new_pages),
                "changed": list(changes.changed_pages),
                "gone": list(changes.gone_pages),
            },
            "beside": list(self.beside),
            "problems": json.loads(report.as_json(self.problems))["problems"],
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def compare_with(loaded: Loaded, revision: str) -> Comparison:
    """Return how a dossier differs from what it was at a revision of its repository.

    Raises `Incomparable` where the revision, or either of the two dossiers, cannot be read in full.
    """
    try:
        files = read_revision(loaded.root, revision, FOLDERS)
        beside = changed_since(loaded.root, revision, CONTENT)
    except RevisionError as error:
        raise Incomparable(str(error)) from error
    if loaded.settings_file.settings is None:
        raise Incomparable(f"{SETTINGS} of this revision has faults")
    with no_collection():
        base = Library(gather(_settings(files, loaded.settings_file.settings), _readings(loaded, files)))
        changes = compare(base, loaded.library)
        problems = settle(faults(changes), loaded.scan.files.get)
    return Comparison(revision, changes, tuple(problems), loaded.settings_file.settings.edit, tuple(beside))


def _readings(loaded: Loaded, files: Mapping[str, bytes]) -> list[Reading]:
    filed, _ = file_all(path for path in files if path != SETTINGS)
    with open_cache(loaded.root) as cache:
        readings, _ = read_all(filed, files, cache, digest_code(HOME / "dossier"))
    return readings


def _settings(files: Mapping[str, bytes], now: Settings) -> Settings:
    content = files.get(SETTINGS)
    # Before the first `mkdocs.yml` there was no site, and nothing in it that could have changed its name.
    if content is None:
        return now
    try:
        settings = read_settings(content.decode("utf-8-sig"), SETTINGS).settings
    except UnicodeDecodeError:
        settings = None
    if settings is None:
        raise Incomparable(f"{SETTINGS} of the base revision has faults")
    return settings
