"""Keeps `mkdocs build` and `mkdocs serve` from building a site of their own, so that a hook can build ours.

Building is left to `pipeline.mkdocs_hook`, which calls these functions.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from dossier.problem import Problem, Span

# Live reload adds a script to the pages that it serves, which their policy would block. The policy is disabled by a name
# of the same length, so that the Content-Length stays right.
_POLICY, _NO_POLICY = b'http-equiv="Content-Security-Policy"', b'http-equiv="Content-Security-Absent"'
_running: ContextVar[bool] = ContextVar("running", default=False)


@dataclass(frozen=True, slots=True)
class SavedConfig:
    """The settings of MkDocs before `redirect` changed them."""

    settings_file: str
    site: str
    pages: str
    nav: Any
    templates: frozenset[str]


def is_running() -> bool:
    """Return whether `engine` is running MkDocs for the frames; the hook does nothing then."""
    return _running.get()


def set_running(value: bool) -> Callable[[], None]:
    """Set what `is_running` returns; the result undoes that."""
    token = _running.set(value)
    return lambda: _running.reset(token)


def redirect(config: Any, folder: str) -> SavedConfig:
    """Let MkDocs find no pages and write into a temporary folder; return the settings that were changed."""
    before = SavedConfig(
        config.config_file_path, config.site_dir, config.docs_dir, config.nav, frozenset(config.theme.static_templates)
    )
    config.docs_dir = config.site_dir = folder
    config.nav = []
    config.theme.static_templates.clear()
    return before


def restore(config: Any, before: SavedConfig) -> None:
    """Restore the settings that `redirect` changed, as MkDocs serves and watches those folders."""
    config.site_dir, config.docs_dir, config.nav = before.site, before.pages, before.nav
    config.theme.static_templates.update(before.templates)


def log_problems(problems: Iterable[Problem]) -> None:
    """Log problems as MkDocs logs its own, so that `--strict` counts them."""
    logger = logging.getLogger("mkdocs.hooks.dossier")
    for problem in problems:
        at = problem.at
        place = f"{at.file}:{at.line}:{at.column}" if isinstance(at, Span) else at.file
        hint = f" ({problem.hint})" if problem.hint else ""
        level = logging.ERROR if problem.severity == "error" else logging.WARNING
        logger.log(level, "%s: [%s] %s%s", place, problem.code, problem.message, hint)


def abort(message: str) -> None:
    """End the run of MkDocs with a message."""
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - loaded already, by MkDocs

    raise PluginError(message)


def watch(server: Any, paths: Sequence[str]) -> Any:
    """Let live reload watch more paths, and let its script run in the pages that it serves."""
    for path in paths:
        server.watch(path)
    app = server.get_app()

    def app_without_policy(environment: Any, start_response: Any) -> list[bytes]:
        response = app(environment, start_response)
        try:
            return [b"".join(response).replace(_POLICY, _NO_POLICY)]
        finally:
            getattr(response, "close", lambda: None)()

    server.set_app(app_without_policy)
    return server
