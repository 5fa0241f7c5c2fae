"""Sorts changed files outside the content: what sets, makes or runs the site, and what does neither.

A file counts as harmless only if its place and its name say so. Finding the files is left to `disk`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, get_args

from dossier.check.changes.report_line import Phrase, ReportLine, Strong, Words
from dossier.model import SETTINGS_FILE
from dossier.wording.english import count

FileKind = Literal["settings", "hook", "workflow", "template", "code", "page", "unknown", "harmless"]
How = Literal["changed", "gone", "new"]

_KINDS = get_args(FileKind)
_HOWS = get_args(How)
_HEADINGS: dict[FileKind, str] = {
    "settings": "settings",
    "hook": "a hook, which a build runs",
    "workflow": "a workflow or its settings",
    "template": "a template or part of the theme",
    "code": "code, or what it needs",
    "page": "a hand-written page, or a file beside it",
    "unknown": "a file of a kind that may run",
}
_WORKFLOWS = re.compile(
    r"(?:.*/)?(?:\.(?:github|forgejo|gitea|circleci|gitlab|ci|woodpecker|buildkite)/.*"
    r"|\.(?:gitlab-ci|woodpecker|travis|appveyor|cirrus|readthedocs)\.ya?ml|Jenkinsfile|azure-pipelines\.ya?ml|CODEOWNERS)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:.*/)?(?:.*\.(?:py[cidwx]?|pth|so|dll|dylib|exe|m?[jt]sx?|cjs|wasm|sh|bash|zsh|fish|bat|cmd|ps1|rb|pl|php|lua|go|rs|c|h"
    r"|toml|cfg|ini|lock|mk|html?|j2|jinja2?|xml|svg|css|mo)"
    r"|(?:requirements|constraints).*\.(?:txt|in)|makefile|dockerfile|package\.json|CMakeLists\.txt|\.[^/]+)",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"(?:.*/)?(?:.*\.(?:md|markdown|txt|rst|adoc|csv|tsv|png|jpe?g|gif|webp|avif|pdf|log|bib|ris|pot?)"
    r"|(?:licen[cs]e|copying|notice|authors|readme|changelog)[^./]*)",
    re.IGNORECASE,
)
_TEMPLATES = "templates"
_MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that differs: its path in the repository, how, and what it is for the site."""

    path: str
    how: How
    kind: FileKind


@dataclass(frozen=True, slots=True)
class SitePaths:
    """What the settings of either revision name: hooks, and the folders of templates and hand-written pages."""

    hooks: frozenset[str]
    templates: frozenset[str]
    pages: frozenset[str]


def file_kind(path: str, site: SitePaths, *, is_plain: bool) -> FileKind:
    """Return what a file is. `path` starts at the folder of the dossier; `is_plain` says that it is neither a link nor a program."""
    if path == SETTINGS_FILE:
        return "settings"
    if path in site.hooks:
        return "hook"
    if _WORKFLOWS.fullmatch(path):
        return "workflow"
    if _is_in(path, {*site.templates, _TEMPLATES}):
        return "template"
    if not is_plain or _CODE.fullmatch(path):
        return "code"
    if _is_in(path, site.pages):
        return "page"
    return "harmless" if _HARMLESS.fullmatch(path) else "unknown"


def _is_in(path: str, folders: frozenset[str] | set[str]) -> bool:
    if path.startswith("../"):
        return False
    return any(folder in (".", "") or path.startswith(f"{folder.strip('/')}/") for folder in folders)


def gravest_first(files: Sequence[ChangedFile]) -> list[ChangedFile]:
    """Return files by kind; of each kind those that were there before first, as a new file does nothing unless it is named."""
    return sorted(files, key=lambda one: (_KINDS.index(one.kind), _HOWS.index(one.how), one.path))


def file_lines(files: Sequence[ChangedFile]) -> Iterator[ReportLine]:
    """Yield a line for each file that may act, and one for each folder of the harmless ones."""
    folders: dict[str, list[ChangedFile]] = {}
    for one in gravest_first(files):
        if one.kind == "harmless":
            folders.setdefault(PurePosixPath(one.path).parts[0] if "/" in one.path else "", []).append(one)
            continue
        phrase = (Words(one.path), f" ({_HEADINGS[one.kind]}): ", Strong(one.how) if one.how == "changed" else one.how)
        yield ReportLine("machinery", "Read these before you build", phrase)
    for folder, those in folders.items():
        where: Phrase = (Words(f"{folder}/"),) if folder else ("the top folder",)
        names = ", ".join(one.path.removeprefix(f"{folder}/") for one in those[:_MOST_NAMES])
        rest = len(those) - _MOST_NAMES
        more = f" and {rest:,} more, which `--format json` lists" if rest > 0 else ""
        yield ReportLine("rest", "Other files", (*where, f": {count(len(those), 'file')}"), ((Words(names), more),))
