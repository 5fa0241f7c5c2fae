"""One run from files to a published site: load, frame, render and stamp, index, publish.

Never publishes anything while there is an error, and never tracks what changed: it makes everything and compares.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.disk import Count, Publication, digest, pack, read_folder, scratch, unpack
from dossier.frames import Filling, frame_keys
from dossier.model import Settings
from dossier.pages import Page, plan
from dossier.press.crew import halves, no_collection, share
from dossier.press.load import Loaded, load_on, open_cache
from dossier.press.look import Look, look_of
from dossier.press.stage import Course, Quiet, Reporter, Stage
from dossier.problem import Problem, Span
from dossier.render import CONTENT, Renderer
from dossier.search import engine_version, make_index

_WORTH_A_FORK = 200
_SHELF = "search"
_NOT_FOUND = "404.html"


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
    target = site if site is not None else root / "site"
    course = Course(reporter or Quiet())
    with no_collection():
        loaded = load_on(course, root, archive)
        settings = loaded.settings_file.settings
        if settings is None or loaded.has_errors:
            return Report(target, loaded, loaded.problems, None, tuple(course.stages))
        with course.stage("frame"):
            pages = list(plan(loaded.library))
            keys = frame_keys((page.address for page in pages), loaded.library.topics)
            look = look_of(loaded, settings, keys)
        problems = (*loaded.problems, *look.problems, *_taken(look, pages))
        if any(problem.severity == "error" for problem in problems):
            return Report(target, loaded, problems, None, tuple(course.stages))
        with Publication(target) as publication:
            count = _Run(course, loaded, settings, look, publication).publish(pages, search=search)
        return Report(target, loaded, problems, count, tuple(course.stages))


def _taken(look: Look, pages: Sequence[Page]) -> list[Problem]:
    """Name hand-written pages, and files beside them, at addresses of pages made from the content."""
    ours = {_file(page.address) for page in pages}
    theirs = {_file(address): f"/{address}" for address in look.frames.written}
    theirs |= {address: f"/{address}" for address in look.files}
    return [
        Problem(
            "address-taken",
            f'the address "{theirs[file]}" belongs to a page that is made from the content',
            Span("mkdocs.yml"),
        )
        for file in sorted(ours & theirs.keys())
    ]


def _file(address: str) -> str:
    return address if address.endswith(".html") else f"{address}index.html"


class _Run:
    def __init__(
        self, course: Course, loaded: Loaded, settings: Settings, look: Look, publication: Publication
    ) -> None:
        self.course = course
        self.library = loaded.library
        self.root = loaded.root
        self.settings = settings
        self.look = look
        self.publication = publication
        self.renderer = Renderer(look.templates, settings)

    def publish(self, pages: Sequence[Page], *, search: bool) -> Count:
        with self.course.stage("render", len(pages)) as reporter:
            parts = halves(pages, _WORTH_A_FORK)
            bodies: list[bytes] = []
            before = self.publication.count
            for part in share(self._stamp, parts):
                bodies += part[0]
                before += part[1]
                reporter.advance(part[2])
            self.publication.count = before
            bodies += self._written()
        with self.course.stage("feeds"):
            for address, content in self.look.files.items():
                self.publication.put(address, content)
        if search and self.look.frames.written is not None:
            with self.course.stage("search"):
                self._index(sorted(bodies))
        with self.course.stage("publish"):
            return self.publication.publish()

    def _stamp(self, pages: Sequence[Page]) -> tuple[list[bytes], Count, int]:
        """Render, stamp and put pages; return digests of what search would index, and what was put."""
        before = self.publication.count
        self.publication.count = Count()
        bodies: list[bytes] = []
        for page in pages:
            body = self.renderer.page(page)
            filling = Filling(
                title=page.title,
                description=page.description,
                address=self.settings.url + page.address,
                body=body.html,
                head=body.head,
                toc=page.toc,
                edit=self._edit(page),
                skip=CONTENT,
            )
            html = self.look.frames.of(page.address).stamp(filling)
            self.publication.put(_file(page.address), html.encode())
            if page.listed:
                bodies.append(digest(page.address, body.html))
        counted, self.publication.count = self.publication.count, before
        return bodies, counted, len(pages)

    def _edit(self, page: Page) -> str:
        if self.settings.edit is None:
            return ""
        kinds = {"topics": "topic", "briefs": "brief", "sources": "source"}
        folder, _, rest = page.address.partition("/")
        file = self.library.corpus.files.get((kinds.get(folder, "settings"), rest.rstrip("/")))  # type: ignore[arg-type]
        return self.settings.edit.replace("{path}", file) if file and rest else ""

    def _written(self) -> list[bytes]:
        bodies = []
        for address in self.look.frames.written:
            html = self.look.frames.page(address, "")
            self.publication.put(_file(address), html.encode())
            bodies.append(digest(address, html))
        return bodies

    def _index(self, bodies: Sequence[bytes]) -> None:
        key = digest(engine_version(), *bodies)
        with open_cache(self.root) as cache:
            kept = cache.get(_SHELF, key)
            if kept is None:
                with scratch(self.root) as folder:
                    files = make_index(str(self.publication.beside), str(folder), lambda path: read_folder(Path(path)))
                cache.put(_SHELF, key, pack(files))
            else:
                files = unpack(kept)
        for address, content in files.items():
            self.publication.put(address, content)
