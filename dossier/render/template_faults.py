"""Finds the line of a template that is at fault, without running the template or after it failed.

What a fault means for a build is left to `pipeline`.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from traceback import walk_tb
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from dossier.render.environment import make_environment


class TemplateFault(NamedTuple):
    """What Jinja2 says of a line of a template; `path` is as it was given."""

    path: str
    line: int
    words: str


def unreadable_templates(templates: Mapping[str, str]) -> Iterator[TemplateFault]:
    """Yield the first fault in the syntax of each template, given by path. None of them is run."""
    environment = make_environment(())
    for path, content in templates.items():
        try:
            environment.compile(content, path)
        except TemplateSyntaxError as error:
            yield TemplateFault(path, error.lineno, error.message or "")


def failed_template(error: Exception, folders: Sequence[Path]) -> TemplateFault | None:
    """Return the line of a template in one of these folders in which an error happened, or None. The path begins with the folder's name."""
    lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        lines.append((error.filename or "", error.lineno))
    for path, line in reversed(lines):
        for folder in folders:
            if Path(path).is_relative_to(folder):
                return TemplateFault(Path(path).relative_to(folder.parent).as_posix(), line, str(error))
    return None
