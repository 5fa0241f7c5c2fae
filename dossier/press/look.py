"""The look of a site: its frames, the files that come with them, and its templates; made once and kept.

Never lets MkDocs be imported while nothing that frames depend on has changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.disk import Folder, digest, digest_code, pack, read_folder, scan, scratch, unpack
from dossier.frames import Frames, engine_version, make_frames, unused
from dossier.model import Settings
from dossier.press.load import HOME, SETTINGS, Loaded, open_cache
from dossier.problem import Problem

_SHELF = "frames"
_FRAMES = "frames.json"
_LIMIT = 64 << 20
_ASSETS = "templates/assets/"


@dataclass(frozen=True)
class Look:
    """What pages are made to look like. `files` are by address; `templates` is the folder of our own templates."""

    frames: Frames
    files: Mapping[str, bytes]
    templates: Path
    problems: tuple[Problem, ...] = ()


def look_of(loaded: Loaded, settings: Settings, keys: Sequence[str]) -> Look:
    """Return the look of a site whose pages need the frames with these keys."""
    own = scan(
        loaded.root, [Folder(loaded.settings_file.pages, _LIMIT), Folder("templates", _LIMIT), *_elsewhere(loaded)]
    )
    root = loaded.root if own.under("templates/pages") else HOME
    ours = own if root == loaded.root else scan(HOME, [Folder("templates", _LIMIT)])
    topics = [(topic_id, topic.title) for topic_id, topic in loaded.library.topics.items()]
    theme = {**ours.under("templates/frame"), **own.files}
    seed = _digest(loaded, settings, keys, topics, theme)
    with open_cache(loaded.root) as cache:
        kept = cache.get(_SHELF, seed)
        if kept is None:
            files, frames = _make(loaded, settings, keys, topics, seed)
            if not any(problem.severity == "error" for problem in frames.problems):
                cache.put(_SHELF, seed, pack({_FRAMES: frames.to_bytes(), **files}))
        else:
            files = unpack(kept)
            frames = Frames.from_bytes(files.pop(_FRAMES))
    assets = {f"assets/{path.removeprefix(_ASSETS)}": content for path, content in ours.under(_ASSETS).items()}
    return Look(frames, {**files, **assets}, root / "templates", (*own.problems, *ours.problems, *frames.problems))


def _elsewhere(loaded: Loaded) -> list[Folder]:
    """Return what frames depend on and what lies neither with the pages nor with the templates."""
    found = loaded.settings_file
    return [Folder(path, _LIMIT) for path in (found.theme, *found.hooks) if path and not path.startswith("templates/")]


def _digest(
    loaded: Loaded,
    settings: Settings,
    keys: Sequence[str],
    topics: Sequence[tuple[str, str]],
    theme: Mapping[str, bytes],
) -> bytes:
    parts: list[str | bytes] = [digest_code(HOME / "dossier" / "frames"), engine_version(), repr(settings), repr(keys)]
    parts += [repr(topics), repr(loaded.settings_file.environment), loaded.scan.files[SETTINGS]]
    for path, content in sorted(theme.items()):
        parts += [path, content]
    return digest(*parts)


def _make(
    loaded: Loaded, settings: Settings, keys: Sequence[str], topics: Sequence[tuple[str, str]], seed: bytes
) -> tuple[dict[str, bytes], Frames]:
    with scratch(loaded.root) as folder:
        config = str(loaded.root / SETTINGS)
        theme = str(HOME / "templates" / "frame")
        frames = make_frames(config, str(folder), theme, settings, keys, topics, seed, loaded.settings_file.pages)
        files = {path: content for path, content in read_folder(folder).items() if not unused(path)}
    return files, frames
