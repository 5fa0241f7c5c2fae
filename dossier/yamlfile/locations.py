"""Finds the spans of places: parses a file again, with a recorder, when one of its places has to be shown.

A place that does not exist is shown at its nearest parent. Reading the file is left to the caller.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from dossier.problem import Code, Place, Problem, Span
from dossier.problem.place import KeyPath
from dossier.yamlfile.characters import clean, decode
from dossier.yamlfile.extent import Extent
from dossier.yamlfile.front_matter import BODY, Parts, split
from dossier.yamlfile.parse import parse
from dossier.yamlfile.recorder import Recorder

_RECORD = re.compile(r"\.(?:ya?ml|md|markdown)(?:\.txt)?$", re.IGNORECASE)


def locate(source: str | bytes, file: str, places: Iterable[Place]) -> dict[Place, Span]:
    """Return the span of each place in a file's text or bytes; a `.md` file is read as front matter and body.

    The span of a scalar has its quotes in it. A mapping on lines is shown at its first key with that key's value, a list
    on lines at the key that holds it. `part` narrows a value to the first place where it has these words. Places of
    other files are left out.
    """
    here = [place for place in places if place.file == file]
    recorded = _recorded(source, file)
    if recorded is None:
        return {place: Span(file) for place in here}
    recorder, text, parts = recorded
    body: tuple[int, int] | None = None
    if parts is not None:
        # A missing body is shown at the fence behind which it would begin.
        body = (parts.body, parts.body_end) if parts.body < parts.body_end else (parts.fence, parts.fence + 3)
    finder = _PlaceFinder(recorder, text, body)
    lines = Recorder(text, file).lines
    found: dict[Place, Span] = {}
    for place in here:
        extent = finder.find(place)
        found[place] = lines.span(file, *extent) if extent else Span(file)
    return found


def empty_keys(source: str | bytes, file: str) -> frozenset[KeyPath]:
    """Return the paths of the keys in a file's text or bytes that have nothing behind them: a tree lacks them."""
    recorded = _recorded(source, file)
    if recorded is None:
        return frozenset()
    return frozenset(
        path for path, extent in recorded[0].values.items() if extent.start == extent.end and extent.style == ""
    )


def value_extents(text: str, file: str) -> Mapping[KeyPath, Extent]:
    """Return where the value behind each path is in a text without refused characters, as indexes; none if it is not YAML."""
    recorded = _recorded(text, file)
    return recorded[0].values if recorded is not None else {}


def _recorded(source: str | bytes, file: str) -> tuple[Recorder, str, Parts | None] | None:
    text, _ = decode(source, file)
    if text is None:
        return None
    text, _ = clean(text, file)
    yaml, parts = text, None
    if _is_front_matter(file, text):
        found = split(text)
        if isinstance(found, Code):
            return None
        yaml, parts = text[: found.fence], found
    recorder = Recorder(yaml, file)
    parse(yaml, recorder)
    return recorder, text, parts


def resolve_places(problems: Iterable[Problem], source: Callable[[str], str | bytes | None]) -> list[Problem]:
    """Return the problems with every place replaced by its span. `source` gives the text of a file, or None.

    Only files that have a problem at a `Place` are asked for. In a file that is not YAML a place is the whole file.
    """
    problems = list(problems)
    by_file: dict[str, set[Place]] = {}
    for problem in problems:
        for at in (problem.at, *(at for _, at in problem.related)):
            if isinstance(at, Place):
                by_file.setdefault(at.file, set()).add(at)
    found: dict[Place, Span] = {}
    for file, places in by_file.items():
        text = source(file) if _RECORD.search(file) or file.endswith(".txt") else None
        if text is None or (not _RECORD.search(file) and text[:3] not in ("---", b"---")):
            found.update({place: Span(file) for place in places})
        else:
            found.update(locate(text, file, places))

    def span(at: Span | Place) -> Span:
        return found[at] if isinstance(at, Place) else at

    return [
        replace(problem, at=span(problem.at), related=tuple((words, span(at)) for words, at in problem.related))
        for problem in problems
    ]


def _is_front_matter(file: str, text: str) -> bool:
    # A record that somebody saved as `.txt` is read, too.
    return file.lower().endswith((".md", ".md.txt", ".markdown")) or (file.endswith(".txt") and text.startswith("---"))


class _PlaceFinder:
    def __init__(self, recorder: Recorder, text: str, body: tuple[int, int] | None) -> None:
        self._trace = recorder
        self._text = text
        self._body = body
        self._first_keys: dict[KeyPath, KeyPath] = {}
        for key in recorder.keys:
            self._first_keys.setdefault(key[:-1], key)

    def find(self, place: Place) -> tuple[int, int] | None:
        path = place.path
        if path == (BODY,) and self._body and path not in self._trace.keys:
            return self._part(Extent(*self._body, "|"), place.part)
        while path and path not in self._trace.values:
            path = path[:-1]
        if not path and not place.path:
            return None
        if path == place.path:
            key = self._trace.keys.get(path)
            if place.on == "key" and key:
                return key.start, key.end
            extent = self._trace.values[path]
            if extent.start == extent.end and key:
                return key.start, key.end
            if place.part and extent.style not in {":", "-"}:
                return self._part(extent, place.part)
        return self._shown(path)

    def _shown(self, path: KeyPath) -> tuple[int, int] | None:
        extent = self._trace.values.get(path)
        if extent is None:
            return None
        if extent.style == ":":
            first = self._first_keys.get(path)
            if first is None:
                return extent.start, extent.start
            first_key, value = self._trace.keys[first], self._trace.values.get(first)
            short = value and value.style not in {"|", ">"} and "\n" not in self._text[first_key.start : value.end]
            return first_key.start, max(value.end, first_key.end) if value and short else first_key.end
        if extent.style == "-":
            key = self._trace.keys.get(path)
            return (key.start, key.end) if key else self._shown((*path, 0)) or (extent.start, extent.start)
        if extent.style in {"|", ">"}:
            return self._block_text(extent)
        return extent.start, extent.end

    def _block_text(self, extent: Extent) -> tuple[int, int]:
        whole = self._text[extent.start : extent.end]
        lines = re.search(r"\n\s*(?=\S)", whole)
        if not lines or "\n" not in whole:
            return extent.start, extent.start + 1
        return extent.start + lines.end(), extent.start + len(whole.rstrip())

    def _part(self, extent: Extent, part: str) -> tuple[int, int]:
        start, end = (extent.start, extent.end) if extent.style not in {"|", ">"} else self._block_text(extent)
        if self._body and extent.start == self._body[0]:
            start, end = extent.start, extent.end
        for spelling in _spellings(part, extent.style):
            at = self._text.find(spelling, start, end)
            if at >= 0:
                return at, at + len(spelling)
        words = part.split()
        if words:
            folded = re.compile(r"\s+".join(re.escape(word) for word in words))
            found = folded.search(self._text, start, end)
            if found:
                return found.span()
        return start, end


def _spellings(part: str, style: str) -> tuple[str, ...]:
    if not part:
        return ()
    if style == "'":
        return part.replace("'", "''"), part
    if style == '"':
        return part.replace("\\", "\\\\").replace('"', '\\"'), part
    return (part,)
