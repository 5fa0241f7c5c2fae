"""Loads a dossier: scan, read, shape, link, check. What every command begins with.

Never stops at the first fault, and never writes anything but the cache.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.check import check, hinted
from dossier.disk import Archive, Cache, Folder, Scan, cache_dir, digest_code, holds, scan
from dossier.frames import SettingsFile, read_settings
from dossier.library import Library
from dossier.library.assemble import assemble
from dossier.model import Settings
from dossier.pipeline.layout import classify_files
from dossier.pipeline.parallel import no_collection
from dossier.pipeline.read_records import read_all
from dossier.pipeline.stages import Reporter, SilentReporter, Stage, StageTimer
from dossier.problem import Problem, Span
from dossier.yamlfile import settle, split_lines

HOME = Path(__file__).resolve().parents[2]
"""Where the generator lies: its templates serve a dossier that has none of its own."""
SETTINGS = "mkdocs.yml"
_MEGABYTE = 1 << 20
_CONTENT = (Folder(SETTINGS, _MEGABYTE), Folder("briefings", 4 * _MEGABYTE), Folder("sources", 8 * _MEGABYTE))
# Lets everything be checked that can be while `mkdocs.yml` is wrong; nothing is ever published with it.
_STAND_IN = Settings(
    name="a dossier",
    url="https://dossier.invalid/",
    description="A dossier.",
    authority="dossier.invalid",
    authority_year=2000,
)


@dataclass(frozen=True)
class Loaded:
    """A dossier in memory. All problems stand at spans; the library is there however many there are."""

    root: Path
    scan: Scan
    settings_file: SettingsFile
    library: Library
    problems: tuple[Problem, ...]
    archive: Archive | None
    stages: tuple[Stage, ...]

    @property
    def has_errors(self) -> bool:
        """Whether something stops publication."""
        return any(problem.severity == "error" for problem in self.problems)

    def lines(self, file: str) -> Sequence[str]:
        """Return the lines of a file that was read, for showing where a problem stands; none for any other file."""
        return split_lines(self.scan.files.get(file, b"").decode("utf-8-sig", "replace"))


def load(root: Path, archive: Path | None = None, reporter: Reporter | None = None) -> Loaded:
    """Return the dossier in a folder, read, linked and checked; against full texts too, where there is an archive."""
    with no_collection():
        return load_on(StageTimer(reporter or SilentReporter()), root.absolute(), archive)


def load_on(timer: StageTimer, root: Path, archive: Path | None) -> Loaded:
    """Do what `load` does as part of a longer run."""
    opened = Archive(archive) if archive is not None else None
    with timer.stage("read"), open_cache(root) as cache:
        scanned = scan(root, _CONTENT)
        settings_file = _settings(scanned)
        linked, problems = classify_files(path for path in scanned.files if path != SETTINGS)
        readings, faults = read_all(linked, scanned.files, cache, digest_code(HOME / "dossier"))
    with timer.stage("check"):
        library = Library(assemble(settings_file.settings or _STAND_IN, readings))
        judged = check(library, opened.read if opened else None)
        found = [*scanned.problems, *settings_file.problems, *_missing(root, scanned, settings_file)]
        found += [*problems, *hinted(faults, library), *judged]
        settled = settle(found, scanned.files.get)
    return Loaded(root, scanned, settings_file, library, tuple(settled), opened, tuple(timer.stages))


def open_cache(root: Path) -> Cache:
    """Return the cache of a dossier. Raises `UserError` where that is no place to write to."""
    return Cache(cache_dir(root) / "dossier.sqlite")


def _missing(root: Path, scanned: Scan, settings_file: SettingsFile) -> Iterator[Problem]:
    """Name the folders without which there is nothing to publish, or nobody to publish it."""
    if not scanned.under("briefings"):
        message = "there is no such folder, or nothing in it, so there is nothing to publish"
        yield Problem(
            "briefings-missing", message, Span("briefings"), "put it back, or begin: python build.py new topic ID"
        )
    if settings_file.settings and not holds(root, [settings_file.pages]):
        message = f'there is no folder "{settings_file.pages}" for hand-written pages, which "docs_dir" names'
        yield Problem("settings-wrong", message, Span(SETTINGS), "make it, with a page like about.md in it")


def _settings(scanned: Scan) -> SettingsFile:
    content = scanned.files.get(SETTINGS)
    if content is None:
        message = "there is no such file, so nothing says what the site is"
        return SettingsFile(None, (Problem("settings-unreadable", message, Span(SETTINGS)),))
    try:
        return read_settings(content.decode("utf-8-sig"), SETTINGS)
    except UnicodeDecodeError:
        return SettingsFile(None, (Problem("settings-unreadable", "the file is not UTF-8 text", Span(SETTINGS)),))
