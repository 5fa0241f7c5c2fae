"""The look of a site: its frames, the files that come with them, and its templates; made once and kept.

MkDocs is imported only if something that frames depend on has changed.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations
from pathlib import Path, PurePosixPath

from dossier.check.ids import RESERVED_ID
from dossier.disk import Folder, Scan, digest, digest_code, pack, read_folder, scan, scratch, unpack
from dossier.frames import (
    Frames,
    engine_version,
    frame_keys,
    handwritten_address,
    is_unused,
    make_frames,
)
from dossier.model import SETTINGS_FILE, Settings
from dossier.model.ids import is_reserved_name
from dossier.pages import PlannedPage
from dossier.pipeline.load import CODE, HOME, Loaded, open_cache
from dossier.pipeline.minify import lean
from dossier.pipeline.script_marks import translated
from dossier.pipeline.template_check import template_problems
from dossier.problem import Problem, Span, UserError
from dossier.wording.translation import read_translations
from dossier.yamlfile import clean, decode

_NAMESPACE = "frames"
_FRAMES = "frames.json"
_LIMIT = 64 << 20
_ASSETS = "templates/assets/"
_LOCALE = "templates/locale"


def _is_rendered(path: str) -> bool:
    return path.endswith(".html") and not path.startswith("templates/frame/")


@dataclass(frozen=True)
class ThemeFiles:
    """What a look is made from, and the addresses of hand-written pages in `written`.

    `own` are the root's pages and templates, `ours` the generator's templates with the root's in place of those of the same
    name. `frame` is the generator's addition to the theme, which serves every dossier, with its catalogues of messages.
    `templates` are the folders of templates, the root's first.
    """

    own: Scan
    ours: Scan
    frame: Scan
    templates: tuple[Path, ...]
    written: tuple[str, ...]

    @property
    def templates_used(self) -> dict[str, bytes]:
        """The templates that pages and feeds are rendered with, by path."""
        return {path: content for path, content in self.ours.under("templates").items() if _is_rendered(path)}

    @property
    def own_templates(self) -> dict[str, bytes]:
        """The dossier's own templates among these, by path; none where the dossier lies beside the generator's."""
        own, ours = self.templates
        if own == ours:
            return {}
        return {path: content for path, content in self.own.under("templates").items() if _is_rendered(path)}

    def catalogues(self, language: str) -> tuple[bytes, ...]:
        """Return the compiled catalogues of a language: the dossier's own, and the generator's for what that lacks."""
        names = dict.fromkeys((language.replace("-", "_"), language.partition("-")[0]))
        files = [f"{_LOCALE}/{name}/LC_MESSAGES/dossier.mo" for name in names]
        return tuple(
            scanned.files[file] for file in files for scanned in (self.own, self.frame) if file in scanned.files
        )

    def translations(self, language: str) -> NullTranslations:
        """Return the translations for a language. Raises `UserError` where a catalogue cannot be read."""
        try:
            return read_translations(self.catalogues(language))
        except ValueError as error:
            raise UserError(f'a catalogue for "{language}" in {_LOCALE} cannot be read: {error}') from error


@dataclass(frozen=True)
class Theme:
    """What pages are made to look like. `files` are by address."""

    frames: Frames
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def read_theme_files(loaded: Loaded) -> ThemeFiles:
    """Return what the look of a dossier is made from; the generator's templates serve where it has none of its own."""
    settings = loaded.settings_file
    elsewhere = [path for path in (settings.theme, *settings.hooks) if path and not path.startswith("templates/")]
    folders = [Folder(path, _LIMIT) for path in (settings.pages, "templates", *elsewhere)]
    own = scan(loaded.root, folders)
    ours = scan(HOME, [Folder("templates", _LIMIT)])
    ours = replace(ours, files=dict(sorted({**ours.files, **own.under("templates")}.items())))
    start = f"{settings.pages.rstrip('/')}/"
    pages = (path.removeprefix(start) for path in own.under(settings.pages))
    frame = scan(HOME, [Folder("templates/frame", _LIMIT), Folder(_LOCALE, _LIMIT)])
    return ThemeFiles(
        own,
        ours,
        frame,
        (loaded.root / "templates", HOME / "templates"),
        tuple(handwritten_address(path) for path in pages if path.endswith(".md")),
    )


