"""What `mkdocs build` and `mkdocs serve` call, so that both give the site that `python build.py` gives.

The build is left to `build`. The hook does nothing while our own pipeline runs MkDocs for its frames.
"""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # MkDocs starts elsewhere

from dossier.disk import PublishError, has_any, scratch
from dossier.frames import build_hook
from dossier.pipeline.build import build
from dossier.problem import UserError
from dossier.search import SearchError

_FOLLOWED = ("briefings", "sources", "templates", "pages")
_open: dict[int, tuple[ExitStack, build_hook.SavedConfig]] = {}


def on_config(config: Any) -> Any:
    """Send MkDocs' own build out of the way."""
    if not build_hook.is_running():
        stack = ExitStack()
        try:
            folder = stack.enter_context(scratch(Path(config.config_file_path).parent, "mkdocs"))
        except UserError as refusal:
            build_hook.abort(f"{refusal.message}: {refusal.hint}")
            raise
        _open[id(config)] = stack, build_hook.redirect(config, str(folder))
    return config


def on_post_build(config: Any) -> None:
    """Publish our site where MkDocs would have put its own."""
    if build_hook.is_running():
        return
    stack, before = _open.pop(id(config))
    stack.close()
    build_hook.restore(config, before)
    search = "material/search" in config.plugins
    try:
        report = build(Path(before.settings_file).parent, Path(before.site), search=search)
    except (PublishError, SearchError) as error:
        build_hook.abort(str(error))
        raise
    except UserError as refusal:
        build_hook.abort(f"{refusal.message}: {refusal.hint}")
        raise
    build_hook.log_problems(report.problems)
    if report.count is None:
        build_hook.abort("nothing was published; the problems above are to be mended first")


def on_build_error(error: Exception) -> None:  # noqa: ARG001 - MkDocs names it so
    """Leave nothing behind."""
    while _open:
        _open.popitem()[1][0].close()


def on_serve(server: Any, config: Any, builder: Any) -> Any:  # noqa: ARG001 - MkDocs names it so
    """Follow the content too."""
    root = Path(config.config_file_path).parent
    return build_hook.watch(server, [str(root / folder) for folder in _FOLLOWED if has_any(root, [folder])])
