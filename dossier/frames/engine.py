"""One run of MkDocs with the theme: hand-written pages and blanks in, rendered pages out.

Never writes a page itself and never reads one back: pages are caught before MkDocs writes them. What MkDocs copies
(the theme's and the pages' own files) goes into the folder it is given.
"""

import logging
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePath
from typing import Any, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from dossier.frames.build_hook import set_running
from dossier.frames.navigation import place_topics
from dossier.frames.slot import Gap
from dossier.model import Settings

NOT_FOUND = "404.html"
_LAST = -100


class EngineError(Exception):
    """MkDocs refused its settings or failed on a page. Holds what it said, one message each."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("; ".join(messages))
        self.messages = tuple(messages)


@dataclass(frozen=True, slots=True)
class Job:
    """What MkDocs is to render.

    `blanks` are the files of pages with gaps, relative to the folder of hand-written pages, with the names that they
    have in a navigation that gives them none; `topics` are ids and titles, in their order; `theme` is the folder of
    overrides that Dossier brings along; `edition` tells our style sheets and scripts from earlier ones; `files` are those
    of the site's own that MkDocs may read, by path below the folder of `config_file`, or None for all.
    """

    config_file: str
    folder: str
    theme: str
    settings: Settings
    blanks: Mapping[str, str]
    topics: Sequence[tuple[str, str]]
    marks: Mapping[Gap, str]
    pages: str = "pages"
    edition: str = ""
    files: Container[str] | None = None


@dataclass(slots=True)
class Rendered:
    """What came of it. `blanks` gives each blank without and with its table of contents; `written` goes by address."""

    blanks: dict[str, tuple[str, str]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    not_found: str = ""
    warnings: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def render(job: Job) -> Rendered:
    """Run MkDocs once and return what it rendered. Raises `EngineError` with what MkDocs complained of."""
    rendered = Rendered()
    done = set_running(True)
    try:
        with _listening() as said:
            try:
                config = load_config(job.config_file, site_dir=job.folder, site_url=job.settings.url, strict=False)
                _overrule(config, job)
                config.plugins["dossier/frames"] = _Gaps(job, rendered)
                build(config)
            except MkDocsException as error:
                raise EngineError([*said["ERROR"], *said["CRITICAL"]] or [str(error)]) from error
            except Exception as error:  # templates, plugins and extensions of the site's own raise what they like
                raise EngineError(said["ERROR"] or [f"{type(error).__name__}: {error}"]) from error
        rendered.warnings = said["WARNING"]
        return rendered
    finally:
        done()


def _overrule(config: MkDocsConfig, job: Job) -> None:
    config.use_directory_urls = True
    config.theme["font"] = False
    config.repo_url = config.repo_name = config.edit_uri = config.edit_uri_template = None
    config.extra.setdefault("scope", "/")
    # The theme writes both as they are, into attributes too; a quotation mark would end the head and with it the policy.
    config.site_name = _Literal(escape(config.site_name))
    config.site_description = _Literal(escape(config.site_description or ""))
    # Another folder of templates may stand in front of ours, but what it leaves out comes from here.
    if job.theme not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, job.theme)


class _Literal(str):
    """Text that is HTML already, as the theme's own escaping asks before it escapes."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


@contextmanager
def _listening() -> Iterator[dict[str, list[str]]]:
    """Catch what MkDocs logs, in place of whatever else would print it."""
    said: dict[str, list[str]] = {"WARNING": [], "ERROR": [], "CRITICAL": []}

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.setdefault(record.levelname, []).append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [Ear(logging.WARNING)], False
    logger.setLevel(logging.WARNING)
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])


class _NoConfig(Config):  # type: ignore[no-untyped-call]
    """MkDocs wants a class of settings for every plugin; ours has none."""