def make_theme(loaded: Loaded, settings: Settings, theme_files: ThemeFiles, pages: Sequence[PlannedPage]) -> Theme:
    """Return the look of a site that has these pages."""
    faults = page_problems(theme_files, loaded.settings_file.pages)
    if any(problem.severity == "error" for problem in faults):
        return Theme(Frames({}, {}), {}, faults)
    keys = _frame_keys(pages, loaded.library.topics)
    topics = [(topic_id, topic.title) for topic_id, topic in loaded.library.topics.items()]
    # A dossier may have a file at the path of one of the generator's, and both may be used.
    generators = {**theme_files.frame.files, **theme_files.ours.under(_ASSETS)}
    theme = {**{f"generator/{path}": content for path, content in generators.items()}, **theme_files.own.files}
    seed = _digest(loaded, settings, keys, topics, theme)
    with open_cache(loaded.root) as cache:
        kept = cache.get(_NAMESPACE, seed)
        if kept is None:
            files, frames = _make(loaded, settings, keys, topics, seed, theme)
            is_sound = not any(problem.severity == "error" for problem in frames.problems)
            # What MkDocs read elsewhere could change and nobody would notice.
            if is_sound and loaded.settings_file.is_self_contained:
                cache.put(_NAMESPACE, seed, pack({_FRAMES: frames.to_bytes(), **files}))
        else:
            files = unpack(kept)
            frames = Frames.from_bytes(files.pop(_FRAMES))
    # What the theme brings gives way to what stands in our own templates.
    ours = {
        f"assets/{path.removeprefix(_ASSETS)}": content for path, content in theme_files.ours.under(_ASSETS).items()
    }
    scanned = (theme_files.ours, theme_files.frame)
    written = {content for each in scanned for path, content in each.files.items() if "/assets/" in path}
    files = {
        path: lean(path, translated(path, content)) if content in written else content
        for path, content in {**files, **ours}.items()
    }
    return Theme(frames, files, (*faults, *theme_files.own.problems, *theme_files.ours.problems, *frames.problems))


def _frame_keys(pages: Sequence[PlannedPage], topics: Iterable[str]) -> dict[str, str]:
    """Return the keys of all frames with their titles; pages that share a frame need no title."""
    by_address = {page.address: page for page in pages}
    keys = frame_keys(by_address, topics)
    return {key: by_address[key].page.title if key in by_address else "" for key in keys}


def page_problems(theme_files: ThemeFiles, pages: str) -> tuple[Problem, ...]:
    """Name the pages that MkDocs would stumble over, characters that no page may hold, and templates that cannot be read."""
    found: list[Problem] = []
    for path, content in theme_files.own.under(pages).items():
        if name := next((name for name in PurePosixPath(path).parts if is_reserved_name(name)), ""):
            message = f'Windows has no files and folders of the name "{name}"'
            found.append(Problem(RESERVED_ID, message, Span(path), "rename it"))
        if path.endswith(".md"):
            text, problems = decode(content, path)
            found += problems if text is None else clean(text, path)[1]
    if theme_files.own_templates:
        found += template_problems(theme_files.own_templates)
    return tuple(found)


def _edition(theme: Mapping[str, bytes]) -> str:
    """Return a mark that changes with the style sheets and scripts that are not the theme's own, and with their words."""
    parts = (content for path, content in sorted(theme.items()) if "/assets/" in path or f"{_LOCALE}/" in path)
    return digest(*parts).hex()[:8]


def _digest(
    loaded: Loaded,
    settings: Settings,
    keys: Mapping[str, str],
    topics: Sequence[tuple[str, str]],
    theme: Mapping[str, bytes],
) -> bytes:
    # All of the code: what is told to the room of frames is made elsewhere.
    made_by = digest(digest_code(CODE), sys.version, engine_version())
    parts: list[str | bytes] = [made_by, repr(settings), repr(keys)]
    parts += [repr(topics), repr(loaded.settings_file.environment), loaded.scan.files[SETTINGS_FILE]]
    for path, content in sorted(theme.items()):
        parts += [path, content]
    return digest(*parts)


def _make(
    loaded: Loaded,
    settings: Settings,
    keys: Mapping[str, str],
    topics: Sequence[tuple[str, str]],
    seed: bytes,
    theme: Mapping[str, bytes],
) -> tuple[dict[str, bytes], Frames]:
    with scratch(loaded.root) as folder:
        config = str(loaded.root / SETTINGS_FILE)
        ours = str(HOME / "templates" / "frame")
        pages, text = loaded.settings_file.pages, "\n".join(loaded.lines(SETTINGS_FILE))
        frames = make_frames(
            config, str(folder), ours, settings, keys, topics, seed, pages, text, _edition(theme), theme.keys()
        )
        files = {path: content for path, content in read_folder(folder).items() if not is_unused(path)}
    return files, frames
