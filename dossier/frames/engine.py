"""Runs MkDocs once with the theme and returns what it rendered: hand-written pages, and pages with slots.

Pages are caught before MkDocs writes them; it only copies assets into the folder it is given. Cutting the pages is left
to `cut`, and the choice of the pages to `frames`.
"""

import logging
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePath
from typing import Any, cast
from urllib.parse import unquote

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
from dossier.frames.navigation import insert_topics
from dossier.frames.slot import Slot
from dossier.model import Settings

NOT_FOUND = "404.html"
_LAST = -100


class EngineError(Exception):
    """MkDocs refused its settings or failed on a page. `messages` are those that it logged."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("; ".join(messages))
        self.messages = tuple(messages)


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """What MkDocs is to render.

    `frame_pages` maps the files of pages with slots, relative to the folder of hand-written pages, to the names that they
    get in a navigation that gives them none. `topics` are pairs of id and title, in order. `theme` is the folder of
    Dossier's own overrides. `asset_version` is a query string for our style sheets and scripts. `readable` are the site's
    own files that MkDocs may read, by path from the folder of `config_file`; None means all.
    """

    config_file: str
    folder: str
    theme: str
    settings: Settings
    frame_pages: Mapping[str, str]
    topics: Sequence[tuple[str, str]]
    tokens: Mapping[Slot, str]
    pages: str = "pages"
    asset_version: str = ""
    readable: Container[str] | None = None


@dataclass(slots=True)
class RenderResult:
    """What MkDocs rendered.

    `frame_pages` gives each page with slots, by its file, without and with a table of contents. `handwritten` gives the
    other pages by address, and `texts` their Markdown by file. `taken` are files of hand-written pages that stand where a
    page with slots belongs.
    """

    frame_pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    handwritten: dict[str, str] = field(default_factory=dict)
    not_found: str = ""
    warnings: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def render(request: RenderRequest) -> RenderResult:
    """Run MkDocs once and return what it rendered. Raises `EngineError` with the messages of MkDocs."""
    result = RenderResult()
    reset = set_running(True)
    try:
        with _captured_log() as log:
            try:
                config = load_config(
                    request.config_file, site_dir=request.folder, site_url=request.settings.url, strict=False
                )
                _override(config, request)
                config.plugins["dossier/frames"] = _FramePlugin(request, result)
                build(config)
            except MkDocsException as error:
                raise EngineError([*log["ERROR"], *log["CRITICAL"]] or [str(error)]) from error
            except Exception as error:  # templates, plugins and extensions of the site may raise anything
                raise EngineError(log["ERROR"] or [f"{type(error).__name__}: {error}"]) from error
        result.warnings = log["WARNING"]
        return result
    finally:
        reset()


def _override(config: MkDocsConfig, request: RenderRequest) -> None:
    config.use_directory_urls = True
    config.theme["font"] = False
    config.repo_url = config.repo_name = config.edit_uri = config.edit_uri_template = None
    config.extra.setdefault("scope", "/")
    # The theme does not escape these two, not even in attributes: a quotation mark would end the element with the policy.
    config.site_name = _Html(escape(config.site_name))
    config.site_description = _Html(escape(config.site_description or ""))
    # The site's own templates come first; those that it does not override come from here.
    if request.theme not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, request.theme)


class _Html(str):
    """Text that is HTML already; the theme's escaping leaves it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


@contextmanager
def _captured_log() -> Iterator[dict[str, list[str]]]:
    """Yield the messages that MkDocs logs, by level, and keep them from being printed."""
    messages: dict[str, list[str]] = {"WARNING": [], "ERROR": [], "CRITICAL": []}

    class Capture(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.setdefault(record.levelname, []).append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [Capture(logging.WARNING)], False
    logger.setLevel(logging.WARNING)
    try:
        yield messages
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])


class _NoConfig(Config):  # type: ignore[no-untyped-call]
    """MkDocs requires a class of settings for each plugin; this one has no settings."""


