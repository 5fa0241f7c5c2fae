"""MkDocs in charge: what a hook tells it when somebody runs `mkdocs build` or `mkdocs serve`.

Never builds the site; it keeps MkDocs from building one of its own, and puts everything back afterwards.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from dossier.problem import Problem, Span

# Live reload writes a script into the pages it shows, which their policy would block. The header is made meaningless by a
# word of the same length, so that the length that was announced still holds.
_POLICY, _NO_POLICY = b'http-equiv="Content-Security-Policy"', b'http-equiv="Content-Security-Absent"'
_running: ContextVar[bool] = ContextVar("running", default=False)


@dataclass(frozen=True, slots=True)
class Diverted:
    """Where a run of MkDocs was going before it was sent elsewhere."""

    settings_file: str
    site: str
    pages: str
    nav: Any
    templates: frozenset[str]


def running() -> bool:
    """Return whether MkDocs is being run for its frames, so that a hook knows to keep still."""
    return _running.get()


def set_running(value: bool) -> Callable[[], None]:
    """Say whether MkDocs is being run for its frames; return what undoes that."""
    token = _running.set(value)
    return lambda: _running.reset(token)


def divert(config: Any, folder: str) -> Diverted:
    """Let MkDocs find no pages and write into a folder that nobody needs; return what it was told before."""
    before = Diverted(
        config.config_file_path, config.site_dir, config.docs_dir, config.nav, frozenset(config.theme.static_templates)
    )
    config.docs_dir = config.site_dir = folder
    config.nav = []
    config.theme.static_templates.clear()
    return before


def restore(config: Any, before: Diverted) -> None:
    """Tell MkDocs what it was told before; it serves from there and watches it."""
    config.site_dir, config.docs_dir, config.nav = before.site, before.pages, before.nav
    config.theme.static_templates.update(before.templates)


def tell(problems: Iterable[Problem]) -> None:
    """Log problems as MkDocs logs its own, so that `--strict` counts them."""
    logger = logging.getLogger("mkdocs.hooks.dossier")
    for problem in problems:
        at = problem.at
        place = f"{at.file}:{at.line}:{at.column}" if isinstance(at, Span) else at.file
        hint = f" ({problem.hint})" if problem.hint else ""
        level = logging.ERROR if problem.severity == "error" else logging.WARNING
        logger.log(level, "%s: [%s] %s%s", place, problem.code, problem.message, hint)


def stop(message: str) -> None:
    """End MkDocs' run as it ends one itself."""
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - loaded already, by MkDocs

    raise PluginError(message)


def follow(server: Any, paths: Sequence[str]) -> Any:
    """Let live reload watch more paths, and let its script run in the pages that it shows."""
    for path in paths:
        server.watch(path)
    show = server.get_app()

    def show_reloading(environment: Any, start_response: Any) -> list[bytes]:
        shown = show(environment, start_response)
        try:
            return [b"".join(shown).replace(_POLICY, _NO_POLICY)]
        finally:
            getattr(shown, "close", lambda: None)()

    server.set_app(show_reloading)
    return server
