"""What each file of a dossier is, told by where it lies.

Files are not opened here: the path is enough.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from dossier.disk.scan import FILE_NAME
from dossier.library.corpus import RecordKind
from dossier.model.ids import ID_WORDS, id_of, is_id
from dossier.problem import Area, Code, Problem, Span

FILE_MISPLACED = Code(
    "file-misplaced",
    Area.FILES,
    "warning",
    "A file is in a place where no files are read, so its content is not on the site.",
    "Move it to the folder of its kind, with the ending that files there have.",
)
CONTENT_MISPLACED = Code(
    "content-misplaced",
    Area.FILES,
    "error",
    "A YAML file below `briefings/` is in a place where no files are read, or ends in `.yml`: its content would be lost.",
    "Move it to the folder of its kind, and let it end in `.yaml`.",
)

_SHARED: dict[str, RecordKind] = {
    "briefings/overview.yaml": "overview",
    "briefings/parties.yaml": "party",
    "briefings/people.yaml": "person",
    "briefings/origins.yaml": "origin",
}
_PLACES: tuple[tuple[re.Pattern[str], RecordKind], ...] = (
    (re.compile(r"briefings/topics/([^/]+)\.yaml"), "topic"),
    (re.compile(r"briefings/[0-9]{4}/([^/]+)\.yaml"), "brief"),
    (re.compile(r"sources/([^/]+)\.md"), "source"),
    (re.compile(r"sources/fingerprints/([^/]+)\.txt"), "fingerprint"),
    (re.compile(r"sources/verified/([^/]+)\.txt"), "verification"),
)
_WHERE = (
    "briefs lie in briefings/<year>/, topics in briefings/topics/, both ending in .yaml; "
    "source records lie in sources/ and end in .md"
)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file that holds something: its kind, and its id, which is empty for the overview and the files of parties, people, origins."""

    kind: RecordKind
    id: str
    file: str


def classify_files(paths: Iterable[str]) -> tuple[list[ContentFile], list[Problem]]:
    """Return what the files below `briefings/` and `sources/` are, in the order given, and those that are nothing."""
    linked: list[ContentFile] = []
    problems: list[Problem] = []
    for path in paths:
        if PurePosixPath(path).stem.lower() == "readme":
            continue
        if path in _SHARED:
            linked.append(ContentFile(_SHARED[path], "", path))
            continue
        for place, kind in _PLACES:
            found = place.fullmatch(path)
            if found is None:
                continue
            if is_id(found[1]):
                linked.append(ContentFile(kind, found[1], path))
            else:
                problems.append(_misnamed(path, found[1]))
            break
        else:
            problems.append(_misplaced(path))
    return linked, problems


def _misnamed(path: str, name: str) -> Problem:
    better = id_of(name)
    hint = f'rename it "{better}{PurePosixPath(path).suffix}"' if better else "rename it"
    return Problem(FILE_NAME, f'"{name}" cannot be an id: {ID_WORDS}', Span(path), hint)


def _belongs(lying: PurePosixPath) -> str:
    name = f"{lying.stem}.yaml"
    right = str(lying.with_name(name))
    if right in _SHARED or any(place.fullmatch(right) for place, _ in _PLACES):
        return f'rename it "{name}"'
    if len(lying.parts) == 2:
        return f"move it to briefings/<year>/{name} if it is a brief, to briefings/topics/{name} if it is a topic"
    return _WHERE


def _misplaced(path: str) -> Problem:
    lying = PurePosixPath(path)
    if lying.parts[0] == "briefings" and lying.suffix.lower() in (".yaml", ".yml"):
        return Problem(CONTENT_MISPLACED, "nothing in this file is on the site", Span(path), _belongs(lying))
    if path.endswith(".yml"):
        return Problem(FILE_MISPLACED, "files that end in .yml are not read", Span(path), "let it end in .yaml")
    return Problem(FILE_MISPLACED, "nothing is read here, so this file is not on the site", Span(path), _WHERE)
