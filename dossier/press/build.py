"""One run from files to a published site: load, frame, render and stamp, tell, index, publish.

Never publishes anything while there is an error, and never tracks what changed: it makes everything and compares.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dossier.disk import Count, Ledger, Publication
from dossier.exports import write as write_downloads
from dossier.feeds import write as write_feeds
from dossier.pages import Page, plan
from dossier.pages.sitemap import crawlers
from dossier.press.cards import cards_of
from dossier.press.crew import halves, no_collection, share
from dossier.press.finding import Indexed, find_index
from dossier.press.links import broken_links
from dossier.press.load import Loaded, load_on
from dossier.press.look import Fabric, Look, fabric_of, look_of
from dossier.press.stage import Course, Quiet, Reporter, Stage
from dossier.press.stamping import Stamper, file_of
from dossier.problem import Problem, Span
from dossier.render.told import told
from dossier.search import FOLDER

_Result = TypeVar("_Result")
_WORTH_A_FORK = 200


@dataclass(frozen=True, slots=True)
class Report:
    """What a run came to. `count` is None where errors stopped it before anything was published."""

    site: Path
    loaded: Loaded
    problems: tuple[Problem, ...]
    count: Count | None
    stages: tuple[Stage, ...]


def build(
    root: Path,
    site: Path | None = None,
    archive: Path | None = None,
    *,
    search: bool = True,
    reporter: Reporter | None = None,
) -> Report:
    """Build the dossier in `root` and publish it to `site` (by default `site/` in the root).

    Nothing is published where there is an error. Raises `PublishError` where the site cannot be put there, and
    `SearchError` where Pagefind fails; either leaves the published site as it was.
    """
    root = root.absolute()  # MkDocs takes a relative path for one below its settings
    target = site if site is not None else root / "site"
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
        workshop = root / ".cache" if target.is_relative_to(root) else None
        with Publication(target, workshop) as publication:
            indexed = _stamp(course, stamper, pages, publication)
            with course.stage("feeds"):
                content = told(fabric.templates, loaded.library)
                _put_all(
                    publication,
                    [
                        look.files.items,
                        ours.items,
                        lambda: write_feeds(loaded.library, content),
                        lambda: write_downloads(loaded.library),
                    ],
                    alone=len(pages) < _WORTH_A_FORK,
                )
            if search and loaded.settings_file.search:
                with course.stage("search"):
                    publication.prune(but=FOLDER)
                    for address, index in find_index(root, publication.beside, indexed).items():
                        publication.put(address, index)
            problems += _lost(loaded, look, fabric, publication)
            with course.stage("publish"):
                count = publication.publish()
        return Report(target, loaded, problems, count, tuple(course.stages))


def _taken(look: Look, pages: Sequence[Page]) -> list[Problem]:
    """Name hand-written pages, and files beside them, at addresses of pages made from the content."""
    theirs = {file_of(address): address for address in look.frames.written}
    theirs |= dict.fromkeys(look.files, "") | theirs
    return [
        Problem(
            "address-taken",
            f'the address "/{theirs[file] or file}" belongs to a page that is made from the content',
            Span("mkdocs.yml"),
        )
        for file in sorted({file_of(page.address) for page in pages} & theirs.keys())
    ]


def _lost(loaded: Loaded, look: Look, fabric: Fabric, publication: Publication) -> tuple[Problem, ...]:
    """Name the links of hand-written pages that lead nowhere."""
    pages = {address: look.frames.page(address, "") for address in look.frames.written}
    published = publication.ledger.written | publication.ledger.unchanged
    return tuple(broken_links(pages, fabric.own.files, loaded.settings_file.pages, published))


def _stamp(course: Course, stamper: Stamper, pages: Sequence[Page], publication: Publication) -> list[Indexed]:
    """Put every page, planned and hand-written; return what search would index."""
    with course.stage("render", len(pages)) as reporter:
        parts = halves(pages, _WORTH_A_FORK)

        def work(part: Sequence[Page]) -> tuple[list[Indexed], Ledger]:
            return _recorded(publication, lambda: stamper.put_all(part, publication, reporter, len(parts)))

        indexed: list[Indexed] = []
        for found, ledger in share(work, parts):
            indexed += found
            publication.ledger.add(ledger)
        return indexed + stamper.put_written(publication)


def _put_all(
    publication: Publication, sources: Sequence[Callable[[], Iterable[tuple[str, bytes]]]], *, alone: bool
) -> None:
    """Put files from several sources, each in a process of its own unless that is more than they are worth."""

    def work(part: Sequence[Callable[[], Iterable[tuple[str, bytes]]]]) -> tuple[None, Ledger]:
        def put() -> None:
            for source in part:
                for address, content in source():
                    publication.put(address, content)

        return _recorded(publication, put)

    for _, ledger in share(work, [sources] if alone else [sources[:3], sources[3:]]):
        publication.ledger.add(ledger)


def _recorded(publication: Publication, work: Callable[[], _Result]) -> tuple[_Result, Ledger]:
    """Return what comes of some work and what it put, which then does not yet stand in the publication's ledger."""
    before, publication.ledger = publication.ledger, Ledger()
    result = work()
    ledger, publication.ledger = publication.ledger, before
    return result, ledger
