"""One run from files to a published site: load, frame, render and stamp, tell, index, publish.

Nothing is published while there is an error. Which files are made again is left to `write_site`.
"""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from dossier.disk import (
    MARKER,
    FileCounts,
    Publication,
    PublishError,
    absolute,
    cache_dir,
    digest,
    digest_code,
    published_states,
)
from dossier.frames import SettingsFile
from dossier.frames import engine_version as theme_engine
from dossier.frames.frames import ADDRESS_TAKEN
from dossier.linked import address
from dossier.model import SETTINGS_FILE, Settings
from dossier.pages import PlannedPage, plan
from dossier.pipeline.catalogue import CODES
from dossier.pipeline.link_check import broken_links
from dossier.pipeline.load import CODE, Loaded, load_on, open_cache
from dossier.pipeline.manifest import Manifest, read_manifest, write_manifest
from dossier.pipeline.parallel import no_collection
from dossier.pipeline.products import Batch, Workshop, file_of, files
from dossier.pipeline.search_index import Indexed, write_index
from dossier.pipeline.social_cards import cards_of
from dossier.pipeline.stages import Reporter, SilentReporter, Stage, StageTimer
from dossier.pipeline.template_check import naming_template
from dossier.pipeline.theme import Theme, ThemeFiles, make_theme, read_theme_files
from dossier.pipeline.write_site import keep_unchanged, write_products
from dossier.problem import Problem, Span
from dossier.search import FOLDER, NAMES, names
from dossier.search import engine_version as search_engine
from dossier.wording.translation import use

OURS = (address.DOWNLOADS, address.SCHEMAS, address.FEEDS, FOLDER, NAMES)
"""Folders of which every file is made here, and a file beside them."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run came to. `count` is None where errors stopped it before anything was published.

    `is_search_old` says that search still finds what was published before.
    """

    site: Path
    loaded: Loaded
    problems: tuple[Problem, ...]
    count: FileCounts | None
    stages: tuple[Stage, ...]
    is_search_old: bool = False


def build(
    root: Path,
    site: Path | None = None,
    archive: Path | None = None,
    *,
    search: bool = True,
    hurry: bool = False,
    reporter: Reporter | None = None,
) -> Report:
    """Build the dossier in `root` and publish it to `site` (by default `site/` in the root).

    In a `hurry` the pages of a large site come first: where an index would take seconds, the published one stays.
    Nothing is published where there is an error. Raises `PublishError` where the site cannot be put there, and
    `SearchError` where Pagefind fails; either leaves the published site as it was.
    """
    root = absolute(root)  # MkDocs takes a relative path for one below its settings
    target = absolute(site) if site is not None else root / "site"
    timer = StageTimer(reporter or SilentReporter())
    with no_collection(), ExitStack() as run:
        loaded = load_on(timer, root, archive)
        settings = loaded.settings_file.settings
        if settings is None or loaded.has_errors:
            return Report(target, loaded, loaded.problems, None, tuple(timer.stages))
        refuse_inside(target, root, loaded.settings_file)
        with timer.stage("frame"):
            theme_files = read_theme_files(loaded)
            run.enter_context(use(theme_files.translations(settings.language)))
            epoch = _epoch(settings, theme_files)
            is_searched = search and loaded.settings_file.search
            inputs = _inputs(loaded, theme_files, epoch, is_searched=is_searched)
            count = _published(root, target, inputs)
            if count is not None:
                return Report(target, loaded, loaded.problems, count, tuple(timer.stages))
            pages = list(plan(loaded.library, theme_files.written, CODES))
            theme = make_theme(loaded, settings, theme_files, pages)
            cards, shown = cards_of(root, loaded.library)
        problems = (*loaded.problems, *theme.problems, *taken_addresses(theme, pages))
        if any(problem.severity == "error" for problem in problems):
            return Report(target, loaded, problems, None, tuple(timer.stages))
        workshop = Workshop(loaded.library, settings, theme.frames, theme_files.templates, shown, epoch)
        run.enter_context(naming_template(theme_files.templates))
        # Who puts a robots.txt or a card of their own beside the hand-written pages wants that one.
        extra = [*files(cards), *workshop.crawlers(pages)]
        extra = [product for product in extra if product.address not in theme.files]
        if is_searched:
            extra += files({NAMES: names(loaded.library, pages, theme.frames.handwritten)})
        batches: list[Batch] = [
            list(workshop.downloads()),
            [*files(theme.files), *extra, *workshop.written_pages()],
            *([workshop.page(page)] for page in sorted(pages, key=lambda page: page.date)),
            list(workshop.feeds()),
        ]
        with Publication(target, _staging_root(root, target)) as publication, open_cache(root) as cache:
            known = read_manifest(cache, publication.site)
            with timer.stage("compare"):
                entries, stale = keep_unchanged(batches, known.entries, publication)
            with timer.stage("write", len(stale)) as reporting:
                entries |= write_products(stale, publication, reporting)
            is_search_old = False
            if is_searched:
                with timer.stage("search"):
                    found = sorted(Indexed(where, entry.indexed) for where, entry in entries.items() if entry.indexed)
                    index = write_index(root, found, known.entries, publication, hurry=hurry)
                    is_search_old = index is None
                    entries |= index or {}
            problems += _broken_links(loaded, theme, theme_files, publication)
            with timer.stage("publish"):
                count = publication.publish()
                # What only a build finds, and search that is behind, has to be looked at again next time.
                is_final = problems == loaded.problems and not is_search_old
                write_manifest(cache, publication.site, Manifest(entries, inputs if is_final else b""))
        return Report(target, loaded, problems, count, tuple(timer.stages), is_search_old)


