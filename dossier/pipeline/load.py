"""Loads a dossier: scan, read, bind, link, check. What every command begins with.

Building a site of it is left to `build`. What a check found is kept: where nothing changed, nothing is checked again.
"""

import pickle
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from dossier.check import add_hints, check
from dossier.disk import Archive, Cache, Folder, Scan, cache_dir, digest, digest_code, has_any, has_folder, scan
from dossier.frames import SettingsFile, read_settings
from dossier.frames.settings import FORMAT_OUTDATED, SETTINGS_UNREADABLE, SETTINGS_WRONG
from dossier.library import Library
from dossier.library.assemble import assemble
from dossier.linked.stamps import SIZE as STAMP_SIZE
from dossier.model import SETTINGS_FILE, Settings
from dossier.pipeline.layout import classify_files
from dossier.pipeline.parallel import no_collection
from dossier.pipeline.read_records import read_all, record_keys
from dossier.pipeline.renamed import COPIED, recognise
from dossier.pipeline.stages import Reporter, SilentReporter, Stage, StageTimer
from dossier.problem import Area, Code, Problem, Span, without_consequences
from dossier.yamlfile import resolve_places, split_lines

BRIEFINGS_MISSING = Code(
    "briefings-missing",
    Area.FILES,
    "error",
    "The folder `briefings` is missing or empty, so the site would be empty.",
    "Put it back, or begin with a topic.",
)

CODE = Path(__file__).resolve().parents[1]
"""The folder of the generator's code."""
HOME = CODE if has_any(CODE, ["templates"]) else CODE.parent
"""The folder with the generator's `templates`, which serve a dossier that has none of its own.

They lie beside the code in a clone, and inside the package when it is installed.
"""
SETTINGS = "mkdocs.yml"
_SOUND = "sound quotes"
_CHECKED = "checked"
"""Where the cache keeps what a check found, by the digest of its inputs, and how much they hold."""
_MEGABYTE = 1 << 20
LARGEST_BRIEFING = 4 * _MEGABYTE
"""How many bytes a file below `briefings` has at most."""
_CONTENT = (Folder(SETTINGS_FILE, _MEGABYTE), Folder("briefings", LARGEST_BRIEFING), Folder("sources", 8 * _MEGABYTE))
# Lets everything be checked that can be while `mkdocs.yml` is wrong; nothing is ever published with it.
_STAND_IN = Settings(
    name="a dossier",
    url="https://dossier.invalid/",
    description="A dossier.",
    authority="dossier.invalid",
    authority_year=2000,
    # Nobody knows whether these rules are wanted.
    sides_rule="ignore",
    attribution_rule="ignore",
)


class ContentCounts(NamedTuple):
    """How much a dossier holds."""

    files: int
    briefs: int
    claims: int
    quotes: int
    sources: int
    topics: int


@dataclass(frozen=True)
class Loaded:
    """A dossier that was checked. All problems stand at spans.

    `inputs` is a digest of everything that was read, the archive apart. `link` gives the library, which is there
    however many problems there are; it is not called before somebody asks for the library.
    """

    root: Path
    scan: Scan
    settings_file: SettingsFile
    problems: tuple[Problem, ...]
    archive: Archive | None
    counts: ContentCounts
    inputs: bytes
    stages: tuple[Stage, ...]
    link: Callable[[], Library]

    @cached_property
    def library(self) -> Library:
        """The whole corpus, linked."""
        return self.link()

    @property
    def has_errors(self) -> bool:
        """Whether something stops publication."""
        return any(problem.severity == "error" for problem in self.problems)

    def lines(self, file: str) -> Sequence[str]:
        """Return the lines of a file that was read, for showing where a problem stands; none for any other file."""
        if file not in self._lines:
            self._lines[file] = split_lines(self.scan.files.get(file, b"").decode("utf-8-sig", "replace"))
        return self._lines[file]

    @cached_property
    def _lines(self) -> dict[str, Sequence[str]]:
        return {}


def load(
    root: Path,
    archive: Path | None = None,
    reporter: Reporter | None = None,
    edits: Mapping[str, bytes] | None = None,
) -> Loaded:
    """Return the dossier in a folder, read, linked and checked; against full texts too, where there is an archive.

    `edits` has the content of files that are not written yet, by path: all is judged as if they were.
    """
    with no_collection():
        return load_on(StageTimer(reporter or SilentReporter()), root.absolute(), archive, edits)


def read_content(root: Path) -> Mapping[str, bytes]:
    """Return the files of a dossier that hold its settings and its content, by path, without judging them."""
    return scan(root.absolute(), _CONTENT).files


