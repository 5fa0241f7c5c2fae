"""Compares the dossier with itself at an earlier revision.

What cannot be compared raises `IncomparableError`: it does not pass for unchanged.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from dossier.check.changes import (
    Changes,
    IncomparableError,
    TouchedPages,
    as_markdown,
    code,
    compare,
    find_problems,
)
from dossier.disk import (
    MergeBase,
    RevisionError,
    UnknownRevisionError,
    changed_paths,
    merge_base,
    read_revision,
)
from dossier.frames import read_settings
from dossier.library import Library, Reading, assemble
from dossier.model import SETTINGS_FILE, Settings
from dossier.pipeline.layout import classify_files
from dossier.pipeline.load import Loaded, open_cache, reading_code
from dossier.pipeline.page_diff import touched_pages
from dossier.pipeline.parallel import no_collection
from dossier.pipeline.read_records import read_all, record_keys
from dossier.problem import Place, Problem, Span, UserError, report
from dossier.yamlfile import resolve_places

CONTENT = ("briefings", "sources")
FOLDERS = (SETTINGS_FILE, *CONTENT)


class NoSuchRevisionError(IncomparableError):
    """There is no such revision to compare with."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since this work parted from a revision, and what is wrong with that.

    `beside` are the files outside the content that commits changed, by path in the repository. `pages` is None where
    the check finds errors, as there are no pages then.
    """

    revision: str
    parted: MergeBase
    changes: Changes
    problems: tuple[Problem, ...]
    edit: str | None
    beside: tuple[str, ...] = ()
    pages: TouchedPages | None = None

    @property
    def has_errors(self) -> bool:
        """Whether the change must not go in as it is."""
        return any(problem.severity == "error" for problem in self.problems)

    def as_markdown(self) -> str:
        """Return what a maintainer reads. Claims lead to their files where the settings say how a file is edited."""
        return as_markdown(self.changes, self.problems, self._where, self.beside, self._note(), self.pages)

    def _note(self) -> str:
        name = code(self.revision)
        if not self.parted.is_known:
            remedy = " Fetch the older commits: `git fetch --unshallow`." if self.parted.is_shallow else ""
            return (
                f"{name} and this branch have no commit in common here, so that {name} itself was compared: "
                f"what was added there since seems to be gone here.{remedy}"
            )
        if self.parted.is_revision:
            return ""
        return f"{name} has moved on since this branch began: compared with {code(self.parted.commit[:12])}, where they parted."

    def _where(self, at: Place | Span) -> str | None:
        return self.edit.replace("{path}", quote(at.file)) if self.edit and at.file else None

    def as_json(self) -> str:
        """Return what a program reads: `{"schema": "dossier-diff/1", ...}`, ids in lists, problems as `check` gives them."""
        changes = self.changes
        document = {
            "schema": "dossier-diff/1",
            "revision": self.revision,
            "compared_with": self.parted.commit,
            "comparable": True,
            "changed": [
                {
                    "id": one.id,
                    "fields": list(one.fields),
                    "status": [one.base.claim.status, one.head.claim.status],
                    "independent_origins": [one.base.independence.count, one.head.independence.count],
                    "evidence_removed": len(one.removed),
                    "told_by": [linked.id for linked in one.new_updates],
                }
                for one in changes.changed
            ],
            "added": [linked.id for linked in changes.added],
            "removed": [linked.id for linked in changes.removed],
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
            "evidence_files": [
                {
                    "kind": one.kind,
                    "source": one.source,
                    "file": one.file,
                    "proof": one.proof,
                    "quotes": [
                        {"claim": linked.id, "paragraph": piece.paragraph, "quote": piece.quote}
                        for linked, piece in one.quotes
                    ],
                }
                for one in changes.evidence_files
            ],
            "updates": [linked.id for linked in changes.updates],
            "feed_items": [linked.id for linked in changes.feed_items],
            "pages": {
                "new": list(self.pages.new),
                "changed": list(self.pages.changed),
                "gone": list(self.pages.gone),
            }
            if self.pages
            else None,
            "beside": list(self.beside),
            "problems": json.loads(report.as_json(self.problems))["problems"],
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


_Upgrade = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]


def compare_with(loaded: Loaded, revision: str, upgraded: _Upgrade) -> Comparison:
    """Return how a dossier differs from what it was where it parted from a revision of its repository.

    `upgraded` returns the files of a dossier in today's format, so that what was rewritten alone is no difference.

    What came to the revision since is none of this change, and missing here is not taken for gone. Raises
    `IncomparableError` where the revision, or either of the two dossiers, cannot be read in full.
    """
    try:
        parted = merge_base(loaded.root, revision)
        files = _in_todays_format(read_revision(loaded.root, parted.commit, FOLDERS), upgraded)
        beside = changed_paths(loaded.root, parted.commit, CONTENT)
    except UnknownRevisionError as error:
        raise NoSuchRevisionError(str(error)) from error
    except RevisionError as error:
        raise IncomparableError(str(error)) from error
    if loaded.settings_file.settings is None:
        raise IncomparableError(f"{SETTINGS_FILE} of this revision has faults")
    with no_collection():
        base = Library(assemble(_settings(files, loaded.settings_file.settings), _readings(loaded, files)))
        changes = compare(base, loaded.library, loaded.archive.read if loaded.archive else None)
        problems = resolve_places(find_problems(changes), loaded.scan.files.get)
        pages = touched_pages(base, loaded.library)
    return Comparison(
        revision, parted, changes, tuple(problems), loaded.settings_file.settings.edit, tuple(beside), pages
    )


def _in_todays_format(files: Mapping[str, bytes], upgraded: _Upgrade) -> Mapping[str, bytes]:
    if SETTINGS_FILE not in files:
        return files
    try:
        return upgraded(files)
    except UserError:
        return files  # what is wrong with them is said where they are read


def _readings(loaded: Loaded, files: Mapping[str, bytes]) -> list[Reading]:
    content, _ = classify_files({path: text for path, text in files.items() if path != SETTINGS_FILE})
    with open_cache(loaded.root) as cache:
        readings, _ = read_all(content, files, record_keys(content, files, reading_code()), cache)
    return readings


def _settings(files: Mapping[str, bytes], now: Settings) -> Settings:
    content = files.get(SETTINGS_FILE)
    # Before the first `mkdocs.yml` there was no site, and nothing in it that could have changed its name.
    if content is None:
        return now
    try:
        settings = read_settings(content.decode("utf-8-sig"), SETTINGS_FILE).settings
    except UnicodeDecodeError:
        settings = None
    if settings is None:
        raise IncomparableError(f"{SETTINGS_FILE} of the base revision has faults")
    return settings
