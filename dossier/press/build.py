"""One run from files to a published site: load, frame, render and stamp, tell, index, publish.

Never publishes anything while there is an error, and never tracks what changed: it makes everything and compares.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.disk import Count, Publication, in_full, workplace
from dossier.exports import write as write_downloads
from dossier.feeds import write as write_feeds
from dossier.library import address
from dossier.pages import Page, plan
from dossier.pages.sitemap import crawlers
from dossier.press.cards import cards_of
from dossier.press.crew import no_collection
from dossier.press.finding import kept_index, new_index
from dossier.press.links import broken_links
from dossier.press.load import Loaded, load_on
from dossier.press.look import Fabric, Look, fabric_of, look_of
from dossier.press.printing import Source, put_all
from dossier.press.stage import Course, Quiet, Reporter, Stage
from dossier.press.stamping import Stamper, file_of
from dossier.problem import Problem, Span
from dossier.render.told import told
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
    course = Course(reporter or Quiet())
    with no_collection():
        loaded = load_on(course, root, archive)
        settings = loaded.settings_file.settings
        if settings is None or loaded.has_errors:
            return Report(target, loaded, loaded.problems, None, tuple(course.stages))
        with course.stage("frame"):
            fabric = fabric_of(loaded)
            pages = list(plan(loaded.library, fabric.written))
            look = look_of(loaded, settings, fabric, {page.address: page.title for page in pages})
            drawn, shown = cards_of(root, loaded.library)
        problems = (*loaded.problems, *look.problems, *_taken(look, pages))
        if any(problem.severity == "error" for problem in problems):
            return Report(target, loaded, problems, None, tuple(course.stages))
        stamper = Stamper(loaded.library, settings, look.frames, fabric.templates, shown)
        crawled = crawlers(settings, pages, look.frames.written)
        # Who puts a robots.txt or a card of their own beside the hand-written pages wants that one.
        ours = {where: content for where, content in (*drawn.items(), *crawled) if where not in look.files}
        # A site of the dossier's own is built often; one that goes elsewhere leaves nothing here.
        workshop = workplace(root) if target.is_relative_to(root) else None
        with Publication(target, workshop) as publication:
            is_searched = search and loaded.settings_file.search
            tell = told(fabric.templates, loaded.library)
            sources: list[Source] = [
                look.files.items,
                ours.items,
                lambda: write_downloads(loaded.library),
                lambda: write_feeds(loaded.library, tell),
            ]
            with course.stage("write", len(pages) + len(sources)) as told_of:
                indexed = put_all(pages, sources, stamper, publication, told_of, search=is_searched)
                indexed += stamper.put_written(publication)
            is_search_old = False
            if is_searched:
                with course.stage("search"):
                    index = kept_index(root, indexed)
                    is_search_old = index is None and hurry and len(indexed) > _QUICK and publication.keep(FOLDER)
                    if index is None and not is_search_old:
                        publication.prune(but=FOLDER)
                        index = new_index(root, publication.beside, indexed)
                    for where, content in (index or {}).items():
                        publication.put(where, content)
            problems += _lost(loaded, look, fabric, publication)
            with course.stage("publish"):
                count = publication.publish()
        return Report(target, loaded, problems, count, tuple(course.stages), is_search_old)


def _taken(look: Look, pages: Sequence[Page]) -> list[Problem]:
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


def _lost(loaded: Loaded, look: Look, fabric: Fabric, publication: Publication) -> tuple[Problem, ...]:
    """Name the links of hand-written pages that lead nowhere."""
    pages = {where: look.frames.page(where, "") for where in look.frames.written}
    published = publication.ledger.written | publication.ledger.unchanged
    return tuple(broken_links(pages, fabric.own.files, loaded.settings_file.pages, published))
