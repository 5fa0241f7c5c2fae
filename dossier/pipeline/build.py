"""One run from files to a published site: load, frame, render and stamp, tell, index, publish.

Never publishes anything while there is an error, and never tracks what changed: it makes everything and compares.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.disk import Count, Publication, cache_dir, in_full
from dossier.exports import write as write_downloads
from dossier.feeds import write as write_feeds
from dossier.linked import address
from dossier.pages import Page, plan
from dossier.pages.sitemap import crawlers
from dossier.pipeline.link_check import broken_links
from dossier.pipeline.load import Loaded, load_on
from dossier.pipeline.page_writer import PageWriter, file_of
from dossier.pipeline.parallel import no_collection
from dossier.pipeline.search_index import kept_index, new_index
from dossier.pipeline.social_cards import cards_of
from dossier.pipeline.stages import Reporter, SilentReporter, Stage, StageTimer
from dossier.pipeline.theme import Theme, ThemeFiles, make_theme, read_theme_files
from dossier.pipeline.write_site import Source, write_site
from dossier.problem import Problem, Span
from dossier.render.feed_content import told
from dossier.search import FOLDER

_OURS = (address.DOWNLOADS, address.SCHEMAS, address.FEEDS, FOLDER)
"""Folders of which every file is made here."""
_QUICK = 500
"""Pages whose index is made within a second; Pagefind takes some 2 ms a page."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run came to. `count` is None where errors stopped it before anything was published.

    `is_search_old` says that search still finds what was published before.
    """

    site: Path
    loaded: Loaded
    problems: tuple[Problem, ...]
    count: Count | None
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
    root = in_full(root)  # MkDocs takes a relative path for one below its settings
    target = in_full(site) if site is not None else root / "site"
    timer = StageTimer(reporter or SilentReporter())
    with no_collection():
        loaded = load_on(timer, root, archive)
        settings = loaded.settings_file.settings
        if settings is None or loaded.has_errors:
            return Report(target, loaded, loaded.problems, None, tuple(timer.stages))
        with timer.stage("frame"):
            theme_files = read_theme_files(loaded)
            pages = list(plan(loaded.library, theme_files.written))
            look = make_theme(loaded, settings, theme_files, {page.address: page.title for page in pages})
            drawn, shown = cards_of(root, loaded.library)
        problems = (*loaded.problems, *look.problems, *_taken(look, pages))
        if any(problem.severity == "error" for problem in problems):
            return Report(target, loaded, problems, None, tuple(timer.stages))
        page_writer = PageWriter(loaded.library, settings, look.frames, theme_files.templates, shown)
        crawled = crawlers(settings, pages, look.frames.written)
        # Who puts a robots.txt or a card of their own beside the hand-written pages wants that one.
        ours = {where: content for where, content in (*drawn.items(), *crawled) if where not in look.files}
        # A site of the dossier's own is built often; one that goes elsewhere leaves nothing here.
        workshop = cache_dir(root) if target.is_relative_to(root) else None
        with Publication(target, workshop) as publication:
            is_searched = search and loaded.settings_file.search
            tell = told(theme_files.templates, loaded.library)
            sources: list[Source] = [
                look.files.items,
                ours.items,
                lambda: write_downloads(loaded.library),
                lambda: write_feeds(loaded.library, tell),
            ]
            with timer.stage("write", len(pages) + len(sources)) as told_of:
                indexed = write_site(pages, sources, page_writer, publication, told_of, search=is_searched)
                indexed += page_writer.put_written(publication)
            is_search_old = False
            if is_searched:
                with timer.stage("search"):
                    index = kept_index(root, indexed)
                    is_search_old = index is None and hurry and len(indexed) > _QUICK and publication.keep(FOLDER)
                    if index is None and not is_search_old:
                        publication.prune(but=FOLDER)
                        index = new_index(root, publication.beside, indexed)
                    for where, content in (index or {}).items():
                        publication.put(where, content)
            problems += _lost(loaded, look, theme_files, publication)
            with timer.stage("publish"):
                count = publication.publish()
        return Report(target, loaded, problems, count, tuple(timer.stages), is_search_old)


def _taken(look: Theme, pages: Sequence[Page]) -> list[Problem]:
    """Name hand-written pages, and files beside them, that would stand where something made from the content stands."""
    theirs = {file_of(where): where for where in look.frames.written}
    theirs |= dict.fromkeys(look.files, "") | theirs
    made = {file_of(page.address) for page in pages}
    folders = {folder for file in made for folder in _above(file)} | {folder.rstrip("/") for folder in _OURS}
    # A file and a folder of one name cannot both be there.
    hit = (theirs.keys() & (made | folders)) | {
        file for file in theirs if file.startswith(_OURS) or not made.isdisjoint(_above(file))
    }
    return [
        Problem(
            "address-taken",
            f'the address "/{theirs[file] or file}" belongs to what is made from the content',
            Span("mkdocs.yml"),
        )
        for file in sorted(hit)
    ]


def _above(file: str) -> list[str]:
    """Return the folders that a file lies in, as paths without a slash at the end."""
    parts = file.split("/")[:-1]
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _lost(loaded: Loaded, look: Theme, theme_files: ThemeFiles, publication: Publication) -> tuple[Problem, ...]:
    """Name the links of hand-written pages that lead nowhere."""
    pages = {where: look.frames.page(where, "") for where in look.frames.written}
    published = publication.ledger.written | publication.ledger.unchanged
    return tuple(broken_links(pages, theme_files.own.files, loaded.settings_file.pages, published))