class _FramePlugin(BasePlugin[_NoConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages with slots, and catches each rendered page."""

    def __init__(self, request: RenderRequest, result: RenderResult) -> None:
        self.request = request
        self.tokens = request.tokens
        self.frame_pages = set(request.frame_pages)
        self.result = result
        self.environment: Any = None
        self.context: TemplateContext | None = None
        self.is_second_render = False

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        if self.request.readable is not None:
            self._drop_unreadable(files, config, self.request.readable)
        handwritten = sorted(file.src_uri for file in files.documentation_pages())
        config.nav = insert_topics(config.nav, self.request.topics, self.frame_pages, handwritten)
        for uri in self.request.frame_pages:
            existing = files.get_file_from_path(uri)
            if existing is not None:
                self.result.taken.append(uri)
                files.remove(existing)
            files.append(File.generated(config, uri, content=""))
        return files

    def _drop_unreadable(self, files: Files, config: MkDocsConfig, readable: Container[str]) -> None:
        """Remove the files that the scan skipped. MkDocs would follow links out of the dossier."""
        root = PurePath(config.config_file_path or self.request.config_file).parent
        own = {config.docs_dir, config.theme.custom_dir}
        for file in list(files):
            path = PurePath(file.src_dir or "", file.src_uri)
            if file.src_dir in own and path.relative_to(root).as_posix() not in readable:
                files.remove(file)

    def on_nav(self, nav: Navigation, /, *, files: Files, **_: object) -> Navigation:
        in_nav = {page.file.src_uri for page in nav.pages}
        for uri in self.request.frame_pages:
            file = files.get_file_from_path(uri)
            if file is None or file.page is None or uri in in_nav:
                continue
            parent = self._nav_parent(uri, files)
            if parent is not None:
                # Marks the part of the navigation that the page belongs to as the current one.
                file.page.parent = parent  # type: ignore[assignment]
        return nav

    def _nav_parent(self, uri: str, files: Files) -> Section | Page | None:
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
        # Kept, as a new environment would compile every template again.
        self.environment = env

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        if page.file.src_uri not in self.frame_pages:
            self.result.texts[page.file.src_uri] = page.file.content_string
            if page.meta.get("description"):
                page.meta["description"] = _Html(escape(str(page.meta["description"])))
        return markdown

    @event_priority(_LAST)
    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        if page.file.src_uri not in self.frame_pages:
            edit = self.request.settings.edit
            if edit and page.file.generated_by is None:
                page.edit_url = edit.replace("{path}", f"{self.request.pages}/{page.file.src_uri}")
            return html
        tokens = self.tokens
        if "title" not in vars(page):  # else the navigation of every page would show the slot of this one
            page.title = escape(self.request.frame_pages[page.file.src_uri])
        page.meta = {"description": tokens[Slot.DESCRIPTION]}
        if not page.is_homepage:
            page.meta["title"] = tokens[Slot.TITLE]
        page.canonical_url = tokens[Slot.ADDRESS]
        page.edit_url = tokens[Slot.EDIT]
        page.toc = sample_toc(tokens)
        # With a heading here, the theme does not write the title above the slot.
        return f"<h1>{tokens[Slot.BODY]}</h1>"

    @event_priority(_LAST)
    def on_page_context(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        self.context = self._with_tokens(context, page.file.src_uri in self.frame_pages)
        if page.file.src_uri in self.frame_pages and not _has_siblings(page):
            page.meta["hide"] = ["navigation"]
        return context

    @event_priority(_LAST)
    def on_template_context(self, context: TemplateContext, /, *, template_name: str, **_: object) -> TemplateContext:
        return self._with_tokens(context, template_name == NOT_FOUND)

    def _with_tokens(self, context: TemplateContext, is_frame: bool) -> TemplateContext:
        values: dict[str, object] = {slot.name.lower(): token for slot, token in self.tokens.items()}
        cast("dict[str, object]", context)["dossier"] = values | {
            "is_frame": is_frame,
            "asset_version": self.request.asset_version,
        }
        return context

    @event_priority(_LAST)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        if self.is_second_render:
            return output
        uri = page.file.src_uri
        if uri not in self.frame_pages:
            # An address on the web is written in codes; the file that stands there is not.
            self.result.handwritten[unquote(page.url)] = output
            return ""
        page.toc = _title_only_toc(self.tokens)
        page.meta["hide"] = [*page.meta.get("hide", []), "toc"]
        self.is_second_render = True
        second = self.environment.get_template("main.html").render(self.context)
        without_toc = config.plugins.on_post_page(second, page=page, config=config)
        self.is_second_render = False
        self.result.frame_pages[uri] = (without_toc, output)
        return ""

    @event_priority(_LAST)
    def on_post_template(self, output: str, /, *, template_name: str, **_: object) -> str:
        if template_name != NOT_FOUND:
            return output
        self.result.not_found = output
        return ""


def _has_siblings(page: Page) -> bool:
    """Return whether the side navigation of the page's part of the site would list another page."""
    top: StructureItem = page
    while top.parent is not None:
        top = top.parent
    return isinstance(top, Section) and len(top.children) > 1


def sample_toc(tokens: Mapping[Slot, str]) -> TableOfContents:
    """Return a table of contents from which `cut` learns how the theme writes an entry with and without entries below."""

    def entry(number: int, level: int) -> AnchorLink:
        return AnchorLink(f"{tokens[Slot.HEADING]}{number}", f"{tokens[Slot.ID]}{number}", level)

    outer, inner, last = entry(0, 2), entry(1, 3), entry(2, 2)
    outer.children = [inner]
    toc = _title_only_toc(tokens)
    toc.items[0].children = [outer, last]
    return toc


def _title_only_toc(tokens: Mapping[Slot, str]) -> TableOfContents:
    return TableOfContents([AnchorLink("", tokens[Slot.SKIP], 1)])