class _Gaps(BasePlugin[_NoConfig]):  # type: ignore[no-untyped-call]
    """Leaves the gaps in blanks, and catches every page."""

    def __init__(self, job: Job, rendered: Rendered) -> None:
        self.job = job
        self.marks = job.marks
        self.blanks = set(job.blanks)
        self.rendered = rendered
        self.environment: Any = None
        self.context: TemplateContext | None = None
        self.again = False

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        if self.job.files is not None:
            self._drop_unread(files, config, self.job.files)
        written = sorted(file.src_uri for file in files.documentation_pages())
        config.nav = place_topics(config.nav, self.job.topics, self.blanks, written)
        for uri in self.job.blanks:
            theirs = files.get_file_from_path(uri)
            if theirs is not None:
                self.rendered.taken.append(uri)
                files.remove(theirs)
            files.append(File.generated(config, uri, content=""))
        return files

    def _drop_unread(self, files: Files, config: MkDocsConfig, known: Container[str]) -> None:
        """Keep MkDocs from what the scan passed over: it would follow links that lead anywhere."""
        root = PurePath(config.config_file_path or self.job.config_file).parent
        own = {config.docs_dir, config.theme.custom_dir}
        for file in list(files):
            path = PurePath(file.src_dir or "", file.src_uri)
            if file.src_dir in own and path.relative_to(root).as_posix() not in known:
                files.remove(file)

    def on_nav(self, nav: Navigation, /, *, files: Files, **_: object) -> Navigation:
        in_nav = {page.file.src_uri for page in nav.pages}
        for uri in self.job.blanks:
            file = files.get_file_from_path(uri)
            if file is None or file.page is None or uri in in_nav:
                continue
            above = self._above(uri, files)
            if above is not None:
                # Makes the part of the navigation that the page belongs to the current one.
                file.page.parent = above  # type: ignore[assignment]
        return nav

    def _above(self, uri: str, files: Files) -> Section | Page | None:
        parts = uri.split("/")[:-2]
        while parts:
            file = files.get_file_from_path("/".join([*parts, "index.md"]))
            if file is not None and file.page is not None:
                parent = file.page.parent
                is_index = isinstance(parent, Section) and parent.children and parent.children[0] == file.page
                return parent if is_index and isinstance(parent, Section) else file.page
            parts.pop()
        return None

    def on_env(self, env: Any, /, **_: object) -> None:
        # A fresh environment would compile every template again.
        self.environment = env

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        if page.file.src_uri not in self.blanks:
            self.rendered.texts[page.file.src_uri] = page.file.content_string
            if page.meta.get("description"):
                page.meta["description"] = _Literal(escape(str(page.meta["description"])))
        return markdown

    @event_priority(_LAST)
    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        if page.file.src_uri not in self.blanks:
            edit = self.job.settings.edit
            if edit and page.file.generated_by is None:
                page.edit_url = edit.replace("{path}", f"{self.job.pages}/{page.file.src_uri}")
            return html
        marks = self.marks
        if "title" not in vars(page):  # or the navigation of every page would show the gap of this one
            page.title = escape(self.job.blanks[page.file.src_uri])
        page.meta = {"description": marks[Gap.DESCRIPTION]}
        if not page.is_homepage:
            page.meta["title"] = marks[Gap.TITLE]
        page.canonical_url = marks[Gap.ADDRESS]
        page.edit_url = marks[Gap.EDIT]
        page.toc = sample_toc(marks)
        # A heading keeps the theme from writing the title above the gap.
        return f"<h1>{marks[Gap.BODY]}</h1>"

    @event_priority(_LAST)
    def on_page_context(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        self.context = self._extended(context, page.file.src_uri in self.blanks)
        if page.file.src_uri in self.blanks and not _lists_others(page):
            page.meta["hide"] = ["navigation"]
        return context

    @event_priority(_LAST)
    def on_template_context(self, context: TemplateContext, /, *, template_name: str, **_: object) -> TemplateContext:
        return self._extended(context, template_name == NOT_FOUND)

    def _extended(self, context: TemplateContext, stamped: bool) -> TemplateContext:
        marks: dict[str, object] = {gap.name.lower(): mark for gap, mark in self.marks.items()}
        cast("dict[str, object]", context)["dossier"] = marks | {"stamped": stamped, "edition": self.job.edition}
        return context

    @event_priority(_LAST)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        if self.again:
            return output
        uri = page.file.src_uri
        if uri not in self.blanks:
            self.rendered.written[page.url] = output
            return ""
        page.toc = _only_title(self.marks)
        page.meta["hide"] = [*page.meta.get("hide", []), "toc"]
        self.again = True
        again = self.environment.get_template("main.html").render(self.context)
        plain = config.plugins.on_post_page(again, page=page, config=config)
        self.again = False
        self.rendered.blanks[uri] = (plain, output)
        return ""

    @event_priority(_LAST)
    def on_post_template(self, output: str, /, *, template_name: str, **_: object) -> str:
        if template_name != NOT_FOUND:
            return output
        self.rendered.not_found = output
        return ""


def _lists_others(page: Page) -> bool:
    """Return whether the side navigation, which tabs leave with one part of the site, would list another page."""
    top: StructureItem = page
    while top.parent is not None:
        top = top.parent
    return isinstance(top, Section) and len(top.children) > 1


def sample_toc(marks: Mapping[Gap, str]) -> TableOfContents:
    """Return a table of contents from which `cut` learns how the theme writes a line with and without lines below."""

    def line(number: int, level: int) -> AnchorLink:
        return AnchorLink(f"{marks[Gap.HEADING]}{number}", f"{marks[Gap.ID]}{number}", level)

    outer, inner, last = line(0, 2), line(1, 3), line(2, 2)
    outer.children = [inner]
    toc = _only_title(marks)
    toc.items[0].children = [outer, last]
    return toc


def _only_title(marks: Mapping[Gap, str]) -> TableOfContents:
    return TableOfContents([AnchorLink("", marks[Gap.SKIP], 1)])
