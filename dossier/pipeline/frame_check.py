"""Finds what is wrong with the hand-written pages and the theme's settings, as a build would find out.

Nothing that others wrote is run: where a dossier has hooks, plugins or templates of its own, only a build can tell.
"""

import sys

from dossier.disk import digest, digest_code
from dossier.frames import engine_version
from dossier.pipeline.load import CODE, HOME, Loaded, open_cache
from dossier.pipeline.theme import ThemeFiles, make_theme, page_problems, read_theme_files
from dossier.problem import Problem
from dossier.wording.translation import use

_SOUND = "sound frames"
_LIST_PAGES = (
    "briefs/",
    "topics/",
    "parties/",
    "people/",
    "origins/",
    "sources/",
    "updates/",
    "timeline/",
    "positions/",
    "problems/",
)


def frame_problems(loaded: Loaded) -> tuple[Problem, ...]:
    """Return what is wrong with the hand-written pages and the theme's settings.

    Where the content has errors, only what the pages themselves say is looked at, as nothing is built then.
    """
    settings = loaded.settings_file.settings
    theme_files = read_theme_files(loaded)
    if settings is None or loaded.has_errors or (loaded.settings_file.runs_code and loaded.root.resolve() != HOME):
        return page_problems(theme_files, loaded.settings_file.pages)
    key = _key(loaded, theme_files)
    with open_cache(loaded.root) as cache:
        if cache.get(_SOUND, key) is not None:
            return ()
    # What makes pages takes half a second to import.
    from dossier.pages import plan  # noqa: PLC0415
    from dossier.pipeline.build import OURS, taken_addresses  # noqa: PLC0415
    from dossier.pipeline.catalogue import CODES  # noqa: PLC0415

    with use(theme_files.translations(settings.language)):
        pages = list(plan(loaded.library, theme_files.written, CODES))
        theme = make_theme(loaded, settings, theme_files, pages)
    found = (*theme.problems, *taken_addresses(theme, pages))
    # A page among those that are made from the content may clash with one of them after any edit.
    if not found and not any(where.startswith((*OURS, *_LIST_PAGES)) for where in theme.frames.handwritten):
        with open_cache(loaded.root) as cache:
            cache.put(_SOUND, key, b"1")
    return found


def _key(loaded: Loaded, theme_files: ThemeFiles) -> bytes:
    """Return a digest of all that frames and hand-written pages are made from, apart from the content."""
    parts: list[str | bytes] = [digest_code(CODE), sys.version, engine_version()]
    parts += [repr(loaded.settings_file.settings), repr(loaded.settings_file.environment)]
    parts += [loaded.scan.files.get("mkdocs.yml", b"")]
    for scanned in (theme_files.own, theme_files.ours, theme_files.frame):
        for path, content in scanned.files.items():
            parts += [path, content]
        parts += [problem.message for problem in scanned.problems]
    return digest(*parts)
