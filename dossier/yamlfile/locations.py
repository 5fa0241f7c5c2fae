"""Key paths to spans: reads a file again, with a trace, when one of its places has to be shown.

Never points nowhere: what does not exist is shown at its nearest parent.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from dossier.problem import Place, Problem, Span
from dossier.problem.place import KeyPath
from dossier.yamlfile.characters import clean, decode
from dossier.yamlfile.front_matter import BODY, Parts, split
from dossier.yamlfile.parse import walk
from dossier.yamlfile.recorder import Trace
from dossier.yamlfile.run import Run


def locate(source: str | bytes, file: str, places: Iterable[Place]) -> dict[Place, Span]:
    """Return the span of each place in a file's text or bytes; in a `.md` file, that of its front matter or body.

    A scalar's span is its text with its quotes; a mapping written on lines is shown at its first key and that
    key's value; a list written on lines at the key that holds it. `part` narrows to the first such run of words
    within the value. Places of other files are left out.
    """
    wanted = [place for place in places if place.file == file]
    traced = _traced(source, file)
    if traced is None:
        return {place: Span(file) for place in wanted}
    trace, text, parts = traced
    body: tuple[int, int] | None = None
    if parts is not None:
        # A body that is not there is shown where it would follow.
        body = (parts.body, parts.body_end) if parts.body < parts.body_end else (parts.fence, parts.fence + 3)
    finder = _Finder(trace, text, body)
    lines = Trace(text, file).lines
    found: dict[Place, Span] = {}
    for place in wanted:
        run = finder.find(place)
        found[place] = lines.span(file, *run) if run else Span(file)
    return found


def empty_keys(source: str | bytes, file: str) -> frozenset[KeyPath]:
    """Return the paths of the keys in a file's text or bytes that have nothing behind them, which no tree holds."""
    traced = _traced(source, file)
    if traced is None:
        return frozenset()
    return frozenset(path for path, run in traced[0].values.items() if run.start == run.end and run.style == "")


def _traced(source: str | bytes, file: str) -> tuple[Trace, str, Parts | None] | None:
    text, _ = decode(source, file)
    if text is None:
        return None
    text, _ = clean(text, file)
    yaml, parts = text, None
    if file.endswith(".md"):
        found = split(text)
        if isinstance(found, str):
            return None
        yaml, parts = text[: found.fence], found
    trace = Trace(yaml, file)
    walk(yaml, trace)
    return trace, text, parts


def settle(problems: Iterable[Problem], source: Callable[[str], str | bytes | None]) -> list[Problem]:
    """Return the problems with every place turned into a span; `source` gives a file's text, or None without one.

    Only files that have a problem at a `Place` are read. A place of a file that is no YAML stands for the file.
    """
    problems = list(problems)
    wanted: dict[str, set[Place]] = {}
    for problem in problems:
        for at in (problem.at, *(at for _, at in problem.related)):
            if isinstance(at, Place):
                wanted.setdefault(at.file, set()).add(at)
    found: dict[Place, Span] = {}
    for file, places in wanted.items():
        text = source(file) if file.endswith((".yaml", ".yml", ".md")) else None
        found.update({place: Span(file) for place in places} if text is None else locate(text, file, places))

    def span(at: Span | Place) -> Span:
        return found[at] if isinstance(at, Place) else at

    return [
        replace(problem, at=span(problem.at), related=tuple((words, span(at)) for words, at in problem.related))
        for problem in problems
    ]


class _Finder:
    def __init__(self, trace: Trace, text: str, body: tuple[int, int] | None) -> None:
        self._trace = trace
        self._text = text
        self._body = body

    def find(self, place: Place) -> tuple[int, int] | None:
        path = place.path
        if path == (BODY,) and self._body and path not in self._trace.keys:
            return self._part(Run(*self._body, "|"), place.part)
        while path and path not in self._trace.values:
            path = path[:-1]
        if not path and not place.path:
            return None
        if path == place.path:
            key = self._trace.keys.get(path)
            if place.on == "key" and key:
                return key.start, key.end
            run = self._trace.values[path]
            if run.start == run.end and key:
                return key.start, key.end
            if place.part and run.style not in {":", "-"}:
                return self._part(run, place.part)
        return self._head(path)

    def _head(self, path: KeyPath) -> tuple[int, int] | None:
        run = self._trace.values.get(path)
        if run is None:
            return None
        if run.style == ":":
            first = next((key for key in self._trace.keys if key[:-1] == path), None)
            if first is None:
                return run.start, run.start
            head, value = self._trace.keys[first], self._trace.values.get(first)
            short = value and value.style not in {"|", ">"} and "\n" not in self._text[head.start : value.end]
            return head.start, max(value.end, head.end) if value and short else head.end
        if run.style == "-":
            key = self._trace.keys.get(path)
            return (key.start, key.end) if key else self._head((*path, 0)) or (run.start, run.start)
        if run.style in {"|", ">"}:
            return self._block(run)
        return run.start, run.end

    def _block(self, run: Run) -> tuple[int, int]:
        whole = self._text[run.start : run.end]
        lines = re.search(r"\n\s*(?=\S)", whole)
        if not lines or "\n" not in whole:
            return run.start, run.start + 1
        return run.start + lines.end(), run.start + len(whole.rstrip())

    def _part(self, run: Run, part: str) -> tuple[int, int]:
        start, end = (run.start, run.end) if run.style not in {"|", ">"} else self._block(run)
        if self._body and run.start == self._body[0]:
            start, end = run.start, run.end
        for spelling in _spellings(part, run.style):
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
