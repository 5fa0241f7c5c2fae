"""Compares the dossier with itself at an earlier revision: its content, and all other files of the repository.

What cannot be read is named in the comparison, and does not pass for unchanged. Without a revision to compare with, there is
`IncomparableError`.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import quote

from dossier.check.changes import (
    ChangedFile,
    Changes,
    IncomparableError,
    Phrase,
    Report,
    SitePaths,
    TouchedPages,
    Unread,
    Words,
    as_markdown,
    compare,
    file_kind,
    find_problems,
    gravest_first,
    make_report,
)
from dossier.disk import (
    ChangedPath,
    MergeBase,
    RevisionError,
    UnknownRevisionError,
    changed_paths,
    merge_base,
    read_revision,
)
from dossier.frames import SettingsFile, read_settings
from dossier.library import Library, Reading, assemble
from dossier.model import SETTINGS_FILE
from dossier.pipeline.layout import ContentFile, classify_files
from dossier.pipeline.load import Loaded, open_cache, reading_code
from dossier.pipeline.page_diff import touched_pages
from dossier.pipeline.parallel import no_collection
from dossier.pipeline.read_records import read_all, record_keys
from dossier.problem import Place, Problem, Span, UserError, report
from dossier.yamlfile import resolve_places

CONTENT = ("briefings", "sources")
FOLDERS = (SETTINGS_FILE, *CONTENT)
_OWN = (".cache", "site")
"""Folders that this program writes itself. What is in them counts only where it was committed."""


class NoSuchRevisionError(IncomparableError):
    """There is no such revision to compare with."""


@dataclass(frozen=True)
class Comparison:
    """What changed since this work parted from a revision, and what is wrong with that.

    `beside` are changed files outside the content, the gravest first. `pages` is None where the check finds errors, as there
    are no pages then.
    """

    revision: str
    parted: MergeBase
    changes: Changes
    problems: tuple[Problem, ...]
    edit: str | None
    beside: tuple[ChangedFile, ...] = ()
    pages: TouchedPages | None = None

    @property
    def has_errors(self) -> bool:
        """Whether the change must not go in as it is."""
        return any(problem.severity == "error" for problem in self.problems)

    @cached_property
    def report(self) -> Report:
        """What a maintainer reads."""
        return make_report(self.changes, self.problems, self.beside, self._note(), self.pages)

    def as_markdown(self, limit: int | None = None, whole: str = "") -> str:
        """Return the report as Markdown. Claims lead to their files where the settings say how a file is edited."""
        return as_markdown(self.report, self._where, limit, whole)

    def _note(self) -> Phrase:
        name = Words(self.revision)
        if not self.parted.is_known:
            remedy = (
                (" Fetch the older commits: ", Words("git fetch --unshallow"), ".") if self.parted.is_shallow else ()
            )
            return (
                name,
                " and this branch have no commit in common here, so that ",
                name,
                " itself was compared: what was added there since seems to be gone here.",
                *remedy,
            )
        if self.parted.is_revision:
            return ()
        begun = Words(self.parted.commit[:12])
        return (name, " has moved on since this branch began: compared with ", begun, ", where they parted.")

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
            "reviews": [
                {
                    "claim": one.claim,
                    "by": [one.base.by if one.base else None, one.head.by if one.head else None],
                    "on": [one.base.on if one.base else None, one.head.on if one.head else None],
                    "fits": one.fits,
                }
                for one in changes.reviews
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
            "beside": [{"path": one.path, "how": one.how, "kind": one.kind} for one in self.beside],
            "unread": [{"file": one.file, "revision": one.revision} for one in changes.unread],
            "problems": json.loads(report.as_json(self.problems))["problems"],
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


_Upgrade = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]


def compare_with(loaded: Loaded, revision: str, upgraded: _Upgrade) -> Comparison:
    """Return how a dossier differs from what it was where it parted from a revision of its repository.

    `upgraded` returns the files of a dossier in today's format, so that what was rewritten alone is no difference.

    What came to the revision since is none of this change, and missing here is not taken for gone. Raises
    `IncomparableError` where the revision cannot be read, or where this dossier is in another format.
    """
    try:
        parted = merge_base(loaded.root, revision)
        files = _in_todays_format(read_revision(loaded.root, parted.commit, FOLDERS), upgraded)
        changed = changed_paths(loaded.root, parted.commit, _OWN)
    except UnknownRevisionError as error:
        raise NoSuchRevisionError(str(error)) from error
    except RevisionError as error:
        raise IncomparableError(str(error)) from error
    with no_collection():
        base_settings = _settings_file(files, loaded.settings_file)
        # Where the settings of one side cannot be read, those of the other stand in for them.
        stand_in = loaded.settings_file.settings or loaded.library.settings
        content = _content(files)
        base = Library(assemble(base_settings.settings or stand_in, _readings(loaded, files, content)))
        changes = compare(base, loaded.library, loaded.archive.read if loaded.archive else None)
        changes = replace(changes, unread=(*_unread_settings(base_settings, loaded.settings_file), *changes.unread))
        problems = resolve_places(find_problems(changes), loaded.scan.files.get)
        pages = None if changes.unread else touched_pages(base, loaded.library)
    read = {one.file for one in (*content, *_content(loaded.scan.files))}
    beside = _beside(changed, read, (base_settings, loaded.settings_file))
    return Comparison(revision, parted, changes, tuple(problems), stand_in.edit, beside, pages)


def _beside(
    changed: Iterable[ChangedPath], read: Collection[str], settings: Sequence[SettingsFile]
) -> tuple[ChangedFile, ...]:
    """Return the changed files that were not read as content, wherever they lie: a hook may lie among the briefs."""
    site = SitePaths(
        frozenset(hook for one in settings for hook in one.hooks),
        frozenset(one.theme for one in settings if one.theme),
        frozenset(one.pages for one in settings),
    )
    files = [
        ChangedFile(one.path, one.how, file_kind(one.inner, site, is_plain=one.is_plain))
        for one in changed
        if one.inner not in read
    ]
    return tuple(gravest_first(files))


def _unread_settings(base: SettingsFile, head: SettingsFile) -> Iterator[Unread]:
    if base.settings is None:
        yield Unread(SETTINGS_FILE, "base")
    if head.settings is None:
        yield Unread(SETTINGS_FILE, "head")


def _in_todays_format(files: Mapping[str, bytes], upgraded: _Upgrade) -> Mapping[str, bytes]:
    if SETTINGS_FILE not in files:
        return files
    try:
        return upgraded(files)
    except UserError:
        return files  # what is wrong with them is said where they are read


def _content(files: Mapping[str, bytes]) -> list[ContentFile]:
    return classify_files({path: text for path, text in files.items() if path != SETTINGS_FILE})[0]


def _readings(loaded: Loaded, files: Mapping[str, bytes], content: Sequence[ContentFile]) -> list[Reading]:
    with open_cache(loaded.root) as cache:
        readings, _ = read_all(content, files, record_keys(content, files, reading_code()), cache)
    return readings


def _settings_file(files: Mapping[str, bytes], now: SettingsFile) -> SettingsFile:
    content = files.get(SETTINGS_FILE)
    # Before the first `mkdocs.yml` there was no site, and nothing in it that could have changed its name.
    if content is None:
        return now
    try:
        return read_settings(content.decode("utf-8-sig"), SETTINGS_FILE)
    except UnicodeDecodeError:
        return SettingsFile(None)