def load_on(timer: StageTimer, root: Path, archive: Path | None, edits: Mapping[str, bytes] | None = None) -> Loaded:
    """Do what `load` does as part of a longer run."""
    opened = Archive(archive) if archive is not None else None
    with timer.stage("read"), open_cache(root) as cache:
        scanned = scan(root, _CONTENT)
        if edits:
            scanned = replace(scanned, files=dict(sorted({**scanned.files, **edits}.items())))
        settings_file = _settings(scanned)
        content, misplaced = classify_files({path: text for path, text in scanned.files.items() if path != SETTINGS})
        early = [*scanned.problems, *settings_file.problems, *_missing(root, scanned, settings_file), *misplaced]
        keys = record_keys(content, scanned.files, reading_code())
        inputs = digest(scanned.files.get(SETTINGS, b""), repr(settings_file.environment), *_flat(keys))
        settings = settings_file.settings or settings_file.readable or _STAND_IN

        def loaded(problems: Iterable[Problem], counts: ContentCounts, link: Callable[[], Library]) -> Loaded:
            stages = tuple(timer.stages)
            return Loaded(root, scanned, settings_file, tuple(problems), opened, counts, inputs, stages, link)

        def read_again() -> Library:
            with open_cache(root) as again:
                return Library(assemble(settings, read_all(content, scanned.files, keys, again)[0]))

        # The texts in the archive are no part of the digest, so with them everything is checked again.
        known = cache.get(_CHECKED, inputs) if opened is None and not early else None
        if known is not None:
            # The cache gives back only what this account has sealed.
            problems, counts = pickle.loads(known)  # noqa: S301
            return loaded(problems, counts, read_again)
        readings, faults = read_all(content, scanned.files, keys, cache)
    with timer.stage("check"):
        library = Library(assemble(settings, readings))
        sound: Collection[bytes] = () if opened else _sound_quotes(root)
        judged = check(library, opened.read if opened else None, sound)
        if judged:
            recognised, causes = recognise(readings, keys)
            if causes:
                library = Library(assemble(settings, recognised))
                judged = [*causes, *check(library, opened.read if opened else None, sound)]
                copies = {cause.at.file for cause in causes if cause.code == COPIED}
                early = [problem for problem in early if problem.at.file not in copies]
                faults = [problem for problem in faults if problem.at.file not in copies]
        # What is wrong in files of another format follows from that alone.
        outdated = [problem for problem in early if problem.code is FORMAT_OUTDATED]
        found = resolve_places([*early, *add_hints(faults, library), *judged], scanned.files.get)
        settled = outdated or without_consequences(found)
        counts = _count(scanned, library)
    if opened is None:
        with open_cache(root) as cache:
            _keep_sound_quotes(cache, library, settled, sound)
            if not early:
                cache.put(_CHECKED, inputs, pickle.dumps((tuple(settled), counts), pickle.HIGHEST_PROTOCOL))
    return loaded(settled, counts, lambda: library)


_READ_BY = (
    "anyascii",
    "confusable-homoglyphs",
    "langcodes",
    "pydantic",
    "pydantic-core",
    "python-frontmatter",
    "pyyaml",
    "regex",
)


def reading_code() -> bytes:
    """Return a digest of the code that reads and checks: what other code made of a file is not used."""
    return digest(digest_code(CODE), sys.version, *(version(name) for name in _READ_BY))


def _sound_quotes(root: Path) -> frozenset[bytes]:
    """Return the stamps of all quotes from a source, of sources in which the last check found no wrong one."""
    with open_cache(root) as cache:
        kept = cache.get(_SOUND, reading_code()) or b""
    return frozenset(kept[at : at + STAMP_SIZE] for at in range(0, len(kept), STAMP_SIZE))


def _keep_sound_quotes(cache: Cache, library: Library, problems: Iterable[Problem], known: Collection[bytes]) -> None:
    faulty = {problem.at.file for problem in problems}
    sound = {
        library.quotes_stamps[source_id]
        for source_id, cited in library.cited_by_source.items()
        if faulty.isdisjoint(linked.file for linked, _ in cited)
    }
    if sound != known:
        cache.put(_SOUND, reading_code(), b"".join(sorted(sound)))


def _flat(keys: Mapping[str, bytes]) -> Iterator[str | bytes]:
    for file, key in keys.items():
        yield file
        yield key


def _count(scanned: Scan, library: Library) -> ContentCounts:
    quotes = sum(len(linked.claim.evidence) for linked in library.claims.values())
    return ContentCounts(
        len(scanned.files),
        len(library.briefs),
        len(library.claims),
        quotes,
        len(library.sources),
        len(library.topics),
    )


def open_cache(root: Path) -> Cache:
    """Return the cache of a dossier. Raises `UserError` where that is no place to write to."""
    return Cache(cache_dir(root) / "dossier.sqlite")


def _missing(root: Path, scanned: Scan, settings_file: SettingsFile) -> Iterator[Problem]:
    """Name the folders without which there is nothing to publish, or nobody to publish it."""
    if not scanned.under("briefings"):
        message = "there is no such folder, or nothing in it, so there is nothing to publish"
        yield Problem(
            BRIEFINGS_MISSING, message, Span("briefings"), "put it back, or begin: python build.py new topic ID"
        )
    if settings_file.settings and not has_folder(root, settings_file.pages):
        message = f'there is no folder "{settings_file.pages}" for hand-written pages, which "docs_dir" names'
        yield Problem(SETTINGS_WRONG, message, Span(SETTINGS_FILE), "make it, with a page like about.md in it")
    theme, hooks = settings_file.theme, settings_file.hooks
    absent = [theme] if theme and not has_folder(root, theme) else []
    for path in (*absent, *(path for path in hooks if not has_any(root, [path]))):
        message = f'there is no {"folder" if path == theme else "file"} "{path}", which the settings name'
        yield Problem(SETTINGS_WRONG, message, Span(SETTINGS_FILE), "correct the path, or take the line out")


def _settings(scanned: Scan) -> SettingsFile:
    content = scanned.files.get(SETTINGS_FILE)
    if content is None:
        message = "there is no such file, so nothing says what the site is"
        return SettingsFile(None, (Problem(SETTINGS_UNREADABLE, message, Span(SETTINGS_FILE)),))
    try:
        return read_settings(content.decode("utf-8-sig"), SETTINGS_FILE)
    except UnicodeDecodeError:
        return SettingsFile(None, (Problem(SETTINGS_UNREADABLE, "the file is not UTF-8 text", Span(SETTINGS_FILE)),))