def _inputs(loaded: Loaded, theme_files: ThemeFiles, epoch: bytes, *, is_searched: bool) -> bytes:
    """Return a digest of everything that a site is made from, or nothing where MkDocs reads files that are not known."""
    if not loaded.settings_file.is_self_contained or loaded.archive is not None:
        return b""
    parts: list[bytes | str] = [loaded.inputs, epoch, theme_engine(), search_engine(), str(is_searched)]
    for scanned in (theme_files.own, theme_files.ours, theme_files.frame):
        for path, content in scanned.files.items():
            parts += [path, content]
        parts += [problem.message for problem in scanned.problems]
    return digest(*parts)


def _published(root: Path, site: Path, inputs: bytes) -> FileCounts | None:
    """Return the counts of a published site if it was made from these inputs and every file is still as it was."""
    if not inputs:
        return None
    site = site.resolve()
    with open_cache(root) as cache:
        known = read_manifest(cache, site)
    if known.inputs != inputs:
        return None
    states = published_states(site)
    if states.pop(MARKER, None) is None or states != {where: entry.state for where, entry in known.entries.items()}:
        return None
    return FileCounts(unchanged=len(states) + 1)


def _staging_root(root: Path, target: Path) -> Path | None:
    """Return where the replaced site stays for the next build. A site elsewhere leaves nothing in the dossier."""
    return cache_dir(root) if target.is_relative_to(root) else None


_PACKAGES = (
    "jinja2",
    "regex",
    "markupsafe",
    "markdown-it-py",
    "mdurl",
    "pydantic",
    "feedgen",
    "lxml",
    "pillow",
    "font-source-serif-pro",
)
"""Packages that make the content of products; those that make frames and the search index are digested apart."""


def _epoch(settings: Settings, theme_files: ThemeFiles) -> bytes:
    """Return a digest of what is in every product: code, Python, packages, settings, templates and their language."""
    parts: list[bytes | str] = [digest_code(CODE), sys.version, repr(settings)]
    parts += [f"{name} {version(name)}" for name in _PACKAGES]
    for path, content in theme_files.templates_used.items():
        parts += [path, content]
    return digest(*parts, *theme_files.catalogues(settings.language))


def refuse_inside(target: Path, root: Path, settings_file: SettingsFile) -> None:
    """Raise `PublishError` where a site would lie among what it is made from, and so become part of it."""
    for folder in (settings_file.pages, settings_file.theme, "briefings", "sources", "templates"):
        if folder and target.resolve().is_relative_to((root / folder).resolve()):
            raise PublishError(f'"{target}" lies in "{folder}", which the site is made from; name another folder')


def taken_addresses(theme: Theme, pages: Sequence[PlannedPage]) -> list[Problem]:
    """Name hand-written pages, and files beside them, that would stand where something made from the content stands."""
    theirs = {file_of(where): where for where in theme.frames.handwritten}
    theirs |= dict.fromkeys(theme.files, "") | theirs
    made = {file_of(page.address) for page in pages}
    folders = {folder for file in made for folder in _above(file)} | {folder.rstrip("/") for folder in OURS}
    # A file and a folder of one name cannot both be there.
    hit = (theirs.keys() & (made | folders)) | {
        file for file in theirs if file.startswith(OURS) or not made.isdisjoint(_above(file))
    }
    return [
        Problem(
            ADDRESS_TAKEN,
            f'the address "/{theirs[file] or file}" belongs to what is made from the content',
            Span(SETTINGS_FILE),
        )
        for file in sorted(hit)
    ]


def _above(file: str) -> list[str]:
    """Return the folders that a file lies in, as paths without a slash at the end."""
    parts = file.split("/")[:-1]
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _broken_links(
    loaded: Loaded, theme: Theme, theme_files: ThemeFiles, publication: Publication
) -> tuple[Problem, ...]:
    """Name the links of hand-written pages that lead nowhere."""
    pages = {where: theme.frames.handwritten_page(where, "") for where in theme.frames.handwritten}
    published = publication.outputs.written | publication.outputs.unchanged
    return tuple(broken_links(pages, theme_files.own.files, loaded.settings_file.pages, published))
